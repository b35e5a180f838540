import Math
import VoxelWorld

/// A flag of blocks that stands upright: stripes, or a cross or a disc on a field; on a pole or not.
public struct Flag: Structure {
  public static let name = "flag"

  /// What is on it.
  public enum Device: Hashable, Sendable {
    /// Stripes from the hoist to the fly, or from the top down.
    case upright, level
    /// The second colour on the first: arms that reach the edges or end before them.
    case cross, shortCross
    /// A cross whose upright arm is nearer to the hoist.
    case nordicCross
    case disc
  }

  public var device = Device.upright
  public var colours: [BlockState] = ["red_wool", "white_wool"]
  public var width = 9
  public var height = 6
  public var facing = Direction.south
  /// Blocks of pole below the flag; nil for no pole.
  public var pole: Int?
  public var poleBlock: BlockState = "oak_fence"

  public init() {}

  public var footprint: (x: Int, z: Int) {
    let across = width + (pole == nil ? 0 : 1)
    return facing.x == 0 ? (across, 1) : (1, across)
  }

  public func write(
    into plan: inout PlanWriter, at corner: Cell, on site: Site, random: inout Random
  ) throws(PlanError) {
    guard (2...128).contains(width), (2...128).contains(height), !colours.isEmpty,
      (0...64).contains(pole ?? 0)
    else { throw .unfit("a flag is 2 to 128 wide and high, on a pole of up to 64 blocks") }
    let rim = pole == nil ? 0 : 1
    let frame = Frame(corner: corner, width: width + rim, depth: 1, front: facing)
    try plan.inside(frame) { plan throws(PlanError) in
      let foot = pole ?? 0
      if pole != nil {
        plan.fill(Cell(0, 0, 0), Cell(0, foot + height, 0), poleBlock, part: "pole")
      }
      for (index, colour) in colours.enumerated() {
        let rows = (0..<height).map { y in
          String((0..<width).map { self.index($0, y) == index ? "#" : "." })
        }
        guard rows.contains(where: { $0.contains("#") }) else { continue }
        plan.paint(plan.picture(Mask(rows, .xy), at: Cell(rim, foot, 0)), colour, part: "flag")
      }
    }
  }

  /// The number of the colour of a place, from the upper left corner.
  private func index(_ x: Int, _ y: Int) -> Int {
    let count = colours.count
    switch device {
    case .upright: return min(x * count / width, count - 1)
    case .level: return min(y * count / height, count - 1)
    case .disc:
      let (dx, dy) = (2 * x + 1 - width, 2 * y + 1 - height)
      let radius = min(width, height) * 3 / 5
      return dx * dx + dy * dy <= radius * radius ? 1 % count : 0
    case .cross, .shortCross, .nordicCross:
      let arm = max(1, min(width, height) / 5)
      let middle = device == .nordicCross ? width * 2 / 5 : width / 2
      let isUpright =
        abs(2 * x + 1 - 2 * middle - width % 2) < arm + (device == .nordicCross ? 1 : 0)
      let isLevel = abs(2 * y + 1 - height) < arm + 1 - (arm + height) % 2
      let inset = device == .shortCross ? max(1, min(width, height) / 5) : 0
      let isWithin =
        (inset..<width - inset).contains(x) && (inset..<height - inset).contains(y)
      return (isUpright || isLevel) && isWithin ? 1 % count : 0
    }
  }
}
