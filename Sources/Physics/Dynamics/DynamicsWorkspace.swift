/// Room for the equations of motion of one arm. It belongs to the caller, who makes it once and
/// lends it to every call; what it holds between calls means nothing.
public struct DynamicsWorkspace: Sendable {
  var placed: [PlacedBody]
  var velocities: [SpatialVector]
  var accelerations: [SpatialVector]
  var forces: [SpatialVector]
  var composites: [SpatialInertia]
  var articulated: [ArticulatedInertia]
  var pushes: [SpatialVector]
  var resistances: [Double]
  var drives: [Double]

  public init(for dynamics: ArmDynamics) {
    let count = dynamics.count
    placed = Array(repeating: .base, count: count)
    velocities = Array(repeating: .zero, count: count)
    accelerations = Array(repeating: .zero, count: count)
    forces = Array(repeating: .zero, count: count)
    composites = Array(repeating: .zero, count: count)
    articulated = Array(repeating: ArticulatedInertia(.zero), count: count)
    pushes = Array(repeating: .zero, count: count)
    resistances = Array(repeating: 0, count: count)
    drives = Array(repeating: 0, count: count)
  }
}
