import Arena

/// How a controller's preferences for its skills changed over a recording.
struct PreferenceCurves {
  private let recording: Recording
  /// Skills that are told apart; the rest would not be.
  private static let mostSkills = 8

  init(_ recording: Recording) { self.recording = recording }

  /// The preference of every skill at every decision, the decisions numbered through.
  private var curves: [(skill: String, points: [(x: Double, y: Double)])] {
    var skills: [String] = []
    var points: [[(x: Double, y: Double)]] = []
    var number = 0.0
    for decision in recording.episodes.flatMap(\.decisions) {
      for candidate in decision.candidates.indices {
        guard let value = decision.number("preference", of: candidate), value.isFinite else {
          continue
        }
        let skill = decision.candidates[candidate].skill
        let index = skills.firstIndex(of: skill) ?? skills.count
        if index == skills.count {
          skills.append(skill)
          points.append([])
        }
        points[index].append((number, Double(value)))
      }
      number += 1
    }
    // Those that were considered most often.
    let order = skills.indices.sorted { a, b in
      points[a].count == points[b].count ? a < b : points[a].count > points[b].count
    }
    return order.prefix(Self.mostSkills).map { (skills[$0], points[$0]) }
  }

  func add(to page: inout ReportPage) {
    let curves = curves
    let values = curves.flatMap { $0.points.map(\.y) }
    guard let low = values.min(), let high = values.max(),
      let last = curves.compactMap({ $0.points.last?.x }).max(), last > 0
    else { return }
    page.subheading("Preferences of the controller")
    var plot = AxesPlot(
      x: 0...last, y: low...max(high, low + 1e-6), xTitle: "decisions", yTitle: "preference H")
    for (index, curve) in curves.enumerated() {
      plot.add(curve.points, name: curve.skill, index: index)
    }
    page.chart(plot.plot)
  }
}
