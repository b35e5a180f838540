import TableTennis

/// How often a player failed in each way, over many matches.
struct FailureCounts {
  /// In rallies, and in answering services, in the order of `Failure`.
  var rally: [Double]
  var reception: [Double]

  static let names = Failure.allCases.map { "\($0)" }

  /// The counts as `play` and `evaluate` print them; nothing where the world does not count them.
  var json: [(String, JSON)] {
    guard !rally.isEmpty else { return [] }
    func object(_ counts: [Double]) -> JSON {
      .object(zip(Self.names, counts).map { ($0, .whole(Int($1))) })
    }
    return [("failures", object(rally)), ("reception_failures", object(reception))]
  }
}

extension MatchSummary {
  /// How the player in `seat` failed.
  func failures(of seat: String) -> FailureCounts {
    func counts(_ field: String) -> [Double] {
      FailureCounts.names.indices.compactMap { sum("\(seat)-\(field)-\($0)") }
    }
    return FailureCounts(rally: counts("failures"), reception: counts("reception-failures"))
  }
}
