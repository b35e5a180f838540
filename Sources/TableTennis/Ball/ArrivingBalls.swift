import Arena
import Math
import Physics

/// Balls of a `Return` world as its player sees them until some time before they cross the hitting
/// plane, with the truth of the crossing: what forecasters of arrivals are trained and tested on.
public struct ArrivingBalls: Sendable {
  /// One ball, seen until about `lead` seconds before it crosses.
  public struct Sample: Sendable {
    public var sightings: [Sighting]
    /// The true crossing, its time from the last look.
    public var arrival: Arrival
    /// What the built-in tracker foresaw at that moment.
    public var builtIn: Arrival
  }

  private var world: Return
  private let lead: Double
  /// Looks that still show the ball where it was struck, because they are late.
  private let stale: Int

  /// - Parameter lead: seconds before the crossing at which it is to be foreseen.
  /// - Throws: `SetupError` for a world that cannot be.
  public init(_ setup: Return.Setup, lead: Double) throws {
    var setup = setup
    // Whatever the player would do, it is not there: the ball flies on.
    setup.home.body = .racket
    setup.home.perception.foresees = true
    world = try Return(setup)
    self.lead = lead
    stale = Int(setup.home.perception.delay / Court.step) + 2
  }

  /// Seconds between looks.
  public static let interval = Court.step

  /// The ball of `seed`; nil if it never crosses, crosses before it was seen long enough, or the
  /// idle racket is in its way.
  public mutating func sample(seed: UInt64) -> Sample? {
    world.reset(seed: seed)
    guard let crossing = crossing() else { return nil }
    var sightings: [Sighting] = []
    let still = [Float](repeating: 0, count: world.seats[0].action.width)
    var reward: [Float] = [0]
    var steps = 0
    while crossing.time - world.play.court.time >= lead + Court.step {
      var span = reward.mutableSpan
      guard world.step(still.span, rewards: &span) == .running, !world.result.hit else {
        return nil
      }
      steps += 1
      let ball = world.play.eyes[0].sight.ball
      if steps > stale {
        sightings.append(Sighting(position: ball.position, velocity: ball.velocity))
      }
    }
    guard sightings.count >= 5 else { return nil }
    let foreseen = world.play.eyes[0].sight.arrival
    return Sample(
      sightings: sightings,
      arrival: Arrival(
        time: crossing.time - world.play.court.time, position: crossing.ball.position,
        topspin: crossing.ball.topspin()),
      builtIn: Arrival(
        time: foreseen.time, position: foreseen.position, topspin: foreseen.topspin))
  }

  /// The true crossing, in this very hall.
  private func crossing() -> Crossing? {
    let court = world.play.court
    var flight = court.hall.trajectory(of: court.ball, step: 0.01)
    let plane = Plane(normal: .unitY, offset: Sight.hittingPlane)
    guard let crossing = flight.advance(to: plane, within: 2.5), flight.bounces == 1 else {
      return nil
    }
    return crossing
  }
}
