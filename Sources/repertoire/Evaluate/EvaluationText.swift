/// An evaluation as people read it.
struct EvaluationText {
  let variants: [(name: String, rungs: [RungResult])]

  var text: String {
    variants.count > 1 ? table + "\n\n" + details(variants[0].rungs) : details(variants[0].rungs)
  }

  /// One line per variant: matches and points against every opponent.
  private var table: String {
    let opponents = variants[0].rungs.map(\.rung.opponent)
    let rows = variants.map { variant in
      [variant.name]
        + variant.rungs.flatMap {
          [Output.rounded($0.matchShare.value), $0.pointShare.text]
        }
    }
    let heading = ["variant"] + opponents.flatMap { ["\($0): won", "points"] }
    return Output.table([heading] + rows)
  }

  private func details(_ rungs: [RungResult]) -> String {
    let heading = [
      "opponent", "level", "matches", "won", "games", "points", "lost", "share", "lands",
    ]
    let rows = rungs.map { result in
      [result.rung.opponent, "\(result.rung.level)", "\(result.matches)"]
        + ["home-matches", "home-games", "home-points", "away-points"].map {
          result.summary.sum($0).map(Output.rounded) ?? "-"
        } + [result.pointShare.text, result.landRate.map(Output.rounded) ?? "-"]
    }
    return
      ([Output.table([heading] + rows)] + failures(rungs) + skills(rungs) + spins(rungs)
      + games(rungs))
      .joined(separator: "\n\n")
  }

  /// How points are lost and won: a line per opponent and player.
  private func failures(_ rungs: [RungResult]) -> [String] {
    var rows: [[String]] = []
    for rung in rungs {
      for (seat, player) in [("home", "policy"), ("away", rung.rung.opponent)] {
        let counts = rung.summary.failures(of: seat)
        for (part, numbers) in [("rally", counts.rally), ("reception", counts.reception)]
        where !numbers.isEmpty {
          rows.append([rung.rung.opponent, player, part] + numbers.map(Output.rounded))
        }
      }
    }
    let heading = ["against", "failures of", "in"] + FailureCounts.names
    return rows.isEmpty ? [] : [Output.table([heading] + rows)]
  }

  private func skills(_ rungs: [RungResult]) -> [String] {
    let uses = SkillUse.list(rungs.flatMap { $0.summary.results.flatMap(\.decisions) })
    guard !uses.isEmpty else { return [] }
    let rows = uses.map {
      [
        $0.name, $0.occasion, "\($0.chosen)", $0.landShare.text, $0.winnerShare.text,
        Output.rounded($0.missShare.value),
      ]
    }
    return [Output.table([["skill", "for", "chosen", "lands", "wins at once", "missed"]] + rows)]
  }

  private func spins(_ rungs: [RungResult]) -> [String] {
    let rows = RungResult.spins.compactMap { spin -> [String]? in
      let shares = rungs.compactMap { rung in
        rung.returnsBySpin.first { $0.spin == spin }?.share
      }
      let faced = shares.reduce(0) { $0 + $1.trials }
      guard faced > 0 else { return nil }
      let all = Share(shares.reduce(0) { $0 + $1.successes }, of: faced)
      return [spin, Output.rounded(faced), all.text]
    }
    return rows.isEmpty ? [] : [Output.table([["incoming spin", "balls", "returned"]] + rows)]
  }

  private func games(_ rungs: [RungResult]) -> [String] {
    let most = rungs.map(\.pointsByGame.count).max() ?? 0
    guard most > 1 else { return [] }
    let rows = rungs.map { rung in [rung.rung.opponent] + rung.pointsByGame.map(\.text) }
    let width = most + 1
    return [
      Output.table(
        [["points by game"] + (1...most).map { "game \($0)" }]
          + rows.map { $0 + Array(repeating: "-", count: width - $0.count) })
    ]
  }
}
