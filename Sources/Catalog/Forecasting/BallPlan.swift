import Arena

/// What a scenario says under `forecasting.ball`: which balls are foreseen, and how many.
public struct BallPlan: Configuration {
  /// Seconds before the crossing of the hitting plane at which it is to be foreseen.
  public var lead = 0.3
  /// Balls of the scenario's own world to train on.
  public var trainingFlights = 600
  /// Balls of each world to be tested on.
  public var testFlights = 500
  /// Balls of the unseen world from which its style is found.
  public var adaptationBalls = 50
  /// A scenario of table-tennis/return whose hall, balls and senses were not trained on.
  public var unseen = "table-tennis/measure-arena"

  public init() {}

  func validate() throws {
    guard (0.05...1).contains(lead) else {
      throw SetupError("lead", "\(lead) is not in 0.05 ... 1 seconds")
    }
    for (key, count) in [
      ("training-flights", trainingFlights), ("test-flights", testFlights),
      ("adaptation-balls", adaptationBalls),
    ] where !(1...100_000).contains(count) {
      throw SetupError(key, "\(count) is not in 1 ... 100000")
    }
  }
}
