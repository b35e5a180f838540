import Arena
import Control
import Math
import Networks

/// Blackbox gradient sensing (BGS; Choromanski et al., 2018, and as used in arXiv 2408.03906), from
/// top to bottom: an evolution strategy that estimates the gradient of the score from pairs of
/// opposite perturbations, of which only the most telling count.
///
/// Only scores are needed, no gradients of the policy: nothing depends on how actions were made.
public struct Evolution<World: Environment>: Learner {
  public let configuration: EvolutionConfiguration
  private let stage: Stage<World>
  private let ranks: Ranks
  private let seed: UInt64
  private let objective: Int?
  private var center: NeuralPolicy
  private var trials: [Trial]
  private(set) public var rounds = 0

  /// One direction, tried forwards and backwards.
  private struct Trial: Sendable {
    /// Normal numbers, one per parameter.
    var direction: [Float] = []
    /// The mean scores of the parameters plus and minus the perturbation.
    var forwards = 0.0
    var backwards = 0.0
    var tally: Tally
    var moments: RunningMoments
  }

  /// A learner that has learned nothing yet, or that goes on from a policy.
  public init(
    on stage: Stage<World>, observed: [String] = [], controlled: [String] = [],
    configuration: EvolutionConfiguration = EvolutionConfiguration(),
    from start: NeuralPolicy? = nil, seed: UInt64, ranks: Ranks = .alone
  ) throws {
    try configuration.validate()
    let seat = stage.ownSeat
    let design = try PolicyDesign(
      for: seat, observed: observed, controlled: controlled,
      architecture: configuration.network)
    if let start, start.design != design {
      throw PolicyError.unusable(key: "from", reason: "the policy has another design")
    }
    var random = Random(seed: Random.seed(seed, 0))
    center =
      try start
      ?? NeuralPolicy(
        design, parameters: design.network.initialParameters(random: &random),
        moments: RunningMoments(fields: design.inputs), in: seat)
    let names = Evaluation.names(of: stage.world.outcome)
    objective = names.firstIndex(of: configuration.objective)
    guard configuration.objective == "return" || objective != nil else {
      throw SetupError("bgs.objective", "expected return or one of \(names)")
    }
    self.stage = stage
    self.ranks = ranks
    self.configuration = configuration
    self.seed = seed
    trials = Array(
      repeating: Trial(
        tally: Tally(width: stage.world.outcome.width),
        moments: RunningMoments(fields: design.inputs)),
      count: configuration.directions)
  }

  public var policy: NeuralPolicy { center }

  public var network: Network { center.design.network }

  public mutating func improve(progress: Double, threads: Int) -> Improvement {
    // 1. Choose directions: blocks of orthogonal vectors (Choromanski et al., 2018, section 3.1).
    chooseDirections()

    // 2. Try them, forwards and backwards, on the same episodes (common random numbers).
    let (center, stage, configuration) = (center, stage, configuration)
    let (objective, episodeSeed) = (objective, Random.seed(Random.seed(seed, 2), UInt64(rounds)))
    let own = ranks.share(of: trials.count)
    trials.forEachInParallel(threads: threads) { trial, index in
      guard own.contains(index) else { return }
      Evolution.run(&trial, center, stage, configuration, objective, seed: episodeSeed)
    }
    shareResults(of: own)

    // 3. Keep those with the largest differences, and step along their mean. Scores are in units
    //    of their deviation, so the step size is one for all tasks (Mania et al., 2018, algorithm 2).
    let scores = trials.flatMap { [$0.forwards, $0.backwards] }
    if configuration.usesRanks { replaceScoresByRanks() }
    let order = trials.indices.sorted {
      let left = abs(trials[$0].forwards - trials[$0].backwards)
      let right = abs(trials[$1].forwards - trials[$1].backwards)
      return left > right || (left == right && $0 < $1)
    }
    let kept = order.prefix(max(1, Int((configuration.kept * Double(order.count)).rounded())))
    let share = 1 - progress * (1 - configuration.finalStepSize)
    let length = step(along: Array(kept), size: configuration.stepSize * share)

    // 4. What was seen changes how the next round is standardised.
    var tally = Tally(width: stage.world.outcome.width)
    var moments = self.center.moments
    for trial in trials {
      tally.add(trial.tally)
      moments.merge(trial.moments)
    }
    if configuration.standardizesObservations { self.center.replaceMoments(by: moments) }
    rounds += 1
    return Improvement(
      steps: tally.steps, tally: tally,
      figures: [
        .init("mean-score", scores.reduce(0, +) / Double(scores.count)),
        .init("best-score", scores.max() ?? 0), .init("step-length", length),
      ],
      hasDiverged: !Networks.length(of: self.center.parameters).isFinite)
  }

  /// Tells all ranks what the trials of each came to. Directions follow from the seed: they need
  /// not travel.
  private mutating func shareResults(of own: Range<Int>) {
    guard ranks.count > 1 else { return }
    var numbers: [Double] = []
    for trial in trials[own] {
      numbers += [trial.forwards, trial.backwards] + trial.tally.numbers + trial.moments.numbers
    }
    let all = ranks.gather(numbers)
    let width = all.count / trials.count
    let (tally, fields) = (trials[0].tally.numbers.count, trials[0].moments.fields)
    for index in trials.indices {
      let row = Array(all[index * width..<(index + 1) * width])
      trials[index].forwards = row[0]
      trials[index].backwards = row[1]
      trials[index].tally = Tally(row[2..<2 + tally])
      trials[index].moments = RunningMoments(row[(2 + tally)...], fields: fields)
    }
  }

