import Math
import Networks

extension CausalForecaster {
  /// What an adaptation may change.
  public enum Part: String, Sendable, Hashable, Codable, CaseIterable {
    /// The style code: found by search, no weights change.
    case code
    /// The code, then the weights of the style modulator.
    case style
    /// All weights and the code together by gradient, from where training left them: the usual
    /// fine-tuning, for comparison.
    case all
  }

  /// Adapts to a style from some of its scenes.
  ///
  /// The last quarter of the scenes decides when to stop and whether the change is kept at all, so
  /// no scene beyond the references is needed and none is looked at.
  ///
  /// - Parameters:
  ///   - references: scenes whose futures are known, at least 4.
  ///   - steps: of the optimiser, for parts with weights.
  ///   - rate: its rate at the start.
  public mutating func adapt(
    to references: MotionSet, part: Part, steps: Int = 600, rate: Float = 1e-3, seed: UInt64 = 0
  ) {
    precondition(design.style != .none, "the forecaster has no style")
    let scenes = references.agents.count
    let held = max(scenes / 4, 1)
    let chosen = references[scenes: 0..<max(scenes - held, 1)]
    let judges = references[scenes: scenes - held..<scenes]
    if part != .all { fitCode(to: references) }
    guard part != .code else { return }
    var training = CausalTraining()
    training.steps = steps
    training.rate = rate
    training.rowsPerDomain = min(64, chosen.trajectories)
    var start = self
    start.codes = [code]
    var trainer = CausalTrainer(
      start, training, examples: [ForecastingDomain(chosen).examples(design)],
      random: Random(seed: seed))
    var best = self
    var least = DisplacementError(of: &best, on: judges).average
    while trainer.steps < steps {
      if part == .style {
        trainer.step(isTrained: CausalNetwork.isStyle)
      } else {
        trainer.step { _ in true }
      }
      guard trainer.steps % 20 == 0 else { continue }
      var candidate = trainer.result
      let error = DisplacementError(of: &candidate, on: judges).average
      if error < least { (best, least) = (candidate, error) }
    }
    let known = codes
    self = best
    codes = known
  }

  /// The inputs of the network for the scenes of `past`, whose frames are just the observed ones.
  func inputs(of past: MotionSet) -> (inputs: [Float], canonical: [CanonicalFrame]) {
    var copy = self
    return copy.readInputs(past)
  }

  /// Paths in the world from the network's outputs.
  func paths(of outputs: [Float], _ past: MotionSet, _ canonical: [CanonicalFrame]) -> [Float] {
    let width = mechanism.network.outputs
    let reader = SceneReader(design)
    var paths = [Float](repeating: 0, count: past.trajectories * design.pathWidth)
    var span = paths.mutableSpan
    var rest = [Float](repeating: 0, count: design.pathWidth)
    for row in 0..<past.trajectories {
      for i in rest.indices { rest[i] = standard.pathScale * outputs[row * width + i] }
      reader.write(
        rest.span, at: 0, past.positions.span, row, frames: design.observed, canonical[row],
        into: &span, at: row * design.pathWidth)
    }
    return paths
  }
}
