import Arena
import Control
import Math
import Networks
import Testing

@testable import Training

/// A ball at a place comes a few steps after the start; whoever answers with the place within a
/// tenth catches it. Places are the situations, noise is the chance.
struct CatchWorld: RepeatableEnvironment {
  struct Setup: Configuration {
    var noise = 0.0
  }

  static let name = "toy/catch"
  let stepDuration = 0.1
  private let setup: Setup
  private var place: Float = 0
  private var seen: Float = 0
  private var step = 0
  private var answer: Float = 0

  init(_ setup: Setup) { self.setup = setup }

  let seats = [
    Seat(
      name: "catcher",
      observation: [
        Field("ball", unit: "m", in: -2...2), Field("phase", unit: "1", count: 3, in: 0...1),
        Field("clock", unit: "s", in: 0...3), Field("result", unit: "1", count: 3, in: 0...1),
        Field("arm", unit: "m", in: -1...1),
      ], action: [Field("reach", unit: "m", in: -1...1)])
  ]
  let outcome = [
    Field("hit", unit: "1", in: 0...1), Field("caught", unit: "1", in: 0...1),
    Field("speed", unit: "m/s", in: 0...5), Field("where", unit: "m", count: 2, in: -2...2),
  ]

  mutating func reset(seed: UInt64) { reset(situation: seed, seed: seed) }

  mutating func reset(situation: UInt64, seed: UInt64) {
    var random = Random(seed: situation)
    place = Float(random.uniform(-1, 1))
    random = Random(seed: seed)
    seen = place + Float(setup.noise * random.uniform(-1, 1))
    step = 0
    answer = 0
  }

  mutating func step(_ actions: Span<Float>, rewards: inout MutableSpan<Float>) -> Status {
    rewards[0] = 0
    answer = actions[0]
    step += 1
    return step < 8 ? .running : .finished
  }

  func observe(seat: Int, into observation: inout MutableSpan<Float>) {
    let isComing = step >= 3
    observation[0] = isComing ? seen : 0
    observation[1] = isComing ? 0 : 1
    observation[2] = isComing ? 1 : 0
    observation[3] = 0
    observation[4] = isComing ? 0.1 * Float(step - 3) : 3
    for index in 5..<9 { observation[index] = 0 }
  }

  func score(into outcome: inout MutableSpan<Float>) {
    let isHit = abs(answer) > 0.05
    outcome[0] = isHit ? 1 : 0
    outcome[1] = isHit && abs(answer - place) < 0.1 ? 1 : 0
    outcome[2] = abs(answer)
    outcome[3] = place
    outcome[4] = answer
  }

  func hash(into digest: inout Digest) { digest.combine(step) }
  func draw(into scene: inout Scene) {}

  static let interface: ControlInterface = {
    var interface = ControlInterface()
    interface.key = ["ball"]
    interface.origin = [0, 0]
    interface.phase = "phase"
    interface.phases.over = [0]
    interface.phases.answering = [1]
    interface.clock = "clock"
    interface.result.flags = "result"
    interface.posture.feels = "arm"
    interface.posture.moves = "reach"
    interface.outcome.attempt = "hit"
    interface.outcome.success = "caught"
    interface.outcome.pace = "speed"
    interface.outcome.placeX = "where-0"
    interface.outcome.placeY = "where-1"
    return interface
  }()
}

/// Reaches for what it sees, but never to the left.
private struct RightHand: Policy {
  mutating func reset(seed: UInt64) {}
  mutating func act(on observation: Span<Float>, into action: inout MutableSpan<Float>) {
    action[0] = max(0, observation[0])
  }
}

@Suite struct SkillMeasurementTests {
  private func measure(
    noise: Double = 0, situations: Int = 60, repetitions: Int = 8, threads: Int = 1
  ) throws -> SkillMeasurement.Result {
    var setup = CatchWorld.Setup()
    setup.noise = noise
    let measurement = SkillMeasurement(
      situations: situations, repetitions: repetitions, seed: 3, interface: CatchWorld.interface)
    let result = try measurement.run(
      RightHand(), on: Stage(CatchWorld(setup)), threads: threads)
    return try #require(result)
  }

