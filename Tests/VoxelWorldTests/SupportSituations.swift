import Testing

@testable import VoxelWorld

/// What stands, what hangs and what pops off.
let supportSituations: [Situation] = [
  Situation("a torch pops off when its floor goes", "Minecraft Wiki: Torch") {
    $0.put("torch", 4, 1, 4)
    #expect($0.name(4, 1, 4) == "torch")
    $0.clear(4, 0, 4)
    #expect($0.at(4, 1, 4).isAir)
    #expect($0.world.drops.first?.item.name == "torch")
  },
  Situation("a torch stands on a fence", "Minecraft Wiki: Torch") {
    $0.put("oak_fence", 4, 1, 4)
    $0.put("torch", 4, 2, 4)
    #expect($0.name(4, 2, 4) == "torch")
  },
  Situation("a torch stands on a top slab but not on a bottom slab", "Minecraft Wiki: Torch") {
    $0.put("oak_slab[type=top]", 4, 1, 4)
    $0.put("torch", 4, 2, 4)
    $0.put("oak_slab[type=bottom]", 6, 1, 4)
    $0.put("torch", 6, 2, 4)
    #expect($0.name(4, 2, 4) == "torch")
    #expect($0.at(6, 2, 4).isAir)
  },
  Situation("a torch does not hang on leaves", "Minecraft Wiki: Torch") {
    $0.put("oak_leaves", 4, 1, 4)
    $0.put("wall_torch[facing=east]", 5, 1, 4)
    #expect($0.at(5, 1, 4).isAir)
  },
  Situation("a torch hangs on glass", "Minecraft Wiki: Torch") {
    $0.put("glass", 4, 1, 4)
    $0.put("wall_torch[facing=east]", 5, 1, 4)
    #expect($0.name(5, 1, 4) == "wall_torch")
  },
  Situation("a wall torch drops a torch when its wall goes", "Minecraft Wiki: Torch") {
    $0.put("stone", 4, 1, 4)
    $0.put("wall_torch[facing=east]", 5, 1, 4)
    $0.clear(4, 1, 4)
    #expect($0.at(5, 1, 4).isAir)
    #expect($0.world.drops.map(\.item.name) == ["torch"])
  },
  Situation("a ladder needs the face behind it", "Minecraft Wiki: Ladder") {
    $0.put("stone", 4, 1, 4)
    $0.put("ladder[facing=south]", 4, 1, 5)
    #expect($0.name(4, 1, 5) == "ladder")
    $0.clear(4, 1, 4)
    #expect($0.at(4, 1, 5).isAir)
  },
  Situation("a ladder hangs on the tall side of stairs only", "Minecraft Wiki: Stairs") {
    $0.put("oak_stairs[facing=south]", 4, 1, 4)
    $0.put("ladder[facing=south]", 4, 1, 5)
    $0.put("oak_stairs[facing=north]", 8, 1, 4)
    $0.put("ladder[facing=south]", 8, 1, 5)
    #expect($0.name(4, 1, 5) == "ladder")
    #expect($0.at(8, 1, 5).isAir)
  },
  Situation("a lever on a ceiling needs the ceiling", "Minecraft Wiki: Lever") {
    $0.put("stone", 4, 4, 4)
    $0.put("lever[face=ceiling]", 4, 3, 4)
    #expect($0.name(4, 3, 4) == "lever")
    $0.clear(4, 4, 4)
    #expect($0.at(4, 3, 4).isAir)
  },
  Situation("a button on a wall pops off with the wall", "Minecraft Wiki: Button") {
    $0.put("stone", 4, 1, 4)
    $0.put("stone_button[face=wall,facing=west]", 3, 1, 4)
    $0.clear(4, 1, 4)
    #expect($0.at(3, 1, 4).isAir)
  },
  Situation("redstone dust needs a whole top face", "Minecraft Wiki: Redstone Dust") {
    $0.put("oak_slab[type=bottom]", 4, 1, 4)
    $0.put("redstone_wire", 4, 2, 4)
    $0.put("oak_slab[type=top]", 6, 1, 4)
    $0.put("redstone_wire", 6, 2, 4)
    #expect($0.at(4, 2, 4).isAir)
    #expect($0.name(6, 2, 4) == "redstone_wire")
  },
  Situation("dust drops redstone", "Minecraft Wiki: Redstone Dust") {
    $0.put("redstone_wire", 4, 1, 4)
    $0.clear(4, 0, 4)
    #expect($0.world.drops.map(\.item.name) == ["redstone"])
  },
  Situation("a repeater pops off without a floor", "Minecraft Wiki: Redstone Repeater") {
    $0.put("repeater", 4, 1, 4)
    $0.clear(4, 0, 4)
    #expect($0.at(4, 1, 4).isAir)
  },
  Situation("a rail pops off without a floor", "Minecraft Wiki: Rail") {
    $0.put("rail", 4, 1, 4)
    $0.clear(4, 0, 4)
    #expect($0.at(4, 1, 4).isAir)
  },
  Situation("a pressure plate stands on a fence", "Minecraft Wiki: Pressure Plate") {
    $0.put("oak_fence", 4, 1, 4)
    $0.put("oak_pressure_plate", 4, 2, 4)
    #expect($0.name(4, 2, 4) == "oak_pressure_plate")
  },
  Situation("a carpet lies on anything but air", "Minecraft Wiki: Carpet") {
    $0.put("oak_slab[type=bottom]", 4, 1, 4)
    $0.put("red_carpet", 4, 2, 4)
    #expect($0.name(4, 2, 4) == "red_carpet")
    $0.clear(4, 1, 4)
    #expect($0.at(4, 2, 4).isAir)
  },
  Situation("a door loses both halves with its floor", "Minecraft Wiki: Door") {
    $0.world.write("oak_door[half=lower]", at: Cell(4, 1, 4))
    $0.put("oak_door[half=upper]", 4, 2, 4)
    #expect($0.name(4, 1, 4) == "oak_door")
    $0.clear(4, 0, 4)
    #expect($0.at(4, 1, 4).isAir)
    #expect($0.at(4, 2, 4).isAir)
    #expect($0.world.drops.map(\.item.name) == ["oak_door"])
  },
  Situation("half a door does not stay", "Minecraft Wiki: Door") {
    $0.world.write("oak_door[half=lower]", at: Cell(4, 1, 4))
    $0.put("oak_door[half=upper]", 4, 2, 4)
    $0.clear(4, 2, 4)
    #expect($0.at(4, 1, 4).isAir)
  },
  Situation("half a bed does not stay", "Minecraft Wiki: Bed") {
    $0.world.write("red_bed[part=foot,facing=north]", at: Cell(4, 1, 4))
    $0.put("red_bed[part=head,facing=north]", 4, 1, 3)
    #expect($0.name(4, 1, 4) == "red_bed")
    $0.clear(4, 1, 3)
    #expect($0.at(4, 1, 4).isAir)
  },
  Situation("a bed needs no floor", "Minecraft Wiki: Bed") {
    $0.world.write("red_bed[part=foot,facing=north]", at: Cell(4, 1, 4))
    $0.put("red_bed[part=head,facing=north]", 4, 1, 3)
    $0.clear(4, 0, 4)
    #expect($0.name(4, 1, 4) == "red_bed")
  },
  Situation("a flower grows on grass and not on stone", "Minecraft Wiki: Flower") {
    $0.put("grass_block", 4, 1, 4)
    $0.put("poppy", 4, 2, 4)
    $0.put("poppy", 6, 1, 4)
    #expect($0.name(4, 2, 4) == "poppy")
    #expect($0.at(6, 1, 4).isAir)
  },
  Situation("a mushroom grows on stone", "Minecraft Wiki: Mushroom") {
    $0.put("red_mushroom", 6, 1, 4)
    #expect($0.name(6, 1, 4) == "red_mushroom")
  },
  Situation("a dead bush grows on sand and terracotta", "Minecraft Wiki: Dead Bush") {
    $0.put("sand", 4, 1, 4)
    $0.put("dead_bush", 4, 2, 4)
    $0.put("red_terracotta", 6, 1, 4)
    $0.put("dead_bush", 6, 2, 4)
    $0.put("dead_bush", 8, 1, 4)
    #expect($0.name(4, 2, 4) == "dead_bush")
    #expect($0.name(6, 2, 4) == "dead_bush")
    #expect($0.at(8, 1, 4).isAir)
  },
  Situation("wheat grows on farmland alone", "Minecraft Wiki: Wheat Seeds") {
    $0.put("farmland", 4, 1, 4)
    $0.put("wheat", 4, 2, 4)
    $0.put("dirt", 6, 1, 4)
    $0.put("wheat", 6, 2, 4)
    #expect($0.name(4, 2, 4) == "wheat")
    #expect($0.at(6, 2, 4).isAir)
  },
  Situation("farmland under a block turns to dirt", "Minecraft Wiki: Farmland") {
    $0.put("farmland", 4, 1, 4)
    $0.put("stone", 4, 2, 4)
    #expect($0.name(4, 1, 4) == "dirt")
  },
  Situation("a path under a block turns to dirt", "Minecraft Wiki: Dirt Path") {
    $0.put("dirt_path", 4, 1, 4)
    $0.put("stone", 4, 2, 4)
    #expect($0.name(4, 1, 4) == "dirt")
  },
  Situation("a cactus breaks beside a block", "Minecraft Wiki: Cactus") {
    $0.put("sand", 4, 1, 4)
    $0.put("cactus", 4, 2, 4)
    #expect($0.name(4, 2, 4) == "cactus")
    $0.put("stone", 5, 2, 4)
    #expect($0.at(4, 2, 4).isAir)
  },
  Situation("sugar cane needs water beside its soil", "Minecraft Wiki: Sugar Cane") {
    $0.put("dirt", 4, 0, 4)
    $0.put("sugar_cane", 4, 1, 4)
    #expect($0.at(4, 1, 4).isAir)
    $0.put("water", 5, 0, 4)
    $0.put("sugar_cane", 4, 1, 4)
    $0.put("sugar_cane", 4, 2, 4)
    #expect($0.name(4, 2, 4) == "sugar_cane")
    $0.put("stone", 5, 0, 4)
    $0.put("stone", 5, 1, 4)
    #expect($0.at(4, 1, 4).isAir)
    #expect($0.at(4, 2, 4).isAir)
  },
  Situation("a lily pad floats on a source", "Minecraft Wiki: Lily Pad") {
    $0.put("water", 4, 0, 4)
    $0.put("lily_pad", 4, 1, 4)
    $0.put("lily_pad", 6, 1, 4)
    #expect($0.name(4, 1, 4) == "lily_pad")
    #expect($0.at(6, 1, 4).isAir)
  },
  Situation("a lantern hangs from a fence and stands on one", "Minecraft Wiki: Lantern") {
    $0.put("oak_fence", 4, 4, 4)
    $0.put("lantern[hanging=true]", 4, 3, 4)
    $0.put("lantern[hanging=false]", 4, 5, 4)
    #expect($0.name(4, 3, 4) == "lantern")
    #expect($0.name(4, 5, 4) == "lantern")
    $0.clear(4, 4, 4)
    #expect($0.at(4, 3, 4).isAir)
    #expect($0.at(4, 5, 4).isAir)
  },
  Situation("tall grass keeps both halves or none", "Minecraft Wiki: Tall Grass") {
    $0.put("grass_block", 4, 0, 4)
    $0.world.write("rose_bush[half=lower]", at: Cell(4, 1, 4))
    $0.put("rose_bush[half=upper]", 4, 2, 4)
    #expect($0.name(4, 2, 4) == "rose_bush")
    $0.clear(4, 1, 4)
    #expect($0.at(4, 2, 4).isAir)
  },
  Situation("a sign stands on a block and falls with it", "Minecraft Wiki: Sign") {
    $0.put("oak_sign", 4, 1, 4)
    #expect($0.name(4, 1, 4) == "oak_sign")
    $0.clear(4, 0, 4)
    #expect($0.at(4, 1, 4).isAir)
  },
  Situation("snow does not lie on ice", "Minecraft Wiki: Snow") {
    $0.put("ice", 4, 1, 4)
    $0.put("snow", 4, 2, 4)
    $0.put("snow", 6, 1, 4)
    #expect($0.at(4, 2, 4).isAir)
    #expect($0.name(6, 1, 4) == "snow")
  },
  Situation("grass under snow is snowy", "Minecraft Wiki: Grass Block") {
    $0.put("grass_block", 4, 1, 4)
    $0.put("snow", 4, 2, 4)
    #expect($0.at(4, 1, 4).flag(.snowy))
    $0.clear(4, 2, 4)
    #expect(!$0.at(4, 1, 4).flag(.snowy))
  },
  Situation("a chain of supports falls at once", "Minecraft Wiki: Block Update") {
    $0.put("stone", 4, 1, 4)
    $0.put("ladder[facing=south]", 4, 1, 5)
    $0.put("lever[face=floor]", 4, 2, 4)
    $0.put("wall_torch[facing=north]", 4, 1, 3)
    $0.clear(4, 1, 4)
    #expect($0.at(4, 1, 5).isAir && $0.at(4, 2, 4).isAir && $0.at(4, 1, 3).isAir)
    #expect($0.world.drops.count == 3)
  },
  Situation("what is waterlogged leaves its water", "Minecraft Wiki: Waterlogging") {
    $0.put("stone", 4, 1, 4)
    $0.put("ladder[facing=south,waterlogged=true]", 4, 1, 5)
    $0.clear(4, 1, 4)
    #expect($0.at(4, 1, 5) == "water")
  },
]

