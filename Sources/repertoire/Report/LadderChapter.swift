import Catalog
import Foundation

/// What `evaluate --json` printed: how a policy does against every opponent of a ladder.
struct LadderChapter {
  let path: String

  private static let largestFile = 1 << 24

  private struct Evaluation: Decodable {
    let policy: String
    let rungs: [Rung]
  }

  private struct Rung: Decodable {
    let opponent: String
    let matches: Int
    let matchesWon: Int
    let gamesWon: Double?
    let pointsWon: Double?
    let pointsLost: Double?
    let landRate: Double?
  }

  func add(to page: inout ReportPage) throws {
    let bytes = try Project.bytes(of: path, limit: Self.largestFile)
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    guard let evaluation = try? decoder.decode(Evaluation.self, from: Data(bytes)),
      evaluation.rungs.allSatisfy({ $0.matches >= 0 && $0.matchesWon >= 0 })
    else {
      throw ContentError(
        path, line: 1, "this is no recording, no training folder and no evaluation",
        expected: "expected what `evaluate --json` prints")
    }
    page.heading("Ladder: \(evaluation.policy)")
    page.table(
      [["opponent", "matches", "won", "games", "points", "lost", "lands"]]
        + evaluation.rungs.map { rung in
          [rung.opponent, "\(rung.matches)", "\(rung.matchesWon)"]
            + [rung.gamesWon, rung.pointsWon, rung.pointsLost].map {
              $0.map(Output.rounded) ?? "-"
            } + [rung.landRate.map { Output.rounded(100 * $0) + " %" } ?? "-"]
        })
    var plot = AxesPlot(
      x: 0...Double(max(1, evaluation.rungs.count)), y: 0...1, xTitle: "",
      yTitle: "share of matches, with 95 % intervals")
    for (index, rung) in evaluation.rungs.enumerated() {
      let place = Double(index) + 0.5
      plot.bar(
        place, width: 0.6, share: Share(Double(rung.matchesWon), of: Double(rung.matches)),
        colour: SVGPlot.colour(0))
      plot.label(place, rung.opponent)
    }
    page.chart(plot.plot)
  }
}
