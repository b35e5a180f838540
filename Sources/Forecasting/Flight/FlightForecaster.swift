import Arena
import Math

/// Foresees where and when a ball arrives: finds the flight that agrees best with all looks at it
/// under an identified law, and flies on.
///
/// The form of the law is what is invariant between halls; its coefficients are the style of a hall
/// and are found again from a few arrivals; how late and how far off looks are is spurious, and
/// found with them. Forecasting 8 to 30 looks takes about 50 microseconds.
public struct FlightForecaster: ArrivalForecaster {
  public internal(set) var law: FlightLaw
  /// Whether each ball's topspin is read from its flight; a ballistic law has no use for it.
  public let readsSpin: Bool
  /// How many of the last looks are used.
  public let window: Int
  /// The standard deviations of seen places, m, and velocities, m/s, and of topspin, rad/s.
  static let placeNoise = 0.006
  static let velocityNoise = 0.12
  static let topspinDeviation = 120.0

  public init(_ law: FlightLaw = .start, readsSpin: Bool = true, window: Int = 40) {
    self.law = law
    self.readsSpin = readsSpin
    self.window = window
  }

  /// A parabola through the last ten looks and a bounce that keeps fixed shares of the velocity.
  public static let ballistic = FlightForecaster(.vacuum, readsSpin: false, window: 10)

  /// The coefficients that identification may change.
  var free: [FlightLaw.Coefficient] {
    readsSpin
      ? [
        .drag, .relief, .lift, .restitution, .softening, .friction, .usualTopspin, .delay, .across,
        .height,
      ]
      : [.restitution, .retention, .delay, .across, .height]
  }

  public func arrival(
    of sightings: [Sighting], every interval: Double, at plane: Double
  ) -> Arrival? {
    let recent = Array(sightings.suffix(window))
    guard recent.count >= 2 else { return nil }
    let ball = followed(recent, interval)
    guard let crossing = law.crossing(of: ball, at: plane, step: interval) else { return nil }
    let place = crossing.ball.position
    return Arrival(
      time: crossing.time - law[.delay],
      position: Vector3(place.x + law[.across], plane, place.z + law[.height]),
      topspin: crossing.ball.topspin)
  }

  /// The ball at the last look. A bounce is less certain than a flight: looks after it weigh more
  /// than what the looks before it and the law say of it.
  private func followed(_ sightings: [Sighting], _ interval: Double) -> FlyingBall {
    let bounce = Self.bounce(in: sightings)
    let before = Array(sightings[..<(bounce ?? sightings.count)])
    var ball = flown(fitted(to: before, interval, expecting: nil), before.count - 1, interval)
    guard let bounce else { return ball }
    ball = law.advanced(ball, by: interval)
    if ball.velocity.z < 0 { ball = law.bounced(ball) }
    let after = Array(sightings[bounce...])
    return flown(fitted(to: after, interval, expecting: ball), after.count - 1, interval)
  }

  private func flown(_ ball: FlyingBall, _ steps: Int, _ interval: Double) -> FlyingBall {
    var ball = ball
    for _ in 0..<max(0, steps) { ball = law.advanced(ball, by: interval) }
    return ball
  }

  /// The first look after a bounce: only a bounce makes a ball rise faster than before.
  private static func bounce(in sightings: [Sighting]) -> Int? {
    sightings.indices.dropFirst().first { index in
      sightings[index].velocity.z - sightings[index - 1].velocity.z > 0.9
    }
  }

  /// How far a ball after a bounce may be from what was expected: metres, m/s, rad/s.
  private static let bounceDeviations = [0.03, 0.03, 0.03, 0.4, 0.4, 0.4, 40]

  /// The ball at the first look, by Gauss and Newton from what that look showed.
  private func fitted(
    to sightings: [Sighting], _ interval: Double, expecting ball: FlyingBall?
  ) -> FlyingBall {
    let seen = FlyingBall(
      position: sightings[0].position, velocity: sightings[0].velocity,
      topspin: law[.usualTopspin])
    let expected = numbers(of: ball ?? seen)
    var unknowns = expected
    for _ in 0..<4 {
      let base = residuals(unknowns, sightings, interval)
      var slopes: [[Double]] = []
      for index in unknowns.indices {
        let change = index == 6 ? 5 : 0.001
        var changed = unknowns
        changed[index] += change
        let residuals = residuals(changed, sightings, interval)
        slopes.append(zip(residuals, base).map { ($0 - $1) / change })
      }
      var equations = NormalEquations(unknowns.count)
      for row in base.indices {
        // Large residuals, as around a bounce, count by their size and not by its square.
        equations.add(
          residual: base[row], slopes: slopes.map { $0[row] },
          weight: min(1, 2.5 / max(abs(base[row]), 1e-9)))
      }
      for index in unknowns.indices where ball != nil || index == 6 {
        equations.hold(
          index, offset: unknowns[index] - expected[index],
          deviation: ball == nil ? Self.topspinDeviation : Self.bounceDeviations[index])
      }
      let step = equations.step()
      for index in unknowns.indices { unknowns[index] += step[index] }
    }
    return self.ball(unknowns)
  }

  private func numbers(of ball: FlyingBall) -> [Double] {
    let (p, v) = (ball.position, ball.velocity)
    return [p.x, p.y, p.z, v.x, v.y, v.z] + (readsSpin ? [ball.topspin] : [])
  }

  private func ball(_ n: [Double]) -> FlyingBall {
    FlyingBall(
      position: Vector3(n[0], n[1], n[2]), velocity: Vector3(n[3], n[4], n[5]),
      topspin: readsSpin ? n[6] : 0)
  }

  /// The differences from the looks, in standard deviations.
  private func residuals(
    _ unknowns: [Double], _ sightings: [Sighting], _ interval: Double
  ) -> [Double] {
    var ball = self.ball(unknowns)
    var residuals: [Double] = []
    residuals.reserveCapacity(6 * sightings.count)
    for (index, sighting) in sightings.enumerated() {
      if index > 0 { ball = law.advanced(ball, by: interval) }
      let place = ball.position - sighting.position
      let velocity = ball.velocity - sighting.velocity
      residuals.append(place.x / Self.placeNoise)
      residuals.append(place.y / Self.placeNoise)
      residuals.append(place.z / Self.placeNoise)
      residuals.append(velocity.x / Self.velocityNoise)
      residuals.append(velocity.y / Self.velocityNoise)
      residuals.append(velocity.z / Self.velocityNoise)
    }
    return residuals
  }
}
