import Arena
import Math
import Physics

/// Where incoming balls come from: a generator fitted to people's strokes, so that everything can
/// be trained without any data set.
///
/// A sample is a stroke in the coordinates of `StrokeStatistics`; the velocity that carries it from
/// contact to bounce is solved for in the flight law in force, and strokes that the laws of the
/// game would fault are drawn again.
public struct BallDistribution: Configuration, Hashable {
  /// Which strokes.
  public var kind = Kind.rally
  /// Whether to draw from the fitted generator or from the published states themselves.
  public var origin = Origin.fitted
  /// Scales every deviation from the mean; 1 as measured.
  public var spread = 1.0
  /// Deviations beyond which no number is drawn.
  public var limit = 2.5
  /// The slowest and fastest ball towards the receiver, metres per second.
  public var leastSpeed = 2.0
  public var greatestSpeed = 14.0
  /// Scales the spin. The published spins are effective values in a flight law whose lift is too
  /// strong; under `real` flight the same curves need about twice the spin.
  public var spinScale = 1.0

  public init() {}

  public enum Origin: String, Codable, Sendable, CaseIterable {
    case fitted
    /// The states that came with arXiv 2408.03906, each slightly perturbed; where they are not at
    /// hand, the fitted generator. They belong to the hall `dm`: their spins are effective values
    /// in its flight law.
    case published
  }

  public enum Kind: String, Codable, Sendable, CaseIterable {
    case rally
    case serve
  }

  /// The paper's category of normal speed, 3.5 to 7 m/s: five balls in six.
  public static var medium: BallDistribution {
    var balls = BallDistribution()
    balls.leastSpeed = 3.5
    balls.greatestSpeed = 7
    balls.limit = 2
    return balls
  }
}

extension BallDistribution {
  /// Draws a ball just after the opponent's stroke, flying towards -y.
  ///
  /// Gives up after 200 faulty strokes in a row and returns the mean stroke.
  /// - Parameter states: the published states, where `origin` asks for them.
  func sample(in hall: Hall, from states: [Ball] = [], random: inout Random) -> Ball {
    if origin == .published, !states.isEmpty {
      return sample(states, in: hall, random: &random)
    }
    let statistics = kind == .rally ? StrokeStatistics.rally : .serve
    for _ in 0..<200 {
      let stroke = statistics.sample(spread: spread, limit: limit, random: &random)
      if let ball = ball(of: stroke, in: hall) { return ball }
    }
    let mean = statistics.sample(spread: 0, limit: 1, random: &random)
    return ball(of: mean, in: hall, legal: false) ?? Ball(position: mean.contact)
  }

  /// One of the states, moved a little: by 5 mm, 0.05 m/s and 2 rad/s at one deviation.
  private func sample(_ states: [Ball], in hall: Hall, random: inout Random) -> Ball {
    var ball = states[random.index(below: states.count)]
    for _ in 0..<200 {
      var moved = ball
      moved.position += random.normalVector(deviation: 0.005)
      moved.velocity += random.normalVector(deviation: 0.05)
      moved.spin = spinScale * (moved.spin + random.normalVector(deviation: 2))
      if leastSpeed...greatestSpeed ~= -moved.velocity.y, isLegal(moved, in: hall) {
        return moved
      }
      ball = states[random.index(below: states.count)]
    }
    return ball
  }

  /// The ball that leaves `stroke`, or nil where it would be a fault.
  private func ball(
    of stroke: StrokeStatistics.Sample, in hall: Hall, legal: Bool = true
  ) -> Ball? {
    let spin = spinScale * stroke.spin
    let velocity = Aim(model: hall.flight).velocity(
      from: stroke.contact, to: stroke.bounce, in: stroke.duration, spin: spin)
    let ball = Ball(position: stroke.contact, velocity: velocity, spin: spin)
    guard legal else { return ball }
    guard leastSpeed...greatestSpeed ~= -velocity.y, isLegal(ball, in: hall) else { return nil }
    return ball
  }

  /// Whether the ball bounces where a good stroke of this kind must, clear of the net.
  private func isLegal(_ ball: Ball, in hall: Hall) -> Bool {
    var flight = hall.trajectory(of: ball)
    guard let first = flight.advanceToBounce(within: 1.5) else { return false }
    guard kind == .serve else {
      return first.ball.position.y < -0.1 && Table.isAbove(first.ball.position)
        && clearsNet(ball, in: hall)
    }
    let after = flight.ball
    guard first.ball.position.y > 0, Table.isAbove(first.ball.position), clearsNet(after, in: hall),
      let second = flight.advanceToBounce(within: 1.5)
    else { return false }
    return second.ball.position.y < -0.1 && Table.isAbove(second.ball.position)
  }

  private func clearsNet(_ ball: Ball, in hall: Hall) -> Bool {
    ball.position.y < 0
      || Aim(model: hall.flight).netClearance(
        from: ball.position, velocity: ball.velocity, spin: ball.spin) > 0.002
  }
}
