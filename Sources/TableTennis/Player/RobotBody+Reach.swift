import Math
import Physics

extension RobotBody {
  /// What the ball could meet at a tick of the last control step.
  @inline(__always)
  mutating func stance(at tick: Int) -> Stance {
    Stance(model.frames(path[tick].position), path[tick].velocity, of: model)
  }

  /// The middle of the blade at a tick of the last control step.
  @inline(__always)
  mutating func bladeCentre(at tick: Int) -> Vector3 {
    model.racketPose(path[tick].position).centre
  }

  /// Whether, all through the last control step, every part of the robot was farther than
  /// `distance` metres from `point`. May say false in doubt.
  @inline(__always)
  mutating func isBeyond(_ distance: Double, of point: Vector3) -> Bool {
    let way = Double(Court.ticksPerStep) * pace + distance
    // No part is farther from the first upright axis than its lever.
    let carriage = model.carriage(path[0].position)
    let (x, y) = (point.x - carriage.x, point.y - carriage.y)
    let reach = model.girth + way
    if x * x + y * y > reach * reach { return true }
    var moved = model.displacement(from: survey.joints, to: path[0].position)
    if moved > RobotBody.staleness {
      survey = Survey(path[0].position, of: model)
      moved = 0
    }
    return survey.stance.distance(to: point, model.capsules) > way + moved
  }

  /// Whether the middle of the blade was farther than `distance` metres from `point` at the start
  /// and at the end of the last control step. May say false in doubt.
  @inline(__always)
  mutating func isBladeBeyond(_ distance: Double, of point: Vector3) -> Bool {
    let last = path[Court.ticksPerStep].position
    let moved = max(
      model.displacement(from: survey.joints, to: path[0].position),
      model.displacement(from: survey.joints, to: last))
    let reach = distance + moved
    return (point - survey.stance.blade.centre).lengthSquared > reach * reach
  }
}
