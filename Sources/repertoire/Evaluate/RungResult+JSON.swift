extension RungResult {
  /// One rung of the object that `evaluate --json` prints.
  var json: JSON {
    .object([
      ("opponent", .text(rung.opponent)), ("level", .whole(rung.level)),
      ("matches", .whole(matches)), ("matches_won", .whole(Int(matchShare.successes))),
      ("games_won", .optional(summary.sum("home-games"), JSON.number)),
      ("points_won", .optional(summary.sum("home-points"), JSON.number)),
      ("points_lost", .optional(summary.sum("away-points"), JSON.number)),
      ("land_rate", .optional(landRate, JSON.number)),
      ("confidence_interval", matchShare.interval),
      ("point_share", .number(pointShare.value)),
      ("point_share_interval", pointShare.interval),
      ("points_by_game", .list(pointsByGame.map { Self.json($0) })),
      (
        "returns_by_spin",
        .object(returnsBySpin.map { ($0.spin.replacing("-", with: "_"), Self.json($0.share)) })
      ), ("returns_by_speed", .object(returnsBySpeed.map { ($0.speed, Self.json($0.share)) })),
      ("home", .object(summary.failures(of: "home").json)),
      ("away", .object(summary.failures(of: "away").json)),
      (
        "skills",
        .list(
          skills.map { skill in
            .object([
              ("skill", .text(skill.name)), ("occasion", .text(skill.occasion)),
              ("chosen", .whole(skill.chosen)), ("land_rate", .number(skill.landShare.value)),
              ("interval", skill.landShare.interval),
              ("winner_rate", .number(skill.winnerShare.value)),
              ("miss_rate", .number(skill.missShare.value)),
            ])
          })
      ),
    ])
  }

  private static func json(_ share: Share) -> JSON {
    .object([
      ("share", .number(share.value)), ("of", .number(share.trials)),
      ("interval", share.interval),
    ])
  }
}
