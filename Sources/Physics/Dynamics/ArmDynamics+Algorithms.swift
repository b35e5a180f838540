import Math

extension ArmDynamics {
  /// The forces that the joints must exert for the given accelerations: the recursive Newton-Euler
  /// algorithm (Featherstone, 2008, equations 5.7 to 5.10).
  public func inverseDynamics(
    _ positions: Span<Double>, _ velocities: Span<Double>, _ accelerations: Span<Double>,
    into forces: inout MutableSpan<Double>, in workspace: inout DynamicsWorkspace
  ) {
    place(positions, into: &workspace.placed)
    for index in bodies.indices {
      let body = workspace.placed[index]
      let parent = bodies[index].parent
      let jointVelocity = velocities[index] * body.freedom
      let velocity = (parent < 0 ? .zero : workspace.velocities[parent]) + jointVelocity
      let acceleration =
        (parent < 0 ? lift : workspace.accelerations[parent])
        + accelerations[index] * body.freedom + velocity.crossMotion(jointVelocity)
      workspace.velocities[index] = velocity
      workspace.accelerations[index] = acceleration
      workspace.forces[index] =
        body.inertia(acceleration) + velocity.crossForce(body.inertia(velocity))
    }
    for index in bodies.indices.reversed() {
      let force = workspace.forces[index]
      forces[index] =
        workspace.placed[index].freedom.dot(force) + armatures[index] * accelerations[index]
      let parent = bodies[index].parent
      if parent >= 0 { workspace.forces[parent] = workspace.forces[parent] + force }
    }
  }

  /// The forces with which the joints hold the arm still against gravity.
  public func gravityForces(
    _ positions: Span<Double>, into forces: inout MutableSpan<Double>,
    in workspace: inout DynamicsWorkspace
  ) {
    gatherComposites(positions, in: &workspace)
    for index in bodies.indices {
      let pull = workspace.composites[index](workspace.placed[index].freedom)
      forces[index] = pull.linear.dot(lift.linear)
    }
  }

  /// The mass matrix, rotors included, row after row: the composite rigid body algorithm
  /// (Featherstone, 2008, equations 6.7 to 6.14).
  /// - Parameter matrix: n x n numbers.
  public func massMatrix(
    _ positions: Span<Double>, into matrix: inout MutableSpan<Double>,
    in workspace: inout DynamicsWorkspace
  ) {
    precondition(matrix.count >= count * count, "n rows of n numbers")
    gatherComposites(positions, in: &workspace)
    for index in 0..<count * count { matrix[index] = 0 }
    for index in bodies.indices {
      let momentum = workspace.composites[index](workspace.placed[index].freedom)
      var carrier = index
      while carrier >= 0 {
        let element = workspace.placed[carrier].freedom.dot(momentum)
        matrix[index * count + carrier] = element
        matrix[carrier * count + index] = element
        carrier = bodies[carrier].parent
      }
      matrix[index * count + index] += armatures[index]
    }
  }

  /// The inertia of each body with all that it carries.
  private func gatherComposites(
    _ positions: Span<Double>, in workspace: inout DynamicsWorkspace
  ) {
    place(positions, into: &workspace.placed)
    for index in bodies.indices { workspace.composites[index] = workspace.placed[index].inertia }
    for index in bodies.indices.reversed() {
      let parent = bodies[index].parent
      if parent >= 0 {
        workspace.composites[parent] = workspace.composites[parent] + workspace.composites[index]
      }
    }
  }

  /// The accelerations that the forces of the joints give: the articulated body algorithm
  /// (Featherstone, 2008, table 7.1).
  public func forwardDynamics(
    _ positions: Span<Double>, _ velocities: Span<Double>, _ forces: Span<Double>,
    into accelerations: inout MutableSpan<Double>, in workspace: inout DynamicsWorkspace
  ) {
    place(positions, into: &workspace.placed)
    moveOutwards(velocities, in: &workspace)
    gatherArticulated(forces, in: &workspace)
    for index in bodies.indices {
      let parent = bodies[index].parent
      // `accelerations` holds v x S q' here, and the body's acceleration after this.
      let carried =
        (parent < 0 ? lift : workspace.accelerations[parent]) + workspace.accelerations[index]
      let lacking = workspace.drives[index] - workspace.pushes[index].dot(carried)
      accelerations[index] = lacking / workspace.resistances[index]
      workspace.accelerations[index] =
        carried + accelerations[index] * workspace.placed[index].freedom
    }
  }

  private func moveOutwards(_ velocities: Span<Double>, in workspace: inout DynamicsWorkspace) {
    for index in bodies.indices {
      let body = workspace.placed[index]
      let parent = bodies[index].parent
      let jointVelocity = velocities[index] * body.freedom
      let velocity = (parent < 0 ? .zero : workspace.velocities[parent]) + jointVelocity
      workspace.velocities[index] = velocity
      workspace.accelerations[index] = velocity.crossMotion(jointVelocity)
      workspace.articulated[index] = ArticulatedInertia(body.inertia)
      workspace.forces[index] = velocity.crossForce(body.inertia(velocity))
    }
  }

  private func gatherArticulated(_ forces: Span<Double>, in workspace: inout DynamicsWorkspace) {
    for index in bodies.indices.reversed() {
      let freedom = workspace.placed[index].freedom
      let inertia = workspace.articulated[index]
      let push = inertia(freedom)
      let resistance = freedom.dot(push) + armatures[index]
      let drive = forces[index] - freedom.dot(workspace.forces[index])
      workspace.pushes[index] = push
      workspace.resistances[index] = resistance
      workspace.drives[index] = drive
      let parent = bodies[index].parent
      guard parent >= 0 else { continue }
      workspace.articulated[parent].add(inertia, less: push, over: resistance)
      // Ia c = IA c - U (U . c) / D.
      let bias = workspace.accelerations[index]
      let passed =
        workspace.forces[index] + inertia(bias)
        + ((drive - push.dot(bias)) / resistance) * push
      workspace.forces[parent] = workspace.forces[parent] + passed
    }
  }
}
