import Math

/// A share of successes with the interval it is known to.
struct Share {
  let successes: Double
  let trials: Double
  /// The ends of the 95 % interval.
  let lower: Double
  let upper: Double

  var value: Double { trials > 0 ? successes / trials : 0 }

  private static let z = 1.959_964

  /// The share of independent trials, with the interval of Wilson (1927).
  init(_ successes: Double, of trials: Double) {
    self.successes = successes
    self.trials = trials
    guard trials > 0 else {
      (lower, upper) = (0, 1)
      return
    }
    let z = Self.z
    let share = successes / trials
    let weight = 1 / (1 + z * z / trials)
    let middle = weight * (share + z * z / (2 * trials))
    let spread =
      weight * z
      * (share * (1 - share) / trials + z * z / (4 * trials * trials)).squareRoot()
    lower = max(0, middle - spread)
    upper = min(1, middle + spread)
  }

  /// The share of trials that come in groups, such as the points of matches: a ratio estimate whose
  /// error is taken from how the groups differ. Of one group Wilson's interval.
  init(groups: [(successes: Double, trials: Double)]) {
    let successes = groups.reduce(0) { $0 + $1.successes }
    let trials = groups.reduce(0) { $0 + $1.trials }
    guard groups.count > 1, trials > 0 else {
      self.init(successes, of: trials)
      return
    }
    let share = successes / trials
    let squares = groups.reduce(0) { sum, group in
      let gap = group.successes - share * group.trials
      return sum + gap * gap
    }
    let count = Double(groups.count)
    let deviation = (squares * count / (count - 1)).squareRoot() / trials
    self.init(
      successes: successes, trials: trials, lower: max(0, share - Self.z * deviation),
      upper: min(1, share + Self.z * deviation))
  }

  private init(successes: Double, trials: Double, lower: Double, upper: Double) {
    self.successes = successes
    self.trials = trials
    self.lower = lower
    self.upper = upper
  }

  /// `0.52 [0.48, 0.56]`
  var text: String {
    "\(Output.rounded(value)) [\(Output.rounded(lower)), \(Output.rounded(upper))]"
  }

  var interval: JSON { .list([.number(lower), .number(upper)]) }
}
