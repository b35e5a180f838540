import Arena
import Catalog

/// An evaluation as one page that needs nothing else: tables and plots.
struct EvaluationReport {
  let policy: String
  let rules: String
  let variants: [(name: String, rungs: [RungResult])]
  let seed: UInt64

  private var rungs: [RungResult] { variants[0].rungs }

  var html: String {
    let title = SVGPlot.escaped("\(policy) under the rules of \(rules)")
    return """
      <!doctype html>
      <html lang="en"><head><meta charset="utf-8"><title>\(title)</title>
      <style>
      body { font-family: sans-serif; max-width: 60em; margin: 2em auto; color: #222 }
      table { border-collapse: collapse; margin: 1em 0 }
      td, th { border-bottom: 1px solid #ccc; padding: 0.2em 0.7em; text-align: left }
      .maps { display: flex; flex-wrap: wrap; gap: 1em }
      </style></head><body>
      <h1>\(title)</h1>
      <p>Seed \(seed), program \(Catalog.version). Intervals are 95 %; those of points take the
      matches as groups. Digest \(LadderRun.digest(variants.flatMap(\.rungs))).</p>
      \(sections.joined(separator: "\n"))
      </body></html>

      """
  }

  private var sections: [String] {
    var sections = ["<h2>The ladder</h2>", Self.table(ladder)]
    if variants.count > 1 { sections += ["<h2>What each part is worth</h2>", Self.table(parts)] }
    sections += ["<h2>Points by game</h2>", pointsByGame]
    sections += ["<h2>Returns by incoming spin</h2>", returnsBySpin]
    let decisions = rungs.flatMap { $0.summary.results.flatMap(\.decisions) }
    guard !decisions.isEmpty else { return sections }
    return sections + [
      "<h2>Skills</h2>", Self.table(skills(decisions)), "<h2>Where they land</h2>",
      "<p>Seen from above, the robot at the bottom; every dot is a ball that landed.</p>",
      LandingMaps(decisions).html, "<h2>Preferences</h2>",
      "<p>The mean over matches of each skill's preference when it was considered.</p>",
    ] + rungs.map { PreferenceDrift($0).html }
  }

  private var ladder: [[String]] {
    [["opponent", "matches", "won", "share of matches", "share of points", "lands"]]
      + rungs.map {
        [
          $0.rung.opponent, "\($0.matches)", Output.rounded($0.matchShare.successes),
          $0.matchShare.text, $0.pointShare.text, $0.landRate.map(Output.rounded) ?? "-",
        ]
      }
  }

  private var parts: [[String]] {
    [["variant"] + rungs.map { "points against \($0.rung.opponent)" }]
      + variants.map { [$0.name] + $0.rungs.map(\.pointShare.text) }
  }

  private func skills(_ decisions: [Decision]) -> [[String]] {
    [["skill", "for", "chosen", "lands", "wins at once"]]
      + SkillUse.list(decisions).map {
        [$0.name, $0.occasion, "\($0.chosen)", $0.landShare.text, $0.winnerShare.text]
      }
  }

  private var pointsByGame: String {
    let most = max(2, rungs.map(\.pointsByGame.count).max() ?? 0)
    var axes = AxesPlot(
      x: 0.7...Double(most) + 0.3, y: 0...1, xTitle: "", yTitle: "share of points")
    for game in 1...most { axes.label(Double(game), "game \(game)") }
    for (index, rung) in rungs.enumerated() {
      let points = rung.pointsByGame.enumerated().map { (Double($0.offset + 1), $0.element.value) }
      axes.add(points.map { (x: $0.0, y: $0.1) }, name: rung.rung.opponent, index: index)
    }
    return axes.plot.svg
  }

  private var returnsBySpin: String {
    var axes = AxesPlot(
      x: -0.5...Double(RungResult.spins.count) - 0.5, y: 0...1, xTitle: "",
      yTitle: "share returned")
    for (index, spin) in RungResult.spins.enumerated() {
      let shares = rungs.compactMap { rung in
        rung.returnsBySpin.first { $0.spin == spin }?.share
      }
      let faced = shares.reduce(0) { $0 + $1.trials }
      axes.label(Double(index), "\(spin) (\(Int(faced)))")
      guard faced > 0 else { continue }
      let all = Share(shares.reduce(0) { $0 + $1.successes }, of: faced)
      axes.bar(Double(index), width: 0.6, share: all, colour: SVGPlot.colour(0))
    }
    return axes.plot.svg
  }

