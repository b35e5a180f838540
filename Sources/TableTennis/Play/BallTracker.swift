import Math
import Physics

/// What a player makes of what it sees: an estimate of the ball now, from late and noisy sights.
///
/// The estimate flies on by the laws of motion and is drawn towards each new sight, less and less as
/// sights agree; after a bounce, which spin makes uncertain, it starts afresh.
struct BallTracker: Sendable {
  /// The estimate at the time of the sight, not yet carried on to the present.
  private(set) var ball = Ball(position: .zero)
  private(set) var sights = 0
  let hall: Hall
  /// The part of a sight that is always believed, 0 ... 1.
  private let leastTrust = 0.12

  init(hall: Hall) {
    self.hall = hall
  }

  /// Forgets the ball.
  mutating func reset() {
    sights = 0
  }

  /// Takes the next sight, `interval` seconds after the one before.
  mutating func see(_ seen: Ball, interval: Double) {
    guard sights > 0 else {
      ball = seen
      sights = 1
      return
    }
    var flight = hall.trajectory(of: ball, step: interval)
    let end = flight.time + interval
    while flight.time < end - 1e-9 { flight.advance(limit: end - flight.time) }
    sights += 1
    let trust = max(1 / Double(sights), leastTrust)
    let expected = flight.ball
    ball.position = expected.position + trust * (seen.position - expected.position)
    ball.velocity = expected.velocity + trust * (seen.velocity - expected.velocity)
    ball.spin = seen.spin
  }

  /// The flight ahead, starting `delay` seconds after the last sight: now.
  func flight(after delay: Double) -> Trajectory {
    var flight = hall.trajectory(of: ball)
    while flight.time < delay - 1e-9 { flight.advance(limit: delay - flight.time) }
    return flight
  }
}
