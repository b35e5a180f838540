import VoxelWorld

/// A shape in words: which solid, how large, of what, with which parts.
struct SolidPlan: Hashable, Sendable {
  enum Form: Hashable, Sendable {
    case solid(ShapeKind)
    /// A solid without its inside and without the ends named.
    case skin(ShapeKind, Opening)
    case steps(Direction)
  }

  var form: Form
  var size: Cell
  var block: BlockState
  var border: BlockState?
  var base: BlockState?
  var top: BlockState?
  var posts: BlockState?
  var hasBattlements = false
  /// Gates in the middle of sides of an enclosure.
  var gates: [Direction] = []
  var gate: BlockState = "oak_fence_gate"
  /// How many of it, and how far one is from the next.
  var count = 1
  var gap = 1
  var runsAlongZ = false

  /// Blocks from end to end, all copies and battlements included.
  var extent: Cell {
    var extent = size
    if hasBattlements { extent.y += 1 }
    let more = (count - 1) * ((runsAlongZ ? size.z : size.x) + gap)
    if runsAlongZ { extent.z += more } else { extent.x += more }
    return extent
  }
}
