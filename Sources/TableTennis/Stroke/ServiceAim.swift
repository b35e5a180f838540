import Math
import Physics

/// Finds a legal service from a contact point: first the server's own court, then over the net, then
/// the receiver's court. The server's frame.
struct ServiceAim {
  let hall: Hall

  /// A service that is good if the racket does as told.
  struct Service {
    var velocity: Vector3
    var spin: Vector3
    /// Where it will touch the receiver's court.
    var landing: Vector3
  }

  /// The service whose second bounce comes nearest to `target`, with about `topspin`
  /// rad/s on leaving the racket, among a grid of first bounces and speeds; nil if none is good.
  func service(
    from start: Vector3, to target: Vector3, topspin: Double
  ) -> Service? {
    var best: Service?
    var least = Double.infinity
    for depth in stride(from: -1.15, through: -0.25, by: 0.1) {
      let share = (depth - start.y) / (target.y - start.y)
      let bounce = Vector3(
        start.x + share * (target.x - start.x), depth, Ball.radius)
      for duration in stride(from: 0.06, through: 0.34, by: 0.02) {
        guard
          let service = service(
            from: start, bounce: bounce, duration: duration, topspin: topspin)
        else { continue }
        let miss = (service.landing - target).length
        if miss < least {
          least = miss
          best = service
        }
      }
    }
    return best
  }

  private func service(
    from start: Vector3, bounce: Vector3, duration: Double, topspin: Double
  ) -> Service? {
    let way = (bounce - start)
    let level = Vector3(-way.y, way.x, 0).normalized(or: .unitX)
    let spin = topspin * level
    let aim = Aim(model: hall.flight)
    let velocity = aim.velocity(from: start, to: bounce, in: duration, spin: spin)
    var flight = hall.trajectory(of: Ball(position: start, velocity: velocity, spin: spin))
    guard let first = flight.advanceToBounce(within: 1), first.ball.position.y < -0.1 else {
      return nil
    }
    let after = flight.ball
    let clearance = aim.netClearance(
      from: after.position, velocity: after.velocity, spin: after.spin)
    guard clearance > 0.025, clearance < 0.6, let second = flight.advanceToBounce(within: 1.5),
      second.ball.position.y > 0.1, second.ball.position.y < Table.halfLength - 0.05,
      abs(second.ball.position.x) < Table.halfWidth - 0.05
    else { return nil }
    return Service(velocity: velocity, spin: spin, landing: second.ball.position)
  }
}
