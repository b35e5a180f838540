import Math

/// What the bodies of an arm do in a step.
struct BodyScratch {
  /// The x, y and z axes and the origins of the bodies, seen from the base.
  var frames = LaneTable<12>()
  /// Of spatial vectors: angular, then linear.
  var motions = LaneTable<6>()
  /// Forces, mass, mass times centre, and rotational inertia xx, yy, zz, xy, xz, yz.
  var loads = LaneTable<16>()
}

extension DynamicArm {
  /// Fills in the equations of motion: RNEA and CRBA (Featherstone, 2008, chapters 5 and 6),
  /// broken up into passes along the tree, which do little, and work on all links at once.
  @inline(__always)
  func gather(
    _ position: JointVector, _ velocity: JointVector, _ bodies: Span<ArmBody>,
    _ scratch: inout BodyScratch, into equations: inout MotionEquations
  ) {
    place(position, bodies, &scratch)
    let z = scratch.frames[vectorAt: 6]
    let slides = lanes.slides.wide
    let turns = lanes.turns.wide
    let freedom = SpatialLanes(
      angular: turns * z, linear: slides * z + turns * scratch.frames[vectorAt: 9].cross(z))
    let own = velocity.wide * freedom
    let moving = summedOutwards(own, from: .zero, &scratch)
    // v x S q', the rate at which the joint's own motion turns with the body (2.31).
    let turning = SpatialLanes(
      angular: moving.angular.cross(own.angular),
      linear: moving.angular.cross(own.linear) + moving.linear.cross(own.angular))
    let rising = summedOutwards(turning, from: dynamics.lift, &scratch)
    let inertia = placedInertia(&scratch)
    let (force, momentum) = (inertia(rising), inertia(moving))
    // v x* I v (2.32).
    scratch.loads[vectorAt: 0] =
      force.angular + moving.angular.cross(momentum.angular)
      + moving.linear.cross(momentum.linear)
    scratch.loads[vectorAt: 3] = force.linear + moving.angular.cross(momentum.linear)
    inertia.store(in: &scratch.loads)
    sumInwards(&scratch)
    project(freedom, &scratch, into: &equations)
  }

  /// The frames of the bodies, one after the other.
  @inline(__always)
  private func place(
    _ position: JointVector, _ bodies: Span<ArmBody>, _ scratch: inout BodyScratch
  ) {
    let (sines, cosines) = sincos(position * lanes.turns)
    // Numbers that are picked one by one are picked from memory, not from registers.
    scratch.motions[0] = sines.wide
    scratch.motions[1] = cosines.wide
    scratch.motions[2] = (position * lanes.slides).wide
    var placed = InlineArray<9, BodyFrame>(repeating: .base)
    for index in bodies.indices {
      let frame = BodyFrame(
        bodies[index], on: placed[bodies[index].parent + 1],
        offset: scratch.motions.columns[2][index], sine: scratch.motions.columns[0][index],
        cosine: scratch.motions.columns[1][index])
      placed[index + 1] = frame
      scratch.frames.set(frame.x, at: 0, lane: index)
      scratch.frames.set(frame.y, at: 3, lane: index)
      scratch.frames.set(frame.z, at: 6, lane: index)
      scratch.frames.set(frame.position, at: 9, lane: index)
    }
  }

  /// For each link the sum over those that carry it and itself, and `base`.
  @inline(__always)
  private func summedOutwards(
    _ own: SpatialLanes, from base: SpatialVector, _ scratch: inout BodyScratch
  ) -> SpatialLanes {
    scratch.motions[vectorAt: 0] = own.angular
    scratch.motions[vectorAt: 3] = own.linear
    let carried = carried.span
    let (a, l) = (base.angular, base.linear)
    var angular = LaneVector(
      x: Lanes(repeating: a.x), y: Lanes(repeating: a.y), z: Lanes(repeating: a.z))
    var linear = LaneVector(
      x: Lanes(repeating: l.x), y: Lanes(repeating: l.y), z: Lanes(repeating: l.z))
    for index in carried.indices {
      let mask = carried[index].wide
      angular.x += scratch.motions.columns[0][index] * mask
      angular.y += scratch.motions.columns[1][index] * mask
      angular.z += scratch.motions.columns[2][index] * mask
      linear.x += scratch.motions.columns[3][index] * mask
      linear.y += scratch.motions.columns[4][index] * mask
      linear.z += scratch.motions.columns[5][index] * mask
    }
    return SpatialLanes(angular: angular, linear: linear)
  }

