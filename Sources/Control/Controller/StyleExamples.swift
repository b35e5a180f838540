import Arena

/// Situations with how sure the best skill of each style is in them: what a style network learns.
public struct StyleExamples: Sendable {
  public let styles: [String]
  public let keyWidth: Int
  /// The situations, row by row.
  public private(set) var keys: [Float] = []
  /// One success per style and situation.
  public private(set) var successes: [Float] = []

  /// Takes the situations from the measured tables of `skills`. Throws where there are no two styles
  /// with measured skills.
  public init(_ skills: [ControlledSkill]) throws(PolicyError) {
    let measured = skills.filter { $0.record != nil && !$0.style.isEmpty }
    var styles: [String] = []
    for skill in measured where !styles.contains(skill.style) { styles.append(skill.style) }
    guard styles.count > 1, let width = measured.first?.record?.table.keyWidth else {
      throw .unusable(key: "skills", reason: "expected measured skills of two styles")
    }
    self.styles = styles
    keyWidth = width
    var records = measured.compactMap(\.record)
    for table in records.map(\.table) {
      for row in 0..<table.count {
        let key = Array(table.keys[row * width..<(row + 1) * width])
        keys += key
        var best = [Float](repeating: 0, count: styles.count)
        for index in records.indices {
          let style = styles.firstIndex(of: measured[index].style) ?? 0
          best[style] = max(best[style], Float(records[index].estimate(key.span).success))
        }
        successes += best
      }
    }
  }
}
