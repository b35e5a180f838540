import Networks

/// Refines the style code of every scene under test by the contrast of its own forecast: past and
/// predicted future together shall look like the reference scenes of the style and unlike those of
/// others. No true future of a scene under test is seen.
///
/// A scene's code moves down the contrastive loss by steps of one length. A step that does not
/// halve the loss is taken back and is the scene's last; a scene also stops where it looks as much
/// like the references as they do themselves. So the loss of no scene ever rises, however many
/// rounds there are, and codes do not wander about in the noise of the style vectors, where a
/// lower loss means no better forecast.
public struct StyleRefinement: Sendable {
  public let encoder: StyleEncoder
  /// The mean of the vectors of the reference scenes.
  private let target: [Float]
  /// The mean distance of the references' vectors from their mean: a forecast that is no further
  /// away looks like a real scene of the style, and its scene stops.
  public let floor: Float
  /// What a step must leave of the loss at most to count.
  public var worth: Float = 0.5
  /// The length of a step, of the span of the training codes.
  public var step: Float = 0.2

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
    var isMoving = [Bool](repeating: true, count: past.agents.count)
    var (losses, slopes) = measure(&state)
    visit(0, state.paths(past), mean(losses))
    for round in 1...max(rounds, 1) {
      let before = state.codes
      for scene in isMoving.indices {
        if losses[scene] <= floor * Float(past.agents[scene]) { isMoving[scene] = false }
        guard isMoving[scene] else { continue }
        state.codes[scene] -= slopes[scene] > 0 ? step * span : -step * span
      }
      let (newLosses, newSlopes) = measure(&state)
      for scene in isMoving.indices where isMoving[scene] {
        if newLosses[scene] <= worth * losses[scene] {
          (losses[scene], slopes[scene]) = (newLosses[scene], newSlopes[scene])
        } else {
          state.codes[scene] = before[scene]
          isMoving[scene] = false
        }
      }
      state.predict()
      visit(round, state.paths(past), mean(losses))
    }
    return isMoving.filter { !$0 }.count
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
