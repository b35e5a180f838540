#if Viewer

import Arena
import Catalog
import Console
import Foundation
import Rendering

/// A stretch of a tape as pictures, one after the other.
struct Film {
  let tape: any Tape
  let stage: Stage
  let size: PictureSize
  /// The step at which it begins.
  let start: Double
  /// Steps from one picture to the next.
  let stride: Double
  let count: Int
  /// Radians by which the camera turns from one picture to the next.
  let turn: Double

  /// Draws every picture and hands it over.
  func shoot(
    with painter: Painter, progress: Progress, _ take: (Int, Image) throws -> Void
  ) throws {
    var clock = FilmClock()
    try shoot(with: painter, progress: progress, clock: &clock, take)
  }

  /// Draws every picture, hands it over, and notes what the time goes to.
  func shoot(
    with painter: Painter, progress: Progress, clock: inout FilmClock,
    _ take: (Int, Image) throws -> Void
  ) throws {
    var stage = stage
    if turn != 0 { stage.camera = .orbit }
    for index in 0..<count {
      try Interruption.check()
      let step = start + Double(index) * stride
      clock.begin()
      tape.reach(Int(step) + 1)
      clock.end(.playing)
      try painter.paint(tape, at: step, stage, width: size.width, height: size.height) {
        $0.drawFooter(tape, seconds: step * tape.stepDuration)
      }
      painter.finish()
      clock.end(.drawing)
      stage.orbit.turn(by: turn, 0)
      let image = painter.image()
      clock.end(.fetching)
      try take(index, image)
      clock.end(.taking)
      progress.report(Double(index + 1), metric: "\(index + 1) of \(count) frames")
    }
    progress.finish()
  }
}

#endif
