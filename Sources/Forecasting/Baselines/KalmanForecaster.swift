import Arena

/// The best linear estimate for something that is pushed about at random and seen with noise: a
/// Kalman filter over position and velocity of each axis, followed on without pushes.
public struct KalmanForecaster: Forecaster {
  public let observedFrames: Int
  public let predictedFrames: Int
  /// The variance of the random change of a step, over that of an observation's noise.
  public let agility: Double

  /// - Parameter agility: small for noisy observations of steady motion, large for exact ones of
  ///   motion that turns.
  public init(observedFrames: Int = 8, predictedFrames: Int = 12, agility: Double = 1) {
    precondition(observedFrames >= 2, "a velocity needs two frames")
    self.observedFrames = observedFrames
    self.predictedFrames = predictedFrames
    self.agility = agility
  }

  public func forecast(
    _ past: Span<Float>, agents: Span<Int>, into future: inout MutableSpan<Float>
  ) {
    for trajectory in 0..<past.count / (2 * observedFrames) {
      for axis in 0..<2 {
        let start = trajectory * observedFrames * 2 + axis
        var state = State(from: Double(past[start]), to: Double(past[start + 2]))
        for frame in 2..<max(observedFrames, 2) {
          state.observe(Double(past[start + 2 * frame]), agility: agility)
        }
        for frame in 0..<predictedFrames {
          future[(trajectory * predictedFrames + frame) * 2 + axis] = Float(
            state.position + Double(frame + 1) * state.step)
        }
      }
    }
  }

  /// Position and displacement per frame, with their covariance in units of the noise's variance.
  private struct State {
    var position: Double
    var step: Double
    var (pp, ps, ss) = (1.0, 1.0, 2.0)

    init(from first: Double, to second: Double) {
      position = second
      step = second - first
    }

    /// Moves on by a frame with a random change of pace, then takes in an observation.
    mutating func observe(_ observed: Double, agility: Double) {
      position += step
      (pp, ps, ss) = (
        pp + 2 * ps + ss + agility / 4, ps + ss + agility / 2, ss + agility
      )
      let surprise = observed - position
      let (gainOfPosition, gainOfStep) = (pp / (pp + 1), ps / (pp + 1))
      position += gainOfPosition * surprise
      step += gainOfStep * surprise
      (pp, ps, ss) = (
        (1 - gainOfPosition) * pp, (1 - gainOfPosition) * ps, ss - gainOfStep * ps
      )
    }
  }
}
