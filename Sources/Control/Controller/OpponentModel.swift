import Arena
import Math

/// What an opponent can be expected to return, by where the ball goes, how fast and how it turns.
///
/// Each of the three tells by how much it shifts the odds of a return away from those over all
/// balls; the shifts add up, so that a few dozen balls are enough to know all combinations. Rates
/// are drawn towards what is usual by a few balls.
public struct OpponentModel: Sendable {
  private let settings: OpponentSettings
  private var returned: [Double]
  private var faced: [Double]

  /// The sides a ball can go to, as the opponent of a right-hander in this player's own frame.
  public static let sides = 3
  private static let classes = 3
  /// Class 0 is all balls; then three sides, three paces, three twists.
  private static let cells = 1 + 3 * classes

  public init(_ settings: OpponentSettings = OpponentSettings()) {
    self.settings = settings
    returned = Array(repeating: 0, count: Self.cells)
    faced = Array(repeating: 0, count: Self.cells)
  }

  /// Forgets the opponent.
  public mutating func reset() {
    for cell in 0..<Self.cells {
      returned[cell] = 0
      faced[cell] = 0
    }
  }

  /// Balls the opponent had to return so far.
  public var balls: Int { Int(faced[0]) }

  /// Learns whether the opponent returned a ball.
  public mutating func learn(
    placeX: Double, pace: Double, twist: Double, wasReturned: Bool
  ) {
    let outcome = wasReturned ? 1.0 : 0
    note(0, outcome)
    note(1 + side(of: placeX), outcome)
    note(4 + settings.paces.bin(of: pace), outcome)
    note(7 + settings.twists.bin(of: twist), outcome)
  }

  private mutating func note(_ cell: Int, _ outcome: Double) {
    faced[cell] += 1
    returned[cell] += outcome
  }

  /// The probability that the opponent returns any ball.
  public var returnRate: Double {
    guard settings.isUsed else { return settings.usualRate }
    return (returned[0] + settings.usualRate * settings.usualBalls)
      / (faced[0] + settings.usualBalls)
  }

  /// The probability that the opponent returns balls to a side, 0 ... 2 from left to right.
  public func returnRate(side: Int) -> Double { rate(of: 1 + side) }

  /// The probability that the opponent returns a ball like this.
  public func returnRate(placeX: Double, pace: Double, twist: Double) -> Double {
    guard settings.isUsed else { return settings.usualRate }
    let base = logOdds(returnRate)
    var sum = base
    sum += logOdds(rate(of: 1 + side(of: placeX))) - base
    sum += logOdds(rate(of: 4 + settings.paces.bin(of: pace))) - base
    sum += logOdds(rate(of: 7 + settings.twists.bin(of: twist))) - base
    return 1 / (1 + exp(-sum))
  }

  /// Left, middle or right.
  public func side(of x: Double) -> Int { settings.sides.bin(of: x) }

  /// The side from which fewest balls come back; the middle one while nothing is known.
  public var weakestSide: Int {
    var (weakest, least) = (1, returnRate(side: 1))
    for side in stride(from: 0, to: Self.sides, by: 2) where returnRate(side: side) < least {
      (weakest, least) = (side, returnRate(side: side))
    }
    return weakest
  }

  private func rate(of cell: Int) -> Double {
    guard settings.isUsed else { return settings.usualRate }
    return (returned[cell] + returnRate * settings.usualBalls)
      / (faced[cell] + settings.usualBalls)
  }

  private func logOdds(_ p: Double) -> Double {
    let inside = clamp(p, 0.01...0.99)
    return log(inside / (1 - inside))
  }
}

/// What is assumed of opponents, and how balls are told apart.
public struct OpponentSettings: Configuration, Hashable {
  /// Whether the model is used; if not, every opponent returns what is usual.
  public var isUsed = true
  /// The share of balls that an unknown opponent returns.
  public var usualRate = 0.75
  /// How many balls that assumption counts for.
  public var usualBalls = 4.0
  /// Where the middle begins and ends: x of the landing, metres (arXiv 2408.03906: 0.2 about the
  /// centre line).
  public var sides = Bounds(lower: -0.2, upper: 0.2)
  /// Where medium speed begins and ends, m/s.
  public var paces = Bounds(lower: 5, upper: 7)
  /// Where little spin begins and ends, rad/s of topspin (the paper's -25 and 50).
  public var twists = Bounds(lower: -25, upper: 50)

  public init() {}

  /// Two numbers that part a line in three.
  public struct Bounds: Configuration, Hashable {
    public var lower = -1.0
    public var upper = 1.0

    public init() {}

    init(lower: Double, upper: Double) {
      self.lower = lower
      self.upper = upper
    }

    /// 0 below, 1 between, 2 above.
    func bin(of value: Double) -> Int { value < lower ? 0 : value > upper ? 2 : 1 }
  }

  func validate(at key: String) throws(PolicyError) {
    try require(usualRate, 0.01...0.99, "\(key).usual-rate")
    try require(usualBalls, 0.1...1000, "\(key).usual-balls")
    for (name, bounds) in [("sides", sides), ("paces", paces), ("twists", twists)] {
      guard bounds.lower < bounds.upper else {
        throw .unusable(
          key: "\(key).\(name).upper", reason: "\(bounds.upper) is not above \(bounds.lower)")
      }
    }
  }
}
