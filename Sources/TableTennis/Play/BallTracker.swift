import Math
import Physics

/// What a player makes of what it sees: an estimate of the ball now, from late and noisy sights.
///
/// The estimate flies on by the laws of motion and is drawn towards each new sight, less and less as
/// sights agree; after a bounce, which spin makes uncertain, it starts afresh. Spin that cannot be
/// seen is taken for 0 until the bounce, after which the law of the bounce gives most of it: a ball
/// that grips the table rolls off it whatever spin it came with.
struct BallTracker: Sendable {
  /// The estimate at the time of the sight, not yet carried on to the present.
  private(set) var ball = Ball(position: .zero)
  private(set) var sights = 0
  private var isKnown = false
  private var bounces = 0
  let hall: Hall
  /// Whether sights show the spin.
  let seesSpin: Bool
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
    isKnown = false
  }

  /// Trusts the next sights again as much as the first ones: the ball was seen to bounce. If the
  /// estimate has not come down yet, it bounces now.
  mutating func noticeBounce() {
    sights = 0
    guard isKnown, bounces == 0 else { return }
    bounces = 1
    ball = collide(
      ball, normal: .unitZ, surfaceVelocity: .zero, material: hall.tableTop)
  }

  /// Takes the next sight, `interval` seconds after the one before.
  mutating func see(_ seen: Ball, interval: Double) {
    guard isKnown else {
      ball = seen
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
  }

  /// The flight ahead, starting `delay` seconds after the last sight: now.
  func flight(after delay: Double) -> Trajectory {
    var flight = hall.trajectory(of: ball)
    while flight.time < delay - 1e-9 { flight.advance(limit: delay - flight.time) }
    return flight
  }
}
