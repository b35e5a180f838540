import Arena
import Catalog
import Math

/// What many matches of one cast amount to.
struct MatchSummary {
  let scenario: String
  let seats: [String]
  let policies: [String]
  let results: [MatchResult]
  /// The names of the outcome numbers.
  let outcome: [String]
  let stepDuration: Double

  init(_ cast: Cast, results: [MatchResult]) {
    scenario = cast.scenario.name
    seats = cast.world.seats.map(\.name)
    policies = cast.names
    outcome = cast.world.outcome.numberNames
    stepDuration = cast.world.stepDuration
    self.results = results
  }

  /// The sum over matches of the outcome number called `name`, if there is one.
  func sum(_ name: String) -> Double? {
    outcome.firstIndex(of: name).map { place in
      results.reduce(0) { $0 + Double($1.outcome[place]) }
    }
  }

  func mean(_ name: String) -> Double? {
    results.isEmpty ? nil : sum(name).map { $0 / Double(results.count) }
  }

  func maximum(_ name: String) -> Double? {
    outcome.firstIndex(of: name).flatMap { place in
      results.map { Double($0.outcome[place]) }.max()
    }
  }

  /// Games with points and rallies are summed up as games, all else by the means of its outcome.
  var isGame: Bool { sum("home-points") != nil && sum("away-points") != nil }

  var steps: Int { results.reduce(0) { $0 + $1.steps } }

  /// One digest for all matches, in their order.
  var digest: Digest {
    var digest = Digest()
    for result in results {
      digest.combine(result.seed)
      digest.combine(result.digest.value)
    }
    return digest
  }

  /// The mean number of strokes in a rally.
  var meanRally: Double? {
    guard let strokes = sum("strokes"), let rallies = sum("rallies"), rallies > 0 else {
      return nil
    }
    return strokes / rallies
  }
}

extension MatchSummary {
  /// The object that `play --json` prints.
  func json(seconds: Double) -> JSON {
    var pairs: [(String, JSON)] = [
      ("scenario", .text(scenario)), ("matches", .whole(results.count)),
    ]
    for (index, seat) in ["home", "away"].prefix(seats.count).enumerated() {
      pairs.append((seat, .object([("name", .text(policies[index]))] + score(of: seat))))
    }
    if isGame {
      pairs.append(
        (
          "rally",
          .object([
            ("mean_length", .optional(meanRally, JSON.number)),
            ("max_length", .optional(maximum("longest-rally"), JSON.number)),
          ])
        ))
    } else {
      pairs.append(("outcome", .object(means)))
    }
    pairs.append(("digest", .text("\(digest)")))
    pairs.append(
      (
        "timing",
        .object([
          ("seconds", .number(seconds)),
          ("steps_per_second", .number(Double(steps) / max(seconds, 1e-9))),
          ("simulated_seconds", .number(Double(steps) * stepDuration)),
        ])
      ))
    return .object(pairs)
  }

  private var means: [(String, JSON)] {
    outcome.map { name in
      (name.replacing("-", with: "_"), .optional(mean(name), JSON.number))
    }
  }

  private func score(of seat: String) -> [(String, JSON)] {
    guard isGame else { return [] }
    return [("matches_won", "matches"), ("games_won", "games"), ("points_won", "points")]
      .compactMap { key, field in
        sum("\(seat)-\(field)").map { (key, .whole(Int($0))) }
      } + failures(of: seat).json
  }

  /// The same for people.
  func text(seconds: Double) -> String {
    let speed = Double(steps) * stepDuration / max(seconds, 1e-9)
    let closing =
      "\(results.count) played in \(Output.rounded(seconds)) s"
      + " (\(Output.rounded(speed)) simulated seconds per second), digest \(digest)"
    guard isGame else {
      let players = zip(seats, policies).map { "\($0): \($1)" }.joined(separator: ", ")
      let rows = outcome.map { [$0, Output.rounded(mean($0) ?? .nan)] }
      return "\(scenario), \(players)\n" + Output.table([["outcome", "mean"]] + rows) + "\n"
        + closing
    }
    let rows = ["home", "away"].prefix(seats.count).enumerated().map { index, seat in
      [seat, policies[index]]
        + ["matches", "games", "points"].map { Output.rounded(sum("\(seat)-\($0)") ?? 0) }
    }
    var lines = Output.table([["seat", "player", "matches", "games", "points"]] + rows)
    if let meanRally, let longest = maximum("longest-rally") {
      lines +=
        "\nrally: \(Output.rounded(meanRally)) strokes on average,"
        + " \(Int(longest)) in the longest"
    }
    return "\(scenario)\n\(lines)\n\(closing)"
  }
}