  private static func table(_ rows: [[String]]) -> String {
    func line(_ cells: [String], _ tag: String) -> String {
      "<tr>" + cells.map { "<\(tag)>\(SVGPlot.escaped($0))</\(tag)>" }.joined() + "</tr>"
    }
    return "<table>" + line(rows[0], "th")
      + rows.dropFirst().map { line($0, "td") }.joined(separator: "\n") + "</table>"
  }
}

/// Where the balls of each skill landed on the opponent's court.
struct LandingMaps {
  private let skills: [(name: String, places: [(x: Double, y: Double)])]

  init(_ decisions: [Decision]) {
    var skills: [(name: String, places: [(x: Double, y: Double)])] = []
    for decision in decisions where decision.seat == 0 {
      guard let numbers = decision.result?.numbers, let x = numbers["place-x"],
        let y = numbers["place-y"]
      else { continue }
      let place =
        skills.firstIndex { $0.name == decision.chosen }
        ?? {
          skills.append((decision.chosen, []))
          return skills.count - 1
        }()
      skills[place].places.append((Double(x), Double(y)))
    }
    self.skills = skills
  }

  /// Enough dots to see where they lie.
  private static let mostDots = 400

  var html: String {
    "<div class=\"maps\">"
      + skills.enumerated().map { map($0.element, SVGPlot.colour($0.offset)) }.joined()
      + "</div>"
  }

  private func map(
    _ skill: (name: String, places: [(x: Double, y: Double)]), _ colour: String
  ) -> String {
    var plot = SVGPlot(width: 170, height: 190)
    let scale = 95.0
    func place(_ x: Double, _ y: Double) -> (x: Double, y: Double) {
      (85 + scale * x, 165 - scale * y)
    }
    let corner = place(-0.7625, 1.37)
    plot.box(
      corner.x, corner.y, scale * 1.525, scale * 1.37, fill: "#eef3f8", stroke: "#446")
    plot.line([place(0, 0), place(0, 1.37)], colour: "#99a", width: 0.8)
    for spot in skill.places.prefix(Self.mostDots) {
      let spot = place(spot.x, spot.y)
      plot.dot(spot.x, spot.y, radius: 1.8, colour: colour)
    }
    plot.text(85, 184, "\(skill.name) (\(skill.places.count))", anchor: "middle", size: 10)
    return plot.svg
  }
}

/// How preferences move over the matches against one opponent.
struct PreferenceDrift {
  private let opponent: String
  /// For every skill the sums of its preference and how many they are, by the number of the ball.
  private var skills: [(name: String, sums: [Double], counts: [Double])] = []
  private static let binWidth = 5

  init(_ result: RungResult) {
    opponent = result.rung.opponent
    for match in result.summary.results {
      let answers = match.decisions.filter { $0.seat == 0 && $0.occasion != "opening" }
      for (ball, decision) in answers.enumerated() { add(decision, ball / Self.binWidth) }
    }
  }

  private mutating func add(_ decision: Decision, _ bin: Int) {
    for (index, candidate) in decision.candidates.enumerated() {
      guard let preference = decision.number("preference", of: index) else { continue }
      let place =
        skills.firstIndex { $0.name == candidate.skill }
        ?? {
          skills.append((candidate.skill, [], []))
          return skills.count - 1
        }()
      while skills[place].sums.count <= bin {
        skills[place].sums.append(0)
        skills[place].counts.append(0)
      }
      skills[place].sums[bin] += Double(preference)
      skills[place].counts[bin] += 1
    }
  }

  var html: String {
    let lines = skills.map { skill in
      (
        skill.name,
        skill.sums.indices.filter { skill.counts[$0] > 0 }.map {
          (x: Double($0 * Self.binWidth), y: skill.sums[$0] / skill.counts[$0])
        }
      )
    }
    let values = lines.flatMap { $0.1.map(\.y) } + [-0.5, 0.5]
    let last = lines.flatMap { $0.1.map(\.x) }.max() ?? 1
    var axes = AxesPlot(
      x: 0...max(last, 1), y: (values.min() ?? -1)...(values.max() ?? 1),
      xTitle: "balls since the match began, 0 to \(Int(last))",
      yTitle: "preference against \(opponent)")
    for (index, line) in lines.enumerated() { axes.add(line.1, name: line.0, index: index) }
    return axes.plot.svg
  }
}
