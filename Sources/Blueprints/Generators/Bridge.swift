import Math
import VoxelWorld

/// A bridge across the water of a site, or of a given length where there is none.
public struct Bridge: Structure {
  public static let name = "bridge"

  /// Clear width between the railings.
  public var width = 3
  /// From end to end; nil to span the water in front.
  public var length: Int?
  /// Whether it runs from west to east.
  public var isAlongX = true
  public var material: Material = "stone_bricks"
  public var hasRailings = true
  /// How many layers its middle is above its ends.
  public var rise = 1
  public var light: BlockState?

  public init() {}

  public var footprint: (x: Int, z: Int) {
    let across = width + (hasRailings ? 2 : 0)
    return isAlongX ? (length ?? 9, across) : (across, length ?? 9)
  }

  public func place(on site: Site) -> Cell {
    let along = span(on: site)
    let across = -footprintAcross / 2
    return isAlongX ? Cell(along.lowerBound, 0, across) : Cell(across, 0, along.lowerBound)
  }

  private var footprintAcross: Int { width + (hasRailings ? 2 : 0) }

  /// The columns from bank to bank, one cell on either bank.
  private func span(on site: Site) -> ClosedRange<Int> {
    let reach = max(site.width, site.depth)
    let wet = (-reach...reach).filter {
      (isAlongX ? site.water($0, 0) : site.water(0, $0)) != nil
    }
    guard length == nil, let first = wet.first, let last = wet.last else {
      let length = length ?? 9
      return -length / 2...(-length / 2 + length - 1)
    }
    return first - 1 - rise...last + 1 + rise
  }

  public func write(
    into plan: inout PlanWriter, at corner: Cell, on site: Site, random: inout Random
  ) throws(PlanError) {
    let count = length ?? span(on: site).count
    guard (1...32).contains(width), (3...256).contains(count) else {
      throw .unfit("a bridge is 1 to 32 wide and 3 to 256 long")
    }
    let across = footprintAcross
    let frame = Frame(
      corner: corner, width: count, depth: across, front: isAlongX ? .south : .west)
    try plan.inside(frame) { plan throws(PlanError) in
      let inset = hasRailings ? 1 : 0
      let stairs = material.stairs
      for x in 0..<count {
        let isEnd = x < rise || x >= count - rise
        let y = min(rise - 1, x, count - 1 - x)
        plan.fill(Cell(x, y, 0), Cell(x, y, across - 1), material.full, part: "deck")
        if y > 0, isEnd {
          plan.fill(Cell(x, 0, 0), Cell(x, y - 1, across - 1), material.full, part: "deck")
        }
        if isEnd, let stairs, width > 0 {
          plan.fill(
            Cell(x, y, inset), Cell(x, y, across - 1 - inset),
            stairs.with(.facing, x < rise ? Direction.east : .west), part: "steps")
        }
        if hasRailings {
          for z in [0, across - 1] {
            plan.fill(Cell(x, y + 1, z), Cell(x, y + 1, z), railing, part: "railing")
          }
        }
      }
      writePiers(count, across, frame, site, into: &plan)
      if let light {
        for x in [0, count - 1] {
          for z in [0, across - 1] where hasRailings {
            plan.put(light, at: Cell(x, min(rise, 1) + 1, z), part: "lights")
          }
        }
      }
    }
  }

  private var railing: BlockState {
    material.member("_wall") ?? material.member("_fence") ?? "cobblestone_wall"
  }

  /// Piers down to the ground under a long deck.
  private func writePiers(
    _ count: Int, _ across: Int, _ frame: Frame, _ site: Site, into plan: inout PlanWriter
  ) {
    guard count > 6 else { return }
    let spans = max(2, (count + 3) / 6)
    for pier in 1..<spans {
      let x = pier * (count - 1) / spans
      let column = frame.place(Cell(x, 0, across / 2))
      let ground = site.height(column.x, column.z) - frame.origin.y
      guard ground < 0 else { continue }
      plan.fill(Cell(x, ground, 0), Cell(x, -1, across - 1), material.full, part: "piers")
    }
  }
}
