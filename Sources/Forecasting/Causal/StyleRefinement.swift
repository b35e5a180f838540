import Networks

/// Refines the style code of every scene under test by the contrast of its own forecast: past and
/// predicted future together shall look like the reference scenes of the style and unlike those of
/// others. No true future of a scene under test is seen.
///
/// A scene's code moves down the contrastive loss; a step that does not halve it is taken back and
/// made half as long, and a scene is left alone when it looks as much like the references as they
/// do themselves, or when its steps have become too short to matter. So the loss of no scene ever
/// rises, however many rounds there are, and codes do not wander about in the noise of the style
/// vectors, where a lower loss means no better forecast.
public struct StyleRefinement: Sendable {
  public let encoder: StyleEncoder
  /// The mean of the vectors of the reference scenes.
  private let target: [Float]
  /// The mean distance of the references' vectors from their mean: a forecast that is no further
  /// away looks like a real scene of the style, and its scene stops.
  public let floor: Float
  /// What a step must leave of the loss at most to count.
  public var worth: Float = 0.5
  /// Of the span of the training codes: the first step, and the one too short to matter.
  public var firstStep: Float = 0.2
  public var lastStep: Float = 0.02

  /// - Parameter references: scenes of the style under test, none of which is under test itself.
  public init(_ encoder: StyleEncoder, references: ForecastingDomain) {
    self.encoder = encoder
    let vectors = encoder.vectors(of: references)
    let width = StyleEncoder.width
    let count = vectors.count / width
    let target = (0..<width).map { k in
      (0..<count).reduce(0) { $0 + vectors[$1 * width + k] } / Float(count)
    }
    self.target = target
    floor = 1 - target.reduce(0) { $0 + $1 * $1 }
  }

  /// Refines codes for the scenes of `past`.
  ///
  /// - Parameters:
  ///   - past: scenes with just the observed frames.
  ///   - rounds: the most steps per scene.
  ///   - visit: called with the paths before the first round and after every round, in metres,
  ///     laid out like the future.
  /// - Returns: how many scenes had stopped by themselves.
  @discardableResult
  public func refine(
    _ forecaster: CausalForecaster, _ past: MotionSet, rounds: Int,
    visit: (_ round: Int, _ paths: [Float], _ loss: Double) -> Void
  ) -> Int {
    var state = RefinedScenes(forecaster, past, encoder)
    let span = max((forecaster.codes.max() ?? 1) - (forecaster.codes.min() ?? 0), 1e-3)
    var steps = [Float](repeating: firstStep * span, count: past.agents.count)
    var (losses, slopes) = measure(&state)
    visit(0, state.paths(past), mean(losses))
    for round in 1...max(rounds, 1) {
      let before = state.codes
      for scene in steps.indices {
        if losses[scene] <= floor * Float(past.agents[scene]) { steps[scene] = 0 }
        guard steps[scene] >= lastStep * span else { continue }
        state.codes[scene] -= slopes[scene] > 0 ? steps[scene] : -steps[scene]
      }
      let (newLosses, newSlopes) = measure(&state)
      for scene in steps.indices where state.codes[scene] != before[scene] {
        if newLosses[scene] < worth * losses[scene] {
          (losses[scene], slopes[scene]) = (newLosses[scene], newSlopes[scene])
        } else {
          state.codes[scene] = before[scene]
          steps[scene] /= 2
        }
      }
      state.predict()
      visit(round, state.paths(past), mean(losses))
    }
    return steps.filter { $0 < lastStep * span }.count
  }

  private func mean(_ numbers: [Float]) -> Double {
    numbers.reduce(0) { $0 + Double($1) } / Double(max(numbers.count, 1))
  }

  /// The contrastive loss of every scene at its code, and its derivative by the code.
  private func measure(_ state: inout RefinedScenes) -> (losses: [Float], slopes: [Float]) {
    state.predict()
    var rows = state.embed()
    var losses = [Float](repeating: 0, count: state.codes.count)
    for row in 0..<state.rows {
      losses[state.sceneOfRow[row]] += pull(&rows, row)
    }
    return (losses, state.slopes(rows))
  }

  /// The loss of one vector against the references; replaces the vector by the derivative.
  private func pull(_ vectors: inout [Float], _ row: Int) -> Float {
    let width = StyleEncoder.width
    let start = row * width
    var size: Float = 0
    for k in 0..<width { size += vectors[start + k] * vectors[start + k] }
    size = max(size.squareRoot(), 1e-8)
    let unit = (0..<width).map { vectors[start + $0] / size }
    // Without others to be pushed from, which would drive an unknown style ever further away from
    // the known ones, the loss is least where the forecast looks like the mean reference.
    var product: Float = 0
    for k in 0..<width { product += unit[k] * target[k] }
    let slope = target.map { -$0 }
    var along: Float = 0
    for k in 0..<width { along += slope[k] * unit[k] }
    for k in 0..<width { vectors[start + k] = (slope[k] - along * unit[k]) / size }
    return 1 - product
  }
}
