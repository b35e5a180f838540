import Arena
import Math

extension Controller {
  /// Takes in what has become known of the last two decisions.
  mutating func learn(from observation: Span<Float>, _ phase: Senses.Phase) {
    for index in contexts.indices where contexts[index].awaitsReply {
      if senses.isReturned(observation), isRallyOn {
        reply(to: index, wasReturned: true)
      } else if phase == .over {
        reply(to: index, wasReturned: false)
      }
    }
    guard contexts[current].isOpen else { return }
    let feedback = senses.result(observation)
    if feedback.succeeded {
      note(feedback)
      contexts[current].isOpen = false
      contexts[current].awaitsReply = true
    } else if feedback.failed {
      note(feedback)
      contexts[current].isOpen = false
      settle(current, returned: -1, reward: 0)
    } else if phase == .over {
      // Nothing came of it: a let, or the opponent's own fault.
      contexts[current].isOpen = false
    }
  }

  /// Corrects the descriptor of the skill that acted.
  private mutating func note(_ feedback: Feedback) {
    contexts[current].feedback = feedback
    guard settings.corrects else { return }
    let choice = contexts[current].choice
    let expectation = contexts[current].prospects[choice].estimate.success
    Self.correct(
      &skills[contexts[current].skill], contexts[current].key, feedback, expectation)
  }

  // A static function, because a span of one property and a call on another would overlap.
  private static func correct(
    _ skill: inout ControlledSkill, _ key: [Float], _ feedback: Feedback, _ expectation: Double
  ) {
    skill.record?.correct(
      key.span, attempted: feedback.attempted, succeeded: feedback.succeeded,
      expectation: expectation)
  }

  /// The opponent has answered, or has not.
  private mutating func reply(to index: Int, wasReturned: Bool) {
    contexts[index].awaitsReply = false
    let feedback = contexts[index].feedback
    opponent.learn(
      placeX: feedback.placeX, pace: feedback.pace, twist: feedback.twist,
      wasReturned: wasReturned)
    let share = settings.preferences.winnerShare
    settle(
      index, returned: wasReturned ? 1 : 0, reward: wasReturned ? 1 - share : 1)
  }

  private mutating func settle(_ index: Int, returned: Double, reward: Double) {
    if contexts[index].occasion == .open {
      Self.reinforce(&openingPreferences, contexts[index], reward)
    } else {
      Self.reinforce(&preferences, contexts[index], reward)
    }
    resultCount += 1
    settled = (
      contexts[index].step,
      SettledResult(
        step: steps, feedback: contexts[index].feedback, returned: returned, reward: reward)
    )
  }

  private static func reinforce(
    _ preferences: inout Preferences, _ context: DecisionContext, _ reward: Double
  ) {
    let (skills, probabilities) = (context.skills, context.probabilities)
    preferences.learn(
      reward, skills: skills.span.extracting(0..<context.count),
      probabilities: probabilities.span.extracting(0..<context.count), chosen: context.choice)
  }
}
