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
  /// Where every flight crosses the player's end line if spin does not bend it, metres to the
  /// right; without it as people aim. A category's own `side` goes before it.
  public var side: ClosedRange<Double>?
  /// Kinds of balls, each drawn in proportion to its weight over its return rate. Without any, balls
  /// come as people play them. Speed limits hold for those that bound no speed of their own.
  public var categories: [BallCategory] = []
  /// The names of the categories that are drawn; empty for all.
  public var only: [String] = []

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
  /// A ball just after the opponent's stroke, and what it is.
  struct Draw {
    var ball: Ball
    /// The index of its category among all; 0 where there are none.
    var category = 0
    var isService: Bool
  }

  /// Draws a ball just after the opponent's stroke, flying towards -y.
  ///
  /// Gives up after 200 faulty strokes in a row and returns the mean stroke.
  /// - Parameter states: the published states, where `origin` asks for them.
  func draw(in hall: Hall, from states: [Ball] = [], random: inout Random) -> Draw {
    if origin == .published, !states.isEmpty {
      let ball = sample(states, in: hall, random: &random)
      return Draw(ball: ball, isService: kind == .serve)
    }
    let index = chooseCategory(random: &random)
    let category = index.map { categories[$0] }
    let isService = (category?.kind ?? kind) == .serve
    let statistics = isService ? StrokeStatistics.serve : .rally
    for _ in 0..<200 {
      let stroke = statistics.sample(spread: spread, limit: limit, random: &random)
      guard
        let ball = ball(
          of: stroke, in: category, isService: isService, hall: hall, random: &random)
      else { continue }
      return Draw(ball: ball, category: index ?? 0, isService: isService)
    }
    var mean = statistics.sample(spread: 0, limit: 1, random: &random)
    mean.spin = spinScale * mean.spin
    return Draw(
      ball: launched(mean, in: hall) ?? Ball(position: mean.contact), category: index ?? 0,
      isService: isService)
  }

  /// The index of a category by chance, or nil where there are none.
  private func chooseCategory(random: inout Random) -> Int? {
    guard !categories.isEmpty else { return nil }
    func share(_ index: Int) -> Double {
      only.isEmpty || only.contains(categories[index].name) ? categories[index].share : 0
    }
    var total = 0.0
    for index in categories.indices { total += share(index) }
    var left = random.uniform(0, total)
    var last = 0
    for index in categories.indices where share(index) > 0 {
      last = index
      left -= share(index)
      if left < 0 { break }
    }
    return last
  }

  /// One of the states, moved a little: by 5 mm, 0.05 m/s and 2 rad/s at one deviation.
  private func sample(_ states: [Ball], in hall: Hall, random: inout Random) -> Ball {
    var ball = states[random.index(below: states.count)]
    for _ in 0..<200 {
      var moved = ball
      moved.position += random.normalVector(deviation: 0.005)
      moved.velocity += random.normalVector(deviation: 0.05)
      moved.spin = spinScale * (moved.spin + random.normalVector(deviation: 2))
      if leastSpeed...greatestSpeed ~= -moved.velocity.y, crosses(moved),
        bounce(of: moved, isService: kind == .serve, in: hall) != nil
      {
        return moved
      }
      ball = states[random.index(below: states.count)]
    }
    return ball
  }

  /// Whether a published ball flies to the side that is asked for.
  private func crosses(_ ball: Ball) -> Bool {
    guard let side else { return true }
    let time = (ball.position.y + Table.halfLength) / max(-ball.velocity.y, 1e-6)
    return side.contains(ball.position.x + time * ball.velocity.x)
  }

  /// The ball that leaves `stroke`, or nil where it would be a fault or of another category.
  private func ball(
    of stroke: StrokeStatistics.Sample, in category: BallCategory?, isService: Bool, hall: Hall,
    random: inout Random
  ) -> Ball? {
    var stroke = stroke
    stroke.spin = spinScale * stroke.spin
    if var shape = category ?? side.map({ _ in BallCategory() }) {
      shape.side = shape.side ?? side
      stroke = shape.shaped(
        stroke, isService: isService, gravity: hall.flight.gravity, random: &random)
    }
    guard let ball = launched(stroke, in: hall) else { return nil }
    // The way is somewhat longer than it was reckoned with drag, so bounds get a margin of 10 %.
    let speed = category?.speed.map { 0.9 * $0.lowerBound...1.1 * $0.upperBound }
    guard speed ?? leastSpeed...greatestSpeed ~= -ball.velocity.y,
      let bounce = bounce(of: ball, isService: isService, in: hall)
    else { return nil }
    if isService, let depth = category?.depth, !depth.contains(-bounce.y) { return nil }
    return ball
  }

  /// The ball that leaves `stroke` if its spin is the player's own.
  private func launched(_ stroke: StrokeStatistics.Sample, in hall: Hall) -> Ball? {
    let velocity = Aim(model: hall.flight).velocity(
      from: stroke.contact, to: stroke.bounce, in: stroke.duration, spin: stroke.spin)
    let ball = Ball(position: stroke.contact, velocity: velocity, spin: stroke.spin)
    return ball.isFinite ? ball : nil
  }

  /// Where the ball bounces on the receiver's court if it is good, clear of the net.
  private func bounce(of ball: Ball, isService: Bool, in hall: Hall) -> Vector3? {
    var flight = hall.trajectory(of: ball)
    guard let first = flight.advanceToBounce(within: 1.5) else { return nil }
    guard isService else {
      let isGood =
        first.ball.position.y < -0.1 && Table.isAbove(first.ball.position)
        && clearsNet(ball, in: hall)
      return isGood ? first.ball.position : nil
    }
    let after = flight.ball
    guard first.ball.position.y > 0, Table.isAbove(first.ball.position), clearsNet(after, in: hall),
      let second = flight.advanceToBounce(within: 1.5), second.ball.position.y < -0.1,
      Table.isAbove(second.ball.position)
    else { return nil }
    return second.ball.position
  }

  private func clearsNet(_ ball: Ball, in hall: Hall) -> Bool {
    ball.position.y < 0
      || Aim(model: hall.flight).netClearance(
        from: ball.position, velocity: ball.velocity, spin: ball.spin) > 0.002
  }
}
