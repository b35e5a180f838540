import Arena
import Math
import Physics

/// What a player wants the ball to do.
public struct Shot: Configuration, Hashable {
  /// The speed over the ground, averaged until landing, metres per second.
  public var speed = 5.0
  /// Its standard deviation from stroke to stroke, m/s.
  public var speedDeviation = 0.0
  /// Topspin on leaving the racket, rad/s; negative for underspin.
  public var topspin = 30.0
  /// Its standard deviation from stroke to stroke, rad/s.
  public var topspinDeviation = 0.0
  /// The least gap between ball and net, metres.
  public var clearance = 0.1
  /// How often this shot is chosen against the others of a style.
  public var weight = 1.0

  public init() {}

  public init(speed: Double, topspin: Double, clearance: Double) {
    self.speed = speed
    self.topspin = topspin
    self.clearance = clearance
  }

  /// This shot with the speed and spin of one stroke.
  func varied(random: inout Random) -> Shot {
    var shot = self
    shot.speed = max(1.5, speed + speedDeviation * random.normal())
    shot.topspin = topspin + topspinDeviation * random.normal()
    return shot
  }

  /// What the racket must do to play this shot from `incoming` to `target`, or nil if no flight
  /// clears the net. Slower flights are tried where the wanted one does not clear.
  func impact(
    on incoming: Ball, to target: Vector3, in hall: Hall, with rubber: Rubber
  ) -> Impact? {
    let aim = Aim(model: hall.flight)
    func impact(_ velocity: Vector3) -> Impact {
      Impact(incoming: incoming, target: velocity, topspin: topspin, rubber: rubber)
    }
    let flight = aim.shot(
      from: incoming.position, to: target, speed: speed, clearance: clearance,
      spin: { impact($0).outgoing.spin })
    return flight.map { impact($0.velocity) }
  }
}
