import Arena
import Math

/// Return environments side by side: their observations lie in one buffer, row by row, and their
/// actions in another, so that one product of matrices decides for all. Ended episodes start again.
///
/// World i plays the episodes `Random.seed(seed, i)`, then those that this seed leads to; what
/// happens in one world does not depend on how many there are.
public struct ReturnBatch: Sendable {
  public let count: Int
  public let observationWidth: Int
  public let actionWidth: Int
  /// What is seen before the next step, a row for each world.
  public private(set) var observations: [Float]
  /// What the next step will do, a row for each world.
  public var actions: [Float]
  /// Of the last step.
  public private(set) var rewards: [Float]
  public private(set) var statuses: [Status]
  /// How many episodes have ended.
  public private(set) var episodes = 0
  private var worlds: [Return]
  private var seeds: [UInt64]

  public init(_ setup: Return.Setup, count: Int, seed: UInt64) throws {
    precondition(count > 0, "a batch holds a world")
    let world = try Return(setup)
    self.count = count
    observationWidth = world.seats[0].observation.width
    actionWidth = world.actionWidth
    observations = Array(repeating: 0, count: count * observationWidth)
    actions = Array(repeating: 0, count: count * actionWidth)
    rewards = Array(repeating: 0, count: count)
    statuses = Array(repeating: .running, count: count)
    worlds = Array(repeating: world, count: count)
    seeds = (0..<count).map { Random.seed(seed, UInt64($0)) }
    for index in worlds.indices {
      worlds[index].reset(seed: seeds[index])
      let row = index * observationWidth..<(index + 1) * observationWidth
      ReturnBatch.observe(worlds[index], into: &observations, row)
    }
  }

  /// Simulated seconds per step of all worlds together.
  public var secondsPerStep: Double { Double(count) * Court.step }

  /// Steps every world by its row of `actions`.
  public mutating func step() {
    for index in 0..<count {
      let row = index * actionWidth..<(index + 1) * actionWidth
      statuses[index] = ReturnBatch.step(
        &worlds[index], actions, row, &rewards, index)
      if statuses[index] != .running {
        episodes += 1
        seeds[index] = Random.seed(seeds[index], 1)
        worlds[index].reset(seed: seeds[index])
      }
      let place = index * observationWidth..<(index + 1) * observationWidth
      ReturnBatch.observe(worlds[index], into: &observations, place)
    }
  }

  // Static functions, because a span of one property and a call on another would overlap.
  private static func step(
    _ world: inout Return, _ actions: [Float], _ row: Range<Int>, _ rewards: inout [Float],
    _ index: Int
  ) -> Status {
    var span = rewards.mutableSpan
    var own = span._mutatingExtracting(index..<index + 1)
    return world.step(actions.span.extracting(row), rewards: &own)
  }

  private static func observe(
    _ world: borrowing Return, into observations: inout [Float], _ row: Range<Int>
  ) {
    var span = observations.mutableSpan
    var own = span._mutatingExtracting(row)
    world.observe(seat: 0, into: &own)
  }

  /// The fingerprint of every world.
  public var digest: Digest {
    var digest = Digest()
    for world in worlds { world.hash(into: &digest) }
    return digest
  }
}

extension ReturnBatch {
  /// The scene of the published throughput figures: the ball, the eight-joint robot and all
  /// contacts. As in the paper the player sees the ball and its own joints; nobody foresees the
  /// ball's arrival for it.
  public static var benchmarkSetup: Return.Setup {
    var setup = Return.Setup()
    setup.home.perception.foresees = false
    return setup
  }

  /// The work of the benchmarks: `steps` steps of every world, ended episodes started again.
  ///
  /// - Parameter decide: writes all actions, given all observations, before each step.
  /// - Returns: the simulated seconds.
  @inlinable
  public mutating func play(
    steps: Int, decide: (_ observations: [Float], _ actions: inout [Float]) -> Void
  ) -> Double {
    for _ in 0..<steps {
      decide(observations, &actions)
      step()
    }
    return Double(steps) * secondsPerStep
  }
}
