import Foundation
import Math
import Physics
import Testing

struct DynamicArmTests {
  /// The table-tennis robot, its joints free of stops, dry friction and weak motors, on request
  /// of dampers too.
  static func free(
    _ name: String = "table-tennis", isDamped: Bool = true, gravity: Double = 9.81
  ) throws -> ArmDynamics {
    let robot = try RobotFile.read(name)
    let joints = robot.chain.joints.map { joint in
      var joint = joint
      joint.range = -1000...1000
      joint.drive.friction = 0
      joint.drive.forceLimit = 1e6
      if !isDamped { joint.drive.damping = 0 }
      return joint
    }
    return ArmDynamics(
      KinematicChain(base: .identity, joints: joints, tool: robot.chain.tool),
      inertias: robot.inertias, armatures: robot.armatures, gravity: Vector3(0, 0, -gravity))
  }

  static let home = JointVector(-0.35, 0, 0, 0.6, 0.4, 0, -1.1, 0.8)

  private func racket(_ arm: DynamicArm, _ state: DynamicState) -> Vector3 {
    let chain = arm.dynamics.chain
    var frames = [Transform](repeating: .identity, count: chain.count)
    let positions = (0..<chain.count).map { state.position[$0] }
    var span = frames.mutableSpan
    chain.place(positions.span, into: &span)
    return chain.toolFrame(frames.span).position
  }

  struct Swing: Codable {
    var start: [Double]
    var forces: [Double]
    var racket: [[Double]]
  }

  /// How far the racket is at worst from MuJoCo's, in a second of constant forces.
  private func swingError(step: Double) throws -> Double {
    let golden = try JSONDecoder().decode(
      Swing.self, from: Data(contentsOf: RobotFile.goldens.appendingPathComponent("swing.json")))
    let arm = DynamicArm(try Self.free(), step: step, compensatesGravity: false)
    var forces = JointVector.zero
    for (lane, force) in golden.forces.enumerated() { forces[lane] = force }
    var state = DynamicState(restingAt: Self.home)
    var worst = 0.0
    for place in golden.racket {
      arm.advance(&state, forces, motor: .torque, steps: Int((0.05 / step).rounded()))
      let expected = Vector3(place[0], place[1], place[2])
      worst = max(worst, (racket(arm, state) - expected).length)
    }
    return worst
  }

  @Test func aSwingAgreesWithMuJoCo() throws {
    let errors = try [1e-3, 5e-4, 1e-4].map { try swingError(step: $0) }
    print("swing against MuJoCo at 1e-5 s: \(errors) m at 1, 0.5 and 0.1 ms")
    #expect(errors[0] < 1e-3)
    #expect(errors[2] < 1e-5)
    // Of second order.
    #expect(errors[0] / errors[1] > 3.5)
  }

