import Math
import Physics

/// Where a player will meet the ball.
struct Interception: Sendable {
  /// Seconds from now.
  var time: Double
  /// The ball just before contact.
  var ball: Ball

  /// The part of space in which a body can strike, and where in it best.
  struct Zone: Sendable, Hashable {
    var x: ClosedRange<Double>
    var y: ClosedRange<Double>
    var z: ClosedRange<Double>
    /// The depth and height at which a stroke is easiest, metres.
    var bestY: Double
    var bestZ: Double
  }

  /// The best point of `flight`, which starts now, inside `zone`, no sooner than `earliest` seconds
  /// from now, after exactly `bounces` more bounces on the player's own court; nil if there is none
  /// within 2 s.
  ///
  /// The flight is sampled every 10 ms; the stroke is planned for one of the samples.
  static func search(
    _ flight: Trajectory, bounces: Int, in zone: Zone, earliest: Double
  ) -> Interception? {
    var flight = flight
    let start = flight.time
    var seen = flight.bounces
    var left = bounces
    var best: Interception?
    var least = Double.infinity
    while flight.time < start + 2, left >= 0 {
      flight.advance(limit: 0.01)
      if flight.bounces > seen {
        seen = flight.bounces
        // A service bounces on the server's court first.
        if flight.ball.position.y < 0 { left -= 1 }
      }
      let ball = flight.ball
      let time = flight.time - start
      guard left == 0, time >= earliest, zone.contains(ball.position) else {
        if ball.position.y < zone.y.lowerBound { break }
        continue
      }
      let miss = abs(ball.position.y - zone.bestY) + 1.5 * abs(ball.position.z - zone.bestZ)
      if miss < least {
        least = miss
        best = Interception(time: time, ball: ball)
      }
    }
    return best
  }
}

extension Interception.Zone {
  func contains(_ point: Vector3) -> Bool {
    x.contains(point.x) && y.contains(point.y) && z.contains(point.z)
  }
}
