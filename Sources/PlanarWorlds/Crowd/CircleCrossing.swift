import Math

/// The synthetic data set of causal motion forecasting (arXiv 2111.14820, "v4"): two walkers on
/// opposite sides of a circle change places. The generator's rules were recovered from the data.
public struct CircleCrossing: Sendable {
  /// Metres.
  public static let circleRadius = 5.0
  /// Seconds between two steps of the walkers.
  public static let step = 0.02
  /// Steps between two frames: 0.4 s.
  public static let stepsPerFrame = 20
  /// Frames per scene. The start itself is not among them.
  public static let frames = 20
  /// A scene counts only if both walkers are further from their goals than this in every frame but
  /// the last, in metres.
  static let arrival = 1.0

  /// The numbers of one scene: walker by walker, frame by frame, x and y in metres.
  public static let numbersPerScene = 2 * frames * 2

  /// How the walkers move; their radius is the style.
  public let manner: Walkers.Manner

  public init(radius: Double) {
    var manner = Walkers.Manner()
    manner.radius = radius
    self.manner = manner
  }

  /// Where two walkers start: opposite each other give or take 45 degrees, each up to 0.5 m off
  /// the circle in x and in y, and neither on top of the other nor on its goal.
  public static func starts(random: inout Random) -> (Planar, Planar) {
    while true {
      let angle = random.uniform(0, 2 * .pi)
      let other = angle + .pi + random.uniform(-.pi / 4, .pi / 4)
      let (first, second) = (start(angle, &random), start(other, &random))
      if length(first - second) >= 0.5, length(first + second) >= 0.5 { return (first, second) }
    }
  }

  private static func start(_ angle: Double, _ random: inout Random) -> Planar {
    let (sine, cosine) = sincos(angle)
    return circleRadius * Planar(cosine, sine)
      + Planar(random.uniform(-0.5, 0.5), random.uniform(-0.5, 0.5))
  }

  /// Where a walker started that is seen in the first frame: until then it walks straight to its
  /// goal, which lies opposite, for all but the first of the steps.
  public static func start(of firstFrame: Planar, speed: Double = 1) -> Planar {
    let distance = length(firstFrame)
    return (distance + speed * step * Double(stepsPerFrame - 1)) / distance * firstFrame
  }

  /// Plays a scene from its starts and writes its frames to `scenes` from `offset` on.
  ///
  /// - Returns: whether the scene counts: no walker came near its goal.
  public func play(
    from starts: (Planar, Planar), into scenes: inout [Float], at offset: Int = 0
  ) -> Bool {
    let positions = [starts.0, starts.1]
    var walkers = Walkers(manner, positions: positions, goals: positions.map { -$0 })
    var counts = true
    for frame in 0..<Self.frames {
      for step in 0..<Self.stepsPerFrame {
        walkers.step(duration: Self.step, isStanding: frame == 0 && step == 0)
      }
      for walker in 0..<2 {
        let place = walkers.positions[walker]
        let index = offset + (walker * Self.frames + frame) * 2
        scenes[index] = Float(place.x)
        scenes[index + 1] = Float(place.y)
        let isNear = length(walkers.goals[walker] - place) <= Self.arrival
        if isNear, frame < Self.frames - 1 { counts = false }
      }
    }
    return counts
  }

  /// Frames of `count` scenes, scene by scene. Equal random streams give the same starts for every
  /// style, except where a style's scenes do not count.
  public func scenes(_ count: Int, random: inout Random) -> [Float] {
    var numbers = [Float](repeating: 0, count: count * Self.numbersPerScene)
    for index in 0..<count {
      let offset = index * Self.numbersPerScene
      while !play(from: Self.starts(random: &random), into: &numbers, at: offset) {}
    }
    return numbers
  }
}
