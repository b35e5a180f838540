import Arena

/// Collects examples for a classifier of openings: watches, over another policy's shoulder, how the
/// opponent moves before an opening and what the opening turns out to be.
public struct OpeningWatcher: Policy {
  /// What was seen before each opening, row by row, as a classifier sees it.
  public private(set) var features: [Float] = []
  /// For each opening whether it had the trait.
  public private(set) var labels: [Bool] = []
  private let senses: Senses
  private let rule: ControlInterface.TraitRule
  private let column: Int
  private let wait: Int
  private var policy: any Policy
  private var motion: MotionMemory
  private var clock = Float.infinity
  private var sinceAct = 1000
  private var isRallyOn = false
  private var row: [Float]

  /// - Parameters:
  ///   - policy: plays.
  ///   - wait: control steps from the act to the look at it, as the controller will wait.
  public init(
    _ policy: any Policy, interface: ControlInterface, wait: Int, in seat: Seat
  ) throws(PolicyError) {
    self.policy = policy
    self.wait = wait
    senses = try Senses(interface, in: seat)
    rule = interface.trait
    guard let columns = seat.observation.columns(of: rule.field) else {
      throw .missingField(
        name: rule.field, role: .observation, seat: seat.name,
        known: seat.observation.map(\.name))
    }
    column = columns.lowerBound
    guard senses.motion.columns.count > 0 else {
      throw .unusable(key: "opponent-motion", reason: "expected at least one field")
    }
    motion = MotionMemory(width: senses.motion.columns.count)
    row = Array(repeating: 0, count: senses.motion.columns.count * MotionMemory.frames)
  }

  /// The numbers of a frame of motion.
  public var motionWidth: Int { motion.width }

  /// Forgets the rally, and keeps the examples.
  public mutating func reset(seed: UInt64) {
    policy.reset(seed: seed)
    motion.reset()
    clock = .infinity
    sinceAct = 1000
    isRallyOn = false
  }

  public mutating func act(on observation: Span<Float>, into action: inout MutableSpan<Float>) {
    motion.see(observation, senses.motion)
    let time = senses.time(observation)
    sinceAct += 1
    if time < clock { sinceAct = isRallyOn ? 1000 : 0 }
    clock = time
    switch senses.phase(observation) {
    case .over: isRallyOn = false
    case .opening, .elsewhere: isRallyOn = true
    case .answering:
      if sinceAct >= wait, sinceAct < 1000, !isRallyOn { note(observation) }
    }
    policy.act(on: observation, into: &action)
  }

  private mutating func note(_ observation: Span<Float>) {
    isRallyOn = true
    ActClassifier.features(of: motion, into: &row)
    features.append(contentsOf: row)
    labels.append(Double(observation[column]) < rule.below)
  }
}
