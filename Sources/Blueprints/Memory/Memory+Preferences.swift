extension Memory {
  /// How many of the newest designs of a kind show what somebody likes.
  private static let recent = 3

  /// Gives what a reading leaves open what the user has chosen before: the material of the whole,
  /// and the parts that were asked for or corrected time and again.
  ///
  /// - Returns: what was filled in, in words.
  public func prefer(in reading: inout Reading, on site: Site) -> [String] {
    var notes: [String] = []
    for act in reading.acts.indices where [.build, .add, .place].contains(reading.acts[act].verb) {
      for index in reading.acts[act].objects.indices {
        let object = reading.acts[act].objects[index]
        guard object.reference == .new, !object.isNegated, let concept = object.concept,
          concept.category == .building || concept.category == .structure
        else { continue }
        let known = designs(of: concept.name, on: site)
        guard let last = known.last else { continue }
        if object.materials.isEmpty, object.colours.isEmpty,
          let liked = Self.agreed(known, { [$0.materials, $0.colours] }),
          !liked.joined().isEmpty
        {
          reading.acts[act].objects[index].materials = last.after.materials
          reading.acts[act].objects[index].colours = last.after.colours
          notes.append("\(concept.name) of \(liked.joined().joined(separator: " "))")
        }
        for link in last.after.links {
          guard link.relation == .with, let part = link.ground, let name = part.concept,
            !part.isNegated, !object.links.contains(where: { $0.ground?.concept == name }),
            Self.agreed(known, { Self.account(of: name, in: $0) }) != nil
          else { continue }
          reading.acts[act].objects[index].links.append(link)
          notes.append("the \(name.name) as before")
        }
      }
    }
    return notes
  }

  private struct Known {
    let before: Entity
    let after: Entity
  }

  /// The newest designs of a kind, as first asked for and as they were in the end.
  private func designs(of concept: String, on site: Site) -> [Known] {
    experiences.filter { $0.concept == concept }.suffix(Self.recent).compactMap { experience in
      var dialogue = Dialogue(site: site)
      var first: Entity?
      for turn in experience.turns {
        _ = dialogue.hear(turn)
        first = first ?? dialogue.designs.first?.description
      }
      guard let first, let last = dialogue.designs.first?.description else { return nil }
      return Known(before: first, after: last)
    }
  }

  /// What the newest design says, if it was a correction or another recent one says the same.
  private static func agreed<Value: Equatable>(
    _ known: [Known], _ value: (Entity) -> Value
  ) -> Value? {
    guard let last = known.last else { return nil }
    let liked = value(last.after)
    let isCorrection = value(last.before) != liked
    let isHabit = known.dropLast().contains { value($0.after) == liked }
    return isCorrection || isHabit ? liked : nil
  }

  private static func account(of part: Concept, in thing: Entity) -> [[String]] {
    thing.links.filter { $0.relation == .with && $0.ground?.concept == part }.map {
      ($0.ground?.materials ?? []) + ($0.ground?.colours ?? []) + ($0.ground?.traits ?? [])
        + ["\($0.ground?.isNegated ?? false)"]
    }
  }
}
