import Math
import Physics

/// A delay that is drawn once per episode.
public struct Latency: Hashable, Sendable, Codable {
  /// Seconds.
  public var mean: Double
  /// The standard deviation, in seconds.
  public var deviation: Double

  public init(mean: Double, deviation: Double) {
    self.mean = mean
    self.deviation = deviation
  }

  public static let none = Latency(mean: 0, deviation: 0)

  /// A normally distributed delay, never negative, in seconds. Draws one normal number always, so
  /// that switching a latency off leaves the rest of the episode's random numbers as they were.
  public func sample(_ random: inout Random) -> Double {
    max(0, mean + deviation * random.normal())
  }

  /// The largest delay that a channel must be able to hold: six deviations above the mean.
  public var ceiling: Double { mean + 6 * deviation }
}

/// The delays between the robot's parts: what is seen, and what is commanded, comes later.
public struct Latencies: Hashable, Sendable, Codable {
  public var ballObservation: Latency
  /// The six axes' positions.
  public var armObservation: Latency
  /// The two slides' positions.
  public var slideObservation: Latency
  public var armAction: Latency
  public var slideXAction: Latency
  public var slideYAction: Latency

  public init(
    ballObservation: Latency, armObservation: Latency, slideObservation: Latency,
    armAction: Latency, slideXAction: Latency, slideYAction: Latency
  ) {
    self.ballObservation = ballObservation
    self.armObservation = armObservation
    self.slideObservation = slideObservation
    self.armAction = armAction
    self.slideXAction = slideXAction
    self.slideYAction = slideYAction
  }

  public static let none = Latencies(
    ballObservation: .none, armObservation: .none, slideObservation: .none,
    armAction: .none, slideXAction: .none, slideYAction: .none)

  /// As identified in arXiv 2408.03906, Table X, whose variances are in ms2.
  public static let paper = Latencies(
    ballObservation: measured(40, variance: 8.2), armObservation: measured(29, variance: 8.2),
    slideObservation: measured(33, variance: 9), armAction: measured(71, variance: 5.7),
    slideXAction: measured(56.1, variance: 12.3), slideYAction: measured(84, variance: 12.3))

  private static func measured(_ milliseconds: Double, variance: Double) -> Latency {
    Latency(mean: milliseconds / 1000, deviation: variance.squareRoot() / 1000)
  }

  /// The same delays, but for commands that arrive `seconds` later.
  func delayingActions(by seconds: Double) -> Latencies {
    var slower = self
    slower.armAction.mean += seconds
    slower.slideXAction.mean += seconds
    slower.slideYAction.mean += seconds
    return slower
  }

  /// The mean delay of each joint's commands to the paper's robot, in seconds.
  public var meanActionDelay: JointVector { meanActionDelay(of: .paper) }

  /// The mean delay of each joint's commands, in seconds. A robot without slides is all arm.
  func meanActionDelay(of robot: RobotModel) -> JointVector {
    var delay = JointVector(repeating: armAction.mean)
    guard robot.slideCount == 2 else { return delay }
    delay[0] = slideYAction.mean
    delay[1] = slideXAction.mean
    return delay
  }
}
