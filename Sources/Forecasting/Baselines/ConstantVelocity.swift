import Arena

/// Everything goes on as in the last `steps` steps on average: the baseline that many published
/// forecasters fail to beat (Schöller et al., "What the constant velocity model can teach us about
/// pedestrian motion prediction", 2020).
public struct ConstantVelocity: Forecaster {
  public let observedFrames: Int
  public let predictedFrames: Int
  /// How many of the last displacements are averaged.
  public let steps: Int

  public init(observedFrames: Int = 8, predictedFrames: Int = 12, steps: Int = 1) {
    precondition(steps >= 1 && steps < observedFrames, "there are not \(steps) steps to average")
    self.observedFrames = observedFrames
    self.predictedFrames = predictedFrames
    self.steps = steps
  }

  public func forecast(
    _ past: Span<Float>, agents: Span<Int>, into future: inout MutableSpan<Float>
  ) {
    for trajectory in 0..<past.count / (2 * observedFrames) {
      let last = (trajectory * observedFrames + observedFrames - 1) * 2
      for axis in 0..<2 {
        let place = past[last + axis]
        let pace = (place - past[last + axis - 2 * steps]) / Float(steps)
        for frame in 0..<predictedFrames {
          future[(trajectory * predictedFrames + frame) * 2 + axis] =
            place + Float(frame + 1) * pace
        }
      }
    }
  }
}
