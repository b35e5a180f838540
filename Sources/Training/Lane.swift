import Arena
import Control
import Math
import Networks

/// A fixed group of worlds that step together and share passes of the network.
///
/// Who runs a lane, and when, makes no difference to it: every world has a random stream of its
/// own, and a lane always has the same worlds. All buffers are filled step by step, a step's worlds
/// side by side.
struct Lane<World: Environment>: Sendable {
  /// The number of the first world among those of all lanes.
  let first: Int
  let seat: Int
  let seed: UInt64
  var worlds: [World]
  /// The policies in the other seats, world by world.
  var companions: [any Policy]
  /// Per world: the episode it is in, counted from 0, the steps and the return in it so far.
  var episodes: [Int]
  var steps: [Int]
  var returns: [Double]
  /// Per world: how many episodes were drawn in vain before the one it is in, and the number of the
  /// league's member it is played against.
  var attempts: [Int]
  var opponents: [Int]
  private var opponentReturns: [Double]
  /// What ended in the last round: the curriculum's episodes and successes by category, and for the
  /// league the opponent and whether it was beaten.
  private(set) var lessons: [Double] = []
  private(set) var games: [Double] = []
  /// Per world: the actions of all seats since the episode began. An environment that goes through
  /// the same actions is in the same state, so these are a snapshot that fits in a file.
  var journals: [[Float]]
  /// Per world: what the network sees next, not yet standardised, its own state included.
  var windows: [Float]
  var tally: Tally

  // What was gathered: one entry per step and world.
  var observations: [Float]
  var actions: [Float]
  var logProbabilities: [Float]
  var values: [Float]
  var rewards: [Float]
  /// Whether the episode ended with this step.
  var ends: [Bool]
  /// The value of the state after a step that a time limit made the last; else 0.
  var bootstraps: [Float]
  /// The values of the states after the last step, one per world.
  var lastValues: [Float]

  private var randoms: [Random]
  private var workspace: Workspace
  private var single: Workspace
  private var inputs: [Float]
  private var singleInput: [Float]
  private var sight: [Float]
  private var otherSights: [[Float]]
  private var commands: [Float]
  private var stepRewards: [Float]
  private var outcome: [Float]
  let commandColumns: [Range<Int>]

  init(
    _ world: World, count: Int, first: Int, seat: Int, companions: [any Policy], seed: UInt64,
    horizon: Int, actor: Actor
  ) {
    let seats = world.seats
    let entries = count * horizon
    self.first = first
    self.seat = seat
    self.seed = seed
    worlds = Array(repeating: world, count: count)
    self.companions = (0..<count).flatMap { _ in companions }
    episodes = Array(repeating: 0, count: count)
    steps = Array(repeating: 0, count: count)
    returns = Array(repeating: 0, count: count)
    attempts = Array(repeating: 0, count: count)
    opponents = Array(repeating: 0, count: count)
    opponentReturns = Array(repeating: 0, count: count)
    journals = Array(repeating: [], count: count)
    windows = Array(repeating: 0, count: count * actor.inputWidth)
    tally = Tally(width: world.outcome.width)
    observations = Array(repeating: 0, count: entries * actor.inputWidth)
    actions = Array(repeating: 0, count: entries * actor.head.width)
    logProbabilities = Array(repeating: 0, count: entries)
    values = Array(repeating: 0, count: entries)
    rewards = Array(repeating: 0, count: entries)
    ends = Array(repeating: false, count: entries)
    bootstraps = Array(repeating: 0, count: entries)
    lastValues = Array(repeating: 0, count: count)
    randoms = Array(repeating: Random(seed: 0), count: count)
    workspace = Workspace(for: actor.network, rows: count)
    single = Workspace(for: actor.network, rows: 1)
    inputs = Array(repeating: 0, count: count * actor.inputWidth)
    singleInput = Array(repeating: 0, count: actor.inputWidth)
    sight = Array(repeating: 0, count: seats[seat].observation.width)
    otherSights = seats.map { Array(repeating: 0, count: $0.observation.width) }
    var start = 0
    commandColumns = seats.map { seat in
      defer { start += seat.action.width }
      return start..<start + seat.action.width
    }
    commands = Array(repeating: 0, count: start)
    stepRewards = Array(repeating: 0, count: seats.count)
    outcome = Array(repeating: 0, count: world.outcome.width)
    for world in 0..<count { begin(world, actor) }
  }

