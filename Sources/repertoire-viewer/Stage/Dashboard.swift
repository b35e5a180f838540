#if Viewer

import Arena
import Foundation
import Math
import Rendering

/// Score, calls, panels and readings, drawn over a picture.
struct Dashboard {
  var sheet: Sheet
  private let unit: Double
  /// Where the next panel of the right column begins.
  private var rightColumn: Double
  private let small: Int
  private let medium: Int

  init(_ sheet: Sheet) {
    self.sheet = sheet
    unit = sheet.unit
    rightColumn = 16 * sheet.unit
    small = sheet.letters(13)
    medium = sheet.letters(16)
  }

  private func lineHeight(_ size: Int) -> Double {
    Double(sheet.typeface.lineHeight(size: size))
  }

  private func width(_ text: String, _ size: Int) -> Double {
    Double(sheet.typeface.width(of: text, size: size))
  }

  /// Everything that a scene and its tape have to say.
  mutating func draw(_ scene: Scene, _ tape: any Tape, step: Int) {
    if let score = scene.panels.first(where: { $0.title == Scene.Panel.score }) {
      drawScore(score, players: tape.players)
    }
    let panels = scene.panels.filter { $0.title != Scene.Panel.score }
    let inner = panels.map { innerWidth(of: $0) }.max() ?? 0
    for panel in panels { drawPanel(panel, inner: inner) }
    drawCaptions(scene)
    if let motion = scene.motions.first { drawReadings(motion, tape) }
  }

  /// Lines between four views, and what each is.
  mutating func drawQuarters(_ kinds: [CameraKind]) {
    let (x, y) = (0.5 * sheet.width, 0.5 * sheet.height)
    let gap = 2 * unit
    sheet.fill(Sheet.Frame(x - 0.5 * gap, 0, gap, sheet.height), Scene.Colour(8, 10, 14))
    sheet.fill(Sheet.Frame(0, y - 0.5 * gap, sheet.width, gap), Scene.Colour(8, 10, 14))
    for (index, kind) in kinds.enumerated() {
      sheet.text(
        kind.rawValue, index % 2 == 0 ? x - 12 * unit : x + 12 * unit,
        index < 2 ? y - lineHeight(small) - 6 * unit : y + 8 * unit, size: small, Theme.text,
        index % 2 == 0 ? .right : .left)
    }
  }

  private mutating func drawScore(_ panel: Scene.Panel, players: [String]) {
    let row = lineHeight(medium) + 8 * unit
    let names = panel.rows.map { row in
      sheet.fitted(
        players.first { $0.hasPrefix(row.label + ":") } ?? row.label, size: medium,
        width: 250 * unit)
    }
    let nameWidth = names.map { width($0, medium) }.max() ?? 0
    let cell = 40 * unit
    let frame = Sheet.Frame(
      16 * unit, 16 * unit, nameWidth + 2 * cell + 46 * unit,
      row * Double(panel.rows.count) + 10 * unit)
    sheet.fill(frame, corner: 8 * unit, Theme.panel)
    for (index, line) in panel.rows.enumerated() {
      let y = frame.y + 5 * unit + row * Double(index)
      let text = y + 4 * unit
      if line.isChosen {
        sheet.disc((frame.x + 14 * unit, y + 0.5 * row), radius: 4 * unit, Theme.accent)
      }
      sheet.text(names[index], frame.x + 26 * unit, text, size: medium, Theme.text)
      let numbers = line.value.split(separator: " ")
      let end = frame.x + frame.width - 8 * unit
      if numbers.count == 2 {
        sheet.fill(
          Sheet.Frame(end - cell, y + 2 * unit, cell, row - 4 * unit), corner: 4 * unit,
          Scene.Colour(255, 178, 44, alpha: line.isChosen ? 255 : 215))
        sheet.text(
          String(numbers[1]), end - 0.5 * cell, text, size: medium, Scene.Colour(20, 20, 24),
          .middle)
        sheet.text(
          String(numbers[0]), end - 1.45 * cell, text, size: medium, Theme.faint, .middle)
      }
    }
  }

  /// How wide a panel has to be without its margins.
  private func innerWidth(of panel: Scene.Panel) -> Double {
    let labels = panel.rows.map { width($0.label, small) }.max() ?? 0
    let values = panel.rows.map { width($0.value, small) }.max() ?? 0
    return min(
      max(labels + values + 24 * unit, width(panel.title, medium), 190 * unit), 0.36 * sheet.width)
  }

  /// A panel in the right column.
  private mutating func drawPanel(_ panel: Scene.Panel, inner: Double) {
    let row = lineHeight(small) + 5 * unit
    let gap = 12 * unit
    let values = panel.rows.map { width($0.value, small) }.max() ?? 0
    let frame = Sheet.Frame(
      sheet.width - inner - 2 * gap - 16 * unit, rightColumn, inner + 2 * gap,
      lineHeight(medium) + row * Double(panel.rows.count) + 22 * unit)
    sheet.fill(frame, corner: 8 * unit, Theme.panel)
    sheet.text(panel.title, frame.x + gap, frame.y + 8 * unit, size: medium, Theme.accent)
    var y = frame.y + 8 * unit + lineHeight(medium) + 5 * unit
    for line in panel.rows {
      if line.isChosen {
        sheet.fill(
          Sheet.Frame(frame.x + 5 * unit, y - 2 * unit, frame.width - 10 * unit, row),
          corner: 4 * unit, Scene.Colour(255, 178, 44, alpha: 46))
      }
      if let share = line.share {
        sheet.fill(
          Sheet.Frame(
            frame.x + gap, y + row - 4.5 * unit, inner * min(max(share, 0), 1), 2.5 * unit),
          Theme.bar)
      }
      let label = sheet.fitted(line.label, size: small, width: inner - min(values, 0.6 * inner))
      sheet.text(label, frame.x + gap, y, size: small, Theme.faint)
      let value = sheet.fitted(
        line.value, size: small, width: inner - width(label, small) - 8 * unit)
      sheet.text(
        value, frame.x + gap + inner, y, size: small, line.isChosen ? Theme.accent : Theme.text,
        .right)
      y += row
    }
    rightColumn += frame.height + 10 * unit
  }

