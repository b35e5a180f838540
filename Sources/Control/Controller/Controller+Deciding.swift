import Arena
import Math

extension Controller {
  /// Decides on a skill and starts it.
  mutating func decide(_ occasion: ControllerManifest.Role, _ observation: Span<Float>) {
    let isAgain = hasDecided && contexts[current].isOpen
    if !isAgain { current = 1 - current }
    let before = active
    open(occasion, observation)
    foresee(observation)
    let count = gather(occasion, observation)
    hasDecided = true
    guard count > 0 else {
      contexts[current].isOpen = false
      return
    }
    shortlist(count)
    draw()
    decisionCount += 1
    let skill = contexts[current].skill
    active = skill
    if !isAgain || skill != before {
      skills[skill].policy.reset(seed: random.next())
    }
  }

  private mutating func open(
    _ occasion: ControllerManifest.Role, _ observation: Span<Float>
  ) {
    contexts[current].isOpen = true
    contexts[current].awaitsReply = false
    contexts[current].step = steps
    contexts[current].occasion = occasion
    contexts[current].count = 0
    contexts[current].trait = -1
    contexts[current].feedback = Feedback()
    contexts[current].opponentReturn = opponent.returnRate
    var key = contexts[current].key.mutableSpan
    senses.key.gather(observation, into: &key)
  }

  /// What every skill can be expected to do now.
  private mutating func foresee(_ observation: Span<Float>) {
    let start = (
      Double(contexts[current].key[senses.origin.0]), Double(contexts[current].key[senses.origin.1])
    )
    for skill in skills.indices {
      var prospect = Prospect()
      if settings.usesDescriptors {
        prospect.estimate = Self.estimate(&skills[skill], contexts[current].key)
      }
      let place = prospect.estimate.place
      let (x, y) = (place.x - start.0, place.y - start.1)
      prospect.distance = (x * x + y * y).squareRoot()
      prospect.sideReturn = opponent.returnRate(side: opponent.side(of: place.x))
      prospect.opponentReturn = opponent.returnRate(
        placeX: place.x, pace: prospect.estimate.pace, twist: prospect.estimate.twist)
      let share = settings.preferences.winnerShare
      prospect.reward =
        prospect.estimate.success * (1 - share + share * (1 - prospect.opponentReturn))
      prospects[skill] = prospect
    }
  }

  // A static function, because a span of one property and a call on another would overlap.
  private static func estimate(_ skill: inout ControlledSkill, _ key: [Float]) -> Estimate {
    skill.estimate(key.span)
  }

  /// Collects the skills that may be used; how many they are.
  private mutating func gather(
    _ occasion: ControllerManifest.Role, _ observation: Span<Float>
  ) -> Int {
    var role = occasion
    if role == .answerOpening, !skills.contains(where: { $0.roles.contains(.answerOpening) }) {
      role = .answer
    }
    let trait = role == .answerOpening ? classify() : nil
    var count = 0
    for skill in skills.indices where skills[skill].roles.contains(role) {
      if role != .open, !settings.only.isEmpty, skills[skill].name != settings.only { continue }
      if let trait, !skills[skill].trait.isEmpty, skills[skill].trait != trait { continue }
      candidates[count] = skill
      count += 1
    }
    // Without a skill for this kind of act the others have to do.
    if count == 0, role == .answerOpening { count = gatherAnswers() }
    guard role != .open, count > 1, settings.selection != .uniform else { return count }
    return keepStyle(count, observation)
  }

  private mutating func gatherAnswers() -> Int {
    var count = 0
    for skill in skills.indices where skills[skill].roles.contains(.answer) {
      if !settings.only.isEmpty, skills[skill].name != settings.only { continue }
      candidates[count] = skill
      count += 1
    }
    return count
  }

  /// Asks the classifier for the trait of the opponent's act.
  private mutating func classify() -> String? {
    guard let classifier else { return nil }
    let probability = classifier.probability(of: motion)
    contexts[current].trait = probability
    return probability > 0.5 ? classifier.trait : classifier.otherwise
  }

