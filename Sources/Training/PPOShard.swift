import Control
import Networks

/// A fixed part of every minibatch with room for its passes, so that threads can share the work
/// and the sum over parts is the same for any number of them.
struct PPOShard: Sendable {
  /// Its place among the sequences of a minibatch.
  let rows: Range<Int>
  /// The sum of its steps' gradients.
  private(set) var gradient: [Float]
  private(set) var statistics = PPOStatistics()
  private var workspace: Workspace
  // A block's steps, in the order of its rows.
  private var inputs: [Float]
  private var actions: [Float]
  private var steps: [PPOLoss.Step]
  private var outputGradients: [Float]
  private var logDeviationGradients: [Float]

  private init(rows: Range<Int>, for actor: Actor) {
    self.rows = rows
    gradient = Array(repeating: 0, count: actor.network.parameterCount)
    let sequences = min(rows.count, max(1, PPOShard.largestBlock / actor.sequence))
    workspace = Workspace(for: actor.unrolled, rows: sequences)
    let block = sequences * actor.sequence
    inputs = Array(repeating: 0, count: block * actor.inputWidth)
    actions = Array(repeating: 0, count: block * actor.head.width)
    let nothing = PPOLoss.Step(logProbability: 0, value: 0, advantage: 0, target: 0)
    steps = Array(repeating: nothing, count: block)
    outputGradients = Array(repeating: 0, count: block * actor.outputWidth)
    logDeviationGradients = Array(repeating: 0, count: actor.deviationRange.count)
  }

  /// How many steps go through the network at once: few enough to stay in the processor's cache.
  private static let largestBlock = 512

  /// As many shards, up to four, as have work that is worth waking a thread for: some 10 million
  /// multiplications each, which take 200 microseconds.
  static func split(_ minibatch: Int, for actor: Actor) -> [PPOShard] {
    let work = 3 * minibatch * actor.sequence * actor.network.parameterCount
    let count = max(1, min(4, work / 10_000_000, minibatch / 16))
    return (0..<count).map {
      PPOShard(rows: $0 * minibatch / count..<($0 + 1) * minibatch / count, for: actor)
    }
  }

  /// Sums up the gradients of the sequences `order[rows]`.
  mutating func differentiate(
    _ loss: PPOLoss, _ actor: Actor, _ experience: Experience, _ order: [Int], rows: Range<Int>
  ) {
    clear(&logDeviationGradients)
    clear(&gradient)
    statistics = PPOStatistics()
    for start in stride(from: rows.lowerBound, to: rows.upperBound, by: workspace.capacity) {
      let block = start..<min(start + workspace.capacity, rows.upperBound)
      let count = block.count * actor.sequence
      // Sequences lie all over memory: fetching many at once hides the wait for each.
      gather(experience.observations, order, block, actor.sequence * actor.inputWidth, &inputs)
      gather(experience.actions, order, block, actor.sequence * actor.head.width, &actions)
      gather(experience.steps, order, block, actor.sequence, &steps)
      forward(actor, inputs, count, &workspace)
      addGradients(
        loss, actor, steps, actions, count, workspace.outputs, &outputGradients,
        &logDeviationGradients, &statistics)
      backward(actor, outputGradients, count, &gradient, &workspace)
    }
    for (index, place) in actor.deviationRange.enumerated() {
      gradient[place] += logDeviationGradients[index]
    }
  }
}

private func gather<Element: BitwiseCopyable>(
  _ source: [Element], _ order: [Int], _ rows: Range<Int>, _ width: Int,
  _ target: inout [Element]
) {
  let (source, order) = (source.span, order.span)
  var target = target.mutableSpan
  let first = rows.lowerBound
  // Short rows column by column: without an inner loop whose end is guessed wrong for every row, the
  // processor waits for many rows at once.
  if width <= 8 {
    for i in 0..<width {
      for row in 0..<rows.count {
        target[row * width + i] = source[order[first + row] * width + i]
      }
    }
    return
  }
  for row in 0..<rows.count {
    let start = order[first + row] * width
    for i in 0..<width { target[row * width + i] = source[start + i] }
  }
}

private func clear(_ numbers: inout [Float]) {
  var span = numbers.mutableSpan
  for i in 0..<span.count { span[i] = 0 }
}

private func forward(
  _ actor: Actor, _ inputs: [Float], _ steps: Int, _ workspace: inout Workspace
) {
  actor.unrolled.forward(
    inputs.span.extracting(0..<steps * actor.inputWidth), parameters: actor.parameters.span,
    in: &workspace)
}

private func backward(
  _ actor: Actor, _ outputGradients: [Float], _ steps: Int, _ gradient: inout [Float],
  _ workspace: inout Workspace
) {
  actor.unrolled.backward(
    outputGradients.span.extracting(0..<steps * actor.outputWidth),
    parameters: actor.parameters.span, gradient: &gradient, in: &workspace)
}

private func addGradients(
  _ loss: PPOLoss, _ actor: Actor, _ steps: [PPOLoss.Step], _ actions: [Float], _ rows: Int,
  _ outputs: [Float], _ outputGradients: inout [Float],
  _ logDeviationGradients: inout [Float], _ statistics: inout PPOStatistics
) {
  let (steps, actions, outputs) = (steps.span, actions.span, outputs.span)
  let deviations = actor.parameters.span.extracting(actor.deviationRange)
  var gradients = outputGradients.mutableSpan
  var deviationGradients = logDeviationGradients.mutableSpan
  var sums = PPOStatistics()
  let (width, actionWidth) = (actor.outputWidth, actor.head.width)
  for row in 0..<rows {
    let columns = row * width..<(row + 1) * width
    var own = gradients._mutatingExtracting(columns)
    loss.addGradient(
      steps[row], action: actions.extracting(row * actionWidth..<(row + 1) * actionWidth),
      row: outputs.extracting(columns), logDeviations: deviations, head: actor.head,
      gradients: &own, logDeviationGradients: &deviationGradients, statistics: &sums)
  }
  statistics.add(sums)
}
