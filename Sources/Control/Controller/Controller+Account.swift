import Arena

extension Controller {
  /// What is told of every candidate.
  static let measures = [
    "success", "deviation", "pace", "twist", "place-x", "place-y", "opponent-return", "reward",
    "preference", "probability",
  ]

  public var lastDecision: Decision? {
    guard decisionCount > 0 else { return nil }
    let context = contexts[current]
    return Decision(
      step: context.step, seat: 0, occasion: context.occasion.title, beliefs: beliefs(context),
      measures: Self.measures,
      candidates: (0..<context.count).map { candidate($0, context) }, choice: context.choice)
  }

  public var lastResult: (decisionStep: Int, result: Decision.Result)? {
    guard let (step, settled) = settled else { return nil }
    let feedback = settled.feedback
    var numbers = [
      NamedNumber("attempt", feedback.attempted ? 1 : 0),
      NamedNumber("success", feedback.succeeded ? 1 : 0),
      NamedNumber("pace", Float(feedback.pace)), NamedNumber("twist", Float(feedback.twist)),
    ]
    if feedback.succeeded {
      numbers.append(NamedNumber("place-x", Float(feedback.placeX)))
      numbers.append(NamedNumber("place-y", Float(feedback.placeY)))
      numbers.append(NamedNumber("returned", Float(settled.returned)))
    }
    numbers.append(NamedNumber("reward", Float(settled.reward)))
    return (step, Decision.Result(step: settled.step, numbers: numbers))
  }

  private func beliefs(_ context: DecisionContext) -> [NamedNumber] {
    var beliefs = zip(senses.keyNames, context.key).map { NamedNumber($0, $1) }
    for (style, score) in zip(styles, context.styleScores) where score >= 0 {
      beliefs.append(NamedNumber("style-\(style)", Float(score)))
    }
    if let classifier, context.trait >= 0 {
      beliefs.append(NamedNumber("trait-\(classifier.trait)", Float(context.trait)))
    }
    beliefs.append(NamedNumber("opponent-return", Float(context.opponentReturn)))
    return beliefs
  }

  private func candidate(_ place: Int, _ context: DecisionContext) -> Decision.Candidate {
    let prospect = context.prospects[place]
    let estimate = prospect.estimate
    let numbers = [
      estimate.success, estimate.deviation, estimate.pace, estimate.twist, estimate.place.x,
      estimate.place.y, prospect.opponentReturn, prospect.reward, context.preferences[place],
      context.probabilities[place],
    ]
    return Decision.Candidate(
      skill: skills[context.skills[place]].name,
      reasons: strategies.indices.filter { context.reasons[place] >> UInt64($0) & 1 == 1 }
        .map { strategies[$0].name },
      numbers: numbers.map(Float.init))
  }
}

extension ControllerManifest.Role {
  /// What recordings call it.
  var title: String {
    switch self {
    case .answer: "answer"
    case .answerOpening: "answer-opening"
    case .open: "opening"
    }
  }
}
