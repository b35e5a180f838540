import Math
import Testing

@testable import VoxelWorld

extension Stage {
  /// A body at a cell that looks at a point.
  fileprivate func body(at cell: Cell, lookingAt x: Double, _ y: Double, _ z: Double) -> Body {
    var body = Body(in: cell)
    body.look(at: x, y, z)
    return body
  }

  /// What placing a block would give.
  fileprivate func placing(_ name: String, _ body: Body) -> Result<Placing, PlacementRefusal> {
    let block = BlockTable.standard.block(named: name) ?? BlockState.air.block
    return Result { () throws(PlacementRefusal) in
      try world.placing(block, at: world.sight(of: body), by: body)
    }
  }

  /// Places a block and tells the state that it became.
  fileprivate mutating func place(_ name: String, _ body: Body) -> BlockState? {
    guard case .success(let placing) = placing(name, body) else { return nil }
    world.place(placing)
    return world[placing.cell]
  }
}

/// What hands can reach, place and break.
let handSituations: [Situation] = [
  Situation("a ray hits the face that it looks at", "the definition of a ray") {
    $0.put("stone", 10, 2, 10)
    let body = $0.body(at: Cell(10, 1, 6), lookingAt: 10.5, 2.5, 10)
    let sight = $0.world.sight(of: body)
    #expect(sight?.cell == Cell(10, 2, 10) && sight?.face == .north)
    let eye = 1 + Body.eyeHeight
    let distance = (3.5 * 3.5 + (2.5 - eye) * (2.5 - eye)).squareRoot()
    #expect(abs((sight?.distance ?? 0) - distance) < 1e-9)
  },
  Situation("a hand reaches 4.5 blocks from the eye", "Minecraft Wiki: Player") {
    $0.put("stone", 10, 2, 10)
    let near = $0.body(at: Cell(10, 1, 5), lookingAt: 10.5, 2.62, 10)
    #expect($0.world.sight(of: near)?.cell == Cell(10, 2, 10))
    var far = near
    far.z -= 0.01
    #expect($0.world.sight(of: far) == nil)
  },
  Situation("nothing is placed in the air", "Minecraft Wiki: Placement") {
    let body = $0.body(at: Cell(10, 1, 6), lookingAt: 10.5, 5, 8)
    #expect($0.placing("stone", body) == .failure(.nothingInReach))
  },
  Situation("a body does not wall itself in", "Minecraft Wiki: Placement") {
    let body = $0.body(at: Cell(10, 1, 6), lookingAt: 10.5, 1, 6.6)
    $0.world.occupants = [body.box]
    #expect($0.placing("stone", body) == .failure(.bodyInTheWay))
    #expect($0.place("torch", body)?.block.name == "torch")
  },
  Situation("what is full is occupied", "Minecraft Wiki: Placement") {
    $0.put("stone", 10, 1, 9)
    $0.put("glass_pane", 10, 1, 8)
    let body = $0.body(at: Cell(10, 1, 5), lookingAt: 10.05, 1.5, 9)
    #expect($0.world.sight(of: body)?.cell == Cell(10, 1, 9))
    #expect($0.placing("stone", body) == .failure(.occupied))
  },
  Situation("grass gives way", "Minecraft Wiki: Grass") {
    $0.put("grass_block", 10, 0, 9)
    $0.put("grass", 10, 1, 9)
    let body = $0.body(at: Cell(10, 1, 6), lookingAt: 10.5, 1.3, 9.5)
    _ = $0.place("oak_planks", body)
    #expect($0.name(10, 1, 9) == "oak_planks")
  },
  Situation("logs lie along the face that is clicked", "Minecraft Wiki: Log") {
    $0.put("stone", 10, 2, 10)
    let side = $0.body(at: Cell(10, 1, 6), lookingAt: 10.5, 2.5, 10)
    #expect($0.place("oak_log", side)?.word(.axis) == .z)
    let floor = $0.body(at: Cell(14, 1, 6), lookingAt: 14.5, 1, 9)
    #expect($0.place("oak_log", floor)?.word(.axis) == .y)
  },
  Situation("stairs face away from the body", "Minecraft Wiki: Stairs") {
    let body = $0.body(at: Cell(10, 1, 6), lookingAt: 10.5, 1, 9)
    let stairs = $0.place("oak_stairs", body)
    #expect(stairs?.facing == .south && stairs?.word(.half) == .bottom)
  },
  Situation("stairs against the upper half of a face hang upside down", "Minecraft Wiki: Stairs") {
    $0.put("stone", 10, 2, 10)
    let body = $0.body(at: Cell(10, 1, 6), lookingAt: 10.5, 2.8, 10)
    #expect($0.place("oak_stairs", body)?.word(.half) == .top)
  },
  Situation("a second slab makes a double slab", "Minecraft Wiki: Slab") {
    let body = $0.body(at: Cell(10, 1, 6), lookingAt: 10.5, 1, 8.5)
    #expect($0.place("oak_slab", body)?.word(.type) == .bottom)
    let again = $0.body(at: Cell(10, 1, 6), lookingAt: 10.5, 1.5, 8.5)
    #expect($0.place("oak_slab", again)?.word(.type) == .double)
    #expect($0.at(10, 2, 8).isAir)
  },
  Situation("a door is two blocks high and faces away", "Minecraft Wiki: Door") {
    let body = $0.body(at: Cell(10, 1, 6), lookingAt: 10.5, 1, 8.5)
    let door = $0.place("oak_door", body)
    #expect(door?.word(.half) == .lower && door?.facing == .south)
    #expect($0.at(10, 2, 8).word(.half) == .upper)
  },
  Situation("two doors side by side open away from each other", "Minecraft Wiki: Door") {
    $0.put("stone", 9, 1, 8)
    let left = $0.body(at: Cell(10, 1, 6), lookingAt: 10.5, 1, 8.5)
    let right = $0.body(at: Cell(11, 1, 6), lookingAt: 11.5, 1, 8.5)
    // Looking south, east is on the left.
    #expect($0.place("oak_door", left)?.word(.hinge) == .right)
    #expect($0.place("oak_door", right)?.word(.hinge) == .left)
  },
  Situation("a door needs room above", "Minecraft Wiki: Door") {
    $0.put("stone", 10, 2, 8)
    let body = $0.body(at: Cell(10, 1, 6), lookingAt: 10.5, 1, 8.5)
    #expect($0.placing("oak_door", body) == .failure(.occupied))
  },
  Situation("a bed's head lies ahead", "Minecraft Wiki: Bed") {
    let body = $0.body(at: Cell(10, 1, 6), lookingAt: 10.5, 1, 8.5)
    #expect($0.place("red_bed", body)?.word(.part) == .foot)
    #expect($0.at(10, 1, 9).word(.part) == .head)
  },
  Situation("a torch on a side becomes a wall torch", "Minecraft Wiki: Torch") {
    $0.put("stone", 10, 2, 10)
    let body = $0.body(at: Cell(10, 1, 6), lookingAt: 10.5, 2.5, 10)
    #expect($0.place("torch", body) == "wall_torch[facing=north]")
  },
  Situation("a torch does not hang from a ceiling", "Minecraft Wiki: Torch") {
    $0.put("stone", 10, 4, 8)
    let body = $0.body(at: Cell(10, 1, 6), lookingAt: 10.5, 4, 8.5)
    #expect($0.placing("torch", body) == .failure(.unsupported))
  },
  Situation("levers take the face that is clicked", "Minecraft Wiki: Lever") {
    $0.put("stone", 10, 2, 10)
    let body = $0.body(at: Cell(10, 1, 6), lookingAt: 10.5, 2.5, 10)
    #expect($0.place("lever", body) == "lever[face=wall,facing=north]")
    let floor = $0.body(at: Cell(14, 1, 6), lookingAt: 14.5, 1, 9)
    #expect($0.place("lever", floor) == "lever[face=floor,facing=south]")
  },
  Situation("chests and furnaces face the body", "Minecraft Wiki: Chest") {
    let body = $0.body(at: Cell(10, 1, 6), lookingAt: 10.5, 1, 8.5)
    #expect($0.place("chest", body)?.facing == .north)
  },
  Situation("a repeater leads away from the body", "Minecraft Wiki: Redstone Repeater") {
    let body = $0.body(at: Cell(10, 1, 6), lookingAt: 10.5, 1, 8.5)
    #expect($0.place("repeater", body)?.facing == .north)
  },
  Situation("pistons face the body, observers look away", "Minecraft Wiki: Piston") {
    let body = $0.body(at: Cell(10, 1, 5), lookingAt: 10.5, 1, 8.9)
    #expect($0.place("piston", body)?.facing == .north)
    let down = $0.body(at: Cell(14, 1, 5), lookingAt: 14.5, 1, 6.2)
    #expect($0.place("piston", down)?.facing == .up)
    let other = $0.body(at: Cell(18, 1, 5), lookingAt: 18.5, 1, 8.9)
    #expect($0.place("observer", other)?.facing == .south)
  },
  Situation("a placed block in water keeps the water", "Minecraft Wiki: Waterlogging") {
    $0.world.fill(Cell(8, 1, 7), Cell(12, 1, 11), with: "water")
    let body = $0.body(at: Cell(10, 1, 6), lookingAt: 10.5, 1, 8.5)
    #expect($0.place("oak_fence", body)?.flag(.waterlogged) == true)
  },
  Situation("a lantern under a block hangs", "Minecraft Wiki: Lantern") {
    $0.put("stone", 10, 4, 8)
    let body = $0.body(at: Cell(10, 1, 6), lookingAt: 10.5, 4, 8.5)
    #expect($0.place("lantern", body)?.flag(.hanging) == true)
  },
  Situation("digging stone takes the published times", "Minecraft Wiki: Breaking") {
    // Seconds times 20: hand 7.5, wood 1.15, stone 0.6, iron 0.4, diamond 0.3, gold 0.2.
    let expected = [
      ("", 150), ("wooden_pickaxe", 23), ("stone_pickaxe", 12), ("iron_pickaxe", 8),
      ("diamond_pickaxe", 6), ("golden_pickaxe", 4), ("iron_axe", 150),
    ]
    let stone = BlockState("stone").block
    for (name, ticks) in expected {
      #expect(Digging.ticks(for: stone, with: Item(named: name)) == ticks, "\(name)")
    }
    _ = $0
  },
  Situation("digging dirt, logs and obsidian takes the published times", "Minecraft Wiki: Breaking")
  {
    let expected: [(BlockState, String, Int?)] = [
      ("dirt", "", 15), ("dirt", "wooden_shovel", 8), ("dirt", "iron_shovel", 3),
      ("oak_log", "", 60), ("oak_log", "iron_axe", 10), ("oak_planks", "stone_axe", 15),
      ("obsidian", "diamond_pickaxe", 188), ("obsidian", "", 5000),
      ("bedrock", "diamond_pickaxe", nil), ("torch", "", 1), ("white_wool", "shears", 5),
      ("oak_leaves", "", 6), ("glass", "", 9), ("iron_ore", "wooden_pickaxe", 150),
    ]
    for (state, name, ticks) in expected {
      #expect(
        Digging.ticks(for: state.block, with: Item(named: name)) == ticks,
        "\(state) with \(name)")
    }
    _ = $0
  },
  Situation(
    "digging off the ground or under water takes five times longer", "Minecraft Wiki: Breaking"
  ) {
    let stone = BlockState("stone").block
    let pickaxe = Item(named: "iron_pickaxe")
    #expect(Digging.ticks(for: stone, with: pickaxe, isOnGround: false) == 38)
    #expect(Digging.ticks(for: stone, with: pickaxe, isUnderWater: true) == 38)
    _ = $0
  },
  Situation("stone brings cobblestone to a pickaxe alone", "Minecraft Wiki: Stone") {
    $0.put("stone", 5, 1, 5)
    $0.put("stone", 6, 1, 5)
    #expect($0.world.dig(Cell(5, 1, 5), with: nil) == nil)
    #expect(
      $0.world.dig(Cell(6, 1, 5), with: Item(named: "wooden_pickaxe"))?.item.name
        == "cobblestone")
  },
  Situation("diamonds need an iron pickaxe", "Minecraft Wiki: Diamond Ore") {
    for (x, tool, drop) in [(4, "stone_pickaxe", nil), (5, "iron_pickaxe", "diamond")] {
      $0.put("diamond_ore", x, 1, 5)
      #expect($0.world.dig(Cell(x, 1, 5), with: Item(named: tool))?.item.name == drop)
    }
  },
  Situation("digging either half of a door brings one door", "Minecraft Wiki: Door") {
    $0.world.write("oak_door[half=lower]", at: Cell(4, 1, 4))
    $0.put("oak_door[half=upper]", 4, 2, 4)
    #expect($0.world.dig(Cell(4, 2, 4), with: nil)?.item.name == "oak_door")
    #expect($0.at(4, 1, 4).isAir && $0.at(4, 2, 4).isAir && $0.world.drops.isEmpty)
  },
]
