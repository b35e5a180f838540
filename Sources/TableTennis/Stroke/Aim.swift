import Math
import Physics

/// Finds the way a ball must leave a point to land on another.
struct Aim {
  let model: FlightModel

  /// A flight that lands where it should.
  struct Shot {
    /// The velocity on leaving, metres per second.
    var velocity: Vector3
    /// Until landing, seconds.
    var duration: Double
    /// The height of the ball's lowest point over the net's edge as it crosses the net; infinite
    /// if it does not cross it.
    var clearance: Double
  }

  /// The velocity with which a ball of the given spin must leave `start` to be at `target` after
  /// `duration` seconds: Newton's method with the parabola's derivative, which drag and lift change
  /// little.
  func velocity(
    from start: Vector3, to target: Vector3, in duration: Double, spin: Vector3
  ) -> Vector3 {
    var velocity = (target - start) / duration
    velocity.z += 0.5 * model.gravity * duration
    for _ in 0..<6 {
      let ball = Ball(position: start, velocity: velocity, spin: spin)
      let miss = target - fly(ball, model: model, for: duration, step: 0.05).position
      velocity += miss / duration
      if miss.lengthSquared < 1e-8 { break }
    }
    return velocity
  }

  /// The fastest shot, at most `speed` on average over the ground, that clears the net by
  /// `clearance` metres and lands on `target`, a point of the table. Slower and hence higher shots
  /// are tried until one clears.
  ///
  /// - Parameter spin: the spin that a shot of this velocity will carry.
  func shot(
    from start: Vector3, to target: Vector3, speed: Double, clearance: Double,
    spin: (Vector3) -> Vector3
  ) -> Shot? {
    let landing = Vector3(target.x, target.y, Ball.radius)
    let distance = Vector3(landing.x - start.x, landing.y - start.y, 0).length
    var duration = max(distance / speed, 0.05)
    var turning = Vector3.zero
    for _ in 0..<14 {
      // The velocity bends with the spin, and the spin comes of the velocity.
      var velocity = velocity(from: start, to: landing, in: duration, spin: turning)
      for _ in 0..<3 {
        turning = spin(velocity)
        velocity = self.velocity(from: start, to: landing, in: duration, spin: turning)
      }
      let shot = Shot(
        velocity: velocity, duration: duration,
        clearance: netClearance(from: start, velocity: velocity, spin: turning))
      if shot.clearance >= clearance { return shot }
      duration *= 1.09
    }
    return nil
  }

  /// The gap between the ball and the net's edge as the ball crosses the net's plane.
  func netClearance(from start: Vector3, velocity: Vector3, spin: Vector3) -> Double {
    guard start.y * velocity.y < 0 else { return .infinity }
    var ball = Ball(position: start, velocity: velocity, spin: spin)
    for _ in 0..<100 {
      let next = fly(ball, model: model, for: 0.02, step: 0.02)
      if next.position.y * start.y <= 0 {
        let u = ball.position.y / (ball.position.y - next.position.y)
        // Second order in the step: the chord's height plus half of g t (h - t).
        let sag = 0.5 * model.gravity * u * (1 - u) * 0.0004
        let height = ball.position.z + u * (next.position.z - ball.position.z) + sag
        return height - Ball.radius - Table.netHeight
      }
      ball = next
    }
    return -.infinity
  }
}
