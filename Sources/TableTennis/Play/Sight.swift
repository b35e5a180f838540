import Arena
import Math
import Physics

/// What a player sees of the game, in the player's own frame: the player stands at y < 0 and faces
/// +y. Both bodies see the same; what a body feels of itself follows after these fields.
///
/// The type is the one place that knows the order of these numbers: environments write it and
/// scripted players read it.
public struct Sight: Sendable {
  /// The ball as perceived: late and noisy. The spin is 0 where it cannot be seen.
  public var ball = Ball(position: .zero)
  /// Where the rally stands, as perceived.
  public var situation = Situation.waiting
  /// Seconds since the stroke that sent the ball on its present way, as perceived, or since the
  /// player's own toss; at most 3.
  public var sinceStroke = 0.0
  /// When, in seconds from now, and how the ball will cross the hitting plane, if nobody touches it;
  /// what was last foreseen once it has passed.
  public var arrival = Arrival()
  /// What the flight says of the ball's topspin, rad/s; negative for underspin. Where spin can be
  /// seen, what is seen.
  public var topspin = 0.0
  /// Points in this game, own and the opponent's.
  public var points = (own: 0, other: 0)
  /// How the player's own last stroke went; clear again once the opponent strikes.
  public var stroke = StrokeResult()
  /// The opponent's racket; zero where it cannot be seen.
  public var racket = RacketSight()

  public init() {}

  /// A foreseen crossing of the hitting plane.
  public struct Arrival: Hashable, Sendable {
    /// Seconds from now, -1 ... 2.
    public var time = 0.0
    public var position = Vector3(0, Sight.hittingPlane, 0.25)
    public var velocity = Vector3(0, -3, 0)
    /// rad/s.
    public var topspin = 0.0
    /// Whether the ball will have bounced on the player's own court by then; if not, it is out.
    public var isBounced = true

    public init() {}
  }

  /// The y of the plane in which arrivals are foreseen, metres: a hand's breadth behind the table.
  public static let hittingPlane = -1.45
}

extension Sight {
  /// The fields, in the order they are written.
  public static let fields = [
    Field("ball-position", unit: "m", ranges: [-6...6, -8...8, -1...6]),
    Field("ball-velocity", unit: "m/s", count: 3, in: -40...40),
    Field("ball-spin", unit: "rad/s", count: 3, in: -1500...1500),
    Field("situation", unit: "1", count: Situation.allCases.count, in: 0...1),
    Field("since-stroke", unit: "s", in: 0...3),
    Field("arrival-time", unit: "s", in: -1...2),
    Field("arrival-position", unit: "m", ranges: [-6...6, -8...8, -1...6]),
    Field("arrival-velocity", unit: "m/s", count: 3, in: -40...40),
    Field("points", unit: "1", count: 2, in: 0...99),
    Field("ball-topspin", unit: "rad/s", in: -1500...1500),
    Field("arrival-topspin", unit: "rad/s", in: -1500...1500),
    Field("stroke-result", unit: "1", count: 3, in: 0...1),
    Field("stroke-speed", unit: "m/s", in: 0...70),
    Field("stroke-topspin", unit: "rad/s", in: -1500...1500),
    Field("stroke-landing", unit: "m", ranges: [-8...8, -8...8]),
    Field("opponent-racket-position", unit: "m", ranges: [-6...6, -8...8, -2...4]),
    Field("opponent-racket-velocity", unit: "m/s", count: 3, in: -40...40),
    Field("opponent-racket-normal", unit: "1", count: 3, in: -1...1),
    Field("arrival-bounced", unit: "1", in: 0...1),
  ]

  /// How many numbers the fields hold.
  public static let width = fields.width

  private static let situationStart = 9

  /// Writes every field, clamped to its range.
  public func write(into numbers: inout MutableSpan<Float>) {
    Sight.write(Sight.inRoom(ball.position), at: 0, into: &numbers)
    Sight.write(ball.velocity.clamped(to: 40), at: 3, into: &numbers)
    Sight.write(ball.spin.clamped(to: 1500), at: 6, into: &numbers)
    var next = Sight.situationStart
    for i in 0..<Situation.allCases.count {
      numbers[next] = i == situation.rawValue ? 1 : 0
      next += 1
    }
    numbers[next] = Float(clamp(sinceStroke, 0...3))
    numbers[next + 1] = Float(clamp(arrival.time, -1...2))
    Sight.write(Sight.inRoom(arrival.position), at: next + 2, into: &numbers)
    Sight.write(arrival.velocity.clamped(to: 40), at: next + 5, into: &numbers)
    numbers[next + 8] = Float(min(points.own, 99))
    numbers[next + 9] = Float(min(points.other, 99))
    numbers[next + 10] = Float(clamp(topspin, -1500...1500))
    numbers[next + 11] = Float(clamp(arrival.topspin, -1500...1500))
    writeStroke(at: next + 12, into: &numbers)
    Sight.write(Sight.inRoom(racket.position), at: next + 19, into: &numbers)
    Sight.write(racket.velocity.clamped(to: 40), at: next + 22, into: &numbers)
    Sight.write(racket.normal.clamped(to: 1), at: next + 25, into: &numbers)
    numbers[next + 28] = arrival.isBounced ? 1 : 0
  }

  private func writeStroke(at start: Int, into numbers: inout MutableSpan<Float>) {
    numbers[start] = stroke.struck ? 1 : 0
    numbers[start + 1] = stroke.landed ? 1 : 0
    numbers[start + 2] = stroke.failed ? 1 : 0
    numbers[start + 3] = Float(min(stroke.speed, 70))
    numbers[start + 4] = Float(clamp(stroke.topspin, -1500...1500))
    numbers[start + 5] = Float(clamp(stroke.landing.x, -8...8))
    numbers[start + 6] = Float(clamp(stroke.landing.y, -8...8))
  }

  static func write(_ vector: Vector3, at start: Int, into numbers: inout MutableSpan<Float>) {
    numbers[start] = Float(vector.x)
    numbers[start + 1] = Float(vector.y)
    numbers[start + 2] = Float(vector.z)
  }

  private static func inRoom(_ point: Vector3) -> Vector3 {
    Vector3(clamp(point.x, -6...6), clamp(point.y, -8...8), clamp(point.z, -1...6))
  }

  /// Reads the fields back from the start of an observation.
  public init(_ numbers: Span<Float>) {
    ball = Ball(
      position: vector(numbers, 0), velocity: vector(numbers, 3), spin: vector(numbers, 6))
    var next = Sight.situationStart
    for candidate in Situation.allCases where numbers[next + candidate.rawValue] > 0.5 {
      situation = candidate
    }
    next += Situation.allCases.count
    sinceStroke = Double(numbers[next])
    arrival.time = Double(numbers[next + 1])
    arrival.position = vector(numbers, next + 2)
    arrival.velocity = vector(numbers, next + 5)
    points = (Int(numbers[next + 8]), Int(numbers[next + 9]))
    topspin = Double(numbers[next + 10])
    arrival.topspin = Double(numbers[next + 11])
    stroke.struck = numbers[next + 12] > 0.5
    stroke.landed = numbers[next + 13] > 0.5
    stroke.failed = numbers[next + 14] > 0.5
    stroke.speed = Double(numbers[next + 15])
    stroke.topspin = Double(numbers[next + 16])
    stroke.landing = Vector3(Double(numbers[next + 17]), Double(numbers[next + 18]), 0)
    racket.position = vector(numbers, next + 19)
    racket.velocity = vector(numbers, next + 22)
    racket.normal = vector(numbers, next + 25)
    arrival.isBounced = numbers[next + 28] > 0.5
  }
}
