import Arena

/// The straight line of least squares through all observed frames, followed on.
public struct LinearExtrapolation: Forecaster {
  public let observedFrames: Int
  public let predictedFrames: Int

  public init(observedFrames: Int = 8, predictedFrames: Int = 12) {
    precondition(observedFrames >= 2, "a line needs two frames")
    self.observedFrames = observedFrames
    self.predictedFrames = predictedFrames
  }

  public func forecast(
    _ past: Span<Float>, agents: Span<Int>, into future: inout MutableSpan<Float>
  ) {
    let middle = Float(observedFrames - 1) / 2
    // The sum of the squared distances of the frames from the middle one.
    let n = Float(observedFrames)
    let spread = n * (n * n - 1) / 12
    for trajectory in 0..<past.count / (2 * observedFrames) {
      let start = trajectory * observedFrames * 2
      for axis in 0..<2 {
        var (sum, slope): (Float, Float) = (0, 0)
        for frame in 0..<observedFrames {
          let place = past[start + 2 * frame + axis]
          sum += place
          slope += (Float(frame) - middle) * place
        }
        slope /= spread
        for frame in 0..<predictedFrames {
          future[(trajectory * predictedFrames + frame) * 2 + axis] =
            sum / n + (Float(observedFrames + frame) - middle) * slope
        }
      }
    }
  }
}
