import Math

/// The state of a ball that best explains some measured positions under a flight model.
public struct FlightFit: Sendable {
  /// What is known of the spin before the positions are seen.
  public enum Spin: Hashable, Sendable {
    /// Measured, in rad/s: not fitted.
    case known(Vector3)
    /// Somewhere around `mean`, each component with this standard deviation, in rad/s.
    case around(Vector3, deviation: Double)
  }

  /// The ball at the time of the first sample.
  public let ball: Ball
  /// The time of the first sample, in seconds.
  public let time: Double
  /// The root of the mean squared distance from the samples, in metres.
  public let residual: Double
  public let model: FlightModel

  /// Fits position, velocity and, unless known, spin to at least four samples in order of time, by least
  /// squares. `noise` is the standard deviation of a measured coordinate, in metres; samples that lie
  /// farther off than three times it count less (Huber, 1964). nil for fewer samples.
  public init?(
    to samples: ArraySlice<FlightSample>, model: FlightModel,
    spin: Spin = .around(.zero, deviation: 150), noise: Double = 0.002
  ) {
    guard samples.count >= 4, let first = samples.first, let last = samples.last else { return nil }
    let prior: (mean: Vector3, deviation: Double) =
      switch spin {
      case .known(let value): (value, 0)
      case .around(let mean, let deviation): (mean, deviation)
      }
    let span = last.time - first.time
    // The mean velocity, put back to the start of the fall.
    let velocity =
      (1 / max(span, 1e-9)) * (last.position - first.position)
      + 0.5 * span * model.gravity * Vector3.unitZ
    var guess = FlightFit.numbers(first.position) + FlightFit.numbers(velocity)
    var scales = [0.001, 0.001, 0.001, 0.01, 0.01, 0.01]
    if prior.deviation > 0 {
      guess += FlightFit.numbers(prior.mean)
      scales += [5, 5, 5]
    }
    func state(_ p: [Double]) -> Ball {
      Ball(
        position: Vector3(p[0], p[1], p[2]), velocity: Vector3(p[3], p[4], p[5]),
        spin: prior.deviation > 0 ? Vector3(p[6], p[7], p[8]) : prior.mean)
    }
    let fitsSpin = prior.deviation > 0
    let solution = LeastSquares(
      from: guess, scales: scales, count: 3 * samples.count + (fitsSpin ? 3 : 0)
    ) { parameters, result in
      let start = state(parameters)
      var index = 0
      FlightFit.follow(start, through: samples, model: model) { offset in
        let off = (1 / noise) * offset
        let size = off.length
        let weight = size > 3 ? ((2 * 3 * size - 9).squareRoot() / size) : 1
        (result[index], result[index + 1], result[index + 2]) =
          (weight * off.x, weight * off.y, weight * off.z)
        index += 3
      }
      guard fitsSpin else { return }
      let surprise = (1 / prior.deviation) * (start.spin - prior.mean)
      (result[index], result[index + 1], result[index + 2]) =
        (surprise.x, surprise.y, surprise.z)
    }
    ball = state(solution.parameters)
    time = first.time
    self.model = model
    var sum = 0.0
    FlightFit.follow(ball, through: samples, model: model) { sum += $0.lengthSquared }
    residual = (sum / Double(samples.count)).squareRoot()
  }

  /// The ball at `time`, at or after the first sample, if nothing but air and gravity acts.
  public func ball(at time: Double) -> Ball {
    fly(ball, model: model, for: time - self.time, step: 0.005)
  }

  /// Flies `ball` from the first of `samples` to the last and hands over, for each, the flight's
  /// position less the measured one.
  static func follow(
    _ ball: Ball, through samples: ArraySlice<FlightSample>, model: FlightModel,
    _ visit: (Vector3) -> Void
  ) {
    var ball = ball
    var time = samples.first?.time ?? 0
    for sample in samples {
      ball = fly(ball, model: model, for: sample.time - time)
      time = sample.time
      visit(ball.position - sample.position)
    }
  }

  static func numbers(_ v: Vector3) -> [Double] { [v.x, v.y, v.z] }
}
