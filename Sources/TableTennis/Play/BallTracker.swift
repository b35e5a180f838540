import Math
import Physics

/// What a player makes of what it sees: an estimate of the ball now, from late and noisy sights.
///
/// The estimate flies on by the laws of motion and each new sight corrects it by a Kalman filter:
/// along each axis place and velocity, and with the height the topspin, which nobody sees but which
/// bends the flight. Until then spin is taken for what is usual. A bounce, which spin makes
/// uncertain, makes the velocity uncertain again and gives most of the spin away: a ball that grips
/// the table rolls off it whatever spin it came with.
struct BallTracker: Sendable {
  /// The estimate at the time of the sight, not yet carried on to the present.
  private(set) var ball = Ball(position: .zero)
  private(set) var sights = 0
  private var isKnown = false
  private var bounces = 0
  /// After a bounce, until its spin is read: the speed over the table that was expected of it.
  private var speedOffTable: Double?
  /// The uncertainty across the table and along it, which is the same, and that of the height.
  private var level = AxisUncertainty()
  private var height = AxisUncertainty()
  let hall: Hall
  /// Whether sights show the spin.
  let seesSpin: Bool
  /// The variances of seen places and velocities, m2 and m2/s2.
  private let placeVariance: Double
  private let velocityVariance: Double

  /// The topspin of an ordinary stroke, rad/s: between the means of the published amateurs' strokes
  /// in the paper's flight law, 36, and under the same curves in measured air, about twice that.
  private static let usualTopspin = 50.0
  /// By how much strokes differ from it, rad/s.
  private static let topspinDeviation = 120.0
  /// What the laws of motion leave out, as a velocity that comes in by chance every step, m/s.
  private static let disturbance = 0.05
  /// How uncertain a bounce is: the velocity, m/s, and the spin, rad/s, most of which the law of the
  /// bounce gives.
  private static let bounceDeviation = (velocity: 0.4, spin: 10.0)

  init(hall: Hall, perception: Perception) {
    self.hall = hall
    seesSpin = perception.seesSpin
    // Nobody is told how well they see to less than a millimetre and two centimetres a second.
    let place = max(perception.positionNoise, 0.001)
    let velocity = max(perception.velocityNoise, 0.02)
    placeVariance = place * place
    velocityVariance = velocity * velocity
  }

  /// The estimated topspin now, rad/s; negative for underspin.
  var topspin: Double { ball.topspin() }

  /// Forgets the ball: another stroke sends it another way.
  mutating func reset() {
    sights = 0
    bounces = 0
    speedOffTable = nil
    isKnown = false
  }

  /// The ball was seen to bounce. If the estimate has not come down yet, it bounces now.
  mutating func noticeBounce() {
    sights = 0
    guard isKnown else { return }
    if bounces == 0 {
      bounces = 1
      ball = collide(
        ball, normal: .unitZ, surfaceVelocity: .zero, material: hall.tableTop)
    }
    doubt()
    speedOffTable = ball.velocity.rejected(from: .unitZ).length
  }

  /// A bounce makes velocity and spin uncertain.
  private mutating func doubt() {
    let deviation = Self.bounceDeviation
    level.loosen(velocity: deviation.velocity, spin: 0)
    height.loosen(velocity: deviation.velocity, spin: seesSpin ? 0 : deviation.spin)
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
    guard isKnown else { return begin(with: seen) }
    let leverage = seesSpin ? 0 : liftPerTopspin
    var flight = hall.trajectory(of: ball, step: interval)
    let end = flight.time + interval
    while flight.time < end - 1e-9 { flight.advance(limit: end - flight.time) }
    level.pass(interval, leverage: 0, disturbance: Self.disturbance)
    height.pass(interval, leverage: leverage, disturbance: Self.disturbance)
    if flight.bounces > 0 { doubt() }
    bounces += flight.bounces
    sights += 1
    correct(flight.ball, by: seen)
    readBounce()
  }

  private mutating func begin(with seen: Ball) {
    ball = seen
    if !seesSpin { ball.spin = Self.usualTopspin * levelAxis(of: seen.velocity) }
    let deviation = seesSpin ? 0 : Self.topspinDeviation
    level = AxisUncertainty(place: placeVariance, velocity: velocityVariance, spin: 0)
    height = AxisUncertainty(
      place: placeVariance, velocity: velocityVariance, spin: deviation * deviation)
    sights = 1
    isKnown = true
  }

  /// Moves the expectation towards the sight.
  private mutating func correct(_ expected: Ball, by seen: Ball) {
    let place = seen.position - expected.position
    let velocity = seen.velocity - expected.velocity
    let flat = level.gains(place: placeVariance, velocity: velocityVariance)
    let upright = height.gains(place: placeVariance, velocity: velocityVariance)
    ball = expected
    ball.position.x += flat.place(place.x, velocity.x)
    ball.position.y += flat.place(place.y, velocity.y)
    ball.position.z += upright.place(place.z, velocity.z)
    ball.velocity.x += flat.velocity(place.x, velocity.x)
    ball.velocity.y += flat.velocity(place.y, velocity.y)
    ball.velocity.z += upright.velocity(place.z, velocity.z)
    if seesSpin {
      ball.spin = seen.spin
    } else {
      ball.spin += upright.spin(place.z, velocity.z) * levelAxis(of: ball.velocity)
    }
  }

  /// How much a unit of topspin pulls the ball up, (m/s2) / (rad/s): negative, it pulls it down.
  private var liftPerTopspin: Double {
    let axis = levelAxis(of: ball.velocity)
    let change = 20.0
    let more = hall.flight.acceleration(velocity: ball.velocity, spin: ball.spin + change * axis)
    let less = hall.flight.acceleration(velocity: ball.velocity, spin: ball.spin - change * axis)
    return (more.z - less.z) / (2 * change)
  }

  private func levelAxis(of velocity: Vector3) -> Vector3 {
    Vector3.unitZ.cross(velocity).normalized(or: .zero)
  }

  func hash(into digest: inout Digest) {
    digest.combine(ball)
    digest.combine(sights)
    digest.combine(bounces)
    digest.combine(speedOffTable ?? -1)
    level.hash(into: &digest)
    height.hash(into: &digest)
  }

  /// The flight ahead, starting `delay` seconds after the last sight: now.
  func flight(after delay: Double) -> Trajectory {
    var flight = hall.trajectory(of: ball)
    while flight.time < delay - 1e-9 { flight.advance(limit: delay - flight.time) }
    return flight
  }
}
