import Arena
import Math

/// A policy made of skills: picks one for every act of the opponent by what the skills have been
/// measured to do, by what the opponent has been seen to do, and by what it has come to prefer; then
/// brings the body back to ready.
///
/// It decides once per act of the opponent, a step after it, and keeps to the decision until the
/// opponent's next (arXiv 2408.03906, section on the high-level controller). It knows nothing of the
/// world but the names of its fields; see `ControlInterface`. Acting allocates nothing.
public struct Controller: DecidingPolicy {
  public let settings: ControllerSettings
  let senses: Senses
  let strategies: [(name: String, strategy: Strategy)]
  /// The styles that skills have, in the order they first appear.
  let styles: [String]
  /// The style of each skill as a place in `styles`, -1 for none.
  let styleOfSkill: [Int]
  let classifier: ActClassifier?
  let styleNetwork: StyleNetwork?
  var skills: [ControlledSkill]
  var posture: Posture
  var preferences: Preferences
  var openingPreferences: Preferences
  var opponent: OpponentModel
  var motion: MotionMemory
  var random = Random(seed: 0)
  /// The decision in force and the one before, which may still await the opponent's reply.
  var contexts: [DecisionContext]
  var current = 0
  /// The skill in action, if one is.
  var active: Int?
  var clock = Float.infinity
  var sinceAct = 0
  /// Whether the opponent has acted and it is not this player's turn yet.
  var isActNew = false
  var hasDecided = false
  /// Whether this player has acted in the present rally.
  var isRallyOn = false
  var isOpeningAct = false
  var steps = 0
  /// Scratch.
  var prospects: [Prospect]
  var candidates: [Int]
  public internal(set) var decisionCount = 0
  public internal(set) var resultCount = 0
  /// Of the last decision whose reward is known: where its context lies, and the result.
  var settled: (step: Int, result: SettledResult)?

  /// The numbers of a result, kept until somebody asks.
  struct SettledResult: Sendable {
    var step: Int
    var feedback: Feedback
    /// 1 if the opponent returned it, 0 if not, below 0 if there was nothing to return.
    var returned: Double
    var reward: Double
  }

  /// Seats a controller.
  ///
  /// - Parameters:
  ///   - skills: in the order of the manifest.
  ///   - strategies: in the order of the manifest.
  ///   - interface: what the world's fields mean.
  public init(
    skills: [ControlledSkill], strategies: [(name: String, strategy: Strategy)],
    settings: ControllerSettings, interface: ControlInterface, classifier: ActClassifier? = nil,
    styleNetwork: StyleNetwork? = nil, in seat: Seat
  ) throws(PolicyError) {
    try settings.validate()
    try Self.check(skills, strategies, settings)
    senses = try Senses(interface, in: seat)
    posture = try Posture(interface.posture, in: seat)
    for skill in skills {
      if let width = skill.record?.table.keyWidth, width != senses.keyNames.count {
        throw .unusable(
          key: "skills",
          reason: "the descriptor of `\(skill.name)` has \(width) key numbers, the controller "
            + "\(senses.keyNames.count)")
      }
    }
    if let classifier { try classifier.check(motion: senses.motion.columns.count) }
    var styles: [String] = []
    for skill in skills where !skill.style.isEmpty && !styles.contains(skill.style) {
      styles.append(skill.style)
    }
    if let styleNetwork { try styleNetwork.check(key: senses.keyNames.count, styles: styles) }
    self.styles = styles
    styleOfSkill = skills.map { styles.firstIndex(of: $0.style) ?? -1 }
    self.settings = settings
    self.skills = skills
    self.strategies = strategies
    self.classifier = classifier
    self.styleNetwork = styleNetwork
    motion = MotionMemory(width: senses.motion.columns.count)
    preferences = Preferences(skills: skills.count, settings: settings.preferences)
    openingPreferences = preferences
    opponent = OpponentModel(settings.opponent)
    let context = DecisionContext(
      keyWidth: senses.keyNames.count, skills: skills.count, styles: styles.count)
    contexts = [context, context]
    prospects = Array(repeating: Prospect(), count: skills.count)
    candidates = Array(repeating: 0, count: skills.count)
  }

