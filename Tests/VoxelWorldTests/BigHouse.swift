@testable import VoxelWorld

/// A house of two storeys, drawn by rule: for the tests that need something large.
enum BigHouse {
  static func drawing(width: Int = 20, depth: Int = 16) -> BlueprintDrawing {
    var drawing = BlueprintDrawing()
    drawing.name = "big house"
    drawing.legend = [
      "F": "stone_bricks", "#": "oak_planks", "L": "oak_log", "G": "glass_pane", "R": "bricks",
      "c": "cobblestone", "d": "oak_door[facing=south,half=lower]",
      "u": "oak_door[facing=south,half=upper]", "T": "wall_torch[facing=south]",
      "H": "ladder[facing=west]",
    ]
    let heights = 12
    drawing.layers = (0..<heights).map { y in
      (0..<depth).map { z in
        String((0..<width).map { x in letter(x, y, z, width, depth) })
      }
    }
    return drawing
  }

  private static func letter(
    _ x: Int, _ y: Int, _ z: Int, _ width: Int, _ depth: Int
  ) -> Character {
    let isEdge = x == 0 || z == 0 || x == width - 1 || z == depth - 1
    let isCorner = (x == 0 || x == width - 1) && (z == 0 || z == depth - 1)
    let isShaft = x == width - 2 && z == 3
    switch y {
    case 0: return isShaft ? "F" : "F"
    case 5: return isShaft ? "H" : "#"
    case 10: return "R"
    case 11:
      return isEdge && (x + z) % 2 == 0 ? "c" : " "
    default:
      if isShaft, y < 6 { return "H" }
      if isCorner { return "L" }
      let step = y < 5 ? y : y - 5
      if z == 0, x == 4, y < 3 { return y == 1 ? "d" : "u" }
      if isEdge {
        let isWindow =
          step == 2
          && (x % 4 == 2 && (z == 0 || z == depth - 1)
            || z % 4 == 2 && (x == 0 || x == width - 1))
        return isWindow ? "G" : y < 5 ? "#" : "c"
      }
      return z == 1 && step == 3 && x % 5 == 2 ? "T" : " "
    }
  }
}
