import Math

/// The ball after touching a surface: one impulse at the contact point.
///
/// - `normal`: the unit vector from the surface into the ball.
/// - `surfaceVelocity`: of the surface at the contact point, in m/s.
///
/// The normal impulse turns the closing speed w into max(e w, min(w, `Contact.restingSpeed`)): the
/// floor keeps a resting ball in countable hops. The tangential impulse would turn the slip u of
/// the contact point into -e_t u, for which a thin shell needs J = -(2/5) m (1 + e_t) u, but is no
/// larger than friction times the normal impulse. Both act at the contact point, so angular
/// momentum about it is kept and the change of spin is 3/2 / r times the change of tangential speed
/// (Nakashima et al., 2010, with e_t as in Cross, Am. J. Phys. 70, 2002). As seen from the surface,
/// energy never rises while e and e_t are at most 1. A ball that leaves the surface is returned as
/// it is.
public func collide(
  _ ball: Ball, normal: Vector3, surfaceVelocity: Vector3, material: SurfaceMaterial
) -> Ball {
  let relative = ball.velocity - surfaceVelocity
  let closing = -relative.dot(normal)
  guard closing > 0 else { return ball }
  let leaving = max(
    material.restitution(at: closing) * closing, min(closing, Contact.restingSpeed))
  // Impulses per unit of mass, in m/s.
  let push = closing + leaving
  let arm = -Ball.radius * normal
  let slip = relative + closing * normal + ball.spin.cross(arm)
  let slipSpeed = slip.length
  let grip = 0.4 * (1 + material.tangentialRestitution(at: slipSpeed)) * slipSpeed
  let drag = min(grip, material.friction * push)
  let kick = slipSpeed > 0 ? (-drag / slipSpeed) * slip : .zero
  var after = ball
  after.velocity += push * normal + kick
  after.spin += (Ball.mass / Ball.inertia) * arm.cross(kick)
  after.spin -= (1 - material.spinRetention) * after.spin.dot(normal) * normal
  return after
}