  /// For each link the sum over those that it carries and itself.
  @inline(__always)
  private func sumInwards(_ scratch: inout BodyScratch) {
    let carriers = carriers.span
    for row in 0..<16 {
      var sum = Lanes.zero
      for index in carriers.indices {
        sum += scratch.loads.columns[row][index] * carriers[index].wide
      }
      scratch.loads[row] = sum
    }
  }

  /// The inertias about the origin of the base.
  @inline(__always)
  private func placedInertia(_ scratch: inout BodyScratch) -> InertiaLanes {
    let (x, y) = (scratch.frames[vectorAt: 0], scratch.frames[vectorAt: 3])
    let z = scratch.frames[vectorAt: 6]
    let (c, j) = (lanes.centre, lanes.rotational)
    let (xx, yy, zz) = (j[0].wide, j[1].wide, j[2].wide)
    let (xy, xz, yz) = (j[3].wide, j[4].wide, j[5].wide)
    let centre = scratch.frames[vectorAt: 9] + c[0].wide * x + c[1].wide * y + c[2].wide * z
    let first = xx * x + xy * y + xz * z
    let second = xy * x + yy * y + yz * z
    let third = xz * x + yz * y + zz * z
    let mass = lanes.mass.wide
    let moment = mass * centre
    let (mx, my, mz) = (moment.x * centre.x, moment.y * centre.y, moment.z * centre.z)
    return InertiaLanes(
      mass: mass, moment: moment,
      xx: x.x * first.x + y.x * second.x + z.x * third.x + (my + mz),
      yy: x.y * first.y + y.y * second.y + z.y * third.y + (mx + mz),
      zz: x.z * first.z + y.z * second.z + z.z * third.z + (mx + my),
      xy: x.x * first.y + y.x * second.y + z.x * third.y - moment.x * centre.y,
      xz: x.x * first.z + y.x * second.z + z.x * third.z - moment.x * centre.z,
      yz: x.y * first.z + y.y * second.z + z.y * third.z - moment.y * centre.z)
  }

  /// Turns what the links carry into the equations of the joints.
  @inline(__always)
  private func project(
    _ freedom: SpatialLanes, _ scratch: inout BodyScratch, into equations: inout MotionEquations
  ) {
    let force = SpatialLanes(
      angular: scratch.loads[vectorAt: 0], linear: scratch.loads[vectorAt: 3])
    let momentum = InertiaLanes(&scratch.loads)(freedom)
    let lift = dynamics.lift.linear
    let (a, l) = (momentum.angular, momentum.linear)
    equations.bias = JointVector(freedom.dot(force))
    equations.weight = JointVector(lift.x * l.x + lift.y * l.y + lift.z * l.z)
    let (turn, slide) = (freedom.angular, freedom.linear)
    scratch.motions[vectorAt: 0] = a
    scratch.motions[vectorAt: 3] = l
    for index in 0..<dynamics.count {
      var row = scratch.motions.columns[0][index] * turn.x
      row += scratch.motions.columns[1][index] * turn.y
      row += scratch.motions.columns[2][index] * turn.z
      row += scratch.motions.columns[3][index] * slide.x
      row += scratch.motions.columns[4][index] * slide.y
      row += scratch.motions.columns[5][index] * slide.z
      equations.mass[index] = row * carriers[index].wide
    }
  }
}
