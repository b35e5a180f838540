import VoxelWorld

/// A shape in words: which solid, how large, of what, with which parts.
struct SolidPlan: Hashable, Sendable {
  enum Form: Hashable, Sendable {
    case solid(ShapeKind)
    /// A solid without its inside and without the ends named.
    case skin(ShapeKind, Opening)
    case steps(Direction)
    case torus
    /// A number of boxes one on the other, each two blocks narrower at every side.
    case tiers(Int)
  }

  var form: Form
  var size: Cell
  var block: BlockState
  var border: BlockState?
  var base: BlockState?
  var top: BlockState?
  var posts: BlockState?
  /// The block of every second square of a floor.
  var chequer: BlockState?
  /// Width and height of a hole through the middle of a wall, at its foot.
  var opening: Cell?
  /// What fills the hole, in the middle of the wall's height; nil for a way through.
  var pane: BlockState?
  var hasBattlements = false
  /// Whether it is a fence or hedge, which keeps its distance from what it encloses.
  var isFence = false
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
