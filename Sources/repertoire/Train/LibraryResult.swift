import Training

/// What the training of a library came to.
struct LibraryResult {
  var folder = ""
  var skills: [Skill] = []
  /// Of this process.
  var seconds = 0.0

  struct Skill {
    let name: String
    /// Learned from, over all cycles.
    let steps: Int
    /// Over all cycles.
    let seconds: Double
    let evaluation: Evaluation

    /// Shares and means of the outcome that there are.
    var measures: [(name: String, value: Double)] {
      let hit = evaluation.mean("hit")
      var measures: [(String, Double)] = []
      if let landed = evaluation.mean("landed") { measures.append(("landed", landed)) }
      if let hit { measures.append(("hit", hit)) }
      // Episodes without a stroke count as 0 in the mean.
      if let speed = evaluation.mean("hit-speed"), let hit, hit > 0 {
        measures.append(("hit_speed", speed / hit))
      }
      if let target = evaluation.mean("on-target") { measures.append(("on_target", target)) }
      measures.append(("return", evaluation.tally.meanReturn))
      return measures
    }
  }

  var json: JSON {
    .object([
      ("library", .text(folder)),
      ("steps", .whole(skills.reduce(0) { $0 + $1.steps })),
      (
        "skills",
        .list(
          skills.map { skill in
            .object(
              [("name", .text(skill.name)), ("steps", .whole(skill.steps))]
                + skill.measures.map { ($0.name, .number($0.value)) })
          })
      ),
      (
        "timing",
        .object([
          ("seconds", .number(seconds)),
          ("training_seconds", .number(skills.reduce(0) { $0 + $1.seconds })),
        ])
      ),
    ])
  }

  var text: String {
    let names = skills.first?.measures.map(\.name) ?? []
    var rows = [["skill", "steps", "minutes"] + names]
    for skill in skills {
      let values = skill.measures.map { Output.rounded($0.value) }
      rows.append([skill.name, "\(skill.steps)", Output.rounded(skill.seconds / 60)] + values)
    }
    return Output.table(rows) + "\nskills written to \(folder)"
  }
}
