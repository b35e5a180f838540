import Math
import Physics

@testable import TableTennis

/// The robot in a moment: its model and the state of its joints. A value, so a copy is a snapshot.
struct RestingRobot: Sendable {
  let model: RobotModel
  private(set) var state: ServoState

  /// The robot at rest in its home pose.
  init(_ model: RobotModel = .paper) {
    self.model = model
    state = ServoState(restingAt: model.home)
  }

  /// The robot at rest with its joints at `joints`, held within their ranges.
  mutating func rest(at joints: JointVector) {
    state = ServoState(restingAt: model.within(joints))
  }

  /// Moves on by `steps` servo steps while the set-points move with `command`, which is held within
  /// the speed limits. A command that is not a number counts as 0.
  /// - Parameter command: Metres per second for the slides, radians per second for the axes.
  mutating func advance(_ command: JointVector, steps: Int = 1) {
    let command = command.replacing(with: JointVector.zero, where: command .!= command)
    // A copy of the state, not of the servos, which are larger.
    var moved = state
    model.servos.advance(&moved, command, steps: steps)
    state = moved
  }

  /// Where the racket is and how it moves.
  var racketPose: RacketPose { model.racketPose(state.position, state.velocity) }

  func hash(into digest: inout Digest) {
    state.hash(into: &digest)
  }
}
