import Math

/// The first place at which two recordings differ.
public struct RecordingComparison: Hashable, Sendable {
  /// The episode, from 0; nil if the headers differ.
  public let episode: Int?
  /// The step, from 0; nil where the difference lies outside the steps.
  public let step: Int?
  /// What differs: `seed`, `home.racket-velocity-1`, `digest`, `outcome.landed`, ...
  public let field: String
  public let left: String
  public let right: String

  /// Compares two recordings; nil if they are equal in everything but the program that wrote them.
  public static func firstDifference(
    _ left: Recording, _ right: Recording
  ) -> RecordingComparison? {
    if let difference = headers(left.header, right.header) { return difference }
    for index in 0..<min(left.episodes.count, right.episodes.count) {
      let names = left.header
      if let found = episodes(left.episodes[index], right.episodes[index], index, names) {
        return found
      }
    }
    return outside("episodes", left.episodes.count, right.episodes.count)
      ?? outside("damage", left.damage?.reason ?? "none", right.damage?.reason ?? "none")
  }

  private static func headers(
    _ left: RecordingHeader, _ right: RecordingHeader
  ) -> RecordingComparison? {
    if let found = outside("environment", left.environment, right.environment) { return found }
    if let found = outside("seats", left.seats.count, right.seats.count) { return found }
    for (a, b) in zip(left.seats, right.seats) {
      if let found = outside("seat", a.name, b.name)
        ?? outside("\(a.name).policy", a.policy, b.policy)
        ?? outside("\(a.name).action", a.action, b.action)
      {
        return found
      }
    }
    return outside("outcome", left.outcome, right.outcome)
      ?? outside("step-duration", left.stepDuration, right.stepDuration)
      ?? scenarios(left.scenarioText, right.scenarioText)
  }

  /// Scenarios are compared line by line, so that the answer fits on one.
  private static func scenarios(_ left: String, _ right: String) -> RecordingComparison? {
    let a = left.split(separator: "\n", omittingEmptySubsequences: false)
    let b = right.split(separator: "\n", omittingEmptySubsequences: false)
    for line in 0..<max(a.count, b.count) {
      let x = line < a.count ? String(a[line]) : "(end)"
      let y = line < b.count ? String(b[line]) : "(end)"
      if let found = outside("scenario line \(line + 1)", x, y) { return found }
    }
    return nil
  }

  private static func episodes(
    _ left: RecordedEpisode, _ right: RecordedEpisode, _ index: Int, _ header: RecordingHeader
  ) -> RecordingComparison? {
    if let found = outside("seed", left.seed, right.seed, episode: index) { return found }
    let names = header.seats.flatMap { seat in seat.action.map { "\(seat.name).\($0)" } }
    // A digest after step n shows what step n did, so at equal steps actions come first; a decision
    // before step n explains them and is named before both.
    let found = [
      decisions(left.decisions, right.decisions, header, index),
      actions(left.actions, right.actions, names, index),
      digests(left.checkpoints, right.checkpoints, index),
    ].compactMap { $0 }.min { ($0.step ?? 0) < ($1.step ?? 0) }
    return found ?? ends(left, right, index, header)
  }

  private static func actions(
    _ left: [Float], _ right: [Float], _ names: [String], _ index: Int
  ) -> RecordingComparison? {
    let count = min(left.count, right.count)
    guard
      let place = (0..<count).first(where: { left[$0].bitPattern != right[$0].bitPattern })
    else { return nil }
    return RecordingComparison(
      episode: index, step: place / names.count, field: names[place % names.count],
      left: "\(left[place])", right: "\(right[place])")
  }

  private static func decisions(
    _ left: [Decision], _ right: [Decision], _ header: RecordingHeader, _ index: Int
  ) -> RecordingComparison? {
    guard let (a, b) = zip(left, right).first(where: { $0 != $1 }) else {
      return outside("decisions", left.count, right.count, episode: index)
    }
    func name(_ decision: Decision) -> String {
      let seats = header.seats
      return seats.indices.contains(decision.seat) ? seats[decision.seat].name : "?"
    }
    return RecordingComparison(
      episode: index, step: min(a.step, b.step), field: "\(name(a)).decision",
      left: "\(a.chosen) at step \(a.step)", right: "\(b.chosen) at step \(b.step)")
  }

  private static func digests(
    _ left: [RecordedEpisode.Checkpoint], _ right: [RecordedEpisode.Checkpoint], _ index: Int
  ) -> RecordingComparison? {
    guard let (a, b) = zip(left, right).first(where: { $0 != $1 }) else { return nil }
    return RecordingComparison(
      episode: index, step: min(a.step, b.step), field: "digest",
      left: hexadecimal(a.digest), right: hexadecimal(b.digest))
  }

  private static func ends(
    _ left: RecordedEpisode, _ right: RecordedEpisode, _ index: Int, _ header: RecordingHeader
  ) -> RecordingComparison? {
    guard let a = left.end, let b = right.end else {
      return outside("end", left.end == nil, right.end == nil, episode: index)
    }
    if let found = outside("steps", a.steps, b.steps, episode: index)
      ?? outside("status", a.status, b.status, episode: index)
      ?? outside("digest", hexadecimal(a.digest), hexadecimal(b.digest), episode: index)
    {
      return found
    }
    for (name, (x, y)) in zip(header.outcome, zip(a.outcome, b.outcome))
    where x.bitPattern != y.bitPattern {
      return outside("outcome.\(name)", "\(x)", "\(y)", episode: index)
    }
    return nil
  }

  private static func outside<Value: Equatable>(
    _ field: String, _ left: Value, _ right: Value, episode: Int? = nil
  ) -> RecordingComparison? {
    guard left != right else { return nil }
    return RecordingComparison(
      episode: episode, step: nil, field: field, left: "\(left)", right: "\(right)")
  }
}

/// Sixteen hexadecimal digits, as digests are written everywhere.
func hexadecimal(_ value: UInt64) -> String {
  let digits = String(value, radix: 16)
  return String(repeating: "0", count: 16 - digits.count) + digits
}
