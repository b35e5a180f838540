import Arena
import Control
import Networks

extension Trainer {
  /// Everything the rest of the training depends on, as the bytes of a safetensors file.
  public func checkpoint() -> [UInt8] {
    var file = Safetensors(metadata: identity)
    learner.save(to: &file)
    let counts = [progress.steps, progress.rounds, progress.episodes].map(Double.init)
    let scores = [progress.roughScore, progress.score, progress.bestScore]
    // A score that is not known is left out of the list of those that are.
    file.append(
      .init(name: "trainer.progress", shape: [4], values: .double(counts + [progress.seconds])))
    file.append(
      .init(
        name: "trainer.known", shape: [4],
        values: .double(scores.map { $0 == nil ? 0 : 1 } + [progress.isEvaluated ? 1 : 0])))
    file.append(
      .init(name: "trainer.scores", shape: [3], values: .double(scores.map { $0 ?? 0 })))
    if let best {
      let parameters = best.parameters
      file.append(
        .init(name: "best.parameters", shape: [parameters.count], values: .single(parameters)))
      file.append(best.moments, as: "best.observation")
    }
    file.metadata["digest"] = file.digest.description
    return file.bytes
  }

  /// What must be equal for a checkpoint to be the same training's.
  private var identity: [String: String] {
    [
      "kind": "checkpoint", "format": "2", "seed": "\(seed)",
      "algorithm": plan.algorithm.rawValue, "environment": World.name, "settings": fingerprint,
    ]
  }

  /// Takes up a training where it was: a trainer made from the same plan, stage and seed goes on as
  /// if it had never stopped. Throws, and leaves the trainer as it was, if the bytes are damaged or
  /// another training's.
  public mutating func restore(_ bytes: [UInt8], threads: Int = 1) throws(PolicyError) {
    let file = try Trainer.read(bytes)
    for (key, value) in identity.sorted(by: { $0.key < $1.key }) {
      let found = file.metadata[key] ?? "missing"
      guard found == value else {
        throw .weights("the checkpoint's \(key) is \(found); \(value) is needed")
      }
    }
    var copy = self
    try copy.learner.restore(from: file, threads: threads)
    let numbers = try file.doubles("trainer.progress", shape: [4])
    let known = try file.doubles("trainer.known", shape: [4]).map { $0 > 0 }
    let scores = try file.doubles("trainer.scores", shape: [3])
    guard numbers.allSatisfy({ $0 >= 0 && $0 < 1e15 }) else {
      throw .weights("tensor 'trainer.progress' holds no counts")
    }
    copy.progress.steps = Int(numbers[0])
    copy.progress.rounds = Int(numbers[1])
    copy.progress.episodes = Int(numbers[2])
    copy.progress.seconds = numbers[3]
    copy.progress.roughScore = known[0] ? scores[0] : nil
    copy.progress.score = known[1] ? scores[1] : nil
    copy.progress.bestScore = known[2] ? scores[2] : nil
    copy.progress.isEvaluated = known[3]
    copy.best = try Trainer.best(in: file, like: learner.policy)
    copy.beginAgain()
    self = copy
  }

  /// Begins with what another training learned, given the bytes of its checkpoint: its networks and
  /// moments, not its progress. Throws if they are damaged or of another design.
  public mutating func begin(from bytes: [UInt8]) throws(PolicyError) {
    let file = try Trainer.read(bytes)
    guard file.metadata["algorithm"] == plan.algorithm.rawValue else {
      throw .weights(
        "the checkpoint is of the algorithm \(file.metadata["algorithm"] ?? "missing"); "
          + "\(plan.algorithm.rawValue) is needed")
    }
    var copy = learner
    try copy.begin(from: file)
    learner = copy
  }

  /// The tensors of a checkpoint, which are those that were written: a number that has changed on
  /// the disk is still a number.
  private static func read(_ bytes: [UInt8]) throws(PolicyError) -> Safetensors {
    let file: Safetensors
    do { file = try Safetensors(bytes: bytes) } catch { throw .weights("\(error)") }
    guard file.metadata["digest"] == file.digest.description else {
      throw .weights("the checkpoint's tensors are not those that were written")
    }
    return file
  }

  private static func best(
    in file: Safetensors, like policy: NeuralPolicy
  ) throws(PolicyError) -> NeuralPolicy? {
    guard let entry = file["best.parameters"] else { return nil }
    guard entry.shape == [policy.parameters.count] else {
      throw .weights("tensor 'best.parameters' has another length than the network")
    }
    var best = policy
    best.replaceParameters(by: entry.values.singles)
    best.replaceMoments(
      by: try file.moments("best.observation", fields: policy.moments.fields))
    return best
  }
}
