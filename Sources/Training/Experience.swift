import Control
import Networks

/// A round's steps in the form a learner wants them: one row per step, in the order of lanes. The
/// steps of a sequence follow each other.
struct Experience: Sendable {
  /// Standardised, one row per step: what the network reads.
  private(set) var observations: [Float] = []
  /// As the action head sees them, one row per step.
  private(set) var actions: [Float] = []
  /// The rest, side by side, since learners read steps in random order.
  private(set) var steps: [PPOLoss.Step] = []
  private var laneAdvantages: [[Float]] = []

  init() {}

  /// Steps from elsewhere.
  init(observations: [Float], actions: [Float], steps: [PPOLoss.Step]) {
    self.observations = observations
    self.actions = actions
    self.steps = steps
  }

  var count: Int { steps.count }

  /// Takes in a round that `actor` played.
  ///
  /// - Parameters:
  ///   - rewardScale: multiplies every reward.
  mutating func fill<World>(
    from rollouts: Rollouts<World>, by actor: Actor, rewardScale: Float,
    discount: Float, trace: Float
  ) {
    removeAll()
    if laneAdvantages.isEmpty {
      laneAdvantages = rollouts.lanes.map { Array(repeating: 0, count: $0.values.count) }
    }
    for (index, lane) in rollouts.lanes.enumerated() {
      estimateAdvantages(
        rewards: lane.rewards, rewardScale: rewardScale, values: lane.values, ends: lane.ends,
        bootstraps: lane.bootstraps, lastValues: lane.lastValues, discount: discount,
        trace: trace, into: &laneAdvantages[index])
      let order = SequenceOrder(worlds: lane.count, length: actor.sequence)
      order.append(lane.observations, width: actor.inputWidth, to: &observations)
      order.append(lane.actions, width: actor.head.width, to: &actions)
      append(lane.logProbabilities, lane.values, laneAdvantages[index], in: order)
    }
    actor.standardize(&observations)
  }

  private mutating func append(
    _ logProbabilities: [Float], _ values: [Float], _ advantages: [Float],
    in order: SequenceOrder
  ) {
    let (logProbabilities, values) = (logProbabilities.span, values.span)
    let advantages = advantages.span
    for row in 0..<values.count {
      let entry = order.entry(row)
      steps.append(
        PPOLoss.Step(
          logProbability: logProbabilities[entry], value: values[entry],
          advantage: advantages[entry], target: advantages[entry] + values[entry]))
    }
  }

  private mutating func removeAll() {
    observations.removeAll(keepingCapacity: true)
    actions.removeAll(keepingCapacity: true)
    steps.removeAll(keepingCapacity: true)
  }

  /// Shifts and scales the advantages to mean 0 and deviation 1 over the steps of all ranks.
  mutating func standardizeAdvantages(over ranks: Ranks) {
    let sums = ranks.gather([Double(steps.count), steps.reduce(0) { $0 + Double($1.advantage) }])
    let (count, sum) = (Experience.total(sums, 0), Experience.total(sums, 1))
    let mean = sum / max(count, 1)
    let squares = steps.reduce(0) {
      let gap = Double($1.advantage) - mean
      return $0 + gap * gap
    }
    let square = ranks.gather([squares]).reduce(0, +)
    let deviation = (square / max(count, 1)).squareRoot()
    Experience.standardizeAdvantages(&steps, Float(mean), Float(1 / (deviation + 1e-8)))
  }

  /// The sum of every second number, from `first` on.
  private static func total(_ numbers: [Double], _ first: Int) -> Double {
    stride(from: first, to: numbers.count, by: 2).reduce(0) { $0 + numbers[$1] }
  }

  private static func standardizeAdvantages(
    _ steps: inout [PPOLoss.Step], _ shift: Float, _ scale: Float
  ) {
    var span = steps.mutableSpan
    for i in 0..<span.count { span[i].advantage = (span[i].advantage - shift) * scale }
  }
}
