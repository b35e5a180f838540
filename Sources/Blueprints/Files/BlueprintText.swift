import VoxelWorld

/// Blueprints as text in JSON: a palette, and for each cell, in the order y, z, x, its place in the
/// palette; -1 for what stays as it is.
enum BlueprintText {
  static let format = "repertoire-blueprint"
  static let version = 1

  /// - Parameter origin: where cell (0, 0, 0) lies in the coordinates of the plan, whose layer 0 is
  ///   the first above the ground.
  static func file(of blueprint: Blueprint, origin: Cell) -> [UInt8] {
    var palette: [BlockState] = []
    let cells = cells(of: blueprint, &palette)
    let states = palette.map { quoted($0.description) }.joined(separator: ", ")
    let parts = blueprint.parts.map { part in
      "{\"name\": \(quoted(part.name)), \"lower\": \(list(part.lower)), "
        + "\"upper\": \(list(part.upper))}"
    }
    let size = Cell(blueprint.size.x, blueprint.size.y, blueprint.size.z)
    var text = "{\"format\": \"\(format)\", \"version\": \(version), "
    text += "\"name\": \(quoted(blueprint.name)), \"size\": \(list(size)), "
    text += "\"ground\": \(-origin.y), \"origin\": \(list(origin)), "
    text += "\"palette\": [\(states)], \"parts\": [\(parts.joined(separator: ", "))], "
    text += "\"cells\": ["
    return Array(text.utf8) + cells + Array("]}\n".utf8)
  }

  private static func cells(
    of blueprint: Blueprint, _ palette: inout [BlockState]
  ) -> [UInt8] {
    var places = [Int](repeating: -1, count: BlockTable.standard.states.count)
    var text: [UInt8] = []
    for y in 0..<blueprint.size.y {
      for z in 0..<blueprint.size.z {
        for x in 0..<blueprint.size.x {
          if !text.isEmpty { text += [44, 32] }
          guard let state = blueprint[Cell(x, y, z)] else {
            text += [45, 49]
            continue
          }
          if places[Int(state.id)] < 0 {
            places[Int(state.id)] = palette.count
            palette.append(state)
          }
          text += "\(places[Int(state.id)])".utf8
        }
      }
    }
    return text
  }

  private static func list(_ cell: Cell) -> String { "[\(cell.x), \(cell.y), \(cell.z)]" }

  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case _ where scalar.value < 32:
        quoted += "\\u" + String(String(0x10000 + scalar.value, radix: 16).dropFirst())
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}

extension BlueprintText {
  private static let mostParts = 4096

  /// The blueprint in a file that `file(of:origin:)` has written, or somebody by hand.
  static func contents(of file: [UInt8]) throws(BlueprintFileError) -> ImportedBlueprint {
    guard file.count <= Gzip.mostBytes else {
      throw BlueprintFileError("the file holds more than \(Gzip.mostBytes >> 20) MiB")
    }
    var draft = Draft()
    var json = JSONCursor(file)
    try json.object { key, json throws(BlueprintFileError) in try draft.take(key, &json) }
    try json.end()
    return try draft.blueprint()
  }

  /// What has been read of a blueprint.
  private struct Draft {
    private var format = ""
    private var version = 0
    private var name = "blueprint"
    private var size: Cell?
    private var ground = 0
    private var palette = StoredPalette()
    private var parts: [Blueprint.Part] = []
    /// One more than the place in the palette; 0 for what stays as it is.
    private var cells: [UInt16] = []

    mutating func take(_ key: String, _ json: inout JSONCursor) throws(BlueprintFileError) {
      switch key {
      case "format": format = try json.text()
      case "version": version = try json.whole()
      case "name": name = try json.text()
      case "ground": ground = try json.whole()
      case "size": size = try Draft.cell(&json)
      case "palette":
        try json.list { json throws(BlueprintFileError) in try palette.add(try json.text()) }
      case "parts":
        try json.list { json throws(BlueprintFileError) in parts.append(try part(&json)) }
      case "cells":
        try json.list { json throws(BlueprintFileError) in
          let place = try json.whole()
          guard (-1..<StoredPalette.mostEntries).contains(place),
            cells.count < Blueprint.mostBlocks
          else { throw json.problem("a place in the palette, or -1") }
          cells.append(UInt16(place + 1))
        }
      default: try json.skip()
      }
    }

    private func part(_ json: inout JSONCursor) throws(BlueprintFileError) -> Blueprint.Part {
      guard parts.count < BlueprintText.mostParts else {
        throw json.problem("at most \(BlueprintText.mostParts) parts")
      }
      var part = Blueprint.Part("", Cell(0, 0, 0), Cell(0, 0, 0))
      try json.object { key, json throws(BlueprintFileError) in
        switch key {
        case "name": part.name = try json.text()
        case "lower": part.lower = try Draft.cell(&json)
        case "upper": part.upper = try Draft.cell(&json)
        default: try json.skip()
        }
      }
      return part
    }

    private static func cell(_ json: inout JSONCursor) throws(BlueprintFileError) -> Cell {
      var numbers: [Int] = []
      try json.list { json throws(BlueprintFileError) in
        guard numbers.count < 3 else { throw json.problem("three numbers") }
        numbers.append(try json.whole())
      }
      guard numbers.count == 3 else { throw json.problem("three numbers") }
      return Cell(numbers[0], numbers[1], numbers[2])
    }

    func blueprint() throws(BlueprintFileError) -> ImportedBlueprint {
      guard format == BlueprintText.format, version == BlueprintText.version else {
        throw BlueprintFileError(
          "expected `format` to be \(BlueprintText.format) and `version` \(BlueprintText.version)")
      }
      guard let size else { throw BlueprintFileError("the file has no `size`") }
      let extent = try ImportedBlueprint.checked(size.x, size.y, size.z)
      guard cells.count == extent.blockCount else {
        throw BlueprintFileError("\(extent.blockCount) cells expected, not \(cells.count)")
      }
      if let place = cells.max(), place > palette.states.count {
        throw BlueprintFileError("the palette has no state \(place - 1)")
      }
      for part in parts {
        guard extent.contains(part.lower), extent.contains(part.upper) else {
          throw BlueprintFileError(
            "the part `\(BlueprintFileError.shown(part.name))` reaches outside the blueprint")
        }
      }
      var blueprint = Blueprint(
        name, size: extent, palette: [nil] + palette.states, places: cells)
      blueprint.parts = parts
      return ImportedBlueprint(
        blueprint: blueprint, ground: min(max(ground, 0), extent.y), notes: palette.summary)
    }
  }
}