  private mutating func chooseDirections() {
    var random = Random(seed: Random.seed(Random.seed(seed, 1), UInt64(rounds)))
    let width = center.parameters.count
    let block = configuration.isOrthogonal ? min(width, trials.count) : 1
    for start in stride(from: 0, to: trials.count, by: block) {
      let count = min(block, trials.count - start)
      let matrix = orthogonalMatrix(rows: count, columns: width, random: &random)
      for row in 0..<count {
        // Right angles, and the lengths that independent normal numbers would have had.
        var square = 0.0
        for _ in 0..<width {
          let number = random.normal()
          square += number * number
        }
        let scale = square.squareRoot()
        trials[start + row].direction = (0..<width).map {
          Float(scale * matrix[row * width + $0])
        }
      }
    }
  }

  /// Plays the episodes of one direction.
  private static func run(
    _ trial: inout Trial, _ center: NeuralPolicy, _ stage: Stage<World>,
    _ configuration: EvolutionConfiguration, _ objective: Int?, seed: UInt64
  ) {
    trial.tally.removeAll()
    trial.moments = RunningMoments(fields: center.moments.fields)
    for sign: Float in [1, -1] {
      var parameters = center.parameters
      let scale = sign * Float(configuration.perturbation)
      for i in parameters.indices { parameters[i] += scale * trial.direction[i] }
      var policy = center
      policy.replaceParameters(by: parameters)
      var episode = stage.episode(Witness(policy, configuration.standardizesObservations))
      var sum = 0.0
      for number in 0..<configuration.episodes {
        episode.reset(seed: Random.seed(seed, UInt64(number)))
        episode.run(limit: configuration.stepLimit)
        let outcome = episode.outcome
        let value = episode.returns[stage.seat]
        sum += objective.map { Double(outcome[$0]) } ?? value
        trial.tally.add(steps: episode.steps, return: value, outcome: outcome)
      }
      let mean = sum / Double(configuration.episodes)
      if sign > 0 { trial.forwards = mean } else { trial.backwards = mean }
      if let witness = episode.policies[stage.seat] as? Witness {
        trial.moments.merge(witness.moments)
      }
    }
  }

  /// Gives the worst score the number 0, the next 1, and equal ones the mean of theirs.
  private mutating func replaceScoresByRanks() {
    let scores = trials.flatMap { [$0.forwards, $0.backwards] }
    let order = scores.indices.sorted { (scores[$0], $0) < (scores[$1], $1) }
    var ranks = scores
    var start = 0
    while start < order.count {
      var end = start
      while end < order.count, scores[order[end]] == scores[order[start]] { end += 1 }
      for place in start..<end { ranks[order[place]] = 0.5 * Double(start + end - 1) }
      start = end
    }
    for index in trials.indices {
      trials[index].forwards = ranks[2 * index]
      trials[index].backwards = ranks[2 * index + 1]
    }
  }

  /// Moves the center by step size x mean over the kept trials of
  /// (forwards - backwards) / (2 deviation of scores) x direction.
  private mutating func step(along kept: [Int], size: Double) -> Double {
    let scores = kept.flatMap { [trials[$0].forwards, trials[$0].backwards] }
    let mean = scores.reduce(0, +) / Double(scores.count)
    let variance = scores.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(scores.count)
    guard variance > 0 else { return 0 }
    var parameters = center.parameters
    var move = [Float](repeating: 0, count: parameters.count)
    let scale = size / (2 * variance.squareRoot() * Double(kept.count))
    for index in kept {
      let weight = Float(scale * (trials[index].forwards - trials[index].backwards))
      let direction = trials[index].direction
      for i in move.indices { move[i] += weight * direction[i] }
    }
    for i in move.indices { parameters[i] += move[i] }
    center.replaceParameters(by: parameters)
    return Double(Networks.length(of: move))
  }

  public func save(to checkpoint: inout Safetensors) {
    for entry in center.safetensors().entries { checkpoint.append(entry) }
    checkpoint.append(.init(name: "bgs.rounds", shape: [1], values: .double([Double(rounds)])))
  }

  public mutating func begin(from checkpoint: Safetensors) throws(PolicyError) {
    do {
      center.replaceParameters(
        by: try center.design.network.parameters(from: checkpoint) { _ in true })
    } catch {
      throw .weights("\(error)")
    }
    center.replaceMoments(
      by: try checkpoint.moments("observation", fields: center.moments.fields))
  }

  public mutating func restore(from checkpoint: Safetensors, threads: Int) throws(PolicyError) {
    try begin(from: checkpoint)
    rounds = try checkpoint.count("bgs.rounds")
  }
}

/// A policy that takes note of what it sees.
private struct Witness: Policy {
  var policy: NeuralPolicy
  private(set) var moments: RunningMoments
  private let isWatching: Bool

  init(_ policy: NeuralPolicy, _ isWatching: Bool) {
    self.policy = policy
    self.isWatching = isWatching
    moments = RunningMoments(fields: policy.moments.fields)
  }

  mutating func reset(seed: UInt64) {
    policy.reset(seed: seed)
  }

  mutating func act(on observation: Span<Float>, into action: inout MutableSpan<Float>) {
    policy.act(on: observation, into: &action)
    if isWatching { policy.observe(observation, into: &moments) }
  }
}
