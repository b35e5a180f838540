import Arena
import Math
import Physics

/// The robot as a player's body: its joints, the delays between it and its mind, and a stiff table
/// that stops it.
struct RobotBody: Sendable {
  private(set) var state = ServoState(restingAt: RobotModel.paper.home)
  /// How often a collision stopped the arm.
  private(set) var collisions = 0
  /// The joints at every tick of the last control step, from its start to its end.
  private(set) var path: [ServoState]
  /// By how much each joint moved at most within a tick of that step.
  private var paces = JointVector.zero
  /// A bound, in metres, on how far any point of the robot moved within a tick of that step.
  private(set) var pace = 0.0
  private var survey = Survey.atHome
  private let latencies: Latencies
  private var commands: LatencyChannel
  private var slideYCommands: LatencyChannel
  private var slideXCommands: LatencyChannel
  private var armFeeling: LatencyChannel
  private var slideFeeling: LatencyChannel
  private var command = JointVector.zero
  private var way: CommandsUnderWay
  private let step: Double

  /// - Parameter extraDelay: by how much later than `latencies` say commands arrive, seconds.
  init(latencies: Latencies, extraDelay: Double = 0, step: Double) {
    self.latencies = latencies.delayingActions(by: extraDelay)
    let known = latencies
    let latencies = self.latencies
    self.step = step
    way = CommandsUnderWay(delay: known.meanActionDelay, period: step)
    path = Array(repeating: state, count: Court.ticksPerStep + 1)
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
  /// Where among what it feels the targets of the joints begin.
  static let targetStart = 25
  /// Ticks after which late commands are looked up again and a collision is looked for.
  private static let ticksPerBlock = 5

  /// Farther than this from the pose of the last survey, metres, a new one is worth its price to
  /// whoever looks for contacts.
  private static let staleness = 0.15

  /// The racket now.
  var pose: RacketPose { RobotModel.paper.racketPose(state.position, state.velocity) }

  /// A holder on the carriage, left of the arm and before it.
  var freeHand: Vector3 {
    Vector3(state.position[1] - 0.3, min(state.position[0] - 1.0, -1.42), 0.2)
  }
}

extension RobotBody {
  var actionFields: [Field] {
    let limits = RobotModel.paper.servos.speedLimit
    return [
      Field(
        "joint-velocity", unit: "m/s,rad/s",
        ranges: (0..<RobotBody.jointCount).map { Float(-limits[$0])...Float(limits[$0]) })
    ]
  }

  var observationFields: [Field] {
    let servos = RobotModel.paper.servos
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
      Field("own-racket-position", unit: "m", ranges: [-4...4, -5...2, -1...3]),
      Field("own-racket-velocity", unit: "m/s", count: 3, in: -40...40),
      Field("own-racket-normal", unit: "1", count: 3, in: -1...1),
      Field(
        "own-joint-target", unit: "m,rad",
        ranges: joints.map { Float(servos.lowest[$0])...Float(servos.highest[$0]) }),
    ]
  }

  /// Puts the robot to rest.
  ///
  /// - Parameter spread: how far from home it may stand, 0 for at home.
  mutating func reset(spread: Double, random: inout Random) {
    state = ServoState(restingAt: RobotModel.paper.restingPose(spread: spread, random: &random))
    survey = spread > 0 ? Survey(state.position) : .atHome
    way.reset()
    // Also makes the path this copy's own, or the first step would.
    for tick in path.indices { path[tick] = state }
    paces = .zero
    pace = 0
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
    let (q, v) = (state.position, state.velocity)
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
    way.send(action)
    let feeling = feeling
    slideFeeling.send(feeling.span.extracting(0..<4))
    armFeeling.send(feeling.span.extracting(4..<16))
  }

  /// Moves on by a control step. An arm that would meet the table or itself stays where it was and
  /// stands still.
  mutating func advance() {
    path[0] = state
    paces = .zero
    for tick in stride(from: 0, to: Court.ticksPerStep, by: RobotBody.ticksPerBlock) {
      let before = state.position
      // The commands that are in force half-way through these ticks.
      if tick == 0 || !isPrompt {
        arrive(after: (Double(tick) + 0.5 * Double(RobotBody.ticksPerBlock)) * Court.tick)
      }
      let ticks = tick + 1...tick + RobotBody.ticksPerBlock
      RobotBody.move(&state, by: command, path: &path, &paces, ticks)
      if collides() {
        collisions += 1
        state = ServoState(restingAt: RobotModel.paper.within(before))
        for next in ticks { path[next] = state }
        paces = larger(paces, abs(path[tick].position - state.position))
      }
    }
    pace = (RobotModel.paper.levers * paces).sum()
  }

  /// Whether every command is in force as soon as it is sent.
  private var isPrompt: Bool {
    commands.delay == 0 && slideXCommands.delay == 0 && slideYCommands.delay == 0
  }

