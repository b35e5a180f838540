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
    // The height over the plane, a polynomial in time, and its derivative.
    let normal = plane.normal
    let h0 = plane.height(of: start.position)
    let h1 = start.velocity.dot(normal)
    let (h2, h3, h4) = (0.5 * a.dot(normal), b.dot(normal) / 3, 0.25 * c.dot(normal))
    let atEnd = plane.height(of: end.position)
    guard h0 != 0, h0.sign != atEnd.sign || atEnd == 0 else { return nil }
    // Newton's method from the chord, within a bracket that it cannot leave.
    var (low, high) = (0.0, duration)
    var t = duration * h0 / (h0 - atEnd)
    for _ in 0..<60 {
      let height = h0 + t * (h1 + t * (h2 + t * (h3 + t * h4)))
      if abs(height) < 1e-13 { return t }
      if height.sign == h0.sign { low = t } else { high = t }
      let rate = h1 + t * (2 * h2 + t * (3 * h3 + t * (4 * h4)))
      var next = t - height / rate
      if !(next > low && next < high) { next = 0.5 * (low + high) }
      if abs(next - t) < 1e-12 { return next }
      t = next
    }
    return t
  }
}
