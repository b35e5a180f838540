import Arena
import Math
import Physics

/// The robot as a player's body: its joints, the delays between it and its mind, and a stiff table
/// that stops it.
struct RobotBody: Sendable {
  private(set) var robot = TableTennisRobot()
  /// How many control steps ended in a collision that stopped the arm.
  private(set) var collisions = 0
  private let latencies: Latencies
  private var commands: LatencyChannel
  private var slideYCommands: LatencyChannel
  private var slideXCommands: LatencyChannel
  private var armFeeling: LatencyChannel
  private var slideFeeling: LatencyChannel
  private var command = JointVector.zero
  private let step: Double

  init(latencies: Latencies, step: Double) {
    self.latencies = latencies
    self.step = step
    func channel(_ latency: Latency, width: Int) -> LatencyChannel {
      LatencyChannel(width: width, period: step, ceiling: latency.ceiling)
    }
    commands = channel(latencies.armAction, width: 6)
    slideYCommands = channel(latencies.slideYAction, width: 1)
    slideXCommands = channel(latencies.slideXAction, width: 1)
    armFeeling = channel(latencies.armObservation, width: 12)
    slideFeeling = channel(latencies.slideObservation, width: 4)
  }

  static let jointCount = 8
  /// Above what the sum of all joint speed limits gives the middle of the blade, metres per second.
  static let topSpeed = 16.0

  var pose: RacketPose { robot.racketPose }

  /// A holder on the carriage, left of the arm and before it.
  var freeHand: Vector3 {
    Vector3(robot.state.position[1] - 0.3, min(robot.state.position[0] - 1.0, -1.42), 0.2)
  }
}

extension RobotBody {
  var actionFields: [Field] {
    let limits = robot.model.servos.speedLimit
    return [
      Field(
        "joint-velocity", unit: "m/s,rad/s",
        ranges: (0..<RobotBody.jointCount).map { Float(-limits[$0])...Float(limits[$0]) })
    ]
  }

  var observationFields: [Field] {
    let servos = robot.model.servos
    let joints = 0..<RobotBody.jointCount
    return [
      Field(
        "own-joint-position", unit: "m,rad",
        ranges: joints.map { Float(servos.lowest[$0])...Float(servos.highest[$0]) }),
      Field(
        "own-joint-velocity", unit: "m/s,rad/s",
        ranges: joints.map {
          Float(-2 * servos.speedLimit[$0])...Float(2 * servos.speedLimit[$0])
        }),
    ]
  }

  mutating func reset(random: inout Random) {
    robot = TableTennisRobot()
    collisions = 0
    command = .zero
    let still = InlineArray<6, Float>(repeating: 0)
    commands.reset(delay: latencies.armAction.sample(&random), to: still.span)
    slideYCommands.reset(
      delay: latencies.slideYAction.sample(&random), to: still.span.extracting(first: 1))
    slideXCommands.reset(
      delay: latencies.slideXAction.sample(&random), to: still.span.extracting(first: 1))
    let feeling = feeling
    armFeeling.reset(
      delay: latencies.armObservation.sample(&random), to: feeling.span.extracting(4..<16))
    slideFeeling.reset(
      delay: latencies.slideObservation.sample(&random), to: feeling.span.extracting(0..<4))
  }

  /// Positions and velocities as they are: both slides first, then the six axes' positions, then
  /// their velocities.
  private var feeling: InlineArray<16, Float> {
    let (q, v) = (robot.state.position, robot.state.velocity)
    var numbers = InlineArray<16, Float>(repeating: 0)
    for slide in 0..<2 {
      numbers[slide] = Float(q[slide])
      numbers[2 + slide] = Float(v[slide])
    }
    for axis in 0..<6 {
      numbers[4 + axis] = Float(q[2 + axis])
      numbers[10 + axis] = Float(v[2 + axis])
    }
    return numbers
  }

  /// Sends the commands off; what arrives now is what was sent a latency ago.
  mutating func take(_ action: Span<Float>) {
    slideYCommands.send(action.extracting(0..<1))
    slideXCommands.send(action.extracting(1..<2))
    commands.send(action.extracting(2..<8))
    let feeling = feeling
    slideFeeling.send(feeling.span.extracting(0..<4))
    armFeeling.send(feeling.span.extracting(4..<16))
  }

  /// Moves on by `ticks` milliseconds. An arm that would meet the table or itself stays where it was
  /// and stands still.
  mutating func advance(from tick: Int, ticks: Int) {
    let before = robot.state
    // The commands that are in force half-way through these ticks.
    arrive(after: (Double(tick) + 0.5 * Double(ticks)) * 0.001)
    robot.advance(command, steps: ticks)
    guard robot.model.collision(robot.state.position) != nil else { return }
    collisions += 1
    robot.rest(at: before.position)
  }

  private mutating func arrive(after elapsed: Double) {
    var axes = InlineArray<6, Float>(repeating: 0)
    var span = axes.mutableSpan
    commands.receive(after: elapsed, into: &span)
    for axis in 0..<6 { command[2 + axis] = Double(axes[axis]) }
    var slide = InlineArray<1, Float>(repeating: 0)
    var slideSpan = slide.mutableSpan
    slideYCommands.receive(after: elapsed, into: &slideSpan)
    command[0] = Double(slide[0])
    slideSpan = slide.mutableSpan
    slideXCommands.receive(after: elapsed, into: &slideSpan)
    command[1] = Double(slide[0])
  }

  /// Writes joint positions and velocities as they arrive at the mind.
  func observe(into numbers: inout MutableSpan<Float>, at start: Int) {
    var slides = InlineArray<4, Float>(repeating: 0)
    var slideSpan = slides.mutableSpan
    slideFeeling.receive(into: &slideSpan)
    var axes = InlineArray<12, Float>(repeating: 0)
    var axisSpan = axes.mutableSpan
    armFeeling.receive(into: &axisSpan)
    for slide in 0..<2 {
      numbers[start + slide] = slides[slide]
      numbers[start + 8 + slide] = slides[2 + slide]
    }
    for axis in 0..<6 {
      numbers[start + 2 + axis] = axes[axis]
      numbers[start + 10 + axis] = axes[6 + axis]
    }
  }

  /// The arm as capsules in the robot's frame, for drawing.
  var links: [Capsule] { robot.model.placedCapsules(robot.state.position) }

  func hash(into digest: inout Digest) {
    robot.hash(into: &digest)
    digest.combine(collisions)
    for channel in [commands, slideYCommands, slideXCommands, armFeeling, slideFeeling] {
      channel.hash(into: &digest)
    }
  }
}