  /// The last call in the middle above, and what else there is to say.
  private mutating func drawCaptions(_ scene: Scene) {
    let hasScore = scene.panels.contains { $0.title == Scene.Panel.score }
    let lines = hasScore ? Array(scene.captions.dropFirst()) : scene.captions
    guard let text = lines.last, !text.isEmpty else { return }
    let limit = hasScore ? 0.42 * sheet.width : 0.6 * sheet.width
    var wrapped = sheet.wrapped(text, size: medium, width: limit)
    // Lines of about the same length read better than a full one and a word.
    let even = 1.12 * width(text, medium) / Double(wrapped.count)
    let balanced = sheet.wrapped(text, size: medium, width: min(limit, even))
    if balanced.count == wrapped.count { wrapped = balanced }
    let widest = wrapped.map { width($0, medium) }.max() ?? 0
    let row = lineHeight(medium) + 2 * unit
    let frame = Sheet.Frame(
      0.5 * (sheet.width - widest) - 14 * unit, 16 * unit, widest + 28 * unit,
      row * Double(wrapped.count) + 14 * unit)
    sheet.fill(frame, corner: 8 * unit, Theme.panel)
    for (index, line) in wrapped.enumerated() {
      sheet.text(
        line, 0.5 * sheet.width, frame.y + 7 * unit + row * Double(index), size: medium, Theme.text,
        .middle)
    }
  }

  /// Speed with its scale, and spin.
  private mutating func drawReadings(_ motion: Scene.Motion, _ tape: any Tape) {
    let fastest = Trail.fastest(tape)
    let speed = motion.velocity.length
    var text = String(format: "%@ %.1f m/s", motion.name, speed)
    if Trail.isBall(tape) {
      text += String(format: "   spin %.0f turns/s", motion.spin.length / (2 * .pi))
    }
    let (bar, row) = (150 * unit, lineHeight(small))
    let frame = Sheet.Frame(
      16 * unit, sheet.height - row - 72 * unit, max(width(text, small), bar) + 24 * unit,
      row + 32 * unit)
    sheet.fill(frame, corner: 8 * unit, Theme.panel)
    sheet.text(text, frame.x + 12 * unit, frame.y + 7 * unit, size: small, Theme.text)
    let y = frame.y + 17 * unit + row
    let parts = 30
    for part in 0..<parts {
      let share = Double(part) / Double(parts)
      sheet.fill(
        Sheet.Frame(frame.x + 12 * unit + bar * share, y, bar / Double(parts) + 0.6, 5 * unit),
        Theme.speed(share))
    }
    let place = frame.x + 12 * unit + bar * min(1, speed / fastest)
    sheet.triangle(
      (place, y - 1 * unit), (place + 5 * unit, y - 7 * unit), (place - 5 * unit, y - 7 * unit),
      Theme.text)
  }

  /// A line at the lower edge: what is watched, and the time.
  mutating func drawFooter(_ tape: any Tape, seconds: Double, note: String = "") {
    let text = String(format: "%@   %.2f s", tape.title, seconds) + note
    let y = sheet.height - lineHeight(small) - 10 * unit
    sheet.text(text, sheet.width - 16 * unit + 1, y + 1, size: small, Theme.shade, .right)
    sheet.text(text, sheet.width - 16 * unit, y, size: small, Theme.text, .right)
  }

  /// The same in a window, above the timeline.
  mutating func drawStatus(_ text: String, title: String) {
    let size = small
    let height = lineHeight(size)
    let y = sheet.height - 40 * unit - height
    let all = "\(title)   \(text)   H help"
    let frame = Sheet.Frame(
      sheet.width - width(all, size) - 32 * unit, y - 3 * unit, width(all, size) + 20 * unit,
      height + 6 * unit)
    sheet.fill(frame, corner: 6 * unit, Theme.panel)
    sheet.text(all, frame.x + 10 * unit, y, size: size, Theme.text)
  }

  /// One line that is to be noticed.
  mutating func drawMessage(_ text: String, isFault: Bool) {
    let line = sheet.fitted(text, size: medium, width: 0.9 * sheet.width)
    let wide = width(line, medium) + 28 * unit
    let height = lineHeight(medium) + 12 * unit
    let frame = Sheet.Frame(
      0.5 * (sheet.width - wide), sheet.height - 80 * unit - height, wide, height)
    sheet.fill(frame, corner: 8 * unit, Theme.panel)
    sheet.text(
      line, 0.5 * sheet.width, frame.y + 6 * unit, size: medium,
      isFault ? Theme.fault : Theme.text, .middle)
  }
}

#endif
