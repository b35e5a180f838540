import Math
import VoxelWorld

/// A picture of blocks that stands upright, or lies on the ground.
public struct PixelArt: Structure {
  public static let name = "pixel-art"

  /// Rows from the top, a letter for each cell as seen from the side it faces; a blank stays empty.
  public var rows: [String] = []
  public var legend: [Character: BlockState] = [:]
  public var facing = Direction.south
  public var isLying = false
  /// Blocks along the side of one cell of the picture.
  public var scale = 1
  /// A frame around it, one block wide.
  public var border: BlockState?

  public init() {}

  private var columns: Int { rows.map(\.count).max() ?? 0 }
  private var rim: Int { border == nil ? 0 : 1 }
  private var size: (across: Int, up: Int) {
    (columns * scale + 2 * rim, rows.count * scale + 2 * rim)
  }

  public var footprint: (x: Int, z: Int) {
    if isLying { return (size.across, size.up) }
    return facing.x == 0 ? (size.across, 1) : (1, size.across)
  }

  public func write(
    into plan: inout PlanWriter, at corner: Cell, on site: Site, random: inout Random
  ) throws(PlanError) {
    guard columns >= 1, (1...16).contains(scale), max(size.across, size.up) <= 256 else {
      throw .unfit("a picture is 1 to 256 blocks wide and high")
    }
    let frame = Frame(
      corner: corner, width: size.across, depth: isLying ? size.up : 1,
      front: isLying ? .south : facing)
    let letters = rows.flatMap(Array.init).reduce(into: [Character]()) {
      if !$0.contains($1) { $0.append($1) }
    }
    try plan.inside(frame) { plan throws(PlanError) in
      if let border {
        let far =
          isLying
          ? Cell(size.across - 1, 0, size.up - 1) : Cell(size.across - 1, size.up - 1, 0)
        let inner =
          isLying
          ? (Cell(1, 0, 1), Cell(size.across - 2, 0, size.up - 2))
          : (Cell(1, 1, 0), Cell(size.across - 2, size.up - 2, 0))
        plan.paint(
          plan.except(plan.box(Cell(0, 0, 0), far), plan.box(inner.0, inner.1)), border,
          part: "border")
      }
      for letter in letters {
        guard let state = legend[letter] else { continue }
        plan.paint(picture(of: letter, &plan), state, part: "picture")
      }
    }
  }

  private func picture(
    of letter: Character, _ plan: inout PlanWriter
  ) -> PlanWriter.Reference {
    let lines = rows.flatMap { row -> [String] in
      let wide = Array(row) + Array(repeating: Character(" "), count: columns - row.count)
      let line = wide.map { String(repeating: $0 == letter ? "#" : ".", count: scale) }.joined()
      return Array(repeating: line, count: scale)
    }
    let at = isLying ? Cell(rim, 0, rim) : Cell(rim, rim, 0)
    return plan.picture(Mask(lines, isLying ? .xz : .xy), at: at)
  }
}
