import Control
import Networks

/// A round's steps in the form a learner wants them: one row per step, in the order of lanes.
struct Experience: Sendable {
  /// Standardised, one row per step.
  private(set) var observations: [Float] = []
  /// As the action head sees them, one row per step.
  private(set) var actions: [Float] = []
  /// Under the policy that acted.
  private(set) var logProbabilities: [Float] = []
  /// As estimated when the policy acted.
  private(set) var values: [Float] = []
  private(set) var advantages: [Float] = []
  /// What the value estimate should have said: advantage plus value.
  private(set) var targets: [Float] = []
  private var laneAdvantages: [[Float]] = []

  init() {}

  /// Steps from elsewhere.
  init(
    observations: [Float], actions: [Float], logProbabilities: [Float], values: [Float],
    advantages: [Float], targets: [Float]
  ) {
    self.observations = observations
    self.actions = actions
    self.logProbabilities = logProbabilities
    self.values = values
    self.advantages = advantages
    self.targets = targets
  }

  var count: Int { values.count }

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
      logProbabilities.append(contentsOf: lane.logProbabilities)
      values.append(contentsOf: lane.values)
      advantages.append(contentsOf: laneAdvantages[index])
    }
    Experience.standardize(&observations, by: moments)
    for entry in values.indices { targets.append(advantages[entry] + values[entry]) }
  }

  private mutating func removeAll() {
    observations.removeAll(keepingCapacity: true)
    actions.removeAll(keepingCapacity: true)
    logProbabilities.removeAll(keepingCapacity: true)
    values.removeAll(keepingCapacity: true)
    advantages.removeAll(keepingCapacity: true)
    targets.removeAll(keepingCapacity: true)
  }

  private static func standardize(_ rows: inout [Float], by moments: RunningMoments) {
    var span = rows.mutableSpan
    moments.standardize(&span)
  }

  /// Shifts and scales the advantages to mean 0 and deviation 1.
  mutating func standardizeAdvantages() {
    Experience.standardize(&advantages)
  }

  private static func standardize(_ numbers: inout [Float]) {
    var span = numbers.mutableSpan
    var sum = 0.0
    for i in 0..<span.count { sum += Double(span[i]) }
    let mean = sum / Double(max(span.count, 1))
    var squares = 0.0
    for i in 0..<span.count { squares += (Double(span[i]) - mean) * (Double(span[i]) - mean) }
    let deviation = (squares / Double(max(span.count, 1))).squareRoot()
    let (shift, scale) = (Float(mean), Float(1 / (deviation + 1e-8)))
    for i in 0..<span.count { span[i] = (span[i] - shift) * scale }
  }
}