  var count: Int { worlds.count }

  /// Gathers `horizon` steps of every world. `noise` is the seed of this round's exploration.
  mutating func collect(_ horizon: Int, with actor: Actor, noise: UInt64) {
    tally.removeAll()
    games.removeAll(keepingCapacity: true)
    lessons = Array(repeating: 0, count: 2 * (actor.curriculum?.count ?? 0))
    for world in 0..<count {
      randoms[world] = Random(seed: Random.seed(noise, UInt64(first + world)))
    }
    for step in 0..<horizon {
      remember(step, actor)
      evaluate(actor)
      for world in 0..<count { advance(world, step, actor) }
    }
    evaluate(actor)
    for world in 0..<count {
      lastValues[world] = workspace.outputs[world * actor.outputWidth + actor.head.outputs]
    }
  }

  /// Notes what every world shows.
  private mutating func remember(_ step: Int, _ actor: Actor) {
    copy(windows, into: &observations, at: step * windows.count)
  }

  /// Runs the network on what every world shows.
  private mutating func evaluate(_ actor: Actor) {
    copy(windows, into: &inputs, at: 0)
    actor.standardize(&inputs)
    forward(actor, inputs, &workspace)
  }

  /// Chooses an action for one world and plays it.
  private mutating func advance(_ world: Int, _ step: Int, _ actor: Actor) {
    let entry = step * count + world
    values[entry] = workspace.outputs[world * actor.outputWidth + actor.head.outputs]
    logProbabilities[entry] = choose(
      actor, workspace.outputs, world, &randoms[world], &actions, entry, &commands,
      commandColumns[seat])
    carry(workspace.outputs, world, actor, into: &windows)
    askCompanions(world)
    note(commands, in: &journals[world])
    let status = play(&worlds[world], commands, &stepRewards)
    rewards[entry] = stepRewards[seat]
    keepScore(world, actor)
    ends[entry] = status != .running
    bootstraps[entry] = 0
    if status == .running {
      look(world, actor, isFresh: false)
      return
    }
    if status == .truncated {
      look(world, actor, isFresh: false)
      bootstraps[entry] = value(of: world, actor)
    }
    score(worlds[world], &outcome)
    tally.add(steps: steps[world], return: returns[world], outcome: outcome)
    noteResult(of: world, actor)
    episodes[world] += 1
    begin(world, actor)
  }

  private mutating func keepScore(_ world: Int, _ actor: Actor) {
    returns[world] += Double(stepRewards[seat])
    steps[world] += 1
    if let league = actor.league { opponentReturns[world] += Double(stepRewards[league.seat]) }
  }

  /// Tells curriculum and league about an episode that ended with `outcome`.
  private mutating func noteResult(of world: Int, _ actor: Actor) {
    if let curriculum = actor.curriculum {
      let category = curriculum.category(of: outcome)
      lessons[category] += 1
      lessons[curriculum.count + category] += curriculum.success(of: outcome)
    }
    if actor.league != nil {
      let isWon = returns[world] > opponentReturns[world]
      games += [Double(opponents[world]), 1, isWon ? 1 : 0]
    }
  }