  /// The step works on all links side by side, the algorithms on one after the other.
  @Test(arguments: ["table-tennis", "six-axis", "seven-axis", "tree"])
  func aShortStepHasTheAccelerationOfTheAlgorithms(name: String) throws {
    let robot = try RobotFile.read(name)
    let joints = robot.chain.joints.prefix(8).map { joint in
      var joint = joint
      joint.range = -10...10
      joint.drive.friction = 0
      joint.drive.damping = 0
      joint.drive.forceLimit = 1e6
      return joint
    }
    // The first eight joints of a tree are a tree.
    let dynamics = ArmDynamics(
      KinematicChain(base: robot.chain.base, joints: joints, tool: .identity),
      inertias: Array(robot.inertias.prefix(8)), armatures: Array(robot.armatures.prefix(8)))
    let arm = DynamicArm(dynamics, step: 1e-9, compensatesGravity: false)
    var workspace = DynamicsWorkspace(for: dynamics)
    var random = Random(seed: 9)
    for _ in 0..<100 {
      var state = DynamicState(restingAt: .zero)
      var forces = JointVector.zero
      for lane in joints.indices {
        state.position[lane] = random.uniform(-7, 7)
        state.velocity[lane] = random.uniform(-3, 3)
        forces[lane] = random.uniform(-50, 50)
      }
      let lanes = joints.indices
      let (q, v) = (lanes.map { state.position[$0] }, lanes.map { state.velocity[$0] })
      let pushes = lanes.map { forces[$0] }
      var expected = q
      var span = expected.mutableSpan
      dynamics.forwardDynamics(
        q.span, v.span, pushes.span, into: &span, in: &workspace)
      arm.advance(&state, forces, motor: .torque)
      let size = expected.map { abs($0) }.max() ?? 0
      for lane in lanes { #expect(abs(state.acceleration[lane] - expected[lane]) < 1e-6 * size) }
    }
  }

  /// The change of energy in `seconds` of an arm that swings freely from its home.
  private func drift(_ name: String, step: Double, seconds: Double) throws -> Double {
    let dynamics = try Self.free(name, isDamped: false)
    let arm = DynamicArm(dynamics, step: step, compensatesGravity: false)
    var workspace = DynamicsWorkspace(for: dynamics)
    func energy(_ state: DynamicState) -> (kinetic: Double, potential: Double) {
      let q = (0..<dynamics.count).map { state.position[$0] }
      let v = (0..<dynamics.count).map { state.velocity[$0] }
      return dynamics.energy(q.span, v.span, in: &workspace)
    }
    var state = DynamicState(restingAt: name == "table-tennis" ? Self.home : .zero)
    if name != "table-tennis" { state.velocity = JointVector(0.5, 0.6, -0.4, 0.7, 0.3, 0.2, 0, 0) }
    let start = energy(state)
    var (most, worst) = (0.0, 0.0)
    for _ in 0..<Int((seconds * 10).rounded()) {
      arm.advance(&state, .zero, motor: .torque, steps: Int((0.1 / step).rounded()))
      let now = energy(state)
      most = max(most, now.kinetic)
      worst = max(worst, abs(now.kinetic + now.potential - start.kinetic - start.potential))
    }
    return worst / most
  }

  @Test(arguments: ["table-tennis", "six-axis", "seven-axis"])
  func energyDriftsWithTheSquareOfTheStep(name: String) throws {
    let drifts = try [1e-3, 5e-4, 2.5e-4, 1e-4].map { try drift(name, step: $0, seconds: 10) }
    print("energy drift of \(name) over 10 s at 1, .5, .25, .1 ms: \(drifts) of the motion's most")
    #expect(drifts[3] < 1e-3)
    #expect(drifts[3] < 0.1 * drifts[0])
  }

  /// A slide alone is a joint of constant inertia, for which the bank is exact.
  @Test func aSlideAloneMovesLikeItsServo() throws {
    let joint = Joint(
      name: "slide", kind: .prismatic, parent: -1, origin: .identity, axis: .unitX, range: -1...1,
      speedLimit: 2,
      drive: Joint.Drive(
        stiffness: 24_879, derivative: 1316, forceLimit: 150, damping: 25, friction: 0,
        inertia: 6.8))
    let dynamics = ArmDynamics(
      KinematicChain(base: .identity, joints: [joint], tool: .identity),
      inertias: [
        Inertia(mass: 4.1, rotational: SymmetricMatrix(xx: 0.1, yy: 0.1, zz: 0.1))
      ], armatures: [2.7])
    let bank = ServoBank([joint])
    let arm = DynamicArm(dynamics)
    var exact = ServoState(restingAt: .zero)
    var state = DynamicState(restingAt: .zero)
    for (speed, steps) in [(0.3, 200), (2.0, 300), (-2.0, 250), (0.0, 300), (2.0, 1000)] {
      for _ in 0..<steps {
        bank.advance(&exact, JointVector(repeating: speed))
        arm.advance(&state, JointVector(repeating: speed))
        #expect(abs(exact.position[0] - state.position[0]) < 2e-3)
      }
    }
    // Both lean on the stop.
    #expect(state.position[0] > 0.999 && exact.position[0] > 0.999)
    #expect(abs(state.velocity[0]) < 1e-3)
  }

  /// The quickest servo trails its set-point by 14 ms; its motor alone takes 0.2 ms.
  @Test(arguments: [1e-4, 1e-3, 2e-3, 5e-3, 1e-2])
  func stiffServosAreStableAtLongSteps(step: Double) throws {
    let robot = try RobotFile.read("table-tennis")
    let arm = DynamicArm(robot.dynamics, step: step)
    var random = Random(seed: 5)
    var state = DynamicState(restingAt: Self.home)
    for _ in 0..<40 {
      var command = JointVector.zero
      for lane in 0..<8 {
        command[lane] = arm.speedLimit[lane] * random.uniform(-1, 1)
      }
      arm.advance(&state, command, steps: Int((0.1 / step).rounded()))
      for lane in 0..<8 {
        #expect(abs(state.velocity[lane]) < 2.5 * arm.speedLimit[lane])
        #expect((arm.lowest[lane]...arm.highest[lane]).contains(state.position[lane]))
      }
    }
    arm.advance(&state, .zero, steps: Int((1.5 / step).rounded()))
    #expect(abs(state.velocity).max() < 2e-3)
    #expect(abs(state.setPoint - state.position).max() < 5e-3)
  }

  @Test func motorsKeepToTheirLimits() throws {
    let robot = try RobotFile.read("table-tennis")
    let arm = DynamicArm(robot.dynamics, compensatesGravity: false)
    var state = DynamicState(restingAt: Self.home)
    // Far away: the slide's motor is at its limit, 1499 N on 41 kg and a rotor of 27 kg.
    var command = Self.home
    command[1] = 1
    arm.advance(&state, command, motor: .position, steps: 20)
    let ideal = 0.02 * 1499 / (41 + 27.097)
    #expect(abs(state.velocity[1] / ideal - 1) < 0.05)
    // More force than the motor has is the same as all that it has.
    var (strong, full) = (DynamicState(restingAt: Self.home), DynamicState(restingAt: Self.home))
    arm.advance(&strong, 1e5 * JointVector(repeating: 1), motor: .torque, steps: 50)
    arm.advance(&full, arm.forceLimit, motor: .torque, steps: 50)
    #expect(strong == full)
  }

  @Test func gravityCompensationHoldsTheArm() throws {
    let robot = try RobotFile.read("six-axis")
    let pose = JointVector(0.3, -0.8, 1.2, 0.4, -0.7, 0.2, 0, 0)
    var state = DynamicState(restingAt: pose)
    DynamicArm(robot.dynamics).advance(&state, .zero, motor: .torque, steps: 1000)
    #expect(abs(state.position - pose).max() < 1e-9)
    DynamicArm(robot.dynamics, compensatesGravity: false)
      .advance(&state, .zero, motor: .torque, steps: 1000)
    #expect(abs(state.position - pose).max() > 0.1)
  }

  @Test func dryFrictionHoldsAndSlows() throws {
    var joint = try RobotFile.read("table-tennis").chain.joints[1]
    joint.parent = -1
    joint.drive.damping = 0
    joint.drive.friction = 10
    let dynamics = ArmDynamics(
      KinematicChain(base: .identity, joints: [joint], tool: .identity),
      inertias: [Inertia(mass: 5, rotational: SymmetricMatrix(xx: 0.1, yy: 0.1, zz: 0.1))])
    let arm = DynamicArm(dynamics)
    var state = DynamicState(restingAt: .zero)
    arm.advance(&state, JointVector(repeating: 9), motor: .torque, steps: 1000)
    #expect(state.position[0] < 1e-3)
    state = DynamicState(restingAt: .zero)
    arm.advance(&state, JointVector(repeating: 15), motor: .torque, steps: 1000)
    #expect(abs(state.velocity[0] - 1) < 1e-2)
    arm.advance(&state, .zero, motor: .torque, steps: 1000)
    #expect(abs(state.velocity[0]) < 1e-9)
    #expect(abs(state.position[0] - 0.75) < 1e-2)
  }

  /// The carriage hits its stop; what it carries swings on, and no energy comes from nowhere.
  @Test func aBlowAtAStopIsFeltByTheWholeArm() throws {
    let robot = try RobotFile.read("table-tennis")
    let dynamics = ArmDynamics(
      robot.chain, inertias: robot.inertias, armatures: robot.armatures, gravity: .zero)
    let arm = DynamicArm(dynamics)
    var start = Self.home
    start[1] = 1.87
    var state = DynamicState(restingAt: start)
    state.velocity[1] = 2
    var workspace = DynamicsWorkspace(for: dynamics)
    func kinetic(_ state: DynamicState) -> Double {
      let q = (0..<8).map { state.position[$0] }
      let v = (0..<8).map { state.velocity[$0] }
      return dynamics.energy(q.span, v.span, in: &workspace).kinetic
    }
    var before = kinetic(state)
    for _ in 0..<30 {
      arm.advance(&state, .zero, motor: .torque)
      let now = kinetic(state)
      #expect(now <= before + 1e-6)
      before = now
    }
    #expect(state.velocity[1] == 0)
    #expect(abs(state.velocity[2]) > 0.05)
  }

  @Test func equalStatesGiveEqualDigests() throws {
    let robot = try RobotFile.read("table-tennis")
    func digest(_ batch: Int) -> Digest {
      let arm = DynamicArm(robot.dynamics)
      var state = DynamicState(restingAt: Self.home)
      for _ in 0..<200 / batch {
        arm.advance(
          &state, JointVector(0.5, -1, 1, 0.5, -0.5, 1, 0.3, -2), steps: batch)
      }
      var digest = Digest()
      state.hash(into: &digest)
      return digest
    }
    #expect(digest(1) == digest(50))
    print("digest of a dynamic arm:", digest(1))
  }
}
