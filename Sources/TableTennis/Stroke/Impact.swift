import Math
import Physics

/// What a racket must do at the moment of contact to send a given incoming ball on a wanted way.
public struct Impact: Hashable, Sendable {
  /// The ball just before contact.
  public var incoming: Ball
  /// The ball just after contact, if the racket does as told.
  public var outgoing: Ball
  /// The unit normal of the face that meets the ball.
  public var normal: Vector3
  /// The velocity of the blade at the point of contact, metres per second.
  public var velocity: Vector3
}

extension Impact {
  /// Inverts the contact law (`collide`): finds the blade's normal and velocity that turn `incoming`
  /// into a ball of velocity `target`, with `topspin` radians per second about the level axis at
  /// right angles to its flight (negative: underspin) as far as friction allows.
  ///
  /// The impulse per mass is the change of velocity, so its direction and the wanted change of spin
  /// fix the angle between impulse and normal, within the friction cone; the two restitution
  /// coefficients then give the relative velocity before contact, and that the blade's. They depend
  /// on speed, hence the fixed-point iteration, which converges in a few steps because they vary
  /// slowly.
  init(incoming: Ball, target: Vector3, topspin: Double, rubber: Rubber) {
    let material = rubber.material(against: incoming)
    let change = target - incoming.velocity
    let size = max(change.length, 1e-9)
    let along = change / size
    let level = Vector3(-target.y, target.x, 0).normalized(or: .unitX)
    let axis = level.rejected(from: along).normalized(or: level)
    let spinPerSpeed = 1.5 / Ball.radius
    let friction = 0.95 * material.friction
    let steepest = friction / (1 + friction * friction).squareRoot()
    let sine = clamp(
      (topspin - incoming.spin.dot(level)) / (spinPerSpeed * size), -steepest...steepest)
    let cosine = (1 - sine * sine).squareRoot()
    normal = cosine * along + sine * axis.cross(along)
    self.incoming = incoming
    let normalChange = change.dot(normal)
    let tangentialChange = change - normalChange * normal
    var approach = 0.5 * normalChange
    var slip = tangentialChange.length
    for _ in 0..<8 {
      approach = normalChange / (1 + material.restitution(at: approach))
      slip = tangentialChange.length / (0.4 * (1 + material.tangentialRestitution(at: slip)))
    }
    // relative velocity w = v - V: normal part -approach, slip u = w_t + spin x (-r n).
    let slipVector = -slip * tangentialChange.normalized(or: .zero)
    let relative =
      -approach * normal + slipVector + incoming.spin.cross(Ball.radius * normal)
    velocity = incoming.velocity - relative
    outgoing = collide(
      incoming, normal: normal, surfaceVelocity: velocity, material: material)
  }
}
