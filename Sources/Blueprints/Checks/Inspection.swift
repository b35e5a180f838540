import VoxelWorld

/// Checks a realised construction as those who are to live in it would.
public struct Inspection: Sendable {
  let realisation: Realisation
  let plan: Plan
  /// The world with every door, gate and trapdoor taken out, for those who can open them.
  let opened: World
  /// Where nobody gets with doors and windows shut: 1 for air outside, 2 for air inside.
  private let air: [UInt8]

  public init(_ realisation: Realisation, of plan: Plan) {
    self.realisation = realisation
    self.plan = plan
    var opened = realisation.site.world
    realisation.settled.blueprint.forEachCell { cell, state in
      if [.door, .gate, .trapdoor].contains(state.kind) {
        opened.write(
          .air, at: cell + realisation.construction.origin + realisation.site.offset)
      }
    }
    self.opened = opened
    air = Self.airs(of: realisation.site.world)
  }

  /// All checks that apply to the plan.
  public func findings() -> [Finding] {
    var findings = [stability(), support(), wholeness()]
    if hasRooms {
      findings.append(shelter())
      findings.append(light())
    }
    findings.append(contentsOf: access())
    if let circuit = circuit() { findings.append(circuit) }
    return findings
  }

  var construction: Construction { realisation.construction }
  var world: World { realisation.site.world }
  var offset: Cell { realisation.site.offset }

  /// Whether the plan is of something with a roof to live under.
  var hasRooms: Bool {
    let parts = Set(plan.parts)
    return parts.contains("roof") && parts.contains("walls")
      && construction.blueprint.palette.contains { $0.kind == .door }
  }

  func finding(_ name: String, at cells: [Cell], good: String, bad: String) -> Finding {
    guard let cell = cells.first else { return Finding(name, true, good) }
    return Finding(
      name, false, "\(cells.count) \(bad), the first at (\(cell.x), \(cell.y), \(cell.z))",
      cell: cell, step: construction.painter(of: cell))
  }

  private func stability() -> Finding {
    finding(
      "stable", at: realisation.lost, good: "nothing fell, broke off or flowed away",
      bad: "blocks did not stay")
  }

  /// Doors and beds have both halves.
  private func wholeness() -> Finding {
    var broken: [Cell] = []
    realisation.settled.blueprint.forEachCell { local, state in
      guard let other = state.otherHalf, !state.isSecondHalf else { return }
      let cell = local + construction.origin
      let there = realisation.site[cell + other.offset]
      if there.block.name != state.block.name || !there.isSecondHalf { broken.append(cell) }
    }
    return finding(
      "whole", at: broken, good: "doors and beds have both halves",
      bad: "doors or beds lack a half")
  }

  /// Everything hangs together with the ground, at sides, edges or corners.
  private func support() -> Finding {
    let size = world.size
    var seen = [Bool](repeating: false, count: size.blockCount)
    func index(_ cell: Cell) -> Int { (cell.y * size.z + cell.z) * size.x + cell.x }
    var queue: [Cell] = []
    var built: [Cell] = []
    construction.blueprint.forEachCell { local, _ in
      let cell = local + construction.origin + offset
      if !world[cell].isAir, !world[cell].kind.isFluidKind { built.append(cell) }
    }
    for cell in built where touchesGround(cell) {
      seen[index(cell)] = true
      queue.append(cell)
    }
    while let cell = queue.popLast() {
      for dy in -1...1 {
        for dz in -1...1 {
          for dx in -1...1 {
            let next = cell + Cell(dx, dy, dz)
            guard size.contains(next), !seen[index(next)], !world[next].isAir,
              construction[next - offset] != nil
            else { continue }
            seen[index(next)] = true
            queue.append(next)
          }
        }
      }
    }
    return finding(
      "supported", at: built.filter { !seen[index($0)] }.map { $0 - offset },
      good: "nothing floats", bad: "blocks float")
  }

