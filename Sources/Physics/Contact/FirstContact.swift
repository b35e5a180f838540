import Math

/// The first time in `start` ... `end` (seconds into `arc`; by default the whole arc) at which the
/// ball touches `shape`, which moves as `motion` says; nil if it does not.
///
/// Conservative advancement with a bound on the curvature: the distance to a convex body is a
/// convex function of the point, so seen from the body the gap can fall no faster than gap + rate s
/// - A s^2 / 2, with A a bound on the relative acceleration. Each step goes to the root of that
/// parabola. It never passes the first contact, whatever the speeds, converges quadratically, and
/// finds the time to 1e-9 s or 4e-8 m of gap (`Contact.slop` where ball and surface barely meet). A
/// ball that touches and leaves does not touch again before it has come back. Contacts slower than
/// `Contact.restingSpeed` count only `Contact.slop` deep, and never below `Contact.creepingSpeed`,
/// which bounds the number of contacts of a ball at rest. A ball squeezed between two bodies is
/// beyond a rigid model: a caller that resolves contacts in a loop should limit their number per
/// substep.
@inlinable
@inline(__always)
public func firstContact<Body: Shape>(
  of arc: Arc, from start: Double = 0, to end: Double? = nil, with shape: Body,
  moving motion: Motion = .still
) -> Contact? {
  let end = end ?? arc.duration
  let drift = motion.velocity.sumOfMagnitudes
  let turning = motion.angularVelocity.sumOfMagnitudes
  let position = start == 0 ? arc.start.position : arc.position(at: start)
  // Most calls end here: even at full speed, ball and shape do not come together.
  let turned =
    turning > 0 ? turning * (shape.reach + (shape.centre - motion.origin).sumOfMagnitudes) : 0
  let moved = (abs(start - motion.epoch) + end - start) * (drift + turned)
  if shape.isBeyond(arc.travel(from: start, to: end) + moved, of: position) { return nil }
  return search(for: shape, along: arc, from: start, to: end, moving: motion)
}

/// `firstContact` for a shape within reach.
@inlinable
@inline(never)
func search<Body: Shape>(
  for shape: Body, along arc: Arc, from start: Double, to end: Double, moving motion: Motion
) -> Contact? {
  let turning = motion.angularVelocity.sumOfMagnitudes
  var bound = arc.accelerationBound + 1
  if turning > 0 {
    // Coriolis and centrifugal acceleration in the frame of the body.
    let speed = arc.speedBound + motion.velocity.sumOfMagnitudes
    let offset = arc.position(at: start) - motion.origin(at: start)
    let distance = offset.sumOfMagnitudes + (end - start) * speed
    bound += turning * (2 * speed + 3 * turning * distance)
  }
  var time = start
  // Quadratic convergence needs about six rounds; the count only guards against a bug.
  var round = 0
  while time <= end && round < 1000 {
    round += 1
    let position = arc.position(at: time)
    let near = motion.closestPoint(of: shape, to: position, at: time, turns: turning > 0)
    let surfaceVelocity = motion.velocity(of: near.position, at: time)
    let gap = near.distance - Ball.radius
    let rate = (arc.velocity(at: time) - surfaceVelocity).dot(near.normal)
    let depth = Contact.requiredDepth(closing: -rate)
    if gap <= Contact.tolerance - depth {
      return Contact(
        time: time, point: near.position, normal: near.normal, surfaceVelocity: surfaceVelocity,
        closingSpeed: -rate)
    }
    time += Contact.safeStep(gap: gap, rate: rate, acceleration: bound)
  }
  return nil
}

extension Motion {
  /// The point of `shape`, moved to where it is at `time`, that is nearest to `position`.
  @inlinable
  func closestPoint<Body: Shape>(
    of shape: Body, to position: Vector3, at time: Double, turns: Bool
  ) -> SurfacePoint {
    guard turns else {
      let shift = (time - epoch) * velocity
      var near = shape.closestPoint(to: position - shift)
      near.position += shift
      return near
    }
    let turn = turn(at: time)
    let moved = origin(at: time)
    let near = shape.closestPoint(to: origin + turn.inverse(position - moved))
    return SurfacePoint(
      position: moved + turn(near.position - origin), normal: turn(near.normal),
      distance: near.distance)
  }
}
