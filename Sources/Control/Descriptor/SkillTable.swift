import Math

/// What a skill did in many situations, one row per situation: the measured half of a descriptor.
///
/// A table is made by measuring or read from a file that measuring wrote; there is no other way.
public struct SkillTable: Sendable, Hashable {
  /// The numbers of a key: the situation as a controller sees it when it decides.
  public let keyWidth: Int
  /// The keys, row by row.
  public let keys: [Float]
  /// What was measured, row by row, `columns` numbers each.
  public let effects: [Float]

  /// How many numbers a row of effects holds.
  public static let columns = 9

  /// The columns of the effects.
  public enum Column: Int, Sendable, CaseIterable {
    /// How often the situation was played.
    case trials
    /// The share of trials in which the skill did anything: struck the ball.
    case attempts
    /// The share of trials that succeeded: the ball landed.
    case successes
    /// The median over attempts of how forceful they were: the ball's speed.
    case pace
    /// The median over attempts of how the ball turned: its topspin.
    case twist
    /// Over successes, the mean of where they ended, ...
    case placeX
    case placeY
    /// ... and the standard deviation about it.
    case spreadX
    case spreadY
  }

  /// How many situations there are.
  public var count: Int { keys.count / keyWidth }

  /// A number of a row.
  public subscript(row: Int, column: Column) -> Float {
    effects[row * Self.columns + column.rawValue]
  }

  package init(keyWidth: Int, keys: [Float], effects: [Float]) {
    precondition(keyWidth > 0 && keys.count % keyWidth == 0, "keys are whole rows")
    precondition(
      effects.count == keys.count / keyWidth * Self.columns, "one row of effects per key")
    self.keyWidth = keyWidth
    self.keys = keys
    self.effects = effects
  }

  /// The mean of a column over all rows, each counted by its trials, or by its successes where the
  /// column speaks of them.
  public func mean(_ column: Column) -> Double {
    var (sum, weight) = (0.0, 0.0)
    for row in 0..<count {
      let share = Double(Self.weight(of: column, effects, row))
      sum += share * Double(self[row, column])
      weight += share
    }
    return weight > 0 ? sum / weight : 0
  }

  /// How much a row counts in means of a column.
  @inline(__always)
  static func weight(of column: Column, _ effects: [Float], _ row: Int) -> Float {
    let start = row * columns
    let trials = effects[start + Column.trials.rawValue]
    switch column {
    case .trials: return 1
    case .attempts, .successes: return trials
    case .pace, .twist: return trials * effects[start + Column.attempts.rawValue]
    case .placeX, .placeY, .spreadX, .spreadY:
      return trials * effects[start + Column.successes.rawValue]
    }
  }

  /// The fingerprint of every number.
  public var digest: Digest {
    var digest = Digest()
    digest.combine(keyWidth)
    for number in keys { digest.combine(number) }
    for number in effects { digest.combine(number) }
    return digest
  }
}
