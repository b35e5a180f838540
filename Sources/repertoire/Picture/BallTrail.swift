import Arena
import Math

/// Where the thing called `ball` went during an episode.
struct BallTrail {
  /// Its centre after every step; nil at steps at which there was none.
  private(set) var positions: [Vector3?] = []
  /// What happened, by step.
  private(set) var marks: [(step: Int, text: String)] = []
  let stepDuration: Double
  private var scene = Scene()

  init(stepDuration: Double) {
    self.stepDuration = stepDuration
  }

  /// Looks at the world after one more step.
  mutating func look<World: Environment>(at world: World) {
    scene.removeAll()
    world.draw(into: &scene)
    for text in scene.marks { marks.append((positions.count, text)) }
    positions.append(Self.ball(in: scene))
  }

  private static func ball(in scene: Scene) -> Vector3? {
    for item in scene.items where item.name == "ball" {
      if case .sphere(let centre, _) = item.shape { return centre }
    }
    return nil
  }

  /// The speed at a step in metres per second, from the step before.
  func speed(at step: Int) -> Double? {
    guard step > 0, step < positions.count, let here = positions[step],
      let before = positions[step - 1]
    else { return nil }
    return (here - before).length / stepDuration
  }

  /// No ball is that fast; one that seems to be was put back by hand.
  private static let fastest = 45.0

  /// The longest stretch of steps in which the ball moves and is not put back.
  var longestFlight: Range<Int> {
    var best = 0..<0
    var start = 0
    for step in 0...positions.count {
      let speed = step < positions.count ? speed(at: step) : nil
      let goesOn = speed.map { $0 < Self.fastest && $0 > 0.05 } ?? false
      if goesOn { continue }
      if step - start > best.count { best = start..<step }
      start = step
    }
    return best
  }

  /// The end of the longest flight: what fits into `seconds`, from something that happened on.
  func end(of flight: Range<Int>, seconds: Double) -> Range<Int> {
    let earliest = flight.upperBound - Int(seconds / stepDuration)
    guard earliest > flight.lowerBound else { return flight }
    let start = marks.first { $0.step >= earliest && flight.contains($0.step) }?.step ?? earliest
    return start..<flight.upperBound
  }
}
