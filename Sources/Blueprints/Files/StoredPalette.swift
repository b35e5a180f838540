import VoxelWorld

/// The states that a file names, and what could not be made of them.
struct StoredPalette {
  /// Places in a palette are two bytes; the last stands for what a file leaves out.
  static let mostEntries = Int(UInt16.max)
  private static let mostNotes = 32

  /// A state for each place; nil for what stays as it is.
  private(set) var states: [BlockState?] = []
  private(set) var notes: [String] = []
  private var unnoted = 0

  /// Adds the state that a text names, in whatever version of the game.
  ///
  /// Blocks that are not in the block table stay as they are, and properties that a block does not
  /// have are left out; either is noted.
  mutating func add(_ text: String) throws(BlueprintFileError) {
    guard states.count < Self.mostEntries else {
      throw BlueprintFileError("the palette has more than \(Self.mostEntries) states")
    }
    states.append(state(of: text))
  }

  /// All notes; the last says how many are not shown.
  var summary: [String] { unnoted == 0 ? notes : notes + ["and \(unnoted) more such states"] }

  private mutating func state(of text: String) -> BlockState? {
    let name = text.prefix { $0 != "[" }
    switch name.hasPrefix("minecraft:") ? name.dropFirst(10) : name {
    case "structure_void": return nil
    case "cave_air", "void_air": return .air
    // The name that version 1.20.3 gave to `grass`.
    case "short_grass": return "grass"
    default: break
    }
    do {
      return try BlockState(parsing: text)
    } catch {
      let usual = BlockTable.standard.block(named: String(name.prefix(256)))?.usual
      let remedy = usual.map { "taken as `\($0)`" } ?? "its cells stay as they are"
      note(BlueprintFileError.shown(error.description) + "; " + remedy)
      return usual
    }
  }

  private mutating func note(_ text: String) {
    if notes.count < Self.mostNotes { notes.append(text) } else { unnoted += 1 }
  }
}