  /// Without noise every outcome can be worked out from the place of the ball.
  @Test func aTableHoldsWhatCanBeCountedByHand() throws {
    let result = try measure()
    let table = result.table
    #expect(table.count == 60)
    #expect(result.trials == 480)
    var caught = 0
    for row in 0..<table.count {
      let place = table.keys[row]
      #expect(table[row, .trials] == 8)
      let isHit = place > 0.05
      #expect(table[row, .attempts] == (isHit ? 1 : 0))
      #expect(table[row, .successes] == (isHit ? 1 : 0))
      #expect(abs(table[row, .pace] - (isHit ? place : 0)) < 1e-6)
      #expect(abs(table[row, .placeX] - (isHit ? place : 0)) < 1e-6)
      #expect(table[row, .spreadX] < 1e-6)
      caught += isHit ? 1 : 0
    }
    #expect(caught > 15 && caught < 45)
    let measure = try #require(result.measures.first { $0.name == "caught" })
    #expect(abs(measure.mean - Double(caught) / 60) < 1e-9)
  }

  /// Noise of 0.2 either way leaves within 0.1 half of the balls.
  @Test func repetitionsDifferInNothingButChance() throws {
    let result = try measure(noise: 0.2, situations: 200, repetitions: 20)
    let table = result.table
    var (sum, count): (Float, Float) = (0, 0)
    for row in 0..<table.count where table.keys[row] > 0.35 && table.keys[row] < 0.75 {
      sum += table[row, .successes]
      count += 1
      #expect(table[row, .spreadY] > 0.02)
    }
    #expect(count > 20)
    #expect(abs(sum / count - 0.5) < 0.06)
  }

  @Test func theResultIsTheSameForAnyNumberOfThreads() throws {
    let (one, four) = (
      try measure(noise: 0.1), try measure(noise: 0.1, threads: 4)
    )
    #expect(one.table == four.table)
    #expect(one.measures == four.measures)
  }

  @Test func aWorldWithoutTheOutcomeIsRefused() throws {
    var interface = CatchWorld.interface
    interface.outcome.success = "landed"
    let measurement = SkillMeasurement(
      situations: 2, repetitions: 2, seed: 1, interface: interface)
    #expect(throws: SetupError.self) {
      try measurement.run(RightHand(), on: Stage(CatchWorld(.init())), threads: 1)
    }
  }
}

@Suite struct SupervisedFitTests {
  /// A line is found, and so are labels that a line parts.
  @Test func whatALineTellsIsLearned() throws {
    var random = Random(seed: 2)
    let inputs = (0..<600).map { _ in Float(random.uniform(-1, 1)) }
    let rows = inputs.count / 2
    let sums: [Float] = (0..<rows).map { (row: Int) -> Float in
      let (x, y) = (inputs[2 * row], inputs[2 * row + 1])
      return 0.5 * x - 0.25 * y + 0.1
    }
    let network = Network.mlp(inputs: 2, hidden: [16], outputs: 1)
    let fit = SupervisedFit(network, seed: 1)
    let numbers = fit.fit(inputs, to: sums, as: .numbers)
    for (place, row) in numbers.heldOutRows.enumerated() {
      #expect(abs(numbers.heldOutOutputs[place] - sums[row]) < 0.15)
    }
    let isAbove: [Float] = sums.map { (sum: Float) -> Float in sum > 0.1 ? 1 : 0 }
    let labels = fit.fit(inputs, to: isAbove, as: .labels)
    var right = 0
    for (place, row) in labels.heldOutRows.enumerated() {
      right += (labels.heldOutOutputs[place] > 0) == (isAbove[row] > 0.5) ? 1 : 0
    }
    #expect(labels.heldOutRows.count == 60)
    #expect(right >= 55)
  }
}
