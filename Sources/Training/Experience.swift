import Control
import Networks

/// A round's steps in the form a learner wants them: one row per step, in the order of lanes.
struct Experience: Sendable {
  /// Standardised, one row per step.
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

  /// Takes in a round, with the moments that it was played with.
  ///
  /// - Parameters:
  ///   - rewardScale: multiplies every reward.
  mutating func fill<World>(
    from rollouts: Rollouts<World>, moments: RunningMoments, rewardScale: Float,
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
      observations.append(contentsOf: lane.observations)
      actions.append(contentsOf: lane.actions)
      append(lane.logProbabilities, lane.values, laneAdvantages[index])
    }
    Experience.standardize(&observations, by: moments)
  }

  private mutating func append(
    _ logProbabilities: [Float], _ values: [Float], _ advantages: [Float]
  ) {
    let (logProbabilities, values) = (logProbabilities.span, values.span)
    let advantages = advantages.span
    for entry in 0..<values.count {
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

  private static func standardize(_ rows: inout [Float], by moments: RunningMoments) {
    var span = rows.mutableSpan
    moments.standardize(&span)
  }

  /// Shifts and scales the advantages to mean 0 and deviation 1.
  mutating func standardizeAdvantages() {
    Experience.standardizeAdvantages(&steps)
  }

  private static func standardizeAdvantages(_ steps: inout [PPOLoss.Step]) {
    var span = steps.mutableSpan
    var sum = 0.0
    for i in 0..<span.count { sum += Double(span[i].advantage) }
    let mean = sum / Double(max(span.count, 1))
    var squares = 0.0
    for i in 0..<span.count {
      let gap = Double(span[i].advantage) - mean
      squares += gap * gap
    }
    let deviation = (squares / Double(max(span.count, 1))).squareRoot()
    let (shift, scale) = (Float(mean), Float(1 / (deviation + 1e-8)))
    for i in 0..<span.count { span[i].advantage = (span[i].advantage - shift) * scale }
  }
}
