import Math

/// A conversation between an environment and the policy in each of its seats.
///
/// The episode owns every buffer, so that a step allocates nothing. It is a value: a copy can be
/// played to a different end.
public struct Episode<World: Environment>: Sendable {
  /// The world as it is now.
  public private(set) var world: World
  /// The policies, in the order of the world's seats.
  public private(set) var policies: [any Policy]
  /// The actions of the last step, all seats one after the other.
  public private(set) var actions: [Float]
  /// The rewards of the last step, one per seat.
  public private(set) var rewards: [Float]
  /// The sum of rewards since the start, one per seat.
  public private(set) var returns: [Double]
  /// Steps since the start.
  public private(set) var steps = 0
  /// Whether there is a next step.
  public private(set) var status = Status.finished
  private var observations: [[Float]]
  private let actionColumns: [Range<Int>]

  /// Seats `policies`, one per seat of the world. Call `reset` before the first step.
  public init(_ world: World, policies: [any Policy]) {
    let seats = world.seats
    precondition(policies.count == seats.count, "one policy per seat")
    self.world = world
    self.policies = policies
    observations = seats.map { Array(repeating: 0, count: $0.observation.width) }
    var start = 0
    actionColumns = seats.map { seat in
      defer { start += seat.action.width }
      return start..<start + seat.action.width
    }
    actions = Array(repeating: 0, count: start)
    rewards = Array(repeating: 0, count: seats.count)
    returns = Array(repeating: 0, count: seats.count)
  }

  /// Starts the episode that belongs to `seed`.
  public mutating func reset(seed: UInt64) {
    world.reset(seed: seed)
    begin(seed: seed)
  }

  private mutating func begin(seed: UInt64) {
    for seat in policies.indices {
      policies[seat].reset(seed: Random.seed(seed, UInt64(seat) + 1))
      returns[seat] = 0
    }
    steps = 0
    status = .running
  }

  /// Asks every policy for its action and advances the world by one step.
  @discardableResult
  public mutating func step() -> Status {
    precondition(status == .running, "reset before stepping a finished episode")
    for seat in policies.indices {
      world.observe(seat: seat, into: &observations[seat])
      Self.ask(&policies[seat], about: observations[seat], into: &actions, at: actionColumns[seat])
    }
    status = Self.advance(&world, actions, &rewards)
    for seat in policies.indices { returns[seat] += Double(rewards[seat]) }
    steps += 1
    return status
  }

  // Static functions, because a span of one property and a call on another would overlap.
  private static func ask(
    _ policy: inout any Policy, about observation: [Float], into actions: inout [Float],
    at columns: Range<Int>
  ) {
    var all = actions.mutableSpan
    var own = all._mutatingExtracting(columns)
    policy.act(on: observation.span, into: &own)
  }

  private static func advance(
    _ world: inout World, _ actions: [Float], _ rewards: inout [Float]
  ) -> Status {
    var span = rewards.mutableSpan
    return world.step(actions.span, rewards: &span)
  }

  /// Steps until the episode ends, or `limit` steps at the most.
  public mutating func run(limit: Int = .max) {
    var left = limit
    while status == .running, left > 0 {
      step()
      left -= 1
    }
  }

  /// The outcome so far, in the order of the world's outcome fields.
  public var outcome: [Float] {
    world.currentOutcome
  }
}

extension Episode where World: RepeatableEnvironment {
  /// Starts an episode in which `situation` is met, with the chance that belongs to `seed`.
  public mutating func reset(situation: UInt64, seed: UInt64) {
    world.reset(situation: situation, seed: seed)
    begin(seed: seed)
  }
}
