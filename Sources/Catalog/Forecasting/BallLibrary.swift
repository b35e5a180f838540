import Arena
import Forecasting
import Math
import TableTennis

/// The balls a forecasting plan speaks of, simulated from a seed.
public struct BallLibrary: Sendable {
  public let plan: BallPlan
  private let home: Return.Setup
  private let unseen: Return.Setup
  private let seed: UInt64
  private let file: String

  /// Which balls; each kind has seeds of its own.
  public enum Part: UInt64, Sendable {
    case training = 11
    case test, references
  }

  /// Balls as a forecaster sees them, and what the built-in tracker made of the same.
  public struct Balls: Sendable {
    public var flights: [SeenFlight] = []
    public var builtIn: [Arrival] = []
  }

  /// - Throws: `ContentError` for a scenario, or one it names, that is no `table-tennis/return`.
  public init(_ plan: BallPlan, of scenario: Scenario, in catalog: Catalog, seed: UInt64) throws {
    self.plan = plan
    self.seed = seed
    file = scenario.file
    home = try Self.setup(of: scenario)
    unseen = try Self.setup(of: try catalog.scenario(plan.unseen))
  }

  private static func setup(of scenario: Scenario) throws -> Return.Setup {
    guard scenario.environment == Return.name else {
      throw ContentError(
        scenario.file, line: 1, "balls do not come from `\(scenario.environment)`",
        expected: "expected the environment \(Return.name)")
    }
    return try StrictDecoder.decode(
      Return.Setup.self, from: scenario.setup, file: scenario.file, path: "setup")
  }

  /// The first `count` balls of a part that cross the hitting plane after one bounce.
  ///
  /// - Parameter unseen: of the world that was not trained on instead of the scenario's own.
  public func balls(_ count: Int, _ part: Part, unseen isUnseen: Bool) throws -> Balls {
    var source = try ArrivingBalls(isUnseen ? unseen : home, lead: plan.lead)
    var balls = Balls()
    let stream = Random.seed(seed, part.rawValue + (isUnseen ? 100 : 0))
    for index in 0..<UInt64(20 * count) where balls.flights.count < count {
      guard let sample = source.sample(seed: Random.seed(stream, index)) else { continue }
      balls.flights.append(
        SeenFlight(
          sample.sightings, every: ArrivingBalls.interval, arrival: sample.arrival))
      balls.builtIn.append(sample.builtIn)
    }
    guard balls.flights.count == count else {
      throw ContentError(
        isUnseen ? plan.unseen : file, line: 1,
        "too few balls are seen \(plan.lead) s before they cross the hitting plane",
        expected: "expected a shorter `forecasting.ball.lead` or slower balls")
    }
    return balls
  }
}
