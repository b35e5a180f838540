import VoxelWorld

/// A construction as it stands on its site after the rules have had their time with it.
public struct Realisation: Sendable {
  /// Ticks that things get to fall, flow, pop off and switch.
  public static let patience = 200

  public let construction: Construction
  /// The ground before, and the world after.
  public let ground: BuildingSite
  public private(set) var site: BuildingSite
  /// Cells of the plan that do not hold what was put there.
  public private(set) var lost: [Cell] = []
  /// What stands in the end, with joined fences, bent stairs and lit lamps.
  public private(set) var settled: Construction

  public init(_ construction: Construction, on site: Site) throws(PlanError) {
    self.construction = construction
    ground = try BuildingSite(site, around: construction)
    self.site = ground
    settled = construction
    raise()
    self.site.world.tick(Self.patience)
    compare()
  }

  /// Puts up everything at once, in an order in which nothing lacks its support.
  private mutating func raise() {
    let offset = site.offset
    construction.blueprint.forEachCell { cell, state in
      if state.isAir { site.world.write(.air, at: cell + construction.origin + offset) }
    }
    for (cell, state) in Stage.ordered(construction) {
      let place = cell + offset
      if state.isSecondHalf { continue }
      if let other = state.otherHalf {
        site.world.write(other.state, at: place + other.offset)
      }
      site.world.set(state, at: place)
    }
  }

  private mutating func compare() {
    let movesBlocks = construction.blueprint.palette.contains {
      $0.kind == .stickyPiston || $0.kind == .piston
    }
    construction.blueprint.forEachCell { local, wanted in
      let there = site[local + construction.origin]
      settled.blueprint[local] = there
      let isRight = there.isSame(as: wanted)
      if !isRight, !movesBlocks { lost.append(local + construction.origin) }
    }
  }
}

extension BlockState {
  /// Whether it is the wanted block up to what changes by itself and what follows neighbours.
  func isSame(as wanted: BlockState) -> Bool {
    if fulfils(wanted) { return true }
    guard block.name == wanted.block.name else { return false }
    switch kind {
    case .fence, .pane, .wall, .redstoneWire, .chest, .farmland, .leaves, .vine: return true
    case .stairs: return with(.shape, wanted.word(.shape) ?? .straight).fulfils(wanted)
    case .gate: return with(.inWall, wanted.flag(.inWall)).fulfils(wanted)
    case .door, .trapdoor:
      return with(.open, wanted.flag(.open)).with(.hinge, wanted.word(.hinge) ?? .left)
        .with(.powered, wanted.flag(.powered)).fulfils(wanted)
    case .snowy: return true
    default: return false
    }
  }
}