  private static func check(
    _ skills: [ControlledSkill], _ strategies: [(name: String, strategy: Strategy)],
    _ settings: ControllerSettings
  ) throws(PolicyError) {
    guard skills.contains(where: { $0.roles.contains(.answer) }) else {
      throw .unusable(key: "skills", reason: "expected a skill with the role `answer`")
    }
    guard skills.count <= ControllerManifest.mostSkills, strategies.count <= 64 else {
      throw .unusable(key: "skills", reason: "expected at most 64 skills and strategies")
    }
    guard !strategies.isEmpty || settings.selection != .strategies else {
      throw .unusable(key: "strategies", reason: "expected at least one strategy")
    }
    guard settings.only.isEmpty || skills.contains(where: { $0.name == settings.only }) else {
      throw .unusable(key: "settings.only", reason: "no skill is called `\(settings.only)`")
    }
    for entry in strategies { try entry.strategy.validate() }
  }

  /// Starts against an opponent nobody knows yet. What is learned lasts until the next reset, over
  /// all games of a match.
  public mutating func reset(seed: UInt64) {
    random = Random(seed: seed)
    for index in skills.indices {
      skills[index].policy.reset(seed: Random.seed(seed, UInt64(index)))
      skills[index].record?.reset()
    }
    posture.reset(seed: seed)
    preferences.reset()
    openingPreferences.reset()
    opponent.reset()
    motion.reset()
    for index in contexts.indices { contexts[index].reset() }
    for index in skills.indices {
      prospects[index] = Prospect()
      candidates[index] = 0
    }
    current = 0
    active = nil
    clock = .infinity
    sinceAct = 0
    isActNew = false
    hasDecided = false
    isRallyOn = false
    isOpeningAct = false
    steps = 0
    decisionCount = 0
    resultCount = 0
    settled = nil
  }

  public mutating func act(on observation: Span<Float>, into action: inout MutableSpan<Float>) {
    posture.remember(observation)
    let phase = senses.phase(observation)
    notice(observation, phase)
    learn(from: observation, phase)
    choose(observation, phase)
    let isLeft = settings.leaves && phase == .answering && senses.isNeedless(observation)
    if let active, !isLeft {
      skills[active].policy.act(on: observation, into: &action)
    } else {
      posture.act(on: observation, into: &action)
    }
    steps += 1
  }

  /// Notices acts of the opponent, and the beginning and the end of rallies.
  private mutating func notice(_ observation: Span<Float>, _ phase: Senses.Phase) {
    motion.see(observation, senses.motion)
    let time = senses.time(observation)
    sinceAct += 1
    if time < clock {
      sinceAct = 0
      isActNew = true
    }
    clock = time
    // The clock may tell of an act a step before the phase does.
    if isActNew, phase == .answering {
      isActNew = false
      hasDecided = false
      active = nil
      isOpeningAct = !isRallyOn
      isRallyOn = true
    }
    switch phase {
    case .over:
      isRallyOn = false
      hasDecided = false
      active = nil
    case .elsewhere: active = nil
    case .opening: isRallyOn = true
    case .answering: break
    }
  }

  /// Decides, if it is time to.
  private mutating func choose(_ observation: Span<Float>, _ phase: Senses.Phase) {
    switch phase {
    case .over, .elsewhere: break
    case .opening:
      if !hasDecided { decide(.open, observation) }
    case .answering:
      let occasion = isOpeningAct ? ControllerManifest.Role.answerOpening : .answer
      if !hasDecided {
        if sinceAct >= settings.wait { decide(occasion, observation) }
      } else if settings.rechoose > 0, sinceAct > settings.wait,
        (sinceAct - settings.wait) % settings.rechoose == 0
      {
        decide(occasion, observation)
      }
    }
  }
}
