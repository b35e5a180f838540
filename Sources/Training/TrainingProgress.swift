/// How far a training has come.
public struct TrainingProgress: Sendable, Hashable {
  /// Environment steps learned from.
  public internal(set) var steps = 0
  /// Rounds of playing and learning.
  public internal(set) var rounds = 0
  /// Episodes that ended while learning.
  public internal(set) var episodes = 0
  /// Seconds of training, as told by the caller, those before a resumption included.
  public internal(set) var seconds = 0.0
  /// Environment steps per second since the training began or was resumed.
  public internal(set) var stepsPerSecond = 0.0
  /// The share of the budget that is used up, 0 ... 1.
  public internal(set) var share = 0.0
  /// The mean measure of the episodes that ended in the last round that any ended in, played with
  /// exploration.
  public internal(set) var roughScore: Double?
  /// The mean measure over the held-out episodes at the last evaluation.
  public internal(set) var score: Double?
  /// The highest of all evaluations.
  public internal(set) var bestScore: Double?
  /// Whether the last round was followed by an evaluation.
  public internal(set) var isEvaluated = false
  /// The algorithm's figures of the last round.
  public internal(set) var figures: [Improvement.Figure] = []

  /// The first line of a table of rounds: names separated by commas.
  public var header: String {
    let own = "steps,rounds,episodes,seconds,steps-per-second,rough-score,score,best-score"
    return ([own] + figures.map(\.name)).joined(separator: ",")
  }

  /// What is known about the last round by name, for curves.
  public var curves: [(name: String, value: Double)] {
    var curves = [("training/steps-per-second", stepsPerSecond)]
    if let roughScore { curves.append(("training/rough-score", roughScore)) }
    if isEvaluated, let score { curves.append(("training/score", score)) }
    return curves + figures.map { ("learner/" + $0.name, $0.value) }
  }

  /// The line of the last round; what is not known is left empty.
  public var row: String {
    let own = [Double(steps), Double(rounds), Double(episodes), seconds, stepsPerSecond]
    let scores = [roughScore, isEvaluated ? score : nil, bestScore].map { $0.map { "\($0)" } ?? "" }
    return (own.map { "\($0)" } + scores + figures.map { "\($0.value)" }).joined(separator: ",")
  }
}
