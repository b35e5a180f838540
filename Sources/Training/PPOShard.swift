import Control
import Networks

/// A fixed part of every minibatch with room for its passes, so that threads can share the work
/// and the sum over parts is the same for any number of them.
struct PPOShard: Sendable {
  /// Its place in the minibatch.
  let rows: Range<Int>
  /// The sum of its steps' gradients.
  private(set) var gradient: [Float]
  private(set) var statistics = PPOStatistics()
  private var workspace: Workspace
  private var inputs: [Float]
  private var outputGradients: [Float]
  private var logDeviationGradients: [Float]

  private init(rows: Range<Int>, for actor: Actor) {
    self.rows = rows
    gradient = Array(repeating: 0, count: actor.network.parameterCount)
    workspace = Workspace(for: actor.network, rows: rows.count)
    inputs = Array(repeating: 0, count: rows.count * actor.inputWidth)
    outputGradients = Array(repeating: 0, count: rows.count * actor.outputWidth)
    logDeviationGradients = Array(repeating: 0, count: actor.deviationRange.count)
  }

  /// As many shards, up to four, as have work that is worth waking a thread for: some 10 million
  /// multiplications each, which take 200 microseconds.
  static func split(_ minibatch: Int, for actor: Actor) -> [PPOShard] {
    let work = 3 * minibatch * actor.network.parameterCount
    let count = max(1, min(4, work / 10_000_000, minibatch / 16))
    return (0..<count).map {
      PPOShard(rows: $0 * minibatch / count..<($0 + 1) * minibatch / count, for: actor)
    }
  }

  /// Sums up the gradients of the steps `order[rows]`.
  mutating func differentiate(
    _ loss: PPOLoss, _ actor: Actor, _ experience: Experience, _ order: [Int], rows: Range<Int>
  ) {
    gather(experience.observations, order, rows, actor.inputWidth, &inputs)
    forward(actor, inputs, &workspace)
    clear(&outputGradients)
    clear(&logDeviationGradients)
    clear(&gradient)
    statistics = addGradients(
      loss, actor, experience, order, rows, workspace.outputs, &outputGradients,
      &logDeviationGradients)
    backward(actor, outputGradients, &gradient, &workspace)
    for (index, place) in actor.deviationRange.enumerated() {
      gradient[place] += logDeviationGradients[index]
    }
  }
}

private func gather(
  _ source: [Float], _ order: [Int], _ rows: Range<Int>, _ width: Int, _ target: inout [Float]
) {
  let (source, order) = (source.span, order.span)
  var target = target.mutableSpan
  var place = 0
  for row in rows {
    let start = order[row] * width
    for i in 0..<width { target[place + i] = source[start + i] }
    place += width
  }
}

private func clear(_ numbers: inout [Float]) {
  var span = numbers.mutableSpan
  for i in 0..<span.count { span[i] = 0 }
}

private func forward(_ actor: Actor, _ inputs: [Float], _ workspace: inout Workspace) {
  actor.network.forward(inputs.span, parameters: actor.parameters.span, in: &workspace)
}

private func backward(
  _ actor: Actor, _ outputGradients: [Float], _ gradient: inout [Float],
  _ workspace: inout Workspace
) {
  actor.network.backward(
    outputGradients.span, parameters: actor.parameters.span, gradient: &gradient,
    in: &workspace)
}

private func addGradients(
  _ loss: PPOLoss, _ actor: Actor, _ experience: Experience, _ order: [Int],
  _ rows: Range<Int>, _ outputs: [Float], _ outputGradients: inout [Float],
  _ logDeviationGradients: inout [Float]
) -> PPOStatistics {
  let (order, outputs, actions) = (order.span, outputs.span, experience.actions.span)
  let (oldLogs, values) = (experience.logProbabilities.span, experience.values.span)
  let (advantages, targets) = (experience.advantages.span, experience.targets.span)
  let deviations = actor.parameters.span.extracting(actor.deviationRange)
  var gradients = outputGradients.mutableSpan
  var deviationGradients = logDeviationGradients.mutableSpan
  var statistics = PPOStatistics()
  let (width, actionWidth) = (actor.outputWidth, actor.head.width)
  for (row, place) in rows.enumerated() {
    let entry = order[place]
    let columns = row * width..<(row + 1) * width
    var own = gradients._mutatingExtracting(columns)
    loss.addGradient(
      PPOLoss.Step(
        logProbability: oldLogs[entry], value: values[entry], advantage: advantages[entry],
        target: targets[entry]),
      action: actions.extracting(entry * actionWidth..<(entry + 1) * actionWidth),
      row: outputs.extracting(columns), logDeviations: deviations, head: actor.head,
      gradients: &own, logDeviationGradients: &deviationGradients, statistics: &statistics)
  }
  return statistics
}
