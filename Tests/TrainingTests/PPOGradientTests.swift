import Arena
import Control
import Math
import Networks
import PlanarWorlds
import Testing

@testable import Training

@Suite struct PPOGradientTests {
  static let fields = [
    Field("turn", unit: "rad", count: 2, in: -1...1), Field("gear", unit: "choice", in: 0...2),
  ]
  let head: ActionHead
  var configuration = PPOConfiguration()

  init() throws {
    head = try ActionHead(of: Self.fields, in: Self.fields, seat: "driver")
    configuration.valueClip = 0.3
    configuration.entropyWeight = 0.05
    configuration.valueWeight = 0.7
  }

  /// The loss of one step by its outputs and deviations, and its derivatives.
  private func loss(
    _ step: PPOLoss.Step, _ action: [Float], _ row: [Float], _ deviations: [Float]
  ) -> (loss: Double, gradients: [Float], deviationGradients: [Float]) {
    var gradients = [Float](repeating: 0, count: row.count)
    var deviationGradients = [Float](repeating: 0, count: deviations.count)
    var statistics = PPOStatistics()
    var own = gradients.mutableSpan
    var ownDeviations = deviationGradients.mutableSpan
    PPOLoss(configuration, minibatch: 1).addGradient(
      step, action: action.span, row: row.span, logDeviations: deviations.span, head: head,
      gradients: &own, logDeviationGradients: &ownDeviations, statistics: &statistics)
    let sum =
      statistics.policyLoss + configuration.valueWeight * statistics.valueLoss
      - configuration.entropyWeight * statistics.entropy
    return (sum, gradients, deviationGradients)
  }

  /// 400 random steps, on both sides of every limit of the clipped losses.
  @Test func derivativesOfTheLossAgreeWithFiniteDifferences() {
    var random = Random(seed: 3)
    var (checked, limited) = (0, 0)
    for _ in 0..<400 {
      let row = (0..<6).map { _ in Float(random.normal()) }
      let deviations = (0..<2).map { _ in Float(random.uniform(-0.7, 0.3)) }
      let action =
        (0..<2).map { row[$0] + 0.8 * Float(random.normal()) } + [Float(random.index(below: 3))]
      let now = head.logProbability(
        of: action.span, outputs: row.span.extracting(0..<5), logDeviations: deviations.span)
      let step = PPOLoss.Step(
        logProbability: now.logProbability + Float(random.uniform(-0.5, 0.5)),
        value: row[5] + Float(random.uniform(-0.6, 0.6)), advantage: Float(random.normal()),
        target: Float(random.normal()))
      let here = loss(step, action, row, deviations)
      if here.gradients[0] == 0 { limited += 1 }
      let distance: Float = 2e-3
      for index in 0..<8 {
        func shifted(_ shift: Float) -> Double {
          var (row, deviations) = (row, deviations)
          if index < 6 { row[index] += shift } else { deviations[index - 6] += shift }
          return loss(step, action, row, deviations).loss
        }
        let (after, before) = (shifted(distance), shifted(-distance))
        let exact = index < 6 ? here.gradients[index] : here.deviationGradients[index - 6]
        // Next to a corner of the loss the two sides differ and neither is wrong.
        let right = (after - here.loss) / Double(distance)
        let left = (here.loss - before) / Double(distance)
        if abs(right - left) > 0.1 * max(1, abs(right) + abs(left)) { continue }
        let difference = (after - before) / (2 * Double(distance))
        #expect(abs(difference - Double(exact)) < 4e-3 * max(1, abs(difference)))
        checked += 1
      }
    }
    #expect(checked > 3000)
    #expect(limited > 20)
  }

