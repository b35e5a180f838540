import Arena
import Math

/// A world to learn in for a moment: two numbers and a choice should answer what is seen.
struct SteeringWorld: Environment {
  struct Setup: Configuration {
    var stepLimit = 7
  }

  static let name = "toy/steering"
  let setup: Setup
  private var random = Random(seed: 0)
  private var sight: [Float] = [0, 0, 0]
  private var steps = 0
  private var lastReward: Float = 0

  init(_ setup: Setup) { self.setup = setup }

  var seats: [Seat] {
    [
      Seat(
        name: "driver",
        observation: [
          Field("bend", unit: "rad", count: 2, in: -1...1), Field("slope", unit: "1", in: -1...1),
        ],
        action: [
          Field("turn", unit: "rad", count: 2, in: -2...2),
          Field("gear", unit: "choice", in: 1...3),
        ])
    ]
  }
  let outcome = [Field("last-reward", unit: "1", in: -100...1)]
  let stepDuration = 0.1

  mutating func reset(seed: UInt64) {
    random = Random(seed: seed)
    steps = 0
    lastReward = 0
    drawSight()
  }

  private mutating func drawSight() {
    for index in 0..<3 { sight[index] = Float(random.uniform(-1, 1)) }
  }

  mutating func step(_ actions: Span<Float>, rewards: inout MutableSpan<Float>) -> Status {
    let (x, y) = (actions[0] - sight[0], actions[1] + sight[1])
    let gear: Float = sight[2] < -0.33 ? 1 : sight[2] < 0.33 ? 2 : 3
    lastReward = (actions[2] == gear ? 1 : 0) - x * x - y * y
    rewards[0] = lastReward
    steps += 1
    drawSight()
    // Some episodes end early, so that worlds get out of step with each other.
    if random.uniform() < 0.05 { return .finished }
    return steps >= setup.stepLimit ? .truncated : .running
  }

  func observe(seat: Int, into observation: inout MutableSpan<Float>) {
    for index in 0..<3 { observation[index] = sight[index] }
  }

  func score(into outcome: inout MutableSpan<Float>) { outcome[0] = lastReward }

  func hash(into digest: inout Digest) {
    digest.combine(random)
    for number in sight { digest.combine(number) }
    digest.combine(steps)
  }

  func draw(into scene: inout Scene) {}
}
