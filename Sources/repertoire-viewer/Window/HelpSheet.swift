#if Viewer

import Arena
import Rendering

/// Every key in two columns.
enum HelpSheet {
  static func draw(playing: [String], on sheet: inout Sheet) {
    let unit = sheet.unit
    let size = sheet.letters(13)
    let row = Double(sheet.typeface.lineHeight(size: size)) + 3 * unit
    sheet.fill(Sheet.Frame(0, 0, sheet.width, sheet.height), Scene.Colour(6, 8, 12, alpha: 150))
    let half = (Binding.all.count + 1) / 2
    let rows = Double(half + playing.count + 3)
    let width = 940 * unit
    let height = rows * row + 40 * unit
    let frame = Sheet.Frame(
      0.5 * (sheet.width - width), 0.5 * (sheet.height - height), width, height)
    sheet.fill(frame, corner: 12 * unit, Scene.Colour(14, 18, 26, alpha: 240))
    sheet.text(
      "Keys", frame.x + 24 * unit, frame.y + 14 * unit, size: sheet.letters(18), Theme.accent)
    let top = frame.y + 14 * unit + 1.8 * row
    for (index, binding) in Binding.all.enumerated() {
      let x = frame.x + 24 * unit + (index < half ? 0 : 0.5 * width)
      let y = top + Double(index % half) * row
      sheet.text(binding.shown, x + 82 * unit, y, size: size, Theme.accent, .right)
      let text = sheet.fitted(binding.text, size: size, width: 0.5 * width - 120 * unit)
      sheet.text(text, x + 96 * unit, y, size: size, Theme.text)
    }
    let notes =
      ["Mouse: drag turns, right drag moves, the wheel zooms; click or drag on the timeline."]
      + playing
    for (index, note) in notes.enumerated() {
      let y = top + (Double(half + index) + 0.4) * row
      sheet.text(
        sheet.fitted(note, size: size, width: width - 48 * unit), frame.x + 24 * unit, y,
        size: size, Theme.faint)
    }
  }
}

#endif
