import VoxelWorld

/// Finds what is said of a thing and makes no difference to what is built: whatever can be left out,
/// forbidden and made of gold without changing anything.
struct IdleParts {
  /// Whether a changed description comes to the same.
  let isSame: (Entity) -> Bool

  /// What nobody builds, in plain words, outermost first.
  func idle(in thing: Entity) -> [Missing] { idle(thing, depth: 0) { $0 } }

  private func idle(
    _ thing: Entity, depth: Int, _ whole: @escaping (Entity) -> Entity
  ) -> [Missing] {
    guard depth < 3 else { return [] }
    var found: [Missing] = []
    for (index, link) in thing.links.enumerated() {
      guard let ground = link.ground, matters(link, ground) else { continue }
      func with(_ changed: Entity?) -> Entity {
        var thing = thing
        if let changed {
          thing.links[index].ground = changed
        } else {
          thing.links.remove(at: index)
        }
        return whole(thing)
      }
      if variants(of: ground).allSatisfy({ isSame(with($0)) }) {
        found.append(Missing(ground))
      } else {
        found += idle(ground, depth: depth + 1) { with($0) }
      }
    }
    return found.filter { !$0.phrase.isEmpty }
  }

  private func matters(_ link: Link, _ ground: Entity) -> Bool {
    // What is not there anyway need not be taken away.
    guard !ground.isNegated, ground.reference != .pronoun, ground.concept?.category != .place else {
      return false
    }
    return [.with, .of, .madeOf, .without, .on, .inside, .at, .per, .by].contains(link.relation)
      && !(ground.isPlace
        || ground.concept == nil && ground.materials.isEmpty
          && ground.colours.isEmpty)
  }

  private func variants(of ground: Entity) -> [Entity?] {
    var forbidden = ground
    forbidden.isNegated.toggle()
    var golden = ground
    golden.materials = ["gold_block"]
    golden.colours = []
    golden.links.removeAll { [.of, .madeOf].contains($0.relation) }
    var more = ground
    more.count = (ground.count ?? 1) + 3
    var taller = ground
    taller.measures = [Measure(.height, [9]), Measure(.width, [5]), Measure(.footprint, [9, 9])]
    return [nil, forbidden, golden, more, taller]
  }
}