  /// Starts the episode that is the world's turn.
  mutating func begin(_ world: Int, _ actor: Actor) {
    let seed = episodeSeed(world)
    attempts[world] = 0
    worlds[world].reset(seed: seed)
    if let curriculum = actor.curriculum {
      var random = Random(seed: Random.seed(seed, 0x4355_5252))
      for attempt in 1..<Curriculum.attempts {
        score(worlds[world], &outcome)
        if curriculum.keeps(outcome, random: &random) { break }
        attempts[world] = attempt
        worlds[world].reset(seed: Random.seed(seed, UInt64(attempt)))
      }
    }
    if let league = actor.league {
      var random = Random(seed: Random.seed(seed, 0x4C45_4147))
      opponents[world] = league.choose(random: &random)
    }
    settle(world, actor)
  }

  /// Starts the episode that the world was in when it was saved.
  private mutating func begin(
    _ world: Int, attempt: Int, opponent: Int, _ actor: Actor
  ) {
    let seed = episodeSeed(world)
    attempts[world] = attempt
    opponents[world] = opponent
    worlds[world].reset(seed: attempt == 0 ? seed : Random.seed(seed, UInt64(attempt)))
    settle(world, actor)
  }

  /// Everything but the world itself at the start of an episode.
  private mutating func settle(_ world: Int, _ actor: Actor) {
    let seed = episodeSeed(world)
    let others = commandColumns.count - 1
    if let league = actor.league {
      companions[world * others + league.companion] = league.policy(opponents[world])
    }
    opponentReturns[world] = 0
    for index in 0..<others {
      companions[world * others + index].reset(seed: Random.seed(seed, UInt64(index) + 1))
    }
    steps[world] = 0
    returns[world] = 0
    journals[world].removeAll(keepingCapacity: true)
    look(world, actor, isFresh: true)
  }

  private func episodeSeed(_ world: Int) -> UInt64 {
    Random.seed(Random.seed(seed, UInt64(first + world)), UInt64(episodes[world]))
  }

  /// Plays an episode again from its journal, up to the same state.
  mutating func replay(
    _ world: Int, _ journal: [Float], attempt: Int, opponent: Int, _ actor: Actor
  ) {
    begin(world, attempt: attempt, opponent: opponent, actor)
    for start in stride(from: 0, to: journal.count, by: commands.count) {
      // Companions may remember what they saw: they must see it again.
      askCompanions(world)
      for i in commands.indices { commands[i] = journal[start + i] }
      _ = play(&worlds[world], commands, &stepRewards)
      keepScore(world, actor)
      journals[world].append(contentsOf: commands)
      look(world, actor, isFresh: false)
    }
  }

  /// Lets the policies in the other seats act.
  private mutating func askCompanions(_ world: Int) {
    let others = commandColumns.count - 1
    for index in 0..<others {
      let other = index < seat ? index : index + 1
      worlds[world].observe(seat: other, into: &otherSights[other])
      ask(
        &companions[world * others + index], otherSights[other], &commands,
        commandColumns[other])
    }
  }

  /// Brings the world's window up to date.
  private mutating func look(_ world: Int, _ actor: Actor, isFresh: Bool) {
    worlds[world].observe(seat: seat, into: &sight)
    push(
      sight, actor.selection, &windows, at: world * actor.inputWidth,
      frames: isFresh ? 0 : actor.history)
    if isFresh && actor.history > 1 {
      for frame in 1..<actor.history {
        repeatFrame(&windows, world * actor.inputWidth, actor.frameWidth, frame)
      }
    }
    // An episode begins with nothing in mind.
    if actor.stateWidth > 0 {
      windows[world * actor.inputWidth + actor.frameWidth] = isFresh ? 0 : 1
    }
  }

  /// The value of what one world shows.
  private mutating func value(of world: Int, _ actor: Actor) -> Float {
    let start = world * actor.inputWidth
    for i in singleInput.indices { singleInput[i] = windows[start + i] }
    actor.standardize(&singleInput)
    forward(actor, singleInput, &single)
    return single.outputs[actor.head.outputs]
  }

