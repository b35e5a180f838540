#if Viewer

import Arena
import Foundation
import Rendering

/// The bar at the lower edge of the window: where the show is, what happened when.
struct Timeline {
  /// Where it can be grabbed.
  let frame: Sheet.Frame

  init(width: Double, height: Double, unit: Double) {
    frame = Sheet.Frame(16 * unit, height - 30 * unit, width - 32 * unit, 22 * unit)
  }

  /// The step at a place of the bar.
  func step(at x: Double, of tape: any Tape) -> Double {
    let share = min(max((x - frame.x) / frame.width, 0), 1)
    return share * Double(Self.length(of: tape))
  }

  /// How many steps the whole bar stands for: what is to come, or what was played so far.
  private static func length(of tape: any Tape) -> Int {
    max(1, tape.expectedSteps ?? tape.lastStep)
  }

  func draw(_ tape: any Tape, _ transport: Transport, on sheet: inout Sheet) {
    let unit = sheet.unit
    let length = Double(Self.length(of: tape))
    func x(_ step: Double) -> Double { frame.x + frame.width * min(1, step / length) }
    let middle = frame.y + 0.5 * frame.height
    sheet.fill(
      Sheet.Frame(
        frame.x - 8 * unit, frame.y - 2 * unit, frame.width + 16 * unit, frame.height + 4 * unit),
      corner: 8 * unit, Theme.panel)
    let bar = Sheet.Frame(frame.x, middle - 2 * unit, frame.width, 4 * unit)
    sheet.fill(bar, corner: 2 * unit, Theme.panelLine)
    let known = Sheet.Frame(bar.x, bar.y, x(Double(tape.lastStep)) - bar.x, bar.height)
    sheet.fill(known, corner: 2 * unit, Theme.faint)
    drawMarks(tape, x, middle, &sheet)
    let here = x(transport.position)
    sheet.fill(
      Sheet.Frame(bar.x, bar.y, here - bar.x, bar.height), corner: 2 * unit, Theme.accent)
    sheet.disc((here, middle), radius: 7 * unit, Theme.accent)
  }

  /// Contacts as short lines, one per pixel at most, and points as diamonds.
  private func drawMarks(
    _ tape: any Tape, _ x: (Double) -> Double, _ middle: Double, _ sheet: inout Sheet
  ) {
    let unit = sheet.unit
    var last = -Double.infinity
    for mark in tape.marks where mark.mark.kind == .contact {
      let place = x(Double(mark.step))
      guard place - last >= 2 else { continue }
      last = place
      sheet.line(
        (place, middle - 6 * unit), (place, middle + 6 * unit), width: max(1, unit),
        Scene.Colour(220, 226, 236, alpha: 120))
    }
    for mark in tape.marks where mark.mark.kind == .decision {
      let (place, r) = (x(Double(mark.step)), 6 * unit)
      let colour = Scene.Colour(120, 214, 150)
      sheet.triangle((place, middle - r), (place + r, middle), (place - r, middle), colour)
      sheet.triangle((place, middle + r), (place - r, middle), (place + r, middle), colour)
    }
  }

  /// Time, speed and state, above the bar.
  static func status(_ tape: any Tape, _ transport: Transport) -> String {
    let seconds = transport.position * tape.stepDuration
    let state = transport.isPaused ? "paused" : transport.speedText
    let step = Int(transport.position.rounded(.down))
    return String(format: "%.2f s   step %d   %@", seconds, step, state)
      + (transport.isPaused ? " (\(transport.speedText))" : "")
  }
}

#endif
