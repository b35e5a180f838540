import Arena
import Math
import Physics

/// A kind of incoming ball, as data: balls as people play them, of which some numbers are drawn
/// evenly from a range instead.
///
/// What is not bounded keeps the distribution of people's strokes and its correlations. All
/// numbers are in the frame of the player who returns.
public struct BallCategory: Configuration, Hashable {
  public var name = "any"
  /// How often it is drawn, relative to the other categories.
  public var weight = 1.0
  /// How often a learner returned it at the last count. Categories are drawn in proportion to one
  /// over this rate (arXiv 2408.03906, section on the task distribution), so that what is hard is
  /// met often.
  public var returnRate = 1.0
  /// Strokes of a rally or services; without it what the distribution says.
  public var kind: BallDistribution.Kind?
  /// Towards the player on leaving the opponent's racket, metres per second.
  public var speed: ClosedRange<Double>?
  /// About the level axis at right angles to the flight, rad/s; negative for underspin.
  public var topspin: ClosedRange<Double>?
  /// Of the bounce on the player's court beyond the net, metres.
  public var depth: ClosedRange<Double>?
  /// Where the flight crosses the player's end line if spin does not bend it, metres to the right.
  public var side: ClosedRange<Double>?
  /// Upwards speed on leaving the racket, metres per second: lobs have much of it. Goes before
  /// `speed`, for rallies only.
  public var rise: ClosedRange<Double>?

  public init() {}

  /// The least return rate that counts: rarer successes than one in twenty say nothing more.
  static let leastRate = 0.05

  /// The share of balls, up to a common factor.
  var share: Double { weight / max(returnRate, Self.leastRate) }
}

extension BallCategory {
  /// Changes a stroke of people into one of this category.
  func shaped(
    _ stroke: StrokeStatistics.Sample, isService: Bool, gravity: Double, random: inout Random
  ) -> StrokeStatistics.Sample {
    var stroke = stroke
    if let depth, !isService { stroke.bounce.y = -random.uniform(depth) }
    if let side {
      let target = random.uniform(side)
      let share =
        (stroke.contact.y - stroke.bounce.y) / (stroke.contact.y + Table.halfLength)
      stroke.bounce.x = stroke.contact.x + share * (target - stroke.contact.x)
    }
    if let rise, !isService {
      let height = stroke.contact.z - Ball.radius
      let speed = random.uniform(rise)
      let root = (speed * speed + 2 * gravity * height).squareRoot()
      stroke.duration = (speed + root) / gravity
    } else if let speed {
      // A twentieth longer than without drag.
      stroke.duration = 1.05 * (stroke.contact.y - stroke.bounce.y) / random.uniform(speed)
    }
    if let topspin {
      let way = stroke.bounce - stroke.contact
      let axis = Vector3(-way.y, way.x, 0).normalized(or: -.unitX)
      let level = stroke.spin.dot(axis)
      stroke.spin += (random.uniform(topspin) - level) * axis
    }
    return stroke
  }
}

extension Random {
  /// An even number within `range`.
  mutating func uniform(_ range: ClosedRange<Double>) -> Double {
    uniform(range.lowerBound, range.upperBound)
  }
}
