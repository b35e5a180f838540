import Forecasting

/// The errors on one domain, as `forecast` reports them.
struct ForecastRow {
  let name: String
  let split: String
  let origin: String
  /// The strength of the spurious feature; nil where there is none.
  let spurious: Float?
  let error: DisplacementError
  let best: Best?

  /// The errors of the best of several alternatives.
  struct Best {
    let samples: Int
    let perTrajectory: DisplacementError
    let perScene: DisplacementError
  }

  var json: JSON {
    var pairs: [(String, JSON)] = [
      ("name", .text(name)), ("split", .text(split)), ("origin", .text(origin)),
      ("spurious", .optional(spurious) { .number(Double($0)) }), ("ade", .number(error.average)),
      ("fde", .number(error.final)), ("n", .whole(error.count)),
    ]
    if let best {
      pairs += [
        ("samples", .whole(best.samples)), ("best_ade", .number(best.perTrajectory.average)),
        ("best_fde", .number(best.perTrajectory.final)),
        ("best_ade_per_scene", .number(best.perScene.average)),
        ("best_fde_per_scene", .number(best.perScene.final)),
      ]
    }
    return .object(pairs)
  }

  private var cells: [String] {
    [name, split, origin, spurious.map { Output.rounded(Double($0)) } ?? "-"]
      + [error.average, error.final].map(Self.metres) + ["\(error.count)"]
      + (best.map { [$0.perTrajectory.average, $0.perScene.average].map(Self.metres) } ?? [])
  }

  private static func metres(_ metres: Double) -> String {
    "\((metres * 1e4).rounded() / 1e4)"
  }

  /// The object or the table of a report; every row counts alike in the mean.
  static func report(
    model: String, _ rows: [ForecastRow], seconds: Double, asJSON: Bool,
    extras: [(String, JSON)] = []
  ) -> String {
    let count = Double(max(rows.count, 1))
    let average = rows.reduce(0) { $0 + $1.error.average } / count
    let final = rows.reduce(0) { $0 + $1.error.final } / count
    if asJSON {
      return JSON.object(
        [
          ("model", .text(model)), ("domains", .list(rows.map(\.json))),
          ("mean", .object([("ade", .number(average)), ("fde", .number(final))])),
        ] + extras + [("timing", .object([("cpu_seconds", .number(seconds))]))]
      ).text
    }
    let heading = ["domain", "split", "origin", "spurious", "ade", "fde", "n"]
    let best = rows.contains { $0.best != nil } ? ["best", "best per scene"] : []
    return Output.table(
      [heading + best] + rows.map(\.cells)
        + [["mean", "", "", "", metres(average), metres(final)]])
  }
}
