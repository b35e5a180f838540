import Math
import Physics

@testable import TableTennis

/// Poses, commands, goals and swings to try the robot with.
enum RobotSamples {
  static func joints(_ model: RobotModel, _ random: inout Random) -> JointVector {
    var joints = JointVector.zero
    for lane in 0..<8 {
      joints[lane] = random.uniform(model.servos.lowest[lane], model.servos.highest[lane])
    }
    return joints
  }

  static func command(_ model: RobotModel, _ random: inout Random) -> JointVector {
    var command = JointVector.zero
    for lane in 0..<8 { command[lane] = random.uniform(-1, 1) * model.servos.speedLimit[lane] }
    return command
  }

  /// The direction that is `pitch` above and `yaw` to the right of +y, both in degrees.
  static func direction(pitch: Double, yaw: Double) -> Vector3 {
    let (p, y) = (sincos(pitch * .pi / 180), sincos(yaw * .pi / 180))
    return Vector3(y.sine * p.cosine, y.cosine * p.cosine, p.sine)
  }

  static func goal(_ random: inout Random) -> RacketGoal {
    let face: RacketFace = random.uniform() < 0.5 ? .forehand : .backhand
    return RacketGoal(
      centre: Vector3(
        random.uniform(-0.75, 0.75), random.uniform(-1.75, -1.25), random.uniform(0.05, 0.55)),
      normal: direction(pitch: random.uniform(-45, 45), yaw: random.uniform(-30, 30)), face: face)
  }

  /// The corners and middles of the region in which the robot meets the ball, with the racket's
  /// directions that return it, for both faces.
  static let region: [RacketGoal] = {
    var goals: [RacketGoal] = []
    for face in RacketFace.allCases {
      for x in [-0.75, -0.375, 0, 0.375, 0.75] {
        for y in [-1.75, -1.5, -1.25] {
          for z in [0.05, 0.175, 0.3, 0.425, 0.55] {
            for pitch in [-45.0, 0, 45] {
              for yaw in [-30.0, 0, 30] {
                goals.append(
                  RacketGoal(
                    centre: Vector3(x, y, z), normal: direction(pitch: pitch, yaw: yaw),
                    face: face))
              }
            }
          }
        }
      }
    }
    return goals
  }()

  /// A stroke as the game asks for them: from home to a ball on one side of the robot, the face
  /// nearly upright, the racket moving forward and up at 2 to 5 m/s.
  static func swing(
    _ model: RobotModel, _ time: Double, _ delay: JointVector, _ random: inout Random
  ) -> SwingPlan? {
    var goal = goal(&random)
    goal.centre = Vector3(
      random.uniform(0.1, 0.7) * goal.face.sign, random.uniform(-1.7, -1.3),
      random.uniform(0.15, 0.45))
    goal.normal = direction(pitch: random.uniform(-15, 25), yaw: random.uniform(-15, 15))
    let speed = random.uniform(2, 5)
    let velocity = speed * direction(pitch: random.uniform(-5, 25), yaw: random.uniform(-10, 10))
    let stroke = model.stroke(
      goal, velocity: velocity, from: JointMotion(position: model.home), hitTime: time,
      delay: delay)
    return stroke.reach.isExact && stroke.drive.residual.length < 0.2 ? stroke.plan : nil
  }
}

/// How a swing went.
struct SwingOutcome {
  let effort: Double
  let recoveryEffort: Double
  /// Metres, metres per second and radians between plan and robot at the hit.
  let positionError: Double
  let velocityError: Double
  let angleError: Double
  /// The greatest distance of a joint from home at the end, as a share of its range.
  let homeError: Double
  /// Whether the robot touches the table or itself on the way to the hit, and on the way back.
  let touches: (before: Bool, after: Bool)

  /// Plays `plan` with commands at 50 Hz that arrive `delay` seconds late.
  init(_ model: RobotModel, _ plan: SwingPlan, delay: JointVector) {
    self.init(model, plan, delay: delay) { _, _ in nil }
  }

  /// - Parameter correction: At each command, another plan to follow from then on, if any.
  init(
    _ model: RobotModel, _ plan: SwingPlan, delay: JointVector,
    correction: (Double, SwingTracker) -> SwingPlan?
  ) {
    var robot = RestingRobot(model)
    robot.rest(at: plan.motion(at: 0).position)
    var tracker = SwingTracker(
      plan, model.servos, setPoint: robot.state.setPoint, delay: delay)
    var hitTime = plan.hitTime
    var endTime = plan.endTime
    let late = (0..<8).map { Int((delay[$0] * 1000).rounded()) }
    var sent: [JointVector] = []
    var hit = robot.racketPose
    var step = 0
    var touches = (before: false, after: false)
    while Double(step) < 1000 * (endTime + 0.6) {
      let time = 0.001 * Double(step)
      if step % 20 == 0 {
        if let next = correction(time, tracker) {
          tracker.follow(next, from: time)
          hitTime = time + next.hitTime
          endTime = time + next.endTime
        }
        sent.append(tracker.command(at: time))
      }
      var command = JointVector.zero
      for lane in 0..<8 where step >= late[lane] {
        command[lane] = sent[(step - late[lane]) / 20][lane]
      }
      robot.advance(command)
      step += 1
      if step % 10 == 0, model.collision(robot.state.position) != nil {
        if 0.001 * Double(step) <= hitTime { touches.before = true } else { touches.after = true }
      }
      if step == Int((1000 * hitTime).rounded()) { hit = robot.racketPose }
    }
    let last = tracker.plan
    let motion = last.motion(at: last.hitTime)
    let planned = model.racketPose(motion.position, motion.velocity)
    self.touches = touches
    effort = last.effort.max()
    recoveryEffort = last.recoveryEffort.max()
    positionError = (hit.centre - planned.centre).length
    velocityError = (hit.velocity - planned.velocity).length
    angleError = acos(hit.normal.dot(planned.normal))
    let home = last.motion(at: last.endTime).position
    homeError = (abs(robot.state.position - home) / (model.servos.highest - model.servos.lowest))
      .max()
  }
}
