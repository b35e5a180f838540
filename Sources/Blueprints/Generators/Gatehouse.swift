import Math
import VoxelWorld

/// A gatehouse that stands alone: a passage under a chamber, with battlements on top.
public struct Gatehouse: Structure {
  public static let name = "gatehouse"

  public var width = 9
  public var depth = 7
  public var height = 8
  public var gateWidth = 3
  public var gateHeight = 4
  public var material: Material = "stone_bricks"
  public var front = Direction.south

  public init() {}

  public var footprint: (x: Int, z: Int) { (width, depth) }

  public func write(
    into plan: inout PlanWriter, at corner: Cell, on site: Site, random: inout Random
  ) throws(PlanError) {
    let isAcross = front == .east || front == .west
    let (across, deep) = isAcross ? (depth, width) : (width, depth)
    guard (3...64).contains(across), (3...64).contains(deep), gateWidth <= across - 2,
      gateHeight >= 2, height >= gateHeight + 2, height <= 64
    else { throw .unfit("a gatehouse is wider and higher than its gate, 3 to 64 blocks") }
    let frame = Frame(corner: corner, width: across, depth: deep, front: front)
    let whole = Rectangle(0...across - 1, 0...deep - 1)
    try plan.inside(frame) { plan throws(PlanError) in
      let block = material.full
      plan.fill(whole.lower(0), whole.upper(height - 1), block, part: "walls")
      if height > gateHeight + 3, min(across, deep) > 2 {
        let room = whole.grown(by: -1)
        plan.clear(room.lower(gateHeight + 1), room.upper(height - 2), part: "chamber")
      }
      let first = (across - gateWidth) / 2
      plan.clear(
        Cell(first, 0, 0), Cell(first + gateWidth - 1, gateHeight - 1, deep - 1), part: "gate")
      plan.battlements(whole, at: height, block)
    }
  }
}