  /// Where a world's window holds the network's state.
  private func statePlace(_ world: Int, _ actor: Actor) -> Range<Int> {
    let end = (world + 1) * actor.inputWidth
    return end - actor.stateWidth..<end
  }

  /// The network's states in all worlds side by side.
  func states(_ actor: Actor) -> [Float] {
    (0..<count).flatMap { windows[statePlace($0, actor)] }
  }

  /// Brings a state back.
  mutating func put(_ state: ArraySlice<Double>, into world: Int, _ actor: Actor) {
    windows.replaceSubrange(statePlace(world, actor), with: state.map { Float($0) })
  }
}

// Free functions, because a span of one property and a call on another would overlap.

private func copy(_ source: [Float], into target: inout [Float], at start: Int) {
  let source = source.span
  var target = target.mutableSpan
  for i in 0..<source.count { target[start + i] = source[i] }
}

/// Puts the state that the network left behind to where it will see it at the next step.
private func carry(
  _ outputs: [Float], _ world: Int, _ actor: Actor, into windows: inout [Float]
) {
  let source = outputs.span
  var target = windows.mutableSpan
  let (from, to) = ((world + 1) * actor.outputWidth, (world + 1) * actor.inputWidth)
  for i in 1..<actor.stateWidth + 1 { target[to - i] = source[from - i] }
}

private func forward(_ actor: Actor, _ inputs: [Float], _ workspace: inout Workspace) {
  actor.network.forward(inputs.span, parameters: actor.parameters.span, in: &workspace)
}

/// Draws an action into `actions`, writes it into `commands`, and returns its log probability.
private func choose(
  _ actor: Actor, _ outputs: [Float], _ world: Int, _ random: inout Random,
  _ actions: inout [Float], _ entry: Int, _ commands: inout [Float], _ columns: Range<Int>
) -> Float {
  let head = actor.head
  let start = world * actor.outputWidth
  let row = outputs.span.extracting(start..<start + head.outputs)
  let deviations = actor.parameters.span.extracting(actor.deviationRange)
  var allActions = actions.mutableSpan
  var action = allActions._mutatingExtracting(entry * head.width..<(entry + 1) * head.width)
  let logProbability = head.sample(
    row, logDeviations: deviations, random: &random, into: &action)
  var allCommands = commands.mutableSpan
  var command = allCommands._mutatingExtracting(columns)
  head.write(action.span, into: &command)
  return logProbability
}

private func play<World: Environment>(
  _ world: inout World, _ commands: [Float], _ rewards: inout [Float]
) -> Status {
  var span = rewards.mutableSpan
  return world.step(commands.span, rewards: &span)
}

private func note(_ commands: [Float], in journal: inout [Float]) {
  for command in commands { journal.append(command) }
}

private func score<World: Environment>(_ world: borrowing World, _ outcome: inout [Float]) {
  var span = outcome.mutableSpan
  world.score(into: &span)
}

private func ask(
  _ policy: inout any Policy, _ sight: [Float], _ commands: inout [Float], _ columns: Range<Int>
) {
  var all = commands.mutableSpan
  var own = all._mutatingExtracting(columns)
  policy.act(on: sight.span, into: &own)
}

/// Shifts a window of `frames` observations by one and puts the newest at its end; with 0 frames
/// it puts it at the start.
private func push(
  _ sight: [Float], _ selection: FieldSelection, _ windows: inout [Float], at start: Int,
  frames: Int
) {
  let width = selection.columns.count
  var all = windows.mutableSpan
  let kept = max(0, frames - 1) * width
  for i in 0..<kept { all[start + i] = all[start + width + i] }
  var newest = all._mutatingExtracting(start + kept..<start + kept + width)
  selection.gather(sight.span, into: &newest)
}

private func repeatFrame(_ windows: inout [Float], _ start: Int, _ width: Int, _ frame: Int) {
  var all = windows.mutableSpan
  for i in 0..<width { all[start + frame * width + i] = all[start + i] }
}
