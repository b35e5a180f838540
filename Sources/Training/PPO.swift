import Arena
import Control
import Math
import Networks

/// Proximal policy optimisation (Schulman et al., 2017, algorithm 1), from top to bottom.
///
/// Each round, every world is played for `horizon` steps by the policy as it is (`Rollouts`); the
/// advantage of every action over what was expected is estimated (`estimateAdvantages`); and for
/// a few epochs the policy is moved towards better actions, minibatch by minibatch, as long as it
/// stays near the one that acted.
public struct PPO<World: Environment>: Learner {
  public let configuration: PPOConfiguration
  private let design: PolicyDesign
  private let seat: Seat
  private let ranks: Ranks
  private let seed: UInt64
  private var actor: Actor
  private var optimizer: Adam
  private var rollouts: Rollouts<World>
  private var experience = Experience()
  private var returnMoments = RunningMoments(fields: 1)
  private var shards: [PPOShard]
  private var gradient: [Float]
  private var order: [Int]
  /// How many sequences of a minibatch are this rank's: steps, unless the network is recurrent.
  private let minibatch: Int
  private(set) public var rounds = 0

  /// A learner that has learned nothing yet.
  ///
  /// - Parameters:
  ///   - start: a policy to go on from, of the same design as the settings describe.
  ///   - seed: of the first parameters, the worlds' episodes, exploration and the order of steps.
  public init(
    on stage: Stage<World>, observed: [String] = [], controlled: [String] = [],
    configuration: PPOConfiguration = PPOConfiguration(), from start: NeuralPolicy? = nil,
    seed: UInt64, ranks: Ranks = .alone
  ) throws {
    try configuration.validate()
    try ranks.checkShares(configuration)
    self.ranks = ranks
    seat = stage.ownSeat
    design = try PolicyDesign(
      for: seat, observed: observed, controlled: controlled,
      architecture: configuration.network)
    actor = try PPO.newcomer(design, seat, configuration, seed)
    if let start {
      guard start.design == design else {
        throw PolicyError.unusable(key: "from", reason: "the policy has another design")
      }
      actor.moments = start.moments
      actor.parameters.replaceSubrange(start.parameters.indices, with: start.parameters)
    }
    self.configuration = configuration
    self.seed = seed
    // Epsilon as in OpenAI's baselines (Huang et al., "The 37 implementation details of PPO", 2022).
    optimizer = Adam(count: actor.network.parameterCount, epsilon: 1e-5)
    gradient = Array(repeating: 0, count: actor.network.parameterCount)
    actor.curriculum = try Curriculum(configuration.curriculum, for: stage.world.outcome)
    actor.league = try League(
      configuration.league, seats: stage.world.seats, own: stage.seat,
      policy: try PPO.policy(actor, design, in: seat))
    let worlds = ranks.share(of: configuration.worlds)
    order = Array(0..<worlds.count * configuration.horizon / actor.sequence)
    minibatch = configuration.minibatch / ranks.count / actor.sequence
    shards = PPOShard.split(minibatch, for: actor)
    rollouts = Rollouts(
      stage, worlds: worlds, horizon: configuration.horizon, actor: actor,
      seed: Random.seed(seed, 1))
  }

  static func newcomer(
    _ design: PolicyDesign, _ seat: Seat, _ configuration: PPOConfiguration, _ seed: UInt64
  ) throws -> Actor {
    let head = try ActionHead(of: design.action, in: seat.action, seat: seat.name)
    let selection = try FieldSelection(
      of: design.observation, in: seat.observation, role: .observation, seat: seat.name)
    // Orthogonal matrices, and a last policy layer of 1/100 the size, so that first actions depend
    // little on the observation (Andrychowicz et al., 2021, section 3.2).
    func network(steps: Int) -> Network {
      configuration.network.actorCritic(
        inputs: design.inputs, outputs: head.outputs, numbers: head.numbers,
        logDeviation: Float(configuration.logDeviation),
        critic: configuration.sharesTower ? nil : configuration.critic, steps: steps)
    }
    let single = network(steps: 1)
    var random = Random(seed: Random.seed(seed, 0))
    return Actor(
      network: single, unrolled: network(steps: configuration.sequenceLength), head: head,
      selection: selection, moments: RunningMoments(fields: design.inputs),
      parameters: single.initialParameters(random: &random),
      architecture: configuration.network, sequence: configuration.sequenceLength)
  }