  /// Whether natural ground is beside a cell, or was in it.
  private func touchesGround(_ cell: Cell) -> Bool {
    let before = realisation.ground.world
    if !before[cell].isAir, !before[cell].kind.isFluidKind { return true }
    return Direction.allCases.contains {
      let next = cell + $0
      return construction[next - offset] == nil && !world[next].isAir
        && !world[next].kind.isFluidKind
    }
  }

  // MARK: Rooms

  /// Whether air passes a block: doors, gates, panes and glass keep it out.
  static func isOpen(_ state: BlockState) -> Bool {
    if state.isAir { return true }
    switch state.kind {
    case .torch, .wallTorch, .redstoneTorch, .redstoneWallTorch, .ladder, .lever, .button, .plate,
      .weightedPlate, .carpet, .sign, .wallSign, .banner, .wallBanner, .lantern, .redstoneWire,
      .repeater, .comparator, .rail, .poweredRail, .bed, .candle, .vine, .snow, .pot, .plant,
      .doublePlant, .sapling, .crop, .beetroots, .netherWart, .sugarCane, .bush, .petals, .lilyPad,
      .cake, .chest, .enderChest, .lectern, .campfire, .chain, .water:
      return true
    default: return false
    }
  }

  /// Which air is outside and which inside, for every cell of a world.
  private static func airs(of world: World) -> [UInt8] {
    let size = world.size
    var air = [UInt8](repeating: 0, count: size.blockCount)
    func index(_ cell: Cell) -> Int { (cell.y * size.z + cell.z) * size.x + cell.x }
    var queue = [Cell(0, size.y - 1, 0)]
    air[index(queue[0])] = 1
    while let cell = queue.popLast() {
      for direction in Direction.allCases {
        let next = cell + direction
        guard size.contains(next), air[index(next)] == 0, isOpen(world[next]) else { continue }
        air[index(next)] = 1
        queue.append(next)
      }
    }
    for y in 0..<size.y {
      for z in 0..<size.z {
        for x in 0..<size.x where air[(y * size.z + z) * size.x + x] == 0 {
          if isOpen(world[x, y, z]) { air[(y * size.z + z) * size.x + x] = 2 }
        }
      }
    }
    return air
  }

  /// Whether a cell of the world is air inside.
  func isInside(_ cell: Cell) -> Bool {
    let size = world.size
    guard size.contains(cell) else { return false }
    return air[(cell.y * size.z + cell.z) * size.x + cell.x] == 2
  }

  /// Cells of the plan from which a room was emptied and where the open air now gets in.
  private func shelter() -> Finding {
    var leaks: [Cell] = []
    guard let evaluation = try? Evaluation(plan) else { return Finding("weatherproof", true, "") }
    for step in plan.steps where step.part == "room" && step.isEmptying {
      for cell in evaluation.volume(of: step.inputs[0]).cells {
        guard Self.isOpen(realisation.site[cell]) else { continue }
        if !isInside(cell + offset) { leaks.append(cell) }
      }
    }
    return finding(
      "weatherproof", at: leaks, good: "rain and wind stay outside",
      bad: "cells of a room are open to the sky or the wind")
  }

  /// The floor cells inside.
  var floorCells: [Cell] {
    var cells: [Cell] = []
    for y in 1..<world.size.y {
      for z in 0..<world.size.z {
        for x in 0..<world.size.x {
          let cell = Cell(x, y, z)
          if isInside(cell), opened.canStand(at: cell) { cells.append(cell) }
        }
      }
    }
    return cells
  }

  private func light() -> Finding {
    let floor = floorCells
    let dark = hasRooms ? darkCells : []
    let isGood = dark.count * 20 <= floor.count
    return Finding(
      "lit", isGood, "\(floor.count - dark.count) of \(floor.count) floor cells have light",
      cell: isGood ? nil : dark.first.map { $0 - offset })
  }
}

extension BlockKind {
  var isFluidKind: Bool { self == .water || self == .lava }
}
