import Arena
import Math

/// Many poles on carts, with their states in columns: the arithmetic of `CartPole` for as many of
/// them at a time as the processor's vectors hold.
public struct CartPoleBatch: WorldBatch {
  private let setup: CartPole.Setup
  private var positions: [Double]
  private var velocities: [Double]
  private var angles: [Double]
  private var angularVelocities: [Double]
  private var steps: [Int32]
  private var forces: [Double]
  private var falls: [Double]

  public init(_ world: CartPole, count: Int) {
    setup = world.setup
    positions = Array(repeating: world.state.position, count: count)
    velocities = Array(repeating: world.state.velocity, count: count)
    angles = Array(repeating: world.state.angle, count: count)
    angularVelocities = Array(repeating: world.state.angularVelocity, count: count)
    steps = Array(repeating: Int32(world.steps), count: count)
    forces = Array(repeating: 0, count: count)
    falls = Array(repeating: 0, count: count)
  }

  public var count: Int { positions.count }

  public subscript(index: Int) -> CartPole {
    get { CartPole(setup, state: state(index), steps: Int(steps[index])) }
    set { put(newValue.state, steps: newValue.steps, at: index) }
  }

  private func state(_ index: Int) -> CartPole.State {
    CartPole.State(
      position: positions[index], velocity: velocities[index], angle: angles[index],
      angularVelocity: angularVelocities[index])
  }

  private mutating func put(_ state: CartPole.State, steps count: Int, at index: Int) {
    positions[index] = state.position
    velocities[index] = state.velocity
    angles[index] = state.angle
    angularVelocities[index] = state.angularVelocity
    steps[index] = Int32(count)
  }

  public mutating func reset(_ index: Int, seed: UInt64) {
    put(CartPole.start(seed: seed, spread: setup.startSpread), steps: 0, at: index)
  }

  public mutating func step(
    _ actions: Span<Float>, rewards: inout MutableSpan<Float>,
    statuses: inout MutableSpan<Status>
  ) {
    push(actions, &forces)
    advance(&positions, &velocities, &angles, &angularVelocities, forces, &falls)
    judge(falls, &steps, limit: Int32(setup.stepLimit), &rewards, &statuses)
  }

  public func observe(into observations: inout MutableSpan<Float>) {
    guard setup.observesVelocity else { return show(positions, angles, &observations) }
    show(positions, velocities, angles, angularVelocities, &observations)
  }

  public func observe(_ index: Int, into row: inout MutableSpan<Float>) {
    state(index).write(into: &row, withVelocity: setup.observesVelocity)
  }
}

// Free functions over columns, and numbers of one width in each loop, so that the compiler makes
// vectors of them.

private func push(_ actions: Span<Float>, _ forces: inout [Double]) {
  var forces = forces.mutableSpan
  for i in 0..<forces.count { forces[i] = actions[i] > 0.5 ? CartPole.force : -CartPole.force }
}

private func advance(
  _ positions: inout [Double], _ velocities: inout [Double], _ angles: inout [Double],
  _ angularVelocities: inout [Double], _ forces: [Double], _ falls: inout [Double]
) {
  let count = forces.count
  let forces = forces.span
  var positions = positions.mutableSpan
  var velocities = velocities.mutableSpan
  var angles = angles.mutableSpan
  var angularVelocities = angularVelocities.mutableSpan
  var falls = falls.mutableSpan
  precondition(
    positions.count == count && velocities.count == count && angles.count == count
      && angularVelocities.count == count && falls.count == count)
  for i in 0..<count {
    var state = CartPole.State(
      position: positions[i], velocity: velocities[i], angle: angles[i],
      angularVelocity: angularVelocities[i])
    CartPole.advance(&state, force: forces[i])
    positions[i] = state.position
    velocities[i] = state.velocity
    angles[i] = state.angle
    angularVelocities[i] = state.angularVelocity
    falls[i] = CartPole.hasFallen(state) ? 1 : 0
  }
}

private func judge(
  _ falls: [Double], _ steps: inout [Int32], limit: Int32, _ rewards: inout MutableSpan<Float>,
  _ statuses: inout MutableSpan<Status>
) {
  let falls = falls.span
  var steps = steps.mutableSpan
  for i in 0..<steps.count {
    steps[i] &+= 1
    rewards[i] = 1
    let isOver = steps[i] >= limit
    statuses[i] = falls[i] > 0 ? .finished : isOver ? .truncated : .running
  }
}

private func show(
  _ positions: [Double], _ velocities: [Double], _ angles: [Double], _ angularVelocities: [Double],
  _ observations: inout MutableSpan<Float>
) {
  let count = positions.count
  let (positions, velocities) = (positions.span, velocities.span)
  let (angles, angularVelocities) = (angles.span, angularVelocities.span)
  precondition(
    velocities.count == count && angles.count == count && angularVelocities.count == count
      && observations.count == 4 * count)
  for i in 0..<count {
    observations[4 * i] = Float(positions[i])
    observations[4 * i + 1] = Float(velocities[i])
    observations[4 * i + 2] = Float(angles[i])
    observations[4 * i + 3] = Float(angularVelocities[i])
  }
}

private func show(
  _ positions: [Double], _ angles: [Double], _ observations: inout MutableSpan<Float>
) {
  let (positions, angles) = (positions.span, angles.span)
  precondition(angles.count == positions.count && observations.count == 2 * positions.count)
  for i in 0..<positions.count {
    observations[2 * i] = Float(positions[i])
    observations[2 * i + 1] = Float(angles[i])
  }
}
