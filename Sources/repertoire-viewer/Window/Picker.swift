#if Viewer

import Catalog
import Console
import Foundation
import Rendering

/// A list of scenarios, recordings and blueprints to choose from, with a search.
struct Picker {
  private let all: [Choice]
  private(set) var search = ""
  private(set) var selected = 0

  /// One line of the list.
  struct Choice {
    /// What to open.
    let source: String
    let note: String
  }

  init(_ catalog: Catalog) {
    let scenarios = catalog.scenarioNames.map { name in
      Choice(source: name, note: (try? catalog.scenario(name))?.summary ?? "")
    }
    all = scenarios + Self.files()
  }

  /// Folders below the working directory in which files are looked for, and how many are listed.
  private static let folders = [".", "demo", "runs"]
  private static let mostFiles = 200

  private static func files() -> [Choice] {
    folders.flatMap { folder in
      let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
      return names.sorted().map { folder == "." ? $0 : "\(folder)/\($0)" }
    }
    .lazy.compactMap { path in
      if RecordingFile.isRecording(path) { return Choice(source: path, note: "recording") }
      return BlueprintFile.isOffered(path) ? Choice(source: path, note: "blueprint") : nil
    }
    .prefix(mostFiles).map { $0 }
  }

  /// The choices in which every word of the search occurs.
  var choices: [Choice] {
    let words = search.lowercased().split(separator: " ")
    return all.filter { choice in
      let text = "\(choice.source) \(choice.note)".lowercased()
      return words.allSatisfy { text.contains($0) }
    }
  }

  /// What Enter opens; nil where nothing is found.
  var choice: Choice? {
    let choices = choices
    return choices.isEmpty ? nil : choices[min(selected, choices.count - 1)]
  }

  mutating func type(_ text: String) {
    guard search.count < 60 else { return }
    search += text
    selected = 0
  }

  mutating func erase() {
    if !search.isEmpty { search.removeLast() }
    selected = 0
  }

  mutating func move(by rows: Int) {
    selected = min(max(0, selected + rows), max(0, choices.count - 1))
  }

  private static let rowsShown = 16

  func draw(note: String, on sheet: inout Sheet) {
    let unit = sheet.unit
    let size = sheet.letters(15)
    let row = Double(sheet.typeface.lineHeight(size: size)) + 8 * unit
    let width = 900 * unit
    let height = row * Double(Self.rowsShown) + 110 * unit
    let frame = Sheet.Frame(
      0.5 * (sheet.width - width), 0.5 * (sheet.height - height), width, height)
    sheet.fill(Sheet.Frame(0, 0, sheet.width, sheet.height), Theme.shade)
    sheet.fill(frame, corner: 12 * unit, Theme.panel)
    let left = frame.x + 24 * unit
    sheet.text(
      search.isEmpty ? "Type to search" : search + "|", left, frame.y + 18 * unit,
      size: sheet.letters(20), search.isEmpty ? Theme.faint : Theme.text)
    let choices = choices
    let first = max(0, min(selected - Self.rowsShown / 2, choices.count - Self.rowsShown))
    for (index, choice) in choices.dropFirst(first).prefix(Self.rowsShown).enumerated() {
      let y = frame.y + 60 * unit + row * Double(index)
      let isSelected = first + index == min(selected, choices.count - 1)
      if isSelected {
        sheet.fill(
          Sheet.Frame(frame.x + 12 * unit, y - 3 * unit, width - 24 * unit, row),
          corner: 5 * unit, Theme.bar)
      }
      sheet.text(
        sheet.fitted(choice.source, size: size, width: 330 * unit), left, y, size: size, Theme.text)
      sheet.text(
        sheet.fitted(choice.note, size: size, width: width - 400 * unit), left + 350 * unit, y,
        size: size, isSelected ? Theme.text : Theme.faint)
    }
    let foot = note.isEmpty ? "\(choices.count) found   Enter opens   Esc closes" : note
    sheet.text(
      sheet.fitted(foot, size: sheet.letters(13), width: width - 48 * unit), left,
      frame.y + height - 34 * unit, size: sheet.letters(13),
      note.isEmpty ? Theme.faint : Theme.fault)
  }
}

#endif