  /// Keeps the candidates of the best style, and those of none; how many they are.
  private mutating func keepStyle(_ count: Int, _ observation: Span<Float>) -> Int {
    guard styles.count > 1, settings.style != .none else { return count }
    for style in styles.indices { contexts[current].styleScores[style] = -1 }
    for place in 0..<count {
      let skill = candidates[place]
      guard styleOfSkill[skill] >= 0 else { continue }
      let score = prospects[skill].estimate.success
      contexts[current].styleScores[styleOfSkill[skill]] = max(
        score, contexts[current].styleScores[styleOfSkill[skill]])
    }
    guard let style = style(observation) else { return count }
    var kept = 0
    for place in 0..<count
    where styleOfSkill[candidates[place]] < 0 || styleOfSkill[candidates[place]] == style {
      candidates[kept] = candidates[place]
      kept += 1
    }
    return kept
  }

  /// The style to use, as a place in `styles`; nil if nothing speaks for any.
  private mutating func style(_ observation: Span<Float>) -> Int? {
    var choice = settings.style
    if choice == .network, styleNetwork == nil { choice = .descriptors }
    if choice == .descriptors, !settings.usesDescriptors { choice = .rule }
    switch choice {
    case .none: return nil
    case .rule:
      guard let isAbove = senses.isAbove(observation) else { return nil }
      let rule = senses.styleRule
      return available(styles.firstIndex(of: isAbove ? rule.above : rule.below))
    case .network:
      let key = contexts[current].key
      styleNetwork?.scores(key.span, into: &contexts[current].styleScores)
    case .descriptors: break
    }
    let scores = contexts[current].styleScores
    var best = 0
    for style in scores.indices where scores[style] > scores[best] { best = style }
    return available(best)
  }

  /// A style, if any candidate has it.
  private func available(_ style: Int?) -> Int? {
    guard let style, contexts[current].styleScores[style] >= 0 else { return nil }
    return style
  }

  /// Puts the proposals of all strategies, or all candidates, on the shortlist.
  private mutating func shortlist(_ count: Int) {
    guard settings.selection == .strategies, contexts[current].occasion != .open else {
      for place in 0..<count {
        let skill = candidates[place]
        contexts[current].propose(skill, reason: strategies.count, prospects[skill])
      }
      return
    }
    for (index, entry) in strategies.enumerated() {
      let skill = Self.ask(
        entry.strategy, &candidates, count, prospects, contexts[current].opponentReturn, &random)
      contexts[current].propose(skill, reason: index, prospects[skill])
    }
  }

  private static func ask(
    _ strategy: Strategy, _ candidates: inout [Int], _ count: Int, _ prospects: [Prospect],
    _ opponentReturn: Double, _ random: inout Random
  ) -> Int {
    var all = candidates.mutableSpan
    var span = all._mutatingExtracting(0..<count)
    return strategy.choose(
      &span, prospects: prospects.span, opponentReturn: opponentReturn, random: &random)
  }

  /// Draws one skill of the shortlist.
  private mutating func draw() {
    let isOpening = contexts[current].occasion == .open
    let preferences = isOpening ? openingPreferences : preferences
    let count = contexts[current].count
    Self.weigh(&contexts[current], preferences)
    switch settings.selection {
    case .best:
      var best = 0
      for place in 0..<count
      where contexts[current].rewards[place] > contexts[current].rewards[best] { best = place }
      for place in 0..<count { contexts[current].probabilities[place] = place == best ? 1 : 0 }
    case .uniform:
      for place in 0..<count { contexts[current].probabilities[place] = 1 / Double(count) }
    case .strategies, .all: break
    }
    var left = random.uniform()
    var choice = 0
    while choice < count - 1, left >= contexts[current].probabilities[choice] {
      left -= contexts[current].probabilities[choice]
      choice += 1
    }
    contexts[current].choice = choice
  }

  private static func weigh(_ context: inout DecisionContext, _ preferences: Preferences) {
    let count = context.count
    for place in 0..<count {
      context.preferences[place] = preferences.values[context.skills[place]]
    }
    let (skills, rewards) = (context.skills, context.rewards)
    var probabilities = context.probabilities.mutableSpan
    var span = probabilities._mutatingExtracting(0..<count)
    preferences.choose(
      skills.span.extracting(0..<count), expectations: rewards.span.extracting(0..<count),
      into: &span)
  }
}
