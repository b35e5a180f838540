import Math
import Physics
import Testing

@Suite struct ServoTests {
  static let stiff = Joint.Drive(
    stiffness: 10_669, derivative: 265, forceLimit: 1e9, damping: 25, friction: 0, inertia: 0.66)
  static let rubbing = Joint.Drive(
    stiffness: 5101, derivative: 66, forceLimit: 20, damping: 3, friction: 0.8, inertia: 0.05)
  static let ringing = Joint.Drive(
    stiffness: 900, derivative: 1, forceLimit: 1e9, damping: 0.5, friction: 0, inertia: 1)

  static func joint(_ drive: Joint.Drive, _ range: ClosedRange<Double> = -10...10) -> Joint {
    Joint(
      name: "joint", kind: .revolute, parent: -1, origin: .identity, axis: .unitZ, range: range,
      speedLimit: 4, drive: drive)
  }

  @Test(arguments: [0.0005, 0.001, 0.01])
  func anOverdampedServoFollowsItsClosedForm(step: Double) {
    let drive = Self.stiff
    let bank = ServoBank([Self.joint(drive)], step: step)
    var state = ServoState(restingAt: .zero)
    state.position[0] = 0.3
    state.velocity[0] = -1.5
    let c = (drive.derivative + drive.damping) / drive.inertia
    let root = (c * c / 4 - drive.stiffness / drive.inertia).squareRoot()
    let (slow, fast) = (-c / 2 + root, -c / 2 - root)
    let b = (-1.5 - slow * 0.3) / (fast - slow)
    for count in 1...Int(0.1 / step) {
      bank.advance(&state, .zero)
      let t = step * Double(count)
      let (x, y) = ((0.3 - b) * exp(slow * t), b * exp(fast * t))
      #expect(abs(state.position[0] - (x + y)) < 1e-12)
      #expect(abs(state.velocity[0] - (slow * x + fast * y)) < 1e-10)
    }
  }

  @Test func aRingingServoFollowsItsClosedForm() {
    let drive = Self.ringing
    let bank = ServoBank([Self.joint(drive)])
    var state = ServoState(restingAt: .zero)
    state.position[0] = 0.5
    bank.advance(&state, .zero, steps: 400)
    let decay = 0.5 * (drive.derivative + drive.damping) / drive.inertia
    let rate = (drive.stiffness / drive.inertia - decay * decay).squareRoot()
    let (sine, cosine) = sincos(rate * 0.4)
    let expected = 0.5 * exp(-decay * 0.4) * (cosine + decay / rate * sine)
    #expect(abs(state.position[0] - expected) < 1e-11)
  }

  @Test func aJointTrailsAnEvenSetPointByItsLag() {
    let bank = ServoBank([Self.joint(Self.stiff)])
    var state = ServoState(restingAt: .zero)
    bank.advance(&state, JointVector(repeating: 1.2), steps: 1000)
    #expect(abs(state.setPoint[0] - 1.2) < 1e-12)
    #expect(abs(state.velocity[0] - 1.2) < 1e-9)
    #expect(abs(state.setPoint[0] - state.position[0] - 1.2 * Self.stiff.lag) < 1e-9)
  }

  /// Semi-implicit Euler steps of one microsecond, written from the equations.
  private func reference(_ drive: Joint.Drive, _ commands: [Double], seconds: Double) -> [Double] {
    var (q, v, goal) = (0.0, 0.0, 0.0)
    var positions: [Double] = []
    for command in commands {
      for _ in 0..<Int(seconds * 1e6) {
        goal += 1e-6 * command
        let wish = drive.stiffness * (goal - q) - drive.derivative * v
        let force = clamp(wish, -drive.forceLimit...drive.forceLimit) - drive.damping * v
        let rubbed = v + 1e-6 * force / drive.inertia
        let stop = 1e-6 * drive.friction / drive.inertia
        v = abs(rubbed) <= stop ? 0 : rubbed - (rubbed < 0 ? -stop : stop)
        q += 1e-6 * v
      }
      positions.append(q)
    }
    return positions
  }

  @Test func aSaturatedRubbingServoConvergesToTheEquations() {
    let commands = [3.0, -4, 4, 0, -1, 0.5]
    let exact = reference(Self.rubbing, commands, seconds: 0.04)
    var errors: [Double] = []
    for step in [0.004, 0.002, 0.001] {
      let bank = ServoBank([Self.joint(Self.rubbing)], step: step)
      var state = ServoState(restingAt: .zero)
      var error = 0.0
      for (command, position) in zip(commands, exact) {
        bank.advance(&state, JointVector(repeating: command), steps: Int((0.04 / step).rounded()))
        error = max(error, abs(state.position[0] - position))
      }
      errors.append(error)
    }
    // The reference itself is good to 5e-6.
    #expect(errors[0] < 2e-5 && errors[1] < 1e-5 && errors[2] < 7e-6)
    #expect(errors[0] > errors[1] && errors[1] > errors[2])
  }

  @Test func frictionHoldsAJointThatIsPushedTooLightly() {
    let bank = ServoBank([Self.joint(Self.rubbing)])
    var state = ServoState(restingAt: .zero)
    state.setPoint[0] = 0.9 * Self.rubbing.friction / Self.rubbing.stiffness
    bank.advance(&state, .zero, steps: 1000)
    #expect(abs(state.position[0]) < 1e-15 && abs(state.velocity[0]) < 1e-15)
  }

  @Test func theMotorForceIsLimitedInTheMean() {
    let bank = ServoBank([Self.joint(Self.rubbing)])
    var state = ServoState(restingAt: .zero)
    state.setPoint[0] = 1
    bank.advance(&state, .zero)
    // From rest the greatest gain in a step is that of the limit less the friction.
    let most = 0.001 * (20 - 0.8) / Self.rubbing.inertia
    #expect(state.velocity[0] <= most && state.velocity[0] > 0.95 * most)
  }

  @Test func aStopTakesTheVelocityIntoIt() {
    let bank = ServoBank([Self.joint(Self.stiff, -0.1...0.1)])
    var state = ServoState(restingAt: .zero)
    state.velocity[0] = 50
    for _ in 0..<50 {
      bank.advance(&state, JointVector(repeating: 4))
      #expect(state.position[0] <= 0.1 && state.setPoint[0] <= 0.1)
      #expect(state.position[0] < 0.1 || state.velocity[0] <= 0)
    }
    #expect(state.velocity[1] == 0 && state.position[1] == 0)
  }
}