  // A static function, because a span of one property and a call on another would overlap.
  private static func move(
    _ state: inout ServoState, by command: JointVector, path: inout [ServoState],
    _ paces: inout JointVector, _ ticks: ClosedRange<Int>
  ) {
    let command = command.replacing(with: JointVector.zero, where: command .!= command)
    var path = path.mutableSpan
    RobotModel.paper.servos.advance(
      &state, command, steps: ticks.count, into: &path, from: ticks.lowerBound, paces: &paces)
  }

  /// Whether the robot touches the table or itself. Where the last survey and the way since then
  /// rule it out, nothing is computed.
  private mutating func collides() -> Bool {
    let moved = RobotModel.paper.displacement(from: survey.joints, to: state.position)
    if moved < survey.clearance { return false }
    survey = Survey(state.position)
    return survey.clearance < 0
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

  /// Writes joint positions and velocities as they arrive at the mind, and where they put the
  /// racket, so that no mind has to learn the arm's geometry first.
  func observe(into numbers: inout MutableSpan<Float>, at start: Int) {
    var slides = InlineArray<4, Float>(repeating: 0)
    var slideSpan = slides.mutableSpan
    slideFeeling.receive(into: &slideSpan)
    var axes = InlineArray<12, Float>(repeating: 0)
    var axisSpan = axes.mutableSpan
    armFeeling.receive(into: &axisSpan)
    var q = JointVector.zero
    var v = JointVector.zero
    for slide in 0..<2 {
      numbers[start + slide] = slides[slide]
      numbers[start + 8 + slide] = slides[2 + slide]
    }
    for axis in 0..<6 {
      numbers[start + 2 + axis] = axes[axis]
      numbers[start + 10 + axis] = axes[6 + axis]
    }
    for joint in 0..<RobotBody.jointCount {
      q[joint] = Double(numbers[start + joint])
      v[joint] = Double(numbers[start + 8 + joint])
    }
    let racket = RobotModel.paper.racketPose(q, v)
    Sight.write(racket.centre, at: start + 16, into: &numbers)
    Sight.write(racket.velocity, at: start + 19, into: &numbers)
    Sight.write(racket.normal, at: start + 22, into: &numbers)
    let servos = RobotModel.paper.servos
    let target = held(state.setPoint + way.remainder, servos.lowest, servos.highest)
    for joint in 0..<RobotBody.jointCount { numbers[start + RobotBody.targetStart + joint] = Float(target[joint]) }
  }

  /// The arm as capsules in the robot's frame, for drawing.
  var links: [Capsule] { RobotModel.paper.placedCapsules(state.position) }

  func hash(into digest: inout Digest) {
    state.hash(into: &digest)
    digest.combine(collisions)
    for channel in [commands, slideYCommands, slideXCommands, armFeeling, slideFeeling] {
      channel.hash(into: &digest)
    }
  }
}

extension RobotBody {
  /// What the ball could meet at a tick of the last control step.
  @inline(__always)
  mutating func stance(at tick: Int) -> Stance {
    Stance(RobotModel.paper.frames(path[tick].position), path[tick].velocity)
  }

  /// The middle of the blade at a tick of the last control step.
  @inline(__always)
  mutating func bladeCentre(at tick: Int) -> Vector3 {
    RobotModel.paper.racketPose(path[tick].position).centre
  }

  /// Whether, all through the last control step, every part of the robot was farther than
  /// `distance` metres from `point`. May say false in doubt.
  @inline(__always)
  mutating func isBeyond(_ distance: Double, of point: Vector3) -> Bool {
    let way = Double(Court.ticksPerStep) * pace + distance
    // No part is farther from axis 1 than its lever.
    let base = RobotModel.paper.chain.base.position
    let x = point.x - base.x - path[0].position[1]
    let y = point.y - base.y - path[0].position[0]
    let reach = RobotModel.paper.levers[2] + way
    if x * x + y * y > reach * reach { return true }
    var moved = RobotModel.paper.displacement(from: survey.joints, to: path[0].position)
    if moved > RobotBody.staleness {
      survey = Survey(path[0].position)
      moved = 0
    }
    return survey.stance.distance(to: point) > way + moved
  }

  /// Whether the middle of the blade was farther than `distance` metres from `point` at the start
  /// and at the end of the last control step. May say false in doubt.
  @inline(__always)
  mutating func isBladeBeyond(_ distance: Double, of point: Vector3) -> Bool {
    let last = path[Court.ticksPerStep].position
    let moved = max(
      RobotModel.paper.displacement(from: survey.joints, to: path[0].position),
      RobotModel.paper.displacement(from: survey.joints, to: last))
    let reach = distance + moved
    return (point - survey.stance.blade.centre).lengthSquared > reach * reach
  }
}