  public mutating func improve(progress: Double, threads: Int) -> Improvement {
    // 1. Play. Exploration has a seed of its own per round, so nothing is left to remember.
    rollouts.collect(
      with: actor, noise: Random.seed(Random.seed(seed, 2), UInt64(rounds)), threads: threads)

    // 2. Judge: rewards in units of the deviation of returns (Engstrom et al., 2020), advantages
    //    by equation 11, and these standardised over the round (Andrychowicz et al., 2021, 3.5).
    if configuration.scalesRewards {
      let returns = rollouts.returnMoments(discount: configuration.discount)
      returnMoments.merge(returns, of: ranks)
    }
    experience.fill(
      from: rollouts, by: actor, rewardScale: rewardScale,
      discount: Float(configuration.discount), trace: Float(configuration.trace))
    experience.standardizeAdvantages(over: ranks)

    // 3. Learn: epochs of minibatches in random order (algorithm 1, lines 6 and 7). A recurrent
    //    network learns from sequences, each from the state it was played from: back-propagation
    //    through time, truncated (Williams and Peng, 1990).
    let share = 1 - progress * (1 - configuration.finalLearningRate)
    let statistics = optimize(rate: Float(configuration.learningRate * share), threads: threads)

    // 4. What was seen changes how the next round is standardised, not this one.
    if configuration.standardizesObservations {
      let seen = rollouts.moments(of: actor)
      actor.moments.merge(seen, of: ranks)
    }
    rounds += 1

    // 5. And changes what is played next.
    planEpisodes()
    return report(statistics)
  }

  /// Curriculum and league take in what ended in the round.
  private mutating func planEpisodes() {
    if let count = actor.curriculum?.count {
      var sums = [Double](repeating: 0, count: 2 * count)
      let lessons = ranks.gather(rollouts.lanes.flatMap(\.lessons))
      for (index, number) in lessons.enumerated() { sums[index % (2 * count)] += number }
      actor.curriculum?.update(sums)
    }
    if let interval = actor.league?.interval {
      actor.league?.update(
        ranks.gather(rollouts.lanes.flatMap(\.games)),
        inUse: ranks.gather(rollouts.lanes.flatMap(\.opponents).map(Double.init)))
      let policy = policy
      if rounds.isMultiple(of: interval) { actor.league?.join(policy) }
    }
  }

  private var rewardScale: Float {
    configuration.scalesRewards ? Float(1 / (returnMoments.variance(0) + 1e-8).squareRoot()) : 1
  }

  /// Epochs of minibatches, until the policy has moved far enough.
  private mutating func optimize(rate: Float, threads: Int) -> PPOStatistics {
    var random = Random(
      seed: Random.seed(Random.seed(seed, 3 + UInt64(ranks.index) << 32), UInt64(rounds)))
    let loss = PPOLoss(configuration, minibatch: configuration.minibatch)
    var total = PPOStatistics()
    // From the same order every round: what happened before must not matter.
    for index in order.indices { order[index] = index }
    for _ in 0..<configuration.epochs {
      order.shuffle(by: &random)
      // What does not fill a minibatch is left out, another part in every epoch.
      for start in stride(from: 0, through: order.count - minibatch, by: minibatch) {
        let statistics = differentiate(start, loss, threads: threads)
        total.add(statistics)
        // A policy that has moved this far gains nothing from old steps (as in Spinning Up, 2018).
        let limit = configuration.targetDivergence
        if limit > 0, statistics.divergence > 1.5 * limit * statistics.samples { return total }
        // Gradients of all parts together are shortened (Andrychowicz et al., 2021, 3.7).
        total.gradientLength += Double(
          clip(&gradient, toLength: Float(configuration.gradientLimit)))
        optimizer.update(&actor.parameters, gradient: gradient, rate: rate)
        total.updates += 1
      }
    }
    return total
  }

  /// The gradient of a minibatch's loss into `gradient`, in shards that are summed in order.
  private mutating func differentiate(
    _ start: Int, _ loss: PPOLoss, threads: Int
  ) -> PPOStatistics {
    let (actor, experience, order) = (actor, experience, order)
    shards.forEachInParallel(threads: threads) { shard, _ in
      shard.differentiate(
        loss, actor, experience, order,
        rows: start + shard.rows.lowerBound..<start + shard.rows.upperBound)
    }
    var statistics = PPOStatistics()
    PPO.clear(&gradient)
    for shard in shards {
      PPO.add(shard.gradient, to: &gradient)
      statistics.add(shard.statistics)
    }
    // The mean over the whole minibatch is a sum: every step has its share of it already.
    ranks.sum(&gradient)
    return statistics.summed(over: ranks)
  }

