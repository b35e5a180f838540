#if Viewer

import Arena
import Catalog
import Math

/// The tape of an episode in one kind of world. Keeps a copy of the world every few steps, so that
/// any step is near a known one: worlds are values, and copies share what has not changed.
final class WorldTape<World: Environment>: Tape {
  let title: String
  let players: [String]
  let stepDuration: Double
  private(set) var lastStep = 0
  private(set) var isComplete = false
  private(set) var marks: [TapeMark] = []
  private(set) var track: [Scene.Motion?] = []
  private(set) var places: [Vector3?] = []
  private(set) var fault: String?
  private let source: Source
  private let seed: UInt64
  /// What was played so far, for a live episode.
  private var writer: RecordingWriter?
  private var journal = DecisionJournal()
  private let recordedDecisions: [Decision]
  /// The world after the last known step.
  private var head: World
  private var status = Status.running
  /// The policies of a live episode.
  private var policies: [any Policy]
  private var actions: [Float]
  private var observations: [[Float]]
  private var rewards: [Float]
  private var snapshots: [World]
  /// The world that was drawn last, and after which step.
  private var cursor: (step: Int, world: World)
  private var scene = Scene()

  /// Steps between two copies.
  private static var interval: Int { 64 }
  /// No episode may take longer.
  private static var longest: Int { 1 << 23 }

  private enum Source {
    /// With the digests that the replay must meet.
    case recorded([RecordedEpisode.Checkpoint])
    case live
  }

  /// A recorded episode.
  init(_ world: World, recording: Recording, episode: Int) {
    let recorded = recording.episodes[episode]
    source = .recorded(recorded.checkpoints)
    recordedDecisions = recorded.decisions
    seed = recorded.seed
    head = world
    head.reset(seed: recorded.seed)
    policies = []
    actions = recorded.actions
    title =
      (recording.header.scenario.isEmpty ? World.name : recording.header.scenario)
      + (recording.episodes.count > 1 ? ", episode \(episode)" : "")
    players = recording.header.seats.map { "\($0.name): \($0.policy)" }
    (stepDuration, observations) = (world.stepDuration, [])
    rewards = Array(repeating: 0, count: world.seats.count)
    snapshots = [head]
    cursor = (0, head)
    steps = world.actionWidth == 0 ? recorded.end?.steps ?? 0 : actions.count / world.actionWidth
    look()
    check()
  }

  /// An episode that is played while it is watched.
  init(_ world: World, cast: Cast, seed: UInt64) {
    source = .live
    recordedDecisions = []
    self.seed = seed
    head = world
    head.reset(seed: seed)
    policies = cast.policies
    for seat in policies.indices { policies[seat].reset(seed: Random.seed(seed, UInt64(seat) + 1)) }
    journal.begin(policies)
    actions = []
    title = cast.scenario.name
    players = zip(world.seats, cast.names).map { "\($0.name): \($1)" }
    stepDuration = world.stepDuration
    observations = world.seats.map { Array(repeating: 0, count: $0.observation.width) }
    rewards = Array(repeating: 0, count: world.seats.count)
    snapshots = [head]
    cursor = (0, head)
    steps = nil
    writer = RecordingWriter(cast.recordingHeader)
    writer?.begin(seed: seed, digest: head.digest)
    look()
  }

  private let steps: Int?

  var expectedSteps: Int? { steps }

  func extend(by count: Int) {
    for _ in 0..<count where !isComplete { advance() }
    if steps == 0 { isComplete = true }
  }

  private func advance() {
    let width = head.actionWidth
    guard status == .running, steps.map({ lastStep < $0 }) ?? (lastStep < Self.longest) else {
      isComplete = true
      return
    }
    if case .live = source { decide(width) }
    status = Self.step(&head, actions, lastStep * width..<(lastStep + 1) * width, &rewards)
    lastStep += 1
    writer?.append(Array(actions.suffix(width)), digest: head.digest)
    note()
    if lastStep % Self.interval == 0 { snapshots.append(head) }
    look()
    check()
    if status != .running || steps == lastStep { isComplete = true }
  }

  var decisions: [Decision] { recordedDecisions + journal.decisions }

  /// Takes down what the policies of a live episode decided.
  private func note() {
    guard writer != nil else { return }
    journal.look(at: policies)
    for news in journal.news { writer?.append(news) }
  }

  /// Asks the policies of a live episode for their next actions.
  private func decide(_ width: Int) {
    let start = actions.count
    actions.append(contentsOf: repeatElement(0, count: width))
    var column = start
    for seat in policies.indices {
      head.observe(seat: seat, into: &observations[seat])
      let own = head.seats[seat].action.width
      Self.ask(&policies[seat], observations[seat], &actions, column..<column + own)
      column += own
    }
  }

  // Static functions, because a span of one property and a call on another would overlap.
  private static func ask(
    _ policy: inout any Policy, _ observation: [Float], _ actions: inout [Float],
    _ columns: Range<Int>
  ) {
    var all = actions.mutableSpan
    var own = all._mutatingExtracting(columns)
    policy.act(on: observation.span, into: &own)
  }

  private static func step(
    _ world: inout World, _ actions: [Float], _ columns: Range<Int>, _ rewards: inout [Float]
  ) -> Status {
    var span = rewards.mutableSpan
    return world.step(actions.span.extracting(columns), rewards: &span)
  }

  /// Takes down what is to be seen after the last step.
  private func look() {
    scene.removeAll()
    head.draw(into: &scene)
    marks += scene.marks.map { TapeMark(step: lastStep, mark: $0) }
    track.append(scene.motions.first)
    places.append(scene.motions.first.flatMap { scene.place(of: $0.name) })
  }

  /// Compares the state with the recorded digest of this step, if there is one.
  private func check() {
    guard fault == nil, case .recorded(let checkpoints) = source else { return }
    var (low, high) = (0, checkpoints.count)
    while low < high {
      let middle = (low + high) / 2
      if checkpoints[middle].step < lastStep { low = middle + 1 } else { high = middle }
    }
    guard low < checkpoints.count, checkpoints[low].step == lastStep,
      checkpoints[low].digest != head.digest.value
    else { return }
    fault = "from step \(lastStep) on this program plays differently from the recording"
  }

  func draw(step: Int, into scene: inout Scene) {
    let step = min(max(0, step), lastStep)
    let nearest = step / Self.interval * Self.interval
    if step < cursor.step || nearest > cursor.step {
      cursor = (nearest, snapshots[step / Self.interval])
    }
    let width = head.actionWidth
    while cursor.step < step {
      let columns = cursor.step * width..<(cursor.step + 1) * width
      _ = Self.step(&cursor.world, actions, columns, &rewards)
      cursor.step += 1
    }
    scene.removeAll()
    cursor.world.draw(into: &scene)
  }

  var recording: [UInt8]? {
    guard var whole = writer else { return nil }
    whole.end(status, outcome: head.currentOutcome, digest: head.digest)
    return whole.drain()
  }
}

extension Scene {
  /// Where the thing of that name is: the middle of the first of its shapes.
  func place(of name: String) -> Vector3? {
    for item in items where item.name == name {
      switch item.shape {
      case .sphere(let centre, _), .box(let centre, _, _), .cylinder(let centre, _, _, _):
        return centre
      case .capsule(let from, let to, _), .line(let from, let to): return 0.5 * (from + to)
      case .label(let place, _): return place
      }
    }
    return nil
  }
}

#endif
