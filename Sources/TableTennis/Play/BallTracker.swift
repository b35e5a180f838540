import Math
import Physics

/// What a player makes of what it sees: an estimate of the ball now, from late and noisy sights.
///
/// The estimate flies on by the laws of motion and is drawn towards each new sight, less and less as
/// sights agree; after a bounce, which spin makes uncertain, it starts afresh. Spin that cannot be
/// seen is taken for what is usual until the bounce, after which the law of the bounce gives most of
/// it: a ball that grips the table rolls off it whatever spin it came with.
struct BallTracker: Sendable {
  /// The estimate at the time of the sight, not yet carried on to the present.
  private(set) var ball = Ball(position: .zero)
  private(set) var sights = 0
  private var isKnown = false
  private var bounces = 0
  /// After a bounce, until its spin is read: the speed over the table that was expected of it.
  private var speedOffTable: Double?
  let hall: Hall
  /// Whether sights show the spin.
  let seesSpin: Bool
  /// The topspin of an ordinary stroke, rad/s: between the means of the published amateurs' strokes
  /// in the paper's flight law, 36, and under the same curves in measured air, about twice that.
  private static let usualTopspin = 50.0
  /// The part of a sight that is always believed, 0 ... 1.
  private let leastTrust = 0.12

  init(hall: Hall, seesSpin: Bool) {
    self.hall = hall
    self.seesSpin = seesSpin
  }

  /// Forgets the ball: another stroke sends it another way.
  mutating func reset() {
    sights = 0
    bounces = 0
    speedOffTable = nil
    isKnown = false
  }

  /// Trusts the next sights again as much as the first ones: the ball was seen to bounce. If the
  /// estimate has not come down yet, it bounces now.
  mutating func noticeBounce() {
    sights = 0
    guard isKnown else { return }
    if bounces == 0 {
      bounces = 1
      ball = collide(
        ball, normal: .unitZ, surfaceVelocity: .zero, material: hall.tableTop)
    }
    speedOffTable = ball.velocity.rejected(from: .unitZ).length
  }

  /// Reads the spin off the bounce. A ball that came off the table faster than one without spin
  /// would have was pushed forward by topspin; such a ball grips the table, and one that grips rolls.
  private mutating func readBounce() {
    guard let expected = speedOffTable, sights >= 3, !seesSpin else { return }
    speedOffTable = nil
    let level = ball.velocity.rejected(from: .unitZ)
    guard level.length > expected + 0.15 else { return }
    ball.spin = (1 / Ball.radius) * Vector3.unitZ.cross(level) + ball.spin.z * .unitZ
  }

  /// Takes the next sight, `interval` seconds after the one before.
  mutating func see(_ seen: Ball, interval: Double) {
    guard isKnown else {
      ball = seen
      if !seesSpin {
        ball.spin =
          BallTracker.usualTopspin * Vector3.unitZ.cross(seen.velocity).normalized(or: .zero)
      }
      sights = 1
      isKnown = true
      return
    }
    var flight = hall.trajectory(of: ball, step: interval)
    let end = flight.time + interval
    while flight.time < end - 1e-9 { flight.advance(limit: end - flight.time) }
    bounces += flight.bounces
    sights += 1
    let trust = max(1 / Double(sights), leastTrust)
    let expected = flight.ball
    ball.position = expected.position + trust * (seen.position - expected.position)
    ball.velocity = expected.velocity + trust * (seen.velocity - expected.velocity)
    ball.spin = seesSpin ? seen.spin : expected.spin
    readBounce()
  }

  /// The flight ahead, starting `delay` seconds after the last sight: now.
  func flight(after delay: Double) -> Trajectory {
    var flight = hall.trajectory(of: ball)
    while flight.time < delay - 1e-9 { flight.advance(limit: delay - flight.time) }
    return flight
  }
}