/// Sand, scaffolding and what joins to what.
let gravitySituations: [Situation] = [
  Situation("sand falls two ticks after its support goes", "Minecraft Wiki: Falling Block") {
    $0.put("stone", 4, 4, 4)
    $0.put("sand", 4, 5, 4)
    $0.clear(4, 4, 4)
    $0.tick()
    #expect($0.name(4, 5, 4) == "sand")
    $0.tick()
    #expect($0.at(4, 5, 4).isAir)
    $0.tick(30)
    #expect($0.name(4, 1, 4) == "sand")
    #expect($0.world.falling.isEmpty)
  },
  Situation("a falling block follows the published law of motion", "Minecraft Wiki: Entity") {
    $0.put("gravel", 4, 20, 4)
    $0.tick(2)
    // v <- (v - 0.04) with 2 % drag after the move.
    var height = 20.0
    var speed = 0.0
    for _ in 0..<11 {
      speed -= 0.04
      height += speed
      speed *= 0.98
      #expect(abs(($0.world.falling.first?.height ?? 0) - height) < 1e-12)
      $0.tick()
    }
  },
  Situation("a column of sand falls as a whole", "Minecraft Wiki: Sand") {
    $0.put("stone", 4, 6, 4)
    for y in 7...10 { $0.put("sand", 4, y, 4) }
    $0.clear(4, 6, 4)
    $0.tick(60)
    for y in 1...4 { #expect($0.name(4, y, 4) == "sand") }
    #expect($0.at(4, 5, 4).isAir)
  },
  Situation("sand that lands on a torch drops", "Minecraft Wiki: Sand") {
    $0.put("torch", 4, 1, 4)
    $0.put("sand", 4, 8, 4)
    $0.tick(60)
    #expect($0.name(4, 1, 4) == "torch")
    #expect($0.world.drops.map(\.item.name) == ["sand"])
  },
  Situation("sand falls through water to its floor", "Minecraft Wiki: Sand") {
    for side in Direction.horizontal {
      $0.world.write("stone", at: Cell(4, 1, 4) + side)
    }
    $0.put("water", 4, 1, 4)
    $0.put("sand", 4, 6, 4)
    $0.tick(60)
    #expect($0.name(4, 1, 4) == "sand")
  },
  Situation("sand stays on grass that it replaces", "Minecraft Wiki: Grass") {
    $0.put("grass_block", 4, 0, 4)
    $0.put("grass", 4, 1, 4)
    $0.put("sand", 4, 6, 4)
    $0.tick(60)
    #expect($0.name(4, 1, 4) == "sand")
  },
  Situation("an anvil falls", "Minecraft Wiki: Anvil") {
    $0.put("anvil", 4, 6, 4)
    $0.tick(60)
    #expect($0.name(4, 1, 4) == "anvil")
  },
  Situation("concrete powder sets beside water", "Minecraft Wiki: Concrete Powder") {
    $0.put("water", 5, 1, 4)
    $0.put("lime_concrete_powder", 4, 1, 4)
    #expect($0.name(4, 1, 4) == "lime_concrete")
  },
  Situation("concrete powder sets when it falls into water", "Minecraft Wiki: Concrete Powder") {
    $0.put("water", 4, 1, 4)
    $0.put("red_concrete_powder", 4, 6, 4)
    $0.tick(60)
    #expect($0.name(4, 1, 4) == "red_concrete")
  },
  Situation("sand at the bottom of the world stays", "there is nothing to fall into") {
    $0.clear(4, 0, 4)
    $0.put("sand", 4, 0, 4)
    $0.tick(40)
    #expect($0.name(4, 0, 4) == "sand")
  },
  Situation("scaffolding reaches six blocks out", "Minecraft Wiki: Scaffolding") {
    $0.put("scaffolding[distance=0]", 4, 1, 4)
    $0.put("scaffolding[distance=0]", 4, 2, 4)
    for x in 5...11 {
      $0.put("scaffolding[distance=7]", x, 2, 4)
      $0.tick(2)
    }
    for x in 5...10 { #expect($0.at(x, 2, 4).number(.distance) == x - 4) }
    #expect($0.at(11, 2, 4).isAir)
  },
  Situation("scaffolding collapses with its lowest block", "Minecraft Wiki: Scaffolding") {
    for y in 1...5 { $0.put("scaffolding[distance=0]", 4, y, 4) }
    $0.put("scaffolding[distance=7]", 5, 5, 4)
    $0.tick(2)
    #expect($0.at(5, 5, 4).number(.distance) == 1)
    $0.clear(4, 1, 4)
    $0.tick(20)
    for y in 1...5 { #expect($0.at(4, y, 4).isAir) }
    #expect($0.at(5, 5, 4).isAir)
  },
  Situation("fences join to fences, gates and whole faces", "Minecraft Wiki: Fence") {
    $0.put("oak_fence", 4, 1, 4)
    $0.put("spruce_fence", 5, 1, 4)
    $0.put("oak_fence_gate[facing=south]", 4, 1, 5)
    $0.put("stone", 3, 1, 4)
    $0.put("oak_leaves", 4, 1, 3)
    let fence = $0.at(4, 1, 4)
    #expect(fence.flag(.east) && fence.flag(.west) && !fence.flag(.north) && !fence.flag(.south))
    $0.put("oak_fence_gate[facing=north]", 5, 1, 5)
    $0.put("oak_fence", 6, 1, 5)
    #expect($0.at(6, 1, 5).flag(.west))
  },
  Situation("wooden and nether brick fences do not join", "Minecraft Wiki: Fence") {
    $0.put("oak_fence", 4, 1, 4)
    $0.put("nether_brick_fence", 5, 1, 4)
    #expect(!$0.at(4, 1, 4).flag(.east))
  },
  Situation("panes join to panes, bars and glass", "Minecraft Wiki: Glass Pane") {
    $0.put("glass_pane", 4, 1, 4)
    $0.put("iron_bars", 5, 1, 4)
    $0.put("glass", 3, 1, 4)
    $0.put("oak_fence", 4, 1, 5)
    let pane = $0.at(4, 1, 4)
    #expect(pane.flag(.east) && pane.flag(.west) && !pane.flag(.south) && !pane.flag(.north))
    $0.clear(5, 1, 4)
    #expect(!$0.at(4, 1, 4).flag(.east))
  },
  Situation("a wall has no post in a straight run", "Minecraft Wiki: Wall") {
    for x in 3...5 { $0.put("cobblestone_wall", x, 1, 4) }
    #expect(!$0.at(4, 1, 4).flag(.up))
    #expect($0.at(3, 1, 4).flag(.up))
    #expect($0.at(4, 1, 4).word(.east) == .low)
    $0.put("torch", 4, 2, 4)
    #expect($0.at(4, 1, 4).flag(.up))
  },
  Situation("a covered wall is tall", "Minecraft Wiki: Wall") {
    for x in 3...5 { $0.put("cobblestone_wall", x, 1, 4) }
    $0.put("stone", 4, 2, 4)
    #expect($0.at(4, 1, 4).word(.east) == .tall)
  },
  Situation("a gate between walls sits lower", "Minecraft Wiki: Fence Gate") {
    $0.put("oak_fence_gate[facing=north]", 4, 1, 4)
    $0.put("cobblestone_wall", 5, 1, 4)
    #expect($0.at(4, 1, 4).flag(.inWall))
    $0.clear(5, 1, 4)
    #expect(!$0.at(4, 1, 4).flag(.inWall))
  },
  Situation("stairs form outer corners", "Minecraft Wiki: Stairs") {
    $0.put("oak_stairs[facing=north]", 4, 1, 4)
    $0.put("oak_stairs[facing=west]", 4, 1, 3)
    #expect($0.at(4, 1, 4).word(.shape) == .outerLeft)
    $0.put("oak_stairs[facing=east]", 4, 1, 3)
    #expect($0.at(4, 1, 4).word(.shape) == .outerRight)
  },
  Situation("stairs form inner corners", "Minecraft Wiki: Stairs") {
    $0.put("oak_stairs[facing=north]", 4, 1, 4)
    $0.put("oak_stairs[facing=west]", 4, 1, 5)
    #expect($0.at(4, 1, 4).word(.shape) == .innerLeft)
    $0.put("oak_stairs[facing=east]", 4, 1, 5)
    #expect($0.at(4, 1, 4).word(.shape) == .innerRight)
  },
  Situation("stairs of other halves form no corner", "Minecraft Wiki: Stairs") {
    $0.put("oak_stairs[facing=north]", 4, 1, 4)
    $0.put("oak_stairs[facing=west,half=top]", 4, 1, 3)
    #expect($0.at(4, 1, 4).word(.shape) == .straight)
  },
]
