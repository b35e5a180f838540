import Math
import Physics

extension RobotModel {
  typealias Frames = InlineArray<8, Transform>

  /// The world frames of all links.
  func frames(_ joints: JointVector) -> Frames {
    var frames = Frames(repeating: .identity)
    var span = frames.mutableSpan
    chain.place(joints, into: &span)
    return frames
  }

  /// A bound, in metres, on how far any point of the robot lies from where it lay in another pose.
  @inline(__always)
  func displacement(from a: JointVector, to b: JointVector) -> Double {
    (levers * abs(b - a)).sum()
  }

  /// The racket's pose and motion.
  /// - Parameters:
  ///   - joints: Positions, in metres and radians.
  ///   - velocities: Metres and radians per second.
  public func racketPose(_ joints: JointVector, _ velocities: JointVector) -> RacketPose {
    racketPose(frames(joints), velocities)
  }

  /// The racket's pose and motion, given the frames of the links.
  func racketPose(_ frames: Frames, _ velocities: JointVector) -> RacketPose {
    let tool = chain.toolFrame(frames.span)
    let rates = InlineArray<8, Double> { velocities[$0] }
    let twist = chain.velocity(at: tool.position, frames.span, rates.span)
    return RacketPose(
      centre: tool.position, attitude: tool.rotation, velocity: twist.linear,
      angularVelocity: twist.angular)
  }

  /// The racket's pose with the joints at rest.
  public func racketPose(_ joints: JointVector) -> RacketPose {
    let tool = chain.toolFrame(frames(joints).span)
    return RacketPose(centre: tool.position, attitude: tool.rotation)
  }

  /// The racket's pose and Jacobian, its rows spread over the lanes of the joints.
  func racketJacobian(_ joints: JointVector) -> RacketJacobian {
    let frames = frames(joints)
    let tool = chain.toolFrame(frames.span)
    var columns = InlineArray<8, Twist>(repeating: .zero)
    var span = columns.mutableSpan
    chain.jacobian(at: tool.position, frames.span, into: &span)
    return RacketJacobian(tool: tool, columns: columns)
  }
}

/// The racket's frame, and the rows of its Jacobian: the velocity of its centre and its turning
/// about the world axes for a unit velocity of each joint.
struct RacketJacobian {
  var tool: Transform
  var x = JointVector.zero
  var y = JointVector.zero
  var z = JointVector.zero
  var turnX = JointVector.zero
  var turnY = JointVector.zero
  var turnZ = JointVector.zero

  init(tool: Transform, columns: InlineArray<8, Twist>) {
    self.tool = tool
    for lane in 0..<8 {
      x[lane] = columns[lane].linear.x
      y[lane] = columns[lane].linear.y
      z[lane] = columns[lane].linear.z
      turnX[lane] = columns[lane].angular.x
      turnY[lane] = columns[lane].angular.y
      turnZ[lane] = columns[lane].angular.z
    }
  }

  /// The turning about the unit vector `axis`.
  func turning(about axis: Vector3) -> JointVector {
    axis.x * turnX + axis.y * turnY + axis.z * turnZ
  }
}
