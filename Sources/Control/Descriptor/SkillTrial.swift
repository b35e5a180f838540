import Arena

/// A skill on trial: stands ready until a controller would start it, then lets it act. What the
/// controller would have seen at that moment is the key under which the trial is entered.
public struct SkillTrial: Policy {
  /// The situation as it was seen when the skill was started; nil before.
  public private(set) var key: [Float]?
  private let senses: Senses
  private let wait: Int
  private var posture: Posture
  private var skill: any Policy
  private var clock = Float.infinity
  private var sinceAct = 0
  private var hasAct = false
  private var isStarted = false
  private var seed: UInt64 = 0

  /// - Parameters:
  ///   - wait: control steps from the event that calls for the skill to its start.
  public init(
    _ skill: any Policy, interface: ControlInterface, wait: Int, in seat: Seat
  ) throws(PolicyError) {
    senses = try Senses(interface, in: seat)
    posture = try Posture(interface.posture, in: seat)
    self.skill = skill
    self.wait = wait
  }

  /// The names of a key's numbers.
  public static func keyNames(
    _ interface: ControlInterface, in seat: Seat
  ) throws(PolicyError) -> [String] {
    try Senses(interface, in: seat).keyNames
  }

  /// How many numbers a key holds.
  public var keyWidth: Int { senses.keyNames.count }

  public mutating func reset(seed: UInt64) {
    self.seed = seed
    posture.reset(seed: seed)
    clock = .infinity
    sinceAct = 0
    hasAct = false
    isStarted = false
    key = nil
  }

  public mutating func act(on observation: Span<Float>, into action: inout MutableSpan<Float>) {
    notice(observation)
    if isStarted, senses.phase(observation) == .answering || senses.phase(observation) == .opening {
      skill.act(on: observation, into: &action)
    } else {
      posture.act(on: observation, into: &action)
    }
  }

  private mutating func notice(_ observation: Span<Float>) {
    posture.remember(observation)
    let phase = senses.phase(observation)
    let time = senses.time(observation)
    sinceAct += 1
    if time < clock {
      hasAct = true
      sinceAct = 0
    }
    clock = time
    let isTurn = phase == .opening || phase == .answering && hasAct && sinceAct >= wait
    guard isTurn, !isStarted else { return }
    isStarted = true
    var numbers = [Float](repeating: 0, count: keyWidth)
    var span = numbers.mutableSpan
    senses.key.gather(observation, into: &span)
    key = numbers
    skill.reset(seed: seed)
  }
}