  /// Moving a tensor along its gradient of a whole minibatch changes the loss by the gradient's
  /// square: that of single steps, and that through sequences of them.
  @Test(arguments: [NetworkArchitecture.Kind.perceptron, .recurrent])
  func gradientOfAMinibatchPointsUpItsLoss(kind: NetworkArchitecture.Kind) throws {
    var plan = configuration
    plan.network.kind = kind
    plan.network.hidden = [16]
    plan.sequence = 8
    plan.critic = [16]
    plan.clip = 5
    plan.valueClip = 0
    let seat = Seat(
      name: "driver", observation: [Field("sight", unit: "1", count: 5, in: -1...1)],
      action: Self.fields)
    let actor = try PPO<SteeringWorld>.newcomer(
      try PolicyDesign(for: seat, architecture: plan.network), seat, plan, 5)
    var experience = Experience()
    experience.fillAtRandom(count: 64, for: actor, seed: 8)
    let loss = PPOLoss(plan, minibatch: 64)
    let sequences = 64 / actor.sequence
    var shard = PPOShard.split(sequences, for: actor)[0]
    func value(_ actor: Actor) -> Double {
      shard.differentiate(
        loss, actor, experience, Array(0..<sequences), rows: 0..<sequences)
      let sums = shard.statistics
      return
        (sums.policyLoss + plan.valueWeight * sums.valueLoss - plan.entropyWeight * sums.entropy)
        / 64
    }
    _ = value(actor)
    let gradient = shard.gradient
    for tensor in actor.network.tensors {
      let square = gradient[tensor.range].reduce(0) { $0 + Double($1) * Double($1) }
      func moved(_ distance: Double) -> Actor {
        var copy = actor
        for i in tensor.range { copy.parameters[i] += Float(distance) * gradient[i] }
        return copy
      }
      let distance = 0.01 / square.squareRoot()
      let change = (value(moved(distance)) - value(moved(-distance))) / (2 * distance)
      #expect(square > 0 && abs(change - square) < 0.01 * square, "\(tensor.name)")
    }
  }

  /// A pass through whole sequences, over the ends of episodes, gives each action the probability
  /// with which it was drawn, and each state the value that was estimated.
  @Test func sequencesSayAgainWhatWasPlayed() throws {
    var plan = PPOConfiguration()
    plan.network.kind = .recurrent
    plan.sequence = 32
    plan.worlds = 40
    let stage = try Stage(CartPole(.init()))
    let actor = try PPO<CartPole>.newcomer(
      try PolicyDesign(for: stage.ownSeat, architecture: plan.network), stage.ownSeat, plan, 5)
    var rollouts = Rollouts(
      stage, worlds: 0..<plan.worlds, horizon: plan.horizon, actor: actor, seed: 2)
    var experience = Experience()
    for round in 0..<2 {
      rollouts.collect(with: actor, noise: UInt64(round), threads: 1)
      #expect(rollouts.tally.episodes > 100)
      experience.fill(from: rollouts, by: actor, rewardScale: 1, discount: 0.99, trace: 0.95)
      let rows = actor.sequence * actor.inputWidth
      var workspace = Workspace(for: actor.unrolled, rows: 1)
      for sequence in 0..<experience.count / actor.sequence {
        actor.unrolled.forward(
          experience.observations.span.extracting(sequence * rows..<(sequence + 1) * rows),
          parameters: actor.parameters.span, in: &workspace)
        for step in 0..<actor.sequence {
          let place = step * actor.outputWidth
          let outputs = workspace.outputs.span.extracting(place..<place + actor.outputWidth)
          let known = experience.steps[sequence * actor.sequence + step]
          #expect(abs(outputs[2] - known.value) < 1e-5)
          let action = experience.actions.span.extracting(
            sequence * actor.sequence + step..<sequence * actor.sequence + step + 1)
          let logProbability = actor.head.logProbability(
            of: action, outputs: outputs.extracting(0..<2), logDeviations: [Float]().span
          ).logProbability
          #expect(abs(logProbability - known.logProbability) < 1e-5)
        }
      }
    }
  }
}

extension Experience {
  /// Steps that never happened.
  fileprivate mutating func fillAtRandom(count: Int, for actor: Actor, seed: UInt64) {
    var random = Random(seed: seed)
    func normals(_ count: Int) -> [Float] { (0..<count).map { _ in Float(random.normal()) } }
    var actions: [Float] = []
    for _ in 0..<count { actions += normals(2) + [Float(random.index(below: 3))] }
    self = Experience(
      observations: normals(count * actor.inputWidth), actions: actions,
      steps: (0..<count).map { _ in
        let numbers = normals(4)
        return PPOLoss.Step(
          logProbability: -3 + 0.2 * numbers[0], value: numbers[1], advantage: numbers[2],
          target: numbers[3])
      })
  }
}
