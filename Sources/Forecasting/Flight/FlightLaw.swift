import Math

/// A law of flight and bounce as numbers that can be identified: gravity, quadratic drag, lift that
/// saturates with spin, and a bounce with friction. With the air taken out it is a ballistic law.
///
/// Only topspin is followed. It is not seen; it shows in how it bends the flight.
public struct FlightLaw: Hashable, Sendable {
  /// What can be identified, in the order of `numbers`.
  public enum Coefficient: Int, CaseIterable, Sendable {
    /// Acceleration against the flight over the speed squared, 1/m.
    case drag
    /// The ceiling of the lift over the speed squared, 1/m.
    case lift
    /// The spin ratio (radius times spin over speed) at which half that ceiling is reached.
    case knee
    /// The share of the speed down that comes back up, at rest, and its loss per m/s.
    case restitution, softening
    /// The friction of the table.
    case friction
    /// The share of the speed over the table that is left besides.
    case retention
    /// The topspin of an unread ball, rad/s.
    case usualTopspin
    /// How late looks are, seconds.
    case delay
    /// By how much arrivals are misplaced across the plane and in height, metres.
    case across, height
    /// How much less a ball without spin is dragged, 1/m.
    case relief
  }

  /// By `Coefficient`.
  public var numbers: [Double]

  public init(_ numbers: [Double]) { self.numbers = numbers }

  public subscript(coefficient: Coefficient) -> Double {
    get { numbers[coefficient.rawValue] }
    set { numbers[coefficient.rawValue] = newValue }
  }

  /// Where identification starts: textbook values of a sphere and of a grippy table.
  public static let start = FlightLaw([0.12, 0.07, 0.25, 0.93, 0.015, 0.2, 1, 0, 0.04, 0, 0, 0.02])
  /// The same without air and friction, for a ballistic baseline.
  public static let vacuum = FlightLaw([0, 0, 0.25, 0.9, 0, 0, 0.75, 0, 0.04, 0, 0, 0])

  /// How far each coefficient may be expected to differ from one hall to another.
  static let spread = [0.015, 0.015, 0.05, 0.03, 0.005, 0.1, 0.1, 50, 0.01, 0.01, 0.01, 0.015]

  /// The spin ratio at which half of the relief is gone.
  private static let reliefWidth = 0.08

  /// A ball of 40 mm, gravity, and the table it bounces on: half its width and length, metres.
  static let radius = 0.02
  static let gravity = 9.81
  static let table = (halfWidth: 0.7625, halfLength: 1.37)
}

/// A ball as the law follows it.
struct FlyingBall: Hashable, Sendable {
  var position: Vector3
  var velocity: Vector3
  /// rad/s.
  var topspin: Double
}

extension FlightLaw {
  private func acceleration(_ velocity: Vector3, _ topspin: Double) -> Vector3 {
    let speed = velocity.length
    let ratio = Self.radius * abs(topspin) / max(speed, 0.1)
    let part = ratio / Self.reliefWidth
    let drag = self[.drag] - self[.relief] / (1 + part * part)
    var force = -drag * speed * velocity
    force.z -= Self.gravity
    guard topspin != 0, speed > 0.1, self[.lift] != 0 else { return force }
    let axis = Vector3.unitZ.cross(velocity).normalized(or: .zero)
    let size = self[.lift] * ratio / (max(self[.knee], 0.01) + ratio) * speed
    return force + (topspin > 0 ? size : -size) * axis.cross(velocity)
  }

  /// Half-way stepping, good to a millimetre over the length of a table at 20 ms.
  private func flown(_ ball: FlyingBall, _ time: Double) -> FlyingBall {
    let half = ball.velocity + 0.5 * time * acceleration(ball.velocity, ball.topspin)
    var next = ball
    next.position += time * half
    next.velocity += time * acceleration(half, ball.topspin)
    return next
  }

  /// Flies for `time` seconds, with at most one bounce.
  func advanced(_ ball: FlyingBall, by time: Double) -> FlyingBall {
    let next = flown(ball, time)
    let drop = ball.position.z - Self.radius
    guard next.position.z < Self.radius, ball.velocity.z < 0, drop > -0.02 else { return next }
    // The moment of contact on the parabola through this step.
    let fall = -ball.velocity.z
    let pull = max(0.1, (fall + next.velocity.z) * -1 / time)
    let height = max(drop, 0)
    let contact = min(
      time, (-fall + (fall * fall + 2 * pull * height).squareRoot()) / pull)
    let low = flown(ball, contact)
    guard abs(low.position.x) < Self.table.halfWidth, abs(low.position.y) < Self.table.halfLength
    else { return next }
    return flown(bounced(low), time - contact)
  }

  /// Friction acts until the ball rolls or the bounce is over; a hollow ball rolls after two fifths
  /// of the slip.
  func bounced(_ ball: FlyingBall) -> FlyingBall {
    var after = ball
    let fall = -ball.velocity.z
    let back = max(0, self[.restitution] - self[.softening] * fall)
    after.velocity.z = back * fall
    let level = ball.velocity.rejected(from: .unitZ)
    let speed = level.length
    guard speed > 1e-6 else { return after }
    let slip = speed - Self.radius * ball.topspin
    let most = max(0, self[.friction]) * (1 + back) * fall
    let loss = clamp(0.4 * slip, -most...most)
    let kept = (speed - loss) * self[.retention]
    after.velocity.x = level.x / speed * kept
    after.velocity.y = level.y / speed * kept
    after.topspin += 1.5 * loss / Self.radius
    return after
  }

  /// When, from now, and how the ball meets the plane; nil if not within 2 seconds.
  func crossing(
    of ball: FlyingBall, at plane: Double, step: Double
  ) -> (time: Double, ball: FlyingBall)? {
    let side = ball.position.y > plane
    var ball = ball
    var time = 0.0
    while time < 2 {
      let next = advanced(ball, by: step)
      if (next.position.y > plane) != side {
        let part = (plane - ball.position.y) / (next.position.y - ball.position.y) * step
        return (time + part, advanced(ball, by: part))
      }
      ball = next
      time += step
    }
    return nil
  }
}
