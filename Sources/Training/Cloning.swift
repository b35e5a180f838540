import Arena
import Control
import Math
import Networks

/// Imitation of a teacher, from top to bottom: behaviour cloning (Pomerleau, 1991), and with a
/// teacher that acts ever less, dataset aggregation (Ross, Gordon and Bagnell, 2011, algorithm 3.1).
///
/// Whoever acts, the teacher says at every step what it would do, and the policy is moved towards
/// that. A policy that has learned from the teacher's own episodes alone is lost where its first
/// errors lead; one that is corrected where it goes itself is not. Each round learns from its own
/// steps only: any learner without regret will do (theorem 4.1), and nothing has to be kept.
public struct Cloning<World: Environment>: Learner {
  public let configuration: CloningConfiguration
  private let stage: Stage<World>
  private let teacher: any Policy
  private let seed: UInt64
  private var student: NeuralPolicy
  private var optimizer: Adam
  private var lesson: ImitationBatch
  private(set) public var rounds = 0

  /// A learner that has learned nothing yet, or that goes on from a policy.
  ///
  /// - Parameter teacher: a policy for the stage's seat.
  public init(
    on stage: Stage<World>, teacher: any Policy, observed: [String] = [],
    controlled: [String] = [], configuration: CloningConfiguration = CloningConfiguration(),
    from start: NeuralPolicy? = nil, seed: UInt64
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
    student =
      try start
      ?? NeuralPolicy(
        design, parameters: design.network.initialParameters(random: &random),
        moments: RunningMoments(fields: design.inputs), in: seat)
    self.stage = stage
    self.teacher = teacher
    self.configuration = configuration
    self.seed = seed
    optimizer = Adam(count: design.network.parameterCount)
    lesson = try ImitationBatch(design, in: seat, rows: configuration.minibatch)
  }

  public var policy: NeuralPolicy { student }

  public var network: Network { student.design.network }

  public mutating func improve(progress: Double, threads: Int) -> Improvement {
    // 1. Play, and write down what the teacher would have done.
    var tally = Tally(width: stage.world.outcome.width)
    var notes: [Apprentice.Notes] = []
    for (episode, own) in play(threads: threads) {
      tally.add(episode)
      notes.append(own)
    }

    // 2. What was seen changes how observations are standardised, from now on.
    if configuration.standardizesObservations {
      var moments = student.moments
      for own in notes { moments.merge(own.moments) }
      student.replaceMoments(by: moments)
    }

    // 3. Learn: epochs of minibatches in random order.
    let share = 1 - progress * (1 - configuration.finalLearningRate)
    let loss = fit(notes, rate: Float(configuration.learningRate * share))
    rounds += 1
    return Improvement(
      steps: tally.steps, tally: tally,
      figures: [.init("loss", loss), .init("teacher-share", teacherShare(of: rounds - 1))],
      hasDiverged: !Networks.length(of: student.parameters).isFinite)
  }

  private func teacherShare(of round: Int) -> Double {
    (0..<min(round, 1000)).reduce(1) { share, _ in share * configuration.teacherShare }
  }

  private func play(threads: Int) -> [(Tally, Apprentice.Notes)] {
    let (stage, configuration) = (stage, configuration)
    let seed = Random.seed(Random.seed(seed, 1), UInt64(rounds))
    let apprentice = Apprentice(
      student: student, teacher: teacher, teacherShare: teacherShare(of: rounds))
    let empty = (Tally(width: stage.world.outcome.width), apprentice.notes)
    var results = Array(repeating: empty, count: configuration.episodes)
    results.forEachInParallel(threads: threads) { result, index in
      var episode = stage.episode(apprentice)
      episode.reset(seed: Random.seed(seed, UInt64(index)))
      episode.run(limit: configuration.stepLimit)
      result.0.add(
        steps: episode.steps, return: episode.returns[stage.seat], outcome: episode.outcome)
      if let own = episode.policies[stage.seat] as? Apprentice { result.1 = own.notes }
    }
    return results
  }

  /// The mean loss over all epochs.
  private mutating func fit(_ notes: [Apprentice.Notes], rate: Float) -> Double {
    var observations = notes.flatMap(\.windows)
    Cloning.standardize(&observations, by: student.moments)
    let commands = notes.flatMap(\.commands)
    let count = notes.reduce(0) { $0 + $1.count }
    let minibatch = min(configuration.minibatch, count)
    var random = Random(seed: Random.seed(Random.seed(seed, 2), UInt64(rounds)))
    var order = Array(0..<count)
    var parameters = student.parameters
    var (sum, updates) = (0.0, 0.0)
    for _ in 0..<configuration.epochs {
      order.shuffle(by: &random)
      for start in stride(from: 0, through: count - minibatch, by: minibatch) {
        sum += lesson.differentiate(
          observations, commands, order[start..<start + minibatch], parameters)
        clip(&lesson.gradient, toLength: Float(configuration.gradientLimit))
        optimizer.update(&parameters, gradient: lesson.gradient, rate: rate)
        updates += 1
      }
    }
    student.replaceParameters(by: parameters)
    return sum / max(updates, 1)
  }

  private static func standardize(_ rows: inout [Float], by moments: RunningMoments) {
    var span = rows.mutableSpan
    moments.standardize(&span)
  }

  public func save(to checkpoint: inout Safetensors) {
    for entry in student.safetensors().entries { checkpoint.append(entry) }
    checkpoint.append(optimizer)
    checkpoint.append(.init(name: "clone.rounds", shape: [1], values: .double([Double(rounds)])))
  }

  public mutating func begin(from checkpoint: Safetensors) throws(PolicyError) {
    do {
      student.replaceParameters(by: try network.parameters(from: checkpoint) { _ in true })
    } catch {
      throw .weights("\(error)")
    }
    student.replaceMoments(
      by: try checkpoint.moments("observation", fields: student.moments.fields))
  }

  public mutating func restore(from checkpoint: Safetensors, threads: Int) throws(PolicyError) {
    try begin(from: checkpoint)
    try optimizer.restore(from: checkpoint)
    rounds = try checkpoint.count("clone.rounds")
  }
}
