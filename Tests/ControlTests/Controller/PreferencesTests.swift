import Control
import Math
import Testing

@Suite struct PreferencesTests {
  private func settings(_ change: (inout PreferenceSettings) -> Void) -> PreferenceSettings {
    var settings = PreferenceSettings()
    change(&settings)
    return settings
  }

  private func probabilities(
    _ preferences: Preferences, _ skills: [Int], _ expectations: [Double]
  ) -> [Double] {
    var result = [Double](repeating: 0, count: skills.count)
    var span = result.mutableSpan
    preferences.choose(skills.span, expectations: expectations.span, into: &span)
    return result
  }

  /// The paper's worked case: thirteen skills, no preferences yet, R = (0.7, 0.6, 0.5).
  @Test func aShortlistIsWeighedBySoftmaxOfPreferencePlusExpectation() {
    let preferences = Preferences(skills: 13, settings: settings { $0.expectationWeight = 1 })
    let p = probabilities(preferences, [2, 5, 9], [0.7, 0.6, 0.5])
    for (found, wanted) in zip(p, [0.3672, 0.3322, 0.3006]) { #expect(abs(found - wanted) < 1e-4) }
    #expect(abs(p.reduce(0, +) - 1) < 1e-12)
    let sharp = Preferences(skills: 13, settings: settings { $0.expectationWeight = 6 })
    let q = probabilities(sharp, [2, 5], [0.7, 0.6])
    #expect(abs(q[0] / q[1] - exp(0.6)) < 1e-12)
  }

  /// Three updates worked out by hand from H += a (r - R) (Z - p), R being the mean so far.
  @Test func learningFollowsTheClosedForm() {
    var preferences = Preferences(
      skills: 3,
      settings: settings {
        $0.rate = 0.4
        $0.expectationWeight = 0
      })
    let skills = [0, 2]
    preferences.learn(1, skills: skills.span, probabilities: [0.5, 0.5].span, chosen: 0)
    // The first reward is its own mean: nothing is learned from it.
    #expect(preferences.values == [0, 0, 0])
    #expect(preferences.meanReward == 1)
    preferences.learn(0, skills: skills.span, probabilities: [0.5, 0.5].span, chosen: 1)
    // R = 0.5, so H0 += 0.4 (-0.5) (0 - 0.5) and H2 += 0.4 (-0.5) (1 - 0.5).
    #expect(abs(preferences.values[0] - 0.1) < 1e-12)
    #expect(abs(preferences.values[2] + 0.1) < 1e-12)
    preferences.learn(1, skills: skills.span, probabilities: [0.6, 0.4].span, chosen: 0)
    // R = 2/3.
    #expect(abs(preferences.values[0] - (0.1 + 0.4 / 3 * 0.4)) < 1e-12)
    #expect(abs(preferences.values[2] - (-0.1 - 0.4 / 3 * 0.4)) < 1e-12)
    #expect(preferences.values[1] == 0)
    preferences.reset()
    #expect(preferences.values == [0, 0, 0])
    #expect(preferences.meanReward == 0)
  }

  /// Of two arms the one that pays is drawn nine times in ten after two hundred draws.
  @Test func theArmThatPaysIsPreferredInTheEnd() {
    var random = Random(seed: 11)
    var preferences = Preferences(skills: 2, settings: settings { $0.expectationWeight = 0 })
    for _ in 0..<200 {
      let p = probabilities(preferences, [0, 1], [0, 0])
      let chosen = random.uniform() < p[0] ? 0 : 1
      let reward = random.uniform() < (chosen == 0 ? 0.8 : 0.3) ? 1.0 : 0
      preferences.learn(reward, skills: [0, 1].span, probabilities: p.span, chosen: chosen)
    }
    #expect(probabilities(preferences, [0, 1], [0, 0])[0] > 0.9)
  }

  @Test func frozenPreferencesStayWhereTheyWere() {
    var preferences = Preferences(skills: 2, settings: settings { $0.isLearned = false })
    for _ in 0..<20 {
      preferences.learn(1, skills: [0, 1].span, probabilities: [0.5, 0.5].span, chosen: 0)
      preferences.learn(0, skills: [0, 1].span, probabilities: [0.5, 0.5].span, chosen: 1)
    }
    #expect(preferences.values == [0, 0])
    #expect(abs(preferences.meanReward - 0.5) < 1e-12)
  }
}
