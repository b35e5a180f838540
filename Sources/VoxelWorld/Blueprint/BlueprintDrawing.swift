import Arena

/// A blueprint as people draw it in a file: layers from the ground up, in each the rows from north
/// to south, in each row one letter per block from west to east.
public struct BlueprintDrawing: Configuration, Hashable {
  public var name = "hut"
  /// The block state of each letter. A blank is a cell to be empty, `?` one to stay as it is.
  public var legend = [
    "#": "oak_planks", "G": "glass", "D": "oak_door[facing=north,half=lower]",
    "U": "oak_door[facing=north,half=upper]", "L": "oak_log", "T": "wall_torch[facing=north]",
  ]
  public var layers = [
    ["L###L", "#   #", "#   #", "#   #", "L#D#L"],
    ["L#G#L", "#   #", "G   G", "#  T#", "L#U#L"],
    ["L###L", "#   #", "#   #", "#   #", "L###L"],
    ["#####", "#####", "#####", "#####", "#####"],
  ]

  public init() {}

  /// The blueprint, its fences and stairs joined to their neighbours. Throws `SetupError` for layers of unequal size and letters without a legend.
  public func blueprint(at path: String) throws(SetupError) -> Blueprint {
    let depth = layers.first?.count ?? 0
    let width = layers.first?.first?.count ?? 0
    let size = WorldSize(width, layers.count, depth)
    guard size.isSensible, size.blockCount <= Blueprint.mostBlocks else {
      throw SetupError(path + ".layers", "the drawing is empty or too large")
    }
    var blueprint = Blueprint(name, size: size)
    for (y, layer) in layers.enumerated() {
      guard layer.count == depth else {
        throw SetupError(
          path + ".layers", "layer \(y + 1) has \(layer.count) rows; expected \(depth)")
      }
      for (z, row) in layer.enumerated() {
        guard row.count == width else {
          throw SetupError(
            path + ".layers",
            "row \(z + 1) of layer \(y + 1) has \(row.count) letters; expected \(width)")
        }
        for (x, letter) in row.enumerated() where letter != "?" {
          blueprint[Cell(x, y, z)] = try state(of: letter, at: path)
        }
      }
    }
    blueprint.joinNeighbours()
    return blueprint
  }

  private func state(of letter: Character, at path: String) throws(SetupError) -> BlockState {
    if letter == " " { return .air }
    guard let text = legend[String(letter)] else {
      throw SetupError(
        path + ".legend", "the letter `\(letter)` is missing; expected a block state for it")
    }
    do {
      return try BlockState(parsing: text)
    } catch {
      throw SetupError(path + ".legend", "`\(letter)`: \(error.description)")
    }
  }
}
