import Arena

/// How far forecasts were off, in metres: the average over all trajectories and predicted frames
/// (ADE) and that over all trajectories in the last frame (FDE), each trajectory counting alike.
public struct DisplacementError: Sendable, Hashable {
  public var average: Double
  public var final: Double
  /// How many trajectories.
  public var count: Int

  /// Compares paths with what came, both trajectory by trajectory, `frames` of x and y.
  public init(of forecast: Span<Float>, to truth: Span<Float>, frames: Int) {
    precondition(forecast.count == truth.count, "forecast and truth differ in size")
    let count = truth.count / (2 * frames)
    var (sum, last) = (0.0, 0.0)
    for trajectory in 0..<count {
      let (all, final) = summedDistance(forecast, truth, trajectory, frames)
      sum += all
      last += final
    }
    self.count = count
    average = sum / Double(max(count * frames, 1))
    final = last / Double(max(count, 1))
  }

  /// The error of a forecaster on a set whose frames are those it observes, then those it foresees.
  public init(of forecaster: inout some Forecaster, on motion: MotionSet) {
    let (observed, predicted) = (forecaster.observedFrames, forecaster.predictedFrames)
    precondition(motion.frames == observed + predicted, "the set has other frames")
    let past = motion.keeping(frames: 0..<observed)
    let truth = motion.keeping(frames: observed..<motion.frames)
    var future = [Float](repeating: 0, count: truth.positions.count)
    var span = future.mutableSpan
    forecaster.forecast(past.positions.span, agents: past.agents.span, into: &span)
    self.init(of: future.span, to: truth.positions.span, frames: predicted)
  }

  /// The error of the best of `samples` forecasts, each laid out like the truth, one after the
  /// other.
  ///
  /// - Parameters:
  ///   - agents: the number of agents of each scene.
  ///   - perScene: whether a scene's agents share the choice, by their summed error, as in
  ///     Social-GAN and STGAT; else each trajectory has its own, which is lenient. In both, average
  ///     and final error choose separately.
  public init(
    ofBest samples: Int, _ forecasts: Span<Float>, to truth: Span<Float>, frames: Int,
    agents: [Int], perScene: Bool
  ) {
    precondition(forecasts.count == samples * truth.count, "there are not \(samples) forecasts")
    count = truth.count / (2 * frames)
    let groups = perScene ? agents : [Int](repeating: 1, count: count)
    var (sum, last) = (0.0, 0.0)
    var first = 0
    for group in groups {
      var (leastSum, leastLast) = (Double.infinity, Double.infinity)
      for sample in 0..<samples {
        var (all, final) = (0.0, 0.0)
        for trajectory in first..<first + group {
          let part = summedDistance(
            forecasts, truth, trajectory, frames, offset: sample * truth.count)
          all += part.all
          final += part.last
        }
        leastSum = min(leastSum, all)
        leastLast = min(leastLast, final)
      }
      sum += leastSum
      last += leastLast
      first += group
    }
    average = sum / Double(max(count * frames, 1))
    final = last / Double(max(count, 1))
  }
}

/// The distances of one trajectory's frames, summed, and that of its last frame.
private func summedDistance(
  _ forecast: Span<Float>, _ truth: Span<Float>, _ trajectory: Int, _ frames: Int,
  offset: Int = 0
) -> (all: Double, last: Double) {
  var (sum, last) = (0.0, 0.0)
  let start = trajectory * frames * 2
  for frame in 0..<frames {
    let i = start + 2 * frame
    let dx = Double(forecast[offset + i] - truth[i])
    let dy = Double(forecast[offset + i + 1] - truth[i + 1])
    last = (dx * dx + dy * dy).squareRoot()
    sum += last
  }
  return (sum, last)
}
