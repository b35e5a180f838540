import Arena
import Math

/// How the matches against one opponent went.
struct RungResult {
  let rung: Ladder.Rung
  let summary: MatchSummary

  var matches: Int { summary.results.count }
  var matchShare: Share {
    Share(summary.sum("home-matches") ?? 0, of: Double(matches))
  }

  /// Of all points, matches being groups of them.
  var pointShare: Share { share("home-points", against: "away-points") }

  private func share(_ own: String, against other: String) -> Share {
    guard let a = summary.outcome.firstIndex(of: own),
      let b = summary.outcome.firstIndex(of: other)
    else { return Share(0, of: 0) }
    return Share(
      groups: summary.results.map {
        (Double($0.outcome[a]), Double($0.outcome[a]) + Double($0.outcome[b]))
      })
  }

  /// The share of strokes that landed; nil where the world does not count them.
  var landRate: Double? {
    guard let strokes = summary.sum("home-strokes"), let landed = summary.sum("home-landed")
    else { return nil }
    return landed / max(strokes, 1)
  }

  /// The share of points in each game that was played.
  var pointsByGame: [Share] {
    var shares: [Share] = []
    while let own = summary.sum("home-points-by-game-\(shares.count)"),
      let other = summary.sum("away-points-by-game-\(shares.count)"), own + other > 0
    {
      let game = shares.count
      shares.append(
        share("home-points-by-game-\(game)", against: "away-points-by-game-\(game)"))
    }
    return shares
  }

  /// The names of the spin classes, from heavy underspin to heavy topspin.
  static let spins = ["strong-underspin", "underspin", "none", "topspin", "strong-topspin"]

  /// The share of balls that were returned, by their spin.
  var returnsBySpin: [(spin: String, share: Share)] {
    Self.spins.enumerated().compactMap { index, spin in
      guard let faced = summary.sum("home-faced-by-spin-\(index)"),
        let returned = summary.sum("home-returned-by-spin-\(index)")
      else { return nil }
      return (spin, Share(returned, of: faced))
    }
  }

  /// The share of balls that were returned, by their speed.
  var returnsBySpeed: [(speed: String, share: Share)] {
    ["slow", "normal", "fast"].enumerated().compactMap { index, speed in
      guard let faced = summary.sum("home-faced-by-speed-\(index)"),
        let returned = summary.sum("home-returned-by-speed-\(index)")
      else { return nil }
      return (speed, Share(returned, of: faced))
    }
  }

  /// How often each skill was chosen and how often it landed, in the order of their first use.
  var skills: [SkillUse] { SkillUse.list(summary.results.flatMap(\.decisions)) }
}

/// How often a skill was chosen, and what came of it.
struct SkillUse {
  let name: String
  let occasion: String
  private(set) var chosen = 0
  private(set) var attempts = 0.0
  private(set) var landed = 0.0
  private(set) var winners = 0.0
  private(set) var results = 0.0

  /// Counts home's decisions.
  static func list(_ decisions: [Decision]) -> [SkillUse] {
    var uses: [SkillUse] = []
    for decision in decisions where decision.seat == 0 {
      let name = decision.chosen
      let isOpening = decision.occasion == "opening"
      let occasion = isOpening ? "opening" : "answer"
      let place =
        uses.firstIndex { $0.name == name && $0.occasion == occasion }
        ?? {
          uses.append(SkillUse(name: name, occasion: occasion))
          return uses.count - 1
        }()
      uses[place].add(decision)
    }
    return uses.sorted { $0.chosen > $1.chosen || $0.chosen == $1.chosen && $0.name < $1.name }
  }

  private mutating func add(_ decision: Decision) {
    chosen += 1
    guard let numbers = decision.result?.numbers else { return }
    results += 1
    attempts += Double(numbers["attempt"] ?? 0)
    landed += Double(numbers["success"] ?? 0)
    if numbers["returned"] == 0 { winners += 1 }
  }

  var landShare: Share { Share(landed, of: results) }
  var winnerShare: Share { Share(winners, of: results) }
  /// The share of balls that were not even struck.
  var missShare: Share { Share(results - attempts, of: results) }
}
