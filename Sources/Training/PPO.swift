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
  private let seed: UInt64
  private var actor: Actor
  private var optimizer: Adam
  private var rollouts: Rollouts<World>
  private var experience = Experience()
  private var returnMoments = RunningMoments(fields: 1)
  private var shards: [PPOShard]
  private var gradient: [Float]
  private var order: [Int]
  private(set) public var rounds = 0

  /// A learner that has learned nothing yet.
  ///
  /// - Parameters:
  ///   - start: a policy to go on from, of the same design as the settings describe.
  ///   - seed: of the first parameters, the worlds' episodes, exploration and the order of steps.
  public init(
    on stage: Stage<World>, observed: [String] = [], controlled: [String] = [],
    configuration: PPOConfiguration = PPOConfiguration(), from start: NeuralPolicy? = nil,
    seed: UInt64
  ) throws {
    try configuration.validate()
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
    let count = configuration.worlds * configuration.horizon
    order = Array(0..<count)
    shards = PPOShard.split(configuration.minibatch, for: actor)
    rollouts = Rollouts(
      stage, count: configuration.worlds, horizon: configuration.horizon, actor: actor,
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
    let network = configuration.network.actorCritic(
      inputs: design.inputs, outputs: head.outputs, numbers: head.numbers,
      logDeviation: Float(configuration.logDeviation),
      critic: configuration.sharesTower ? nil : configuration.critic)
    var random = Random(seed: Random.seed(seed, 0))
    return Actor(
      network: network, head: head, selection: selection,
      moments: RunningMoments(fields: design.inputs),
      parameters: network.initialParameters(random: &random),
      history: configuration.network.history)
  }

  public mutating func improve(progress: Double, threads: Int) -> Improvement {
    // 1. Play. Exploration has a seed of its own per round, so nothing is left to remember.
    rollouts.collect(
      with: actor, noise: Random.seed(Random.seed(seed, 2), UInt64(rounds)), threads: threads)

    // 2. Judge: rewards in units of the deviation of returns (Engstrom et al., 2020), advantages
    //    by equation 11, and these standardised over the round (Andrychowicz et al., 2021, 3.5).
    if configuration.scalesRewards {
      rollouts.updateReturns(&returnMoments, discount: configuration.discount)
    }
    experience.fill(
      from: rollouts, moments: actor.moments, rewardScale: rewardScale,
      discount: Float(configuration.discount), trace: Float(configuration.trace))
    experience.standardizeAdvantages()

    // 3. Learn: epochs of minibatches in random order (algorithm 1, lines 6 and 7).
    let share = 1 - progress * (1 - configuration.finalLearningRate)
    let statistics = optimize(rate: Float(configuration.learningRate * share), threads: threads)

    // 4. What was seen changes how the next round is standardised, not this one.
    if configuration.standardizesObservations {
      rollouts.update(
        &actor.moments, frameWidth: actor.frameWidth, history: actor.history)
    }
    rounds += 1
    return report(statistics)
  }

  private var rewardScale: Float {
    configuration.scalesRewards ? Float(1 / (returnMoments.variance(0) + 1e-8).squareRoot()) : 1
  }

  /// Epochs of minibatches, until the policy has moved far enough.
  private mutating func optimize(rate: Float, threads: Int) -> PPOStatistics {
    var random = Random(seed: Random.seed(Random.seed(seed, 3), UInt64(rounds)))
    let loss = PPOLoss(configuration, minibatch: configuration.minibatch)
    var total = PPOStatistics()
    // From the same order every round: what happened before must not matter.
    for index in order.indices { order[index] = index }
    for _ in 0..<configuration.epochs {
      PPO.shuffle(&order, &random)
      // What does not fill a minibatch is left out, another part in every epoch.
      for start in stride(
        from: 0, through: order.count - configuration.minibatch, by: configuration.minibatch)
      {
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
    return statistics
  }

  /// A random order of all steps (Fisher and Yates).
  private static func shuffle(_ order: inout [Int], _ random: inout Random) {
    var span = order.mutableSpan
    var index = span.count - 1
    while index > 0 {
      span.swapAt(index, random.index(below: index + 1))
      index -= 1
    }
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
    let deviations = actor.parameters[actor.deviationRange]
    let meanLogDeviation =
      deviations.reduce(0) { $0 + Double($1) } / Double(max(deviations.count, 1))
    return Improvement(
      steps: configuration.worlds * configuration.horizon, tally: rollouts.tally,
      figures: statistics.figures + [.init("log-deviation", meanLogDeviation)],
      hasDiverged: !length(of: actor.parameters).isFinite)
  }

  public var network: Network { actor.network }

  public var policy: NeuralPolicy {
    let own = Array(actor.parameters[0..<design.network.parameterCount])
    do {
      return try NeuralPolicy(design, parameters: own, moments: actor.moments, in: seat)
    } catch {
      preconditionFailure("the design was made for this seat: \(error)")
    }
  }

  public func save(to checkpoint: inout Safetensors) {
    for entry in actor.network.safetensors(actor.parameters).entries { checkpoint.append(entry) }
    checkpoint.append(actor.moments, as: "observation")
    checkpoint.append(returnMoments, as: "return")
    let count = [gradient.count]
    checkpoint.append(
      .init(name: "optimizer.means", shape: count, values: .single(optimizer.means)))
    checkpoint.append(
      .init(name: "optimizer.squares", shape: count, values: .single(optimizer.squares)))
    checkpoint.append(
      .init(
        name: "ppo.counters", shape: [2],
        values: .double([Double(rounds), Double(optimizer.steps)])))
    rollouts.save(to: &checkpoint)
  }

  public mutating func restore(from checkpoint: Safetensors, threads: Int) throws(PolicyError) {
    do {
      actor.parameters = try actor.network.parameters(from: checkpoint) { _ in true }
    } catch {
      throw .weights("\(error)")
    }
    actor.moments = try checkpoint.moments("observation", fields: design.inputs)
    returnMoments = try checkpoint.moments("return", fields: 1)
    let count = [gradient.count]
    optimizer.means = try checkpoint.doubles("optimizer.means", shape: count).map(Float.init)
    optimizer.squares = try checkpoint.doubles("optimizer.squares", shape: count).map(Float.init)
    let counters = try checkpoint.doubles("ppo.counters", shape: [2])
    guard counters.allSatisfy({ $0 >= 0 && $0 < 1e15 }) else {
      throw .weights("tensor 'ppo.counters' holds no counts")
    }
    rounds = Int(counters[0])
    optimizer.steps = Int(counters[1])
    try rollouts.restore(from: checkpoint, actor: actor, threads: threads)
  }
}
