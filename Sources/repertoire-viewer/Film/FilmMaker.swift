#if Viewer

import Arena
import Catalog
import Console
import Foundation
import Rendering

/// Makes the files that the options ask for.
struct FilmMaker {
  let options: FilmOptions
  let shared: SharedOptions
  let stage: Stage
  let font: String

  /// Steps that are looked at to find the longest rally: half an hour of table tennis.
  private static let searched = 100_000
  private static let longestFilm = 20.0

  func run(_ reel: Reel, episode: Int) throws {
    let start = Date()
    let context = try OffscreenContext()
    let painter = try Painter(font: font)
    let tape = reel.tape(episode)
    let file = options.picture ?? options.video ?? options.gif ?? options.frames ?? ""
    let film = try film(of: tape)
    if options.measure != nil {
      try measure(film, painter)
      return withExtendedLifetime(context) {}
    }
    if let path = options.picture {
      try picture(film, painter, path)
    } else if let folder = options.frames {
      try frames(film, painter, folder)
    } else {
      try video(film, painter)
    }
    withExtendedLifetime(context) {}
    if let fault = tape.fault { Notes.logger.warning("\(fault)") }
    report(film, file, seconds: Date().timeIntervalSince(start))
  }

  private func report(_ film: Film, _ file: String, seconds: Double) {
    let simulated = Double(film.count) * film.stride * film.tape.stepDuration
    guard shared.json else {
      return Output.result("\(film.tape.title): \(film.count) frames in \(file)")
    }
    Output.result(
      .object([
        ("frames", .whole(film.count)), ("seconds", .number(simulated)), ("file", .text(file)),
        ("device", .text(Renderer.device)), ("timing", .object([("seconds", .number(seconds))])),
      ]))
  }

  /// Which stretch to film.
  private func film(of tape: any Tape) throws -> Film {
    var range = 0..<0
    if options.from == nil {
      while tape.lastStep < Self.searched, !tape.isComplete {
        tape.extend(by: 500)
        try Interruption.check()
      }
      range = tape.longestFlight
    }
    let first = options.from.map { $0 / tape.stepDuration } ?? Double(range.lowerBound)
    tape.reach(Int(first) + 1)
    guard Int(first) <= tape.lastStep else {
      throw WorkFailed(
        description: "--from is \(Output.rounded(first * tape.stepDuration)) s;"
          + " the episode ends after \(Output.rounded(tape.duration)) s")
    }
    if options.picture != nil {
      let step = options.from == nil ? moment(in: range, of: tape) : first
      return Film(
        tape: tape, stage: stage, size: options.size, start: step, stride: 1, count: 1,
        turn: 0)
    }
    var seconds = options.seconds ?? Self.longestFilm
    if options.seconds == nil, range.count > 1 {
      seconds = min(seconds, Double(range.count) * tape.stepDuration)
    }
    tape.reach(Int(first + seconds / tape.stepDuration) + 1)
    // What never moves can be looked at for as long as one likes.
    if tape.lastStep > 0 {
      seconds = min(seconds, (Double(tape.lastStep) - first) * tape.stepDuration)
    }
    let stride = options.speed / (Double(options.rate) * tape.stepDuration)
    let count =
      options.measure ?? max(1, Int((seconds / tape.stepDuration / stride).rounded()))
    return Film(
      tape: tape, stage: stage, size: options.size, start: first, stride: stride, count: count,
      turn: options.turn / Double(options.rate))
  }

  /// The step of a rally that makes the best picture: shortly after a stroke in its second half.
  private func moment(in range: Range<Int>, of tape: any Tape) -> Double {
    guard !range.isEmpty else { return Double(tape.lastStep / 2) }
    let middle = range.lowerBound + range.count * 3 / 5
    let stroke = tape.marks.first { $0.step >= middle && $0.mark.text == "stroke" }?.step ?? middle
    return Double(min(stroke + 8, max(range.upperBound - 1, range.lowerBound)))
  }

  private func progress(_ title: String, _ film: Film) -> Progress {
    Progress(title, total: Double(film.count), isSilent: shared.quiet)
  }

  /// Draws and fetches frames and throws them away.
  private func measure(_ film: Film, _ painter: Painter) throws {
    var clock = FilmClock()
    // The first frame compiles shaders and sends the world to the card.
    try film.shoot(with: painter, progress: progress("measuring", film), clock: &clock) { _, _ in }
    let figures = clock.figures
    guard shared.json else {
      return Output.result(
        figures.map { "\($0.0): \(Output.rounded($0.1))" }.joined(separator: "\n"))
    }
    Output.result(
      .object([
        ("frames", .whole(film.count)), ("size", .text(options.size.defaultValueDescription)),
        ("device", .text(Renderer.device)),
        ("timing", .object(figures.map { ($0.0, .number($0.1)) })),
      ]))
  }

  private func picture(_ film: Film, _ painter: Painter, _ path: String) throws {
    try film.shoot(with: painter, progress: progress("drawing", film)) { _, image in
      try WholeFile.write(PNG.bytes(of: image, effort: 9), to: path)
    }
  }

  private func frames(_ film: Film, _ painter: Painter, _ folder: String) throws {
    try film.shoot(with: painter, progress: progress("drawing", film)) { index, image in
      let name = String(format: "%@/%06d.png", folder, index)
      try WholeFile.write(PNG.bytes(of: image, effort: 3), to: name)
    }
  }

  private func video(_ film: Film, _ painter: Painter) throws {
    guard let path = options.video ?? options.gif else { return }
    let encoder = try Encoder(
      path, size: options.size, rate: options.rate, isGIF: options.gif != nil)
    do {
      try film.shoot(with: painter, progress: progress("filming", film)) { _, image in
        try encoder.add(image)
      }
      try encoder.finish()
    } catch {
      encoder.discard()
      throw error
    }
  }
}

#endif
