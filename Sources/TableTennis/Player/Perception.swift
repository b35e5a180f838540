import Arena

/// How well a player sees.
public struct Perception: Configuration, Hashable {
  /// From an event to its being seen, seconds. For people this includes the reaction time.
  public var delay = 0.0
  /// The standard deviation of that delay between episodes, seconds.
  public var delayDeviation = 0.0
  /// The standard deviation of the seen position, metres along each axis, new at every step.
  public var positionNoise = 0.0
  /// The standard deviation of the seen velocity, m/s along each axis, new at every step.
  public var velocityNoise = 0.0
  /// Whether spin can be read at all: from the opponent's stroke or the ball's printing.
  public var seesSpin = false
  /// The standard deviation of the spin as read, rad/s along each axis, one error per stroke.
  public var spinNoise = 0.0
  /// The standard deviation of the spin as read, as a part of it, one error per stroke.
  public var spinRelativeNoise = 0.0
  /// Whether the opponent's racket is seen, as late as the ball.
  public var seesRacket = false
  /// Whether the arrival at the hitting plane is foreseen. Costs about as much as the rest of a step.
  public var foresees = true

  public init() {}

  /// The paper's ball tracking: 40 ms late with a variance of 8.2 ms^2 (arXiv 2408.03906, Table X).
  /// Its noise is not printed; 5 mm and 0.1 m/s are our choice, above the 3 mm of the best published
  /// system. Spin cannot be seen.
  public static var paper: Perception {
    var perception = Perception()
    perception.delay = 0.04
    perception.delayDeviation = 0.002_86
    perception.positionNoise = 0.005
    perception.velocityNoise = 0.1
    return perception
  }

  var latency: Latency { Latency(mean: delay, deviation: delayDeviation) }
}
