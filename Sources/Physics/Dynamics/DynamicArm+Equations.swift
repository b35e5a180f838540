import Math

/// M a + bias = force, for an arm somewhere.
struct MotionEquations {
  /// The rows of the mass matrix, of which each holds what its joint shares with its carriers.
  var mass = InlineArray<8, JointVector>(repeating: .zero)
  /// The forces that keep the joints from accelerating, gravity included.
  var bias = JointVector.zero
  /// The part of `bias` that is due to gravity.
  var weight = JointVector.zero
}

/// What the bodies of an arm do in a step. Place 0 is the base, place i + 1 the link of joint i.
struct BodyScratch {
  var placed = InlineArray<9, PlacedBody>(repeating: .base)
  var velocities = InlineArray<9, SpatialVector>(repeating: .zero)
  var accelerations = InlineArray<9, SpatialVector>(repeating: .zero)
  var forces = InlineArray<9, SpatialVector>(repeating: .zero)
}

extension DynamicArm {
  /// Fills in the equations of motion: RNEA and CRBA (Featherstone, 2008, chapters 5 and 6) in one
  /// pass outwards and one inwards, the joints' parts in one lane each.
  @inline(__always)
  func gather(
    _ position: JointVector, _ velocity: JointVector, _ bodies: Span<ArmBody>,
    _ scratch: inout BodyScratch, into equations: inout MotionEquations
  ) {
    scratch.accelerations[0] = dynamics.lift
    let (sines, cosines) = sincos(position)
    for index in bodies.indices {
      let body = bodies[index]
      let parent = body.parent + 1
      let slides = body.slides
      let placed = PlacedBody(
        body, on: scratch.placed[parent], offset: slides ? position[index] : 0,
        sine: slides ? 0 : sines[index], cosine: slides ? 1 : cosines[index])
      let own = velocity[index] * placed.freedom
      let moving = scratch.velocities[parent] + own
      let rising = scratch.accelerations[parent] + moving.crossMotion(own)
      scratch.placed[index + 1] = placed
      scratch.velocities[index + 1] = moving
      scratch.accelerations[index + 1] = rising
      scratch.forces[index + 1] =
        placed.inertia(rising) + moving.crossForce(placed.inertia(moving))
    }
    project(bodies, &scratch, into: &equations)
  }

  /// The pass inwards.
  @inline(__always)
  private func project(
    _ bodies: Span<ArmBody>, _ scratch: inout BodyScratch, into equations: inout MotionEquations
  ) {
    // By components: the freedoms of the joints, one joint in a lane.
    var turnX = JointVector.zero
    var turnY = JointVector.zero
    var turnZ = JointVector.zero
    var slideX = JointVector.zero
    var slideY = JointVector.zero
    var slideZ = JointVector.zero
    for index in bodies.indices {
      let freedom = scratch.placed[index + 1].freedom
      turnX[index] = freedom.angular.x
      turnY[index] = freedom.angular.y
      turnZ[index] = freedom.angular.z
      slideX[index] = freedom.linear.x
      slideY[index] = freedom.linear.y
      slideZ[index] = freedom.linear.z
    }
    let (tx, ty, tz) = (turnX.wide, turnY.wide, turnZ.wide)
    let (sx, sy, sz) = (slideX.wide, slideY.wide, slideZ.wide)
    let carriers = carriers.span
    let lift = dynamics.lift.linear
    for index in bodies.indices.reversed() {
      let parent = bodies[index].parent + 1
      let inertia = scratch.placed[index + 1].inertia
      let force = scratch.forces[index + 1]
      let freedom = scratch.placed[index + 1].freedom
      if parent > 0 {
        scratch.placed[parent].inertia = scratch.placed[parent].inertia + inertia
        scratch.forces[parent] = scratch.forces[parent] + force
      }
      let momentum = inertia(freedom)
      let (a, l) = (momentum.angular, momentum.linear)
      let row = (a.x * tx + a.y * ty + a.z * tz) + (l.x * sx + l.y * sy + l.z * sz)
      equations.mass[index] = JointVector(row * carriers[index].wide)
      equations.bias[index] = freedom.dot(force)
      equations.weight[index] = l.dot(lift)
    }
  }

  /// Sine and cosine of each lane.
  @inline(__always)
  private func sincos(_ angles: JointVector) -> (JointVector, JointVector) {
    var sines = JointVector.zero
    var cosines = JointVector.zero
    for lane in 0..<dynamics.count {
      (sines[lane], cosines[lane]) = Math.sincos(angles[lane])
    }
    return (sines, cosines)
  }
}

extension MotionEquations {
  /// Solves (mass + diag `extra`) a = `force` by elimination from the tips inwards, which fills no
  /// element that is 0 (Featherstone, 2008, section 6.5).
  @inline(__always)
  func solved(_ force: JointVector, extra: JointVector, count: Int) -> JointVector {
    var rows = mass
    var right = force
    var inverse = JointVector.zero
    for index in 0..<count { rows[index][index] += extra[index] }
    for pivot in (0..<count).reversed() {
      inverse[pivot] = 1 / rows[pivot][pivot]
      let row = rows[pivot].wide
      let factors = JointVector(inverse[pivot] * row)
      for index in 0..<pivot {
        rows[index] = JointVector(rows[index].wide - factors[index] * row)
        right[index] -= factors[index] * right[pivot]
      }
    }
    var result = JointVector.zero
    for index in 0..<count {
      var sum = right[index]
      for carrier in 0..<index { sum -= rows[index][carrier] * result[carrier] }
      result[index] = sum * inverse[index]
    }
    return result
  }
}
