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
  /// The model of the flight, with the drag coefficient that was fitted, if it was.
  public let model: FlightModel

  /// Fits position, velocity and, unless known, spin to at least four samples in order of time, by
  /// least squares. `noise` is the standard deviation of a measured coordinate, in metres; samples
  /// that lie farther off than three times it count less (Huber, 1964). A `dragDeviation` above 0
  /// lets the drag coefficient be fitted too, around that of `model`. nil for fewer samples.
  public init?(
    to samples: ArraySlice<FlightSample>, model: FlightModel,
    spin: Spin = .around(.zero, deviation: 150), dragDeviation: Double = 0, noise: Double = 0.002
  ) {
    guard samples.count >= 4, let first = samples.first, let last = samples.last else { return nil }
    let unknowns = Unknowns(spin: spin, model: model, dragDeviation: dragDeviation)
    let span = max(last.time - first.time, 1e-9)
    // The mean velocity, put back to the start of the fall.
    let velocity =
      (1 / span) * (last.position - first.position)
      + 0.5 * span * model.gravity * Vector3.unitZ
    let solution = LeastSquares(
      from: unknowns.guess(position: first.position, velocity: velocity),
      scales: unknowns.scales, count: 3 * samples.count + unknowns.priorCount
    ) { parameters, result in
      var index = 0
      FlightFit.follow(
        unknowns.ball(parameters), through: samples, model: unknowns.model(parameters)
      ) { offset in
        let off = (1 / noise) * offset
        let size = off.length
        let weight = size > 3 ? (6 * size - 9).squareRoot() / size : 1
        (result[index], result[index + 1], result[index + 2]) =
          (weight * off.x, weight * off.y, weight * off.z)
        index += 3
      }
      unknowns.surprise(parameters) { value in
        result[index] = value
        index += 1
      }
    }
    ball = unknowns.ball(solution.parameters)
    time = first.time
    self.model = unknowns.model(solution.parameters)
    var sum = 0.0
    FlightFit.follow(ball, through: samples, model: self.model) { sum += $0.lengthSquared }
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
}

/// What a fit may vary, laid out as a row of numbers: position, velocity, then spin and drag if
/// they are not known, each with what was believed before.
private struct Unknowns {
  let mean: Vector3
  let spinDeviation: Double
  let base: FlightModel
  let dragDeviation: Double

  init(spin: FlightFit.Spin, model: FlightModel, dragDeviation: Double) {
    switch spin {
    case .known(let value):
      mean = value
      spinDeviation = 0
    case .around(let value, let deviation):
      mean = value
      spinDeviation = deviation
    }
    base = model
    self.dragDeviation = dragDeviation
  }

  var priorCount: Int { (spinDeviation > 0 ? 3 : 0) + (dragDeviation > 0 ? 1 : 0) }

  var scales: [Double] {
    [0.001, 0.001, 0.001, 0.01, 0.01, 0.01]
      + (spinDeviation > 0 ? [5, 5, 5] : []) + (dragDeviation > 0 ? [0.01] : [])
  }

  func guess(position p: Vector3, velocity v: Vector3) -> [Double] {
    [p.x, p.y, p.z, v.x, v.y, v.z] + (spinDeviation > 0 ? [mean.x, mean.y, mean.z] : [])
      + (dragDeviation > 0 ? [base.dragCoefficient] : [])
  }

  func ball(_ p: [Double]) -> Ball {
    Ball(
      position: Vector3(p[0], p[1], p[2]), velocity: Vector3(p[3], p[4], p[5]),
      spin: spinDeviation > 0 ? Vector3(p[6], p[7], p[8]) : mean)
  }

  func model(_ p: [Double]) -> FlightModel {
    guard dragDeviation > 0 else { return base }
    var model = base
    model.dragCoefficient = p[p.count - 1]
    return model
  }

  /// Hands over how far the parameters are from what was believed, in standard deviations.
  func surprise(_ p: [Double], _ visit: (Double) -> Void) {
    if spinDeviation > 0 {
      let off = (1 / spinDeviation) * (ball(p).spin - mean)
      visit(off.x)
      visit(off.y)
      visit(off.z)
    }
    if dragDeviation > 0 {
      visit((p[p.count - 1] - base.dragCoefficient) / dragDeviation)
    }
  }
}