  private static func clear(_ numbers: inout [Float]) {
    var span = numbers.mutableSpan
    for i in 0..<span.count { span[i] = 0 }
  }

  private static func add(_ part: [Float], to sum: inout [Float]) {
    let part = part.span
    var span = sum.mutableSpan
    for i in 0..<span.count { span[i] += part[i] }
  }

  private func report(_ statistics: PPOStatistics) -> Improvement {
    var tally = Tally(width: rollouts.tally.outcomes.count)
    let numbers = ranks.gather(rollouts.tally.numbers)
    let width = numbers.count / ranks.count
    for start in stride(from: 0, to: numbers.count, by: width) {
      tally.add(Tally(numbers[start..<start + width]))
    }
    let deviations = actor.parameters[actor.deviationRange]
    let meanLogDeviation =
      deviations.reduce(0) { $0 + Double($1) } / Double(max(deviations.count, 1))
    return Improvement(
      steps: configuration.worlds * configuration.horizon, tally: tally,
      figures: statistics.figures + [.init("log-deviation", meanLogDeviation)],
      hasDiverged: !length(of: actor.parameters).isFinite)
  }

  public var network: Network { actor.network }

  var curriculum: Curriculum? { actor.curriculum }
  var league: League? { actor.league }

  public var policy: NeuralPolicy {
    do {
      return try PPO.policy(actor, design, in: seat)
    } catch {
      preconditionFailure("the design was made for this seat: \(error)")
    }
  }

  private static func policy(
    _ actor: Actor, _ design: PolicyDesign, in seat: Seat
  ) throws(PolicyError) -> NeuralPolicy {
    let own = Array(actor.parameters[0..<design.network.parameterCount])
    return try NeuralPolicy(design, parameters: own, moments: actor.moments, in: seat)
  }

  public func save(to checkpoint: inout Safetensors) {
    for entry in actor.network.safetensors(actor.parameters).entries { checkpoint.append(entry) }
    checkpoint.append(actor.moments, as: "observation")
    checkpoint.append(returnMoments, as: "return")
    checkpoint.append(optimizer)
    checkpoint.append(.init(name: "ppo.rounds", shape: [1], values: .double([Double(rounds)])))
    if let curriculum = actor.curriculum {
      let shape = [curriculum.count]
      checkpoint.append(
        .init(name: "curriculum.episodes", shape: shape, values: .double(curriculum.episodes)))
      checkpoint.append(
        .init(name: "curriculum.successes", shape: shape, values: .double(curriculum.successes)))
    }
    actor.league?.save(to: &checkpoint)
    rollouts.save(to: &checkpoint, actor, ranks)
  }

  public mutating func begin(from checkpoint: Safetensors) throws(PolicyError) {
    do {
      actor.parameters = try actor.network.parameters(from: checkpoint) { _ in true }
    } catch {
      throw .weights("\(error)")
    }
    actor.moments = try checkpoint.moments("observation", fields: design.inputs)
    returnMoments = try checkpoint.moments("return", fields: 1)
  }

  public mutating func restore(from checkpoint: Safetensors, threads: Int) throws(PolicyError) {
    try begin(from: checkpoint)
    try optimizer.restore(from: checkpoint)
    rounds = try checkpoint.count("ppo.rounds")
    if let count = actor.curriculum?.count {
      actor.curriculum?.restore(
        episodes: try checkpoint.doubles("curriculum.episodes", shape: [count]),
        successes: try checkpoint.doubles("curriculum.successes", shape: [count]))
    }
    try actor.league?.restore(from: checkpoint)
    try rollouts.restore(
      from: checkpoint, total: configuration.worlds, actor: actor, threads: threads)
  }
}

extension Ranks {
  /// Throws `SetupError` where worlds or minibatches cannot be shared evenly.
  fileprivate func checkShares(_ configuration: PPOConfiguration) throws {
    for (name, value, unit) in [
      ("worlds", configuration.worlds, count),
      ("minibatch", configuration.minibatch, count * configuration.sequenceLength),
    ] where !value.isMultiple(of: unit) {
      throw SetupError(
        "training.ppo.\(name)",
        "\(value) cannot be shared by \(count) processes; expected a multiple of \(unit)")
    }
  }
}
