import Arena
import Console

/// Decisions of policies of skills, in the words of `inspect`.
enum DecisionAccount {
  /// Every decision of an episode, in the order they were made.
  static func list(_ episode: RecordedEpisode, _ header: RecordingHeader) -> [JSON] {
    episode.decisions.map { json($0, header) }
  }

  private static func json(_ decision: Decision, _ header: RecordingHeader) -> JSON {
    let seats = header.seats
    let seat = seats.indices.contains(decision.seat) ? seats[decision.seat].name : "?"
    return .object([
      ("step", .whole(decision.step)),
      ("seconds", .number(Double(decision.step) * header.stepDuration)),
      ("seat", .text(seat)), ("occasion", .text(decision.occasion)),
      ("chosen", .text(decision.chosen)), ("beliefs", numbers(decision.beliefs)),
      ("candidates", .list(decision.candidates.map { candidate($0, decision.measures) })),
      ("result", .optional(decision.result.map { numbers($0.numbers) }, { $0 })),
    ])
  }

  private static func candidate(_ candidate: Decision.Candidate, _ measures: [String]) -> JSON {
    .object(
      [
        ("skill", .text(candidate.skill)),
        ("reasons", .text(candidate.reasons.joined(separator: ", "))),
      ] + zip(measures, candidate.numbers).map { (key($0), .number(Double($1))) })
  }

  private static func numbers(_ numbers: [NamedNumber]) -> JSON {
    .object(numbers.map { (key($0.name), .number(Double($0.value))) })
  }

  private static func key(_ name: String) -> String { name.replacing("-", with: "_") }
}
