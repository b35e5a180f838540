import Math

/// The ball after `duration` seconds of free flight, in steps of at most `step` seconds. Steps of
/// 10 ms keep the error of a 1 s flight below 1e-5 m at speeds up to 30 m/s.
public func fly(
  _ ball: Ball, model: FlightModel, for duration: Double, step: Double = 0.01
) -> Ball {
  guard duration > 0 else { return ball }
  let count = max(1, Int((duration / step - 1e-9).rounded(.up)))
  let h = duration / Double(count)
  var ball = ball
  for _ in 0..<count { ball = Arc(from: ball, model: model, duration: h).end }
  return ball
}

/// Where and when a flight meets a plane.
@frozen
public struct Crossing: Hashable, Sendable {
  /// Seconds since the start of the flight.
  public var time: Double
  /// The ball with its centre in the plane.
  public var ball: Ball

  @inlinable
  public init(time: Double, ball: Ball) {
    self.time = time
    self.ball = ball
  }
}

/// The first passage, within `duration` seconds of free flight, of the ball's centre through
/// `plane` from either side, to 1e-10 s. Two passages within one `step` are not seen.
public func crossing(
  of ball: Ball, model: FlightModel, plane: Plane, within duration: Double, step: Double = 0.01
) -> Crossing? {
  var time = 0.0
  var ball = ball
  while time < duration {
    let arc = Arc(from: ball, model: model, duration: min(step, duration - time))
    if let t = arc.crossingTime(of: plane) {
      return Crossing(time: time + t, ball: arc.ball(at: t))
    }
    time += arc.duration
    ball = arc.end
  }
  return nil
}

extension Arc {
  /// When the centre of the ball passes through `plane`, in seconds into this arc; nil if both ends
  /// lie on the same side. A ball that starts in the plane does not count as crossing it.
  public func crossingTime(of plane: Plane) -> Double? {
    var low = 0.0
    var high = duration
    var atLow = plane.height(of: start.position)
    var atHigh = plane.height(of: end.position)
    guard atLow != 0, atLow.sign != atHigh.sign || atHigh == 0 else { return nil }
    // The secant with Illinois weights: keeps a bracket, converges faster than linearly.
    var round = 0
    while high - low > 1e-11 && round < 60 {
      round += 1
      let t = clamp(low - atLow * (high - low) / (atHigh - atLow), low...high)
      let value = plane.height(of: position(at: t))
      if abs(value) < 1e-13 { return t }
      if value.sign == atHigh.sign {
        (high, atHigh, atLow) = (t, value, 0.5 * atLow)
      } else {
        (low, atLow, atHigh) = (t, value, 0.5 * atHigh)
      }
    }
    return high
  }
}
