import Math
import VoxelWorld

/// Blueprints of random size with random states from the whole block table, some cells empty and
/// some to stay as they are.
enum RandomBlueprint {
  static func next(_ random: inout Random, longest: Int = 11) -> Blueprint {
    let size = WorldSize(
      1 + random.index(below: longest), 1 + random.index(below: longest),
      1 + random.index(below: longest))
    let count = BlockTable.standard.states.count
    // Palettes on both sides of the sizes at which a place takes another bit or byte.
    let variety = [1, 2, 3, 5, 17, 130, 300][random.index(below: 7)]
    let states = (0..<variety).map { _ in
      BlockState(id: UInt16(random.index(below: count)))
    }
    var blueprint = Blueprint("random", size: size)
    for y in 0..<size.y {
      for z in 0..<size.z {
        for x in 0..<size.x {
          switch random.index(below: 6) {
          case 0: break
          case 1: blueprint[Cell(x, y, z)] = .air
          default: blueprint[Cell(x, y, z)] = states[random.index(below: variety)]
          }
        }
      }
    }
    return blueprint
  }
}

extension Blueprint {
  /// All cells in the order y, z, x.
  var allCells: [BlockState?] {
    (0..<size.y).flatMap { y in
      (0..<size.z).flatMap { z in (0..<size.x).map { x in self[Cell(x, y, z)] } }
    }
  }

  /// Whether both hold the same, where what is to stay as it is may be air.
  func isSame(as other: Blueprint, exactly: Bool) -> Bool {
    guard size == other.size else { return false }
    if exactly { return allCells == other.allCells }
    return allCells.map { $0 ?? .air } == other.allCells.map { $0 ?? .air }
  }
}
