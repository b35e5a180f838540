#if Viewer

import Arena
import Foundation

/// What a policy of skills had to choose from and what it took, as a panel.
enum Shortlist {
  /// Candidates that are shown; there may be many more.
  private static let most = 8

  /// The last decision made up to a step; nil before the first.
  static func panel(_ tape: any Tape, step: Int) -> Scene.Panel? {
    guard let decision = tape.decisions.last(where: { $0.step <= step }) else { return nil }
    let ranked = decision.candidates.indices.sorted { a, b in
      let (left, right) = (weight(decision, a), weight(decision, b))
      return left == right ? a < b : left > right
    }
    var shown = Array(ranked.prefix(most))
    if !shown.contains(decision.choice) { shown[shown.count - 1] = decision.choice }
    let rows = shown.map { row(decision, $0) }
    return Scene.Panel(
      "Skills to \(decision.occasion)",
      [Scene.Panel.Row("\(decision.candidates.count) candidates", "lands   H")] + rows
        + result(decision))
  }

  private static func weight(_ decision: Decision, _ candidate: Int) -> Float {
    decision.number("probability", of: candidate) ?? decision.number("success", of: candidate) ?? 0
  }

  private static func row(_ decision: Decision, _ candidate: Int) -> Scene.Panel.Row {
    let success = decision.number("success", of: candidate)
    let preference = decision.number("preference", of: candidate)
    let lands = success.map { String(format: "%.0f %%", 100 * $0) } ?? ""
    let value = preference.map { String(format: "%+.2f", $0) } ?? ""
    let name = decision.candidates[candidate].skill.split(separator: "/").last.map(String.init)
    return Scene.Panel.Row(
      name ?? "", "\(lands)   \(value)", share: success.map(Double.init),
      isChosen: candidate == decision.choice)
  }

  /// What came of it, once that is known.
  private static func result(_ decision: Decision) -> [Scene.Panel.Row] {
    guard let result = decision.result else { return [] }
    let words = result.numbers["success"] == 1 ? "landed" : "missed"
    let reward = result.numbers["reward"].map { String(format: ", reward %+.2f", $0) } ?? ""
    return [Scene.Panel.Row("came of it", words + reward)]
  }
}

#endif
