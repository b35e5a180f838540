import Arena

/// A decision as the controller remembers it until its reward is known. Its buffers are made once
/// and filled anew by every decision.
struct DecisionContext: Sendable {
  /// Whether there is a decision whose result is not known yet.
  var isOpen = false
  /// Whether it succeeded and the opponent has still to answer.
  var awaitsReply = false
  /// Steps of the episode before it was made.
  var step = 0
  var occasion = ControllerManifest.Role.answer
  /// The situation.
  var key: [Float]
  /// How sure the best skill of each style is.
  var styleScores: [Double]
  /// The probability of the trait, where a classifier was asked; below 0 otherwise.
  var trait = -1.0
  var opponentReturn = 0.0
  /// The shortlist: skills, the strategies that proposed each as bits, and its numbers.
  var count = 0
  var skills: [Int]
  var reasons: [UInt64]
  var prospects: [Prospect]
  var preferences: [Double]
  var rewards: [Double]
  var probabilities: [Double]
  /// The place on the shortlist of the skill that was taken.
  var choice = 0
  /// How it went.
  var feedback = Feedback()

  init(keyWidth: Int, skills count: Int, styles: Int) {
    key = Array(repeating: 0, count: keyWidth)
    styleScores = Array(repeating: 0, count: styles)
    skills = Array(repeating: 0, count: count)
    reasons = Array(repeating: 0, count: count)
    prospects = Array(repeating: Prospect(), count: count)
    preferences = Array(repeating: 0, count: count)
    rewards = Array(repeating: 0, count: count)
    probabilities = Array(repeating: 0, count: count)
  }

  /// The skill that was taken.
  var skill: Int { skills[choice] }

  /// Closes the decision and owns every buffer, so that a copy of the controller does not have to
  /// make its own in the middle of an episode.
  mutating func reset() {
    isOpen = false
    awaitsReply = false
    count = 0
    for index in key.indices { key[index] = 0 }
    for index in styleScores.indices { styleScores[index] = 0 }
    for index in skills.indices {
      skills[index] = 0
      reasons[index] = 0
      prospects[index] = Prospect()
      preferences[index] = 0
      rewards[index] = 0
      probabilities[index] = 0
    }
  }

  /// Puts a skill on the shortlist, or another reason to one that is there.
  mutating func propose(_ skill: Int, reason: Int, _ prospect: Prospect) {
    for place in 0..<count where skills[place] == skill {
      reasons[place] |= 1 << UInt64(reason)
      return
    }
    skills[count] = skill
    reasons[count] = 1 << UInt64(reason)
    prospects[count] = prospect
    rewards[count] = prospect.reward
    count += 1
  }
}
