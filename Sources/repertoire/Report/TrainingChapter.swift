import Catalog
import Foundation

/// What a training folder tells: how the score and the rest of its table rose with the steps.
struct TrainingChapter {
  let folder: String

  /// No table is longer than this.
  private static let largestTable = 1 << 26
  /// Points per curve: more cannot be told apart.
  private static let mostPoints = 400

  func add(to page: inout ReportPage) throws {
    let names = ["metrics.csv", "curve.csv"].map { folder + "/" + $0 }
    guard let path = names.first(where: Project.isFile) else {
      throw MissingError(
        "`\(folder)` holds neither metrics.csv nor curve.csv; expected a training folder")
    }
    let table = try RoundTable(
      String(decoding: try Project.bytes(of: path, limit: Self.largestTable), as: UTF8.self),
      file: path)
    page.heading("Training: \(folder)")
    guard let steps = table.column("steps") else {
      throw ContentError(
        path, line: 1, "there is no column `steps`", expected: "expected a table of rounds")
    }
    let chosen = ["score", "return", "reward", "entropy", "loss", "kl"]
    let columns = table.names.filter { name in
      name != "steps" && chosen.contains { name.contains($0) }
    }
    for name in columns {
      guard let values = table.column(name) else { continue }
      let points = zip(steps, values).compactMap { step, value in
        step.flatMap { step in value.map { (x: step, y: $0) } }
      }
      draw(name, points, to: &page)
    }
  }

  private func draw(_ name: String, _ all: [(x: Double, y: Double)], to page: inout ReportPage) {
    let points = thinned(all)
    guard points.count > 1, let last = points.last else { return }
    let values = points.map(\.y)
    let (low, high) = (values.min() ?? 0, values.max() ?? 1)
    let steps = points.map(\.x)
    var plot = AxesPlot(
      x: (steps.min() ?? 0)...max(steps.max() ?? 1, (steps.min() ?? 0) + 1),
      y: min(low, 0)...max(high, low + 1e-6), xTitle: "steps, up to \(Output.rounded(last.x))",
      yTitle: name)
    plot.add(points, name: "last \(Output.rounded(last.y))", index: 0)
    page.chart(plot.plot)
  }

  private func thinned(_ points: [(x: Double, y: Double)]) -> [(x: Double, y: Double)] {
    let stride = max(1, points.count / Self.mostPoints)
    return points.indices.filter { $0 % stride == 0 || $0 == points.count - 1 }
      .map { points[$0] }
  }
}
