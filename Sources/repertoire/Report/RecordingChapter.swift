import Arena
import Catalog
import Foundation
import Math

/// What a recording tells: results, where the ball came down, what a controller preferred, and how
/// it looked.
struct RecordingChapter {
  let path: String
  let frames: Int
  let catalog: Catalog

  /// Episodes that are replayed for the map of landings.
  private static let mostReplayed = 20

  func add(to page: inout ReportPage) throws {
    let recording = try RecordingFile.read(path)
    page.heading("Recording: \(path)")
    let header = recording.header
    page.text(
      "\(recording.episodes.count) episodes of \(header.scenario), "
        + header.seats.map { "\($0.name): \($0.policy)" }.joined(separator: ", "))
    if let damage = recording.damage { page.text("The file is damaged: \(damage)") }
    addResults(recording, to: &page)
    try addLandings(recording, to: &page)
    PreferenceCurves(recording).add(to: &page)
    try addFrames(recording, to: &page)
  }

  /// The sum and the mean of every outcome.
  private func addResults(_ recording: Recording, to page: inout ReportPage) {
    let ends = recording.episodes.compactMap(\.end)
    guard !ends.isEmpty else { return }
    let rows = recording.header.outcome.enumerated().map { index, name in
      let sum = ends.reduce(0) { $0 + Double($1.outcome[index]) }
      return [name, Output.rounded(sum), Output.rounded(sum / Double(ends.count))]
    }
    page.table([["outcome", "sum", "mean"]] + rows)
  }

  /// Every bounce on the table, seen from above.
  private func addLandings(_ recording: Recording, to page: inout ReportPage) throws {
    var places: [Vector3] = []
    let world = try catalog.world(of: recording, file: path)
    func collect<World: Environment>(_ world: World) throws {
      var scene = Scene()
      for episode in recording.episodes.prefix(Self.mostReplayed) {
        let one = Recording(header: recording.header, episodes: [episode])
        let mismatch = replay(one, in: world) { world, _ in
          scene.removeAll()
          world.draw(into: &scene)
          places += scene.marks.filter { $0.text == "bounce" }.compactMap(\.place)
        }
        if let mismatch { page.text("Not all of it can be replayed: \(mismatch)") }
        try Interruption.check()
      }
    }
    try collect(world)
    guard !places.isEmpty else { return }
    page.subheading("Where the ball bounced: \(places.count) times")
    page.chart(LandingMap.plot(places))
  }

  private func addFrames(_ recording: Recording, to page: inout ReportPage) throws {
    guard frames > 0, !recording.episodes.isEmpty else { return }
    guard let viewer = ViewerProgram.path else {
      return page.text("No frames: \(ViewerProgram.absence).")
    }
    page.subheading("Frames of the longest rally")
    let sheet = try ContactSheet(viewer: viewer, recording: path, count: frames)
    if sheet.pictures.isEmpty { page.text("No frames: \(sheet.reason)") }
    page.frames(sheet.pictures)
  }
}

/// A table from above, home at the bottom, with a dot for every bounce.
enum LandingMap {
  private static let scale = 150.0
  /// Half the width and half the length of a table, and the room around it, metres.
  private static let (halfWidth, halfLength, room) = (0.7625, 1.37, 0.15)

  static func plot(_ places: [Vector3]) -> SVGPlot {
    let width = 2 * scale * (halfWidth + room)
    let height = 2 * scale * (halfLength + room)
    var plot = SVGPlot(width: width, height: height)
    func x(_ metres: Double) -> Double { 0.5 * width + scale * metres }
    func y(_ metres: Double) -> Double { 0.5 * height - scale * metres }
    plot.box(
      x(-halfWidth), y(halfLength), 2 * scale * halfWidth, 2 * scale * halfLength,
      fill: "#dbe7f4", stroke: "#456")
    plot.line([(x(-halfWidth), y(0)), (x(halfWidth), y(0))], colour: "#456", width: 2)
    plot.line([(x(0), y(-halfLength)), (x(0), y(halfLength))], colour: "#fff", width: 1)
    for place in places {
      plot.dot(x(place.x), y(place.y), radius: 2, colour: SVGPlot.colour(place.y > 0 ? 0 : 1))
    }
    return plot
  }
}
