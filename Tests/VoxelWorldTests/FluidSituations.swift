import Testing

@testable import VoxelWorld

/// How far and how fast water and lava go.
let fluidSituations: [Situation] = [
  Situation("water spreads seven blocks over level ground", "Minecraft Wiki: Water") {
    $0.put("water", 15, 1, 15)
    $0.tick(60)
    for step in 1...7 { #expect($0.at(15 + step, 1, 15).number(.level) == step) }
    #expect($0.at(23, 1, 15).isAir)
  },
  Situation("water covers a diamond of 113 cells", "Minecraft Wiki: Water") {
    $0.put("water", 15, 1, 15)
    $0.tick(60)
    var wet = 0
    for x in 0..<32 {
      for z in 0..<32 where $0.at(x, 1, z).kind == .water {
        wet += 1
        #expect(abs(x - 15) + abs(z - 15) == $0.at(x, 1, z).number(.level))
      }
    }
    // 1 + 4 (1 + 2 + ... + 7).
    #expect(wet == 113)
  },
  Situation("water advances one block in five ticks", "Minecraft Wiki: Water") {
    $0.put("water", 15, 1, 15)
    $0.tick(4)
    #expect($0.at(16, 1, 15).isAir)
    $0.tick()
    #expect($0.at(16, 1, 15).kind == .water)
    $0.tick(4)
    #expect($0.at(17, 1, 15).isAir)
    $0.tick()
    #expect($0.at(17, 1, 15).kind == .water)
  },
  Situation("lava spreads three blocks, one in 30 ticks", "Minecraft Wiki: Lava") {
    $0.put("lava", 15, 1, 15)
    $0.tick(29)
    #expect($0.at(16, 1, 15).isAir)
    $0.tick()
    #expect($0.at(16, 1, 15).number(.level) == 2)
    $0.tick(200)
    #expect($0.at(18, 1, 15).number(.level) == 6)
    #expect($0.at(19, 1, 15).isAir)
  },
  Situation("water falls without limit and spreads again below", "Minecraft Wiki: Water") {
    $0.put("stone", 15, 15, 15)
    $0.put("water", 15, 16, 15)
    $0.tick(300)
    #expect($0.at(16, 10, 15).number(.level) == 8)
    #expect($0.at(16, 1, 15).number(.level) == 8)
    #expect($0.at(23, 1, 15).number(.level) == 7)
  },
  Situation("water runs towards the nearest drop alone", "Minecraft Wiki: Fluid") {
    $0.put("stone", 15, 0, 15)
    $0.clear(18, 0, 15)
    $0.put("water", 15, 1, 15)
    $0.tick(40)
    #expect($0.at(16, 1, 15).kind == .water)
    #expect($0.at(14, 1, 15).isAir && $0.at(15, 1, 14).isAir && $0.at(15, 1, 16).isAir)
  },
  Situation("water sees a drop four blocks beyond its next block", "Minecraft Wiki: Fluid") {
    $0.clear(20, 0, 15)
    $0.put("water", 15, 1, 15)
    $0.tick(10)
    #expect($0.at(14, 1, 15).isAir)
    #expect($0.at(16, 1, 15).kind == .water)
  },
  Situation("water does not see a drop further away", "Minecraft Wiki: Fluid") {
    $0.clear(21, 0, 15)
    $0.put("water", 15, 1, 15)
    $0.tick(10)
    #expect($0.at(14, 1, 15).kind == .water)
    #expect($0.at(16, 1, 15).kind == .water)
  },
  Situation("two sources make a third between them", "Minecraft Wiki: Water") {
    for x in 3...7 {
      for z in 3...5 { $0.world.write("stone", at: Cell(x, 1, z)) }
    }
    for x in 4...6 { $0.world.write(.air, at: Cell(x, 1, 4)) }
    $0.put("water", 4, 1, 4)
    $0.put("water", 6, 1, 4)
    $0.tick(20)
    #expect($0.at(5, 1, 4) == "water")
  },
  Situation("lava makes no new sources", "Minecraft Wiki: Lava") {
    $0.put("lava", 4, 1, 4)
    $0.put("lava", 6, 1, 4)
    $0.tick(200)
    #expect($0.at(5, 1, 4).number(.level) == 2)
  },
  Situation("flowing water dries up when its source goes", "Minecraft Wiki: Water") {
    $0.put("water", 15, 1, 15)
    $0.tick(60)
    $0.clear(15, 1, 15)
    $0.tick(120)
    for x in 0..<32 {
      for z in 0..<32 { #expect($0.at(x, 1, z).isAir) }
    }
  },
  Situation("water on a lava source makes obsidian", "Minecraft Wiki: Obsidian") {
    $0.put("lava", 15, 1, 15)
    $0.put("water", 15, 2, 15)
    #expect($0.name(15, 1, 15) == "obsidian")
  },
  Situation("flowing lava meets water: cobblestone", "Minecraft Wiki: Cobblestone") {
    $0.put("lava", 15, 1, 15)
    $0.tick(35)
    #expect($0.at(16, 1, 15).kind == .lava)
    $0.put("water", 17, 1, 15)
    #expect($0.name(16, 1, 15) == "cobblestone")
  },
  Situation("lava that falls onto water makes stone", "Minecraft Wiki: Stone") {
    for direction in Direction.horizontal {
      $0.world.write("stone", at: Cell(15, 1, 15) + direction)
      $0.world.write("stone", at: Cell(15, 3, 15) + direction)
    }
    $0.put("water", 15, 1, 15)
    $0.put("lava", 15, 3, 15)
    $0.tick(70)
    #expect($0.name(15, 1, 15) == "stone" || $0.name(15, 2, 15) == "stone")
  },
  Situation("water washes torches and dust away", "Minecraft Wiki: Water") {
    $0.put("torch", 17, 1, 15)
    $0.put("redstone_wire", 15, 1, 17)
    $0.put("water", 15, 1, 15)
    $0.tick(30)
    #expect($0.at(17, 1, 15).kind == .water)
    #expect($0.world.drops.map(\.item.name).sorted() == ["redstone", "torch"])
  },
  Situation("water stops at slabs, doors, signs and ladders", "Minecraft Wiki: Water") {
    for x in 3...7 {
      for z in 3...5 where z != 4 { $0.world.write("stone", at: Cell(x, 1, z)) }
    }
    $0.put("water", 3, 1, 4)
    $0.put("stone", 2, 1, 4)
    $0.put("oak_slab[type=bottom]", 5, 1, 4)
    $0.tick(40)
    #expect($0.at(4, 1, 4).kind == .water)
    #expect($0.at(5, 1, 4) == "oak_slab[type=bottom]")
    #expect($0.at(6, 1, 4).isAir)
  },
  Situation("a waterlogged slab feeds water as a source", "Minecraft Wiki: Waterlogging") {
    $0.put("oak_slab[type=bottom,waterlogged=true]", 15, 1, 15)
    $0.tick(40)
    #expect($0.at(16, 1, 15).number(.level) == 1)
    #expect($0.at(22, 1, 15).number(.level) == 7)
  },
  Situation("water in a basin of its own size stays still", "Minecraft Wiki: Water") {
    for x in 10...14 {
      for z in 10...14 {
        let isRim = x == 10 || x == 14 || z == 10 || z == 14
        $0.world.write(isRim ? "stone" : "water", at: Cell(x, 1, z))
      }
    }
    let before = $0.world.fingerprint
    $0.put("lantern", 10, 2, 10)
    $0.clear(10, 2, 10)
    $0.put("oak_planks", 9, 1, 10)
    $0.tick(200)
    $0.clear(9, 1, 10)
    $0.tick(200)
    #expect($0.world.fingerprint == before)
  },
]
