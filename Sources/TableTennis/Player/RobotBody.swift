import Math
import Physics

/// The robot as a player's body: its joints, the delays between it and its mind, and a stiff table
/// that stops it.
struct RobotBody: Sendable {
  let model: RobotModel
  private(set) var state: ServoState
  /// The joints of a robot of `dynamic` fidelity, to which `state` is kept equal.
  private var motion: DynamicState
  /// How often a collision stopped the arm.
  private(set) var collisions = 0
  /// The joints at every tick of the last control step, from its start to its end.
  private(set) var path: [ServoState]
  /// By how much each joint moved at most within a tick of that step.
  private var paces = JointVector.zero
  /// A bound, in metres, on how far any point of the robot moved within a tick of that step.
  private(set) var pace = 0.0
  var survey: Survey
  private let surveyAtHome: Survey
  private let latencies: Latencies
  var commands: LatencyChannel
  var slideYCommands: LatencyChannel
  var slideXCommands: LatencyChannel
  var armFeeling: LatencyChannel
  var slideFeeling: LatencyChannel
  private var command = JointVector.zero
  var way: CommandsUnderWay
  private let step: Double

  /// - Parameter extraDelay: by how much later than `latencies` say commands arrive, seconds.
  init(_ model: RobotModel, latencies: Latencies, extraDelay: Double = 0, step: Double) {
    self.model = model
    self.latencies = latencies.delayingActions(by: extraDelay)
    way = CommandsUnderWay(delay: latencies.meanActionDelay(of: model), period: step)
    let latencies = self.latencies
    self.step = step
    state = ServoState(restingAt: model.home)
    motion = DynamicState(restingAt: model.home)
    surveyAtHome = Survey(model.home, of: model)
    survey = surveyAtHome
    path = Array(repeating: state, count: Court.ticksPerStep + 1)
    func channel(_ latency: Latency, width: Int) -> LatencyChannel {
      LatencyChannel(width: width, period: step, ceiling: latency.ceiling)
    }
    let axes = model.jointCount - model.slideCount
    commands = channel(latencies.armAction, width: axes)
    slideYCommands = channel(latencies.slideYAction, width: 1)
    slideXCommands = channel(latencies.slideXAction, width: 1)
    armFeeling = channel(latencies.armObservation, width: 2 * axes)
    slideFeeling = channel(latencies.slideObservation, width: 4)
  }

  /// Ticks after which late commands are looked up again and a collision is looked for.
  private static let ticksPerBlock = 5

  /// Farther than this from the pose of the last survey, metres, a new one is worth its price to
  /// whoever looks for contacts.
  static let staleness = 0.15

  /// The racket now.
  var pose: RacketPose { model.racketPose(state.position, state.velocity) }

  /// A holder on the carriage, left of the arm and before it.
  var freeHand: Vector3 {
    let carriage = model.carriage(state.position)
    return Vector3(carriage.x - 0.3, min(carriage.y + 0.47, -1.42), 0.2)
  }
}

extension RobotBody {
  /// Puts the robot to rest.
  ///
  /// - Parameter spread: how far from home it may stand, 0 for at home.
  mutating func reset(spread: Double, random: inout Random) {
    stand(at: model.restingPose(spread: spread, random: &random))
    survey = spread > 0 ? Survey(state.position, of: model) : surveyAtHome
    way.reset()
    // Also makes the path this copy's own, or the first step would.
    for tick in path.indices { path[tick] = state }
    paces = .zero
    pace = 0
    collisions = 0
    command = .zero
    let still = InlineArray<8, Float>(repeating: 0)
    commands.reset(
      delay: latencies.armAction.sample(&random), to: still.span.extracting(first: commands.width))
    slideYCommands.reset(
      delay: latencies.slideYAction.sample(&random), to: still.span.extracting(first: 1))
    slideXCommands.reset(
      delay: latencies.slideXAction.sample(&random), to: still.span.extracting(first: 1))
    let feeling = feeling
    armFeeling.reset(
      delay: latencies.armObservation.sample(&random),
      to: feeling.span.extracting(4..<4 + armFeeling.width))
    slideFeeling.reset(
      delay: latencies.slideObservation.sample(&random), to: feeling.span.extracting(0..<4))
  }

  private mutating func stand(at joints: JointVector) {
    state = ServoState(restingAt: joints)
    motion = DynamicState(restingAt: joints)
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
      if !model.isDynamic {
        RobotBody.move(model, &state, by: command, path: &path, &paces, ticks)
      } else {
        moveAllLinks(over: ticks)
      }
      if collides() {
        collisions += 1
        stand(at: model.within(before))
        for next in ticks { path[next] = state }
        paces = larger(paces, abs(path[tick].position - state.position))
      }
    }
    pace = (model.levers * paces).sum()
  }

  /// Whether every command is in force as soon as it is sent.
  private var isPrompt: Bool {
    commands.delay == 0 && slideXCommands.delay == 0 && slideYCommands.delay == 0
  }

  // A static function, because a span of one property and a call on another would overlap.
  private static func move(
    _ model: RobotModel, _ state: inout ServoState, by command: JointVector,
    path: inout [ServoState],
    _ paces: inout JointVector, _ ticks: ClosedRange<Int>
  ) {
    let command = command.replacing(with: JointVector.zero, where: command .!= command)
    var path = path.mutableSpan
    model.servos.advance(
      &state, command, steps: ticks.count, into: &path, from: ticks.lowerBound, paces: &paces)
  }

  /// The same by the equations of motion.
  private mutating func moveAllLinks(over ticks: ClosedRange<Int>) {
    guard let dynamics = model.dynamics else { return }
    let command = command.replacing(with: JointVector.zero, where: command .!= command)
    for tick in ticks {
      let before = motion.position
      dynamics.advance(&motion, command)
      paces = larger(paces, abs(motion.position - before))
      state.position = motion.position
      state.velocity = motion.velocity
      state.setPoint = motion.setPoint
      path[tick] = state
    }
  }

  /// Whether the robot touches the table or itself. Where the last survey and the way since then
  /// rule it out, nothing is computed.
  private mutating func collides() -> Bool {
    if model.isClear(survey.clearance, from: survey.joints, to: state.position) { return false }
    survey = Survey(state.position, of: model)
    return survey.clearance.least < 0
  }

  private mutating func arrive(after elapsed: Double) {
    let slides = model.slideCount
    var axes = InlineArray<8, Float>(repeating: 0)
    var allAxes = axes.mutableSpan
    var span = allAxes._mutatingExtracting(first: commands.width)
    commands.receive(after: elapsed, into: &span)
    for axis in 0..<commands.width { command[slides + axis] = Double(axes[axis]) }
    guard slides == 2 else { return }
    var slide = InlineArray<1, Float>(repeating: 0)
    var slideSpan = slide.mutableSpan
    slideYCommands.receive(after: elapsed, into: &slideSpan)
    command[0] = Double(slide[0])
    slideSpan = slide.mutableSpan
    slideXCommands.receive(after: elapsed, into: &slideSpan)
    command[1] = Double(slide[0])
  }

  /// The arm as capsules in the robot's frame, for drawing.
  var links: [Capsule] { model.placedCapsules(state.position) }

  func hash(into digest: inout Digest) {
    if !model.isDynamic { state.hash(into: &digest) } else { motion.hash(into: &digest) }
    digest.combine(collisions)
    for channel in [commands, slideYCommands, slideXCommands, armFeeling, slideFeeling] {
      channel.hash(into: &digest)
    }
  }
}
