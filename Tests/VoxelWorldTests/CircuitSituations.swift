import Testing

@testable import VoxelWorld

/// A lever on the floor that a circuit reads.
private func lever(_ isOn: Bool) -> BlockState {
  BlockState("lever[face=floor]").with(.powered, isOn)
}

/// Pistons, and circuits made of the parts.
let circuitSituations: [Situation] = [
  Situation("a piston pushes and leaves its load", "Minecraft Wiki: Piston") {
    $0.put("piston[facing=east]", 5, 1, 4)
    $0.put("oak_planks", 6, 1, 4)
    $0.put(lever(true), 4, 1, 4)
    $0.tick(4)
    #expect($0.name(7, 1, 4) == "oak_planks")
    #expect($0.name(6, 1, 4) == "piston_head")
    $0.use(4, 1, 4)
    $0.tick(4)
    #expect($0.name(7, 1, 4) == "oak_planks")
    #expect($0.at(6, 1, 4).isAir)
    #expect(!$0.at(5, 1, 4).flag(.extended))
  },
  Situation("a sticky piston pulls one block back", "Minecraft Wiki: Piston") {
    $0.put("sticky_piston[facing=east]", 5, 1, 4)
    $0.put("oak_planks", 6, 1, 4)
    $0.put("stone", 7, 1, 4)
    $0.put(lever(true), 4, 1, 4)
    $0.tick(4)
    #expect($0.name(7, 1, 4) == "oak_planks" && $0.name(8, 1, 4) == "stone")
    $0.use(4, 1, 4)
    $0.tick(4)
    #expect($0.name(6, 1, 4) == "oak_planks")
    #expect($0.at(7, 1, 4).isAir && $0.name(8, 1, 4) == "stone")
  },
  Situation("a push takes two ticks once it has begun", "Minecraft Wiki: Piston") {
    $0.put("piston[facing=east]", 5, 1, 4)
    $0.put("oak_planks", 6, 1, 4)
    $0.put(lever(true), 4, 1, 4)
    $0.tick()
    #expect($0.name(7, 1, 4) == "moving_piston")
    $0.tick()
    #expect($0.name(7, 1, 4) == "moving_piston")
    $0.tick()
    #expect($0.name(7, 1, 4) == "oak_planks")
  },
  Situation("a piston pushes twelve blocks", "Minecraft Wiki: Piston") {
    $0.put("piston[facing=east]", 5, 1, 4)
    for x in 6...17 { $0.put("stone", x, 1, 4) }
    $0.put(lever(true), 4, 1, 4)
    $0.tick(4)
    #expect($0.name(18, 1, 4) == "stone" && $0.name(6, 1, 4) == "piston_head")
  },
  Situation("a piston does not push thirteen blocks", "Minecraft Wiki: Piston") {
    $0.put("piston[facing=east]", 5, 1, 4)
    for x in 6...18 { $0.put("stone", x, 1, 4) }
    $0.put(lever(true), 4, 1, 4)
    $0.tick(4)
    #expect(!$0.at(5, 1, 4).flag(.extended))
    $0.clear(18, 1, 4)
    $0.tick(4)
    #expect(!$0.at(5, 1, 4).flag(.extended))
    $0.clear(6, 1, 4)
    $0.tick(4)
    #expect($0.at(5, 1, 4).flag(.extended))
  },
  Situation("obsidian, chests and extended pistons do not move", "Minecraft Wiki: Piston") {
    for (z, state) in ["obsidian", "chest", "bedrock"].enumerated() {
      $0.put("piston[facing=east]", 5, 1, 4 + 2 * z)
      $0.put(BlockState(stringLiteral: state), 6, 1, 4 + 2 * z)
      $0.put(lever(true), 4, 1, 4 + 2 * z)
      $0.tick(4)
      #expect(!$0.at(5, 1, 4 + 2 * z).flag(.extended))
    }
  },
  Situation("a piston breaks torches and pushes what they stood on", "Minecraft Wiki: Piston") {
    $0.put("piston[facing=east]", 5, 1, 4)
    $0.put("stone", 6, 1, 4)
    $0.put("torch", 6, 2, 4)
    $0.put("torch", 7, 1, 4)
    $0.put(lever(true), 4, 1, 4)
    $0.tick(4)
    #expect($0.name(7, 1, 4) == "stone")
    #expect($0.at(6, 2, 4).isAir)
    #expect($0.world.drops.map(\.item.name) == ["torch", "torch"])
  },
  Situation("a piston is not powered through its face", "Minecraft Wiki: Piston") {
    $0.put("piston[facing=east]", 5, 1, 4)
    $0.put("redstone_block", 6, 1, 4)
    $0.tick(4)
    #expect(!$0.at(5, 1, 4).flag(.extended))
  },
  Situation("power over a piston counts only if asked for", "Minecraft Wiki: Quasi-connectivity") {
    $0.put("piston[facing=east]", 5, 1, 4)
    $0.put("redstone_block", 4, 2, 4)
    $0.put("stone", 9, 1, 4)
    $0.tick(4)
    #expect(!$0.at(5, 1, 4).flag(.extended))
    $0.world.settings.quasiConnectivity = true
    $0.put("stone", 5, 1, 5)
    $0.tick(4)
    #expect($0.at(5, 1, 4).flag(.extended))
  },
  Situation("a short pulse leaves a sticky piston's load", "Minecraft Wiki: Piston") {
    $0.put("sticky_piston[facing=east]", 5, 1, 4)
    $0.put("oak_planks", 6, 1, 4)
    $0.put(lever(true), 4, 1, 4)
    $0.tick()
    $0.use(4, 1, 4)
    $0.tick(5)
    #expect($0.name(7, 1, 4) == "oak_planks")
    #expect(!$0.at(5, 1, 4).flag(.extended))
  },
  Situation("sand that loses its floor to a piston falls", "Minecraft Wiki: Piston") {
    $0.put("stone", 6, 1, 4)
    $0.put("stone", 6, 2, 4)
    $0.put("sand", 6, 3, 4)
    $0.put("sticky_piston[facing=east]", 5, 2, 4)
    $0.put("stone", 4, 1, 4)
    $0.put(lever(true), 4, 2, 4)
    $0.tick(30)
    #expect($0.name(6, 3, 4) == "sand" && $0.name(6, 2, 4) == "piston_head")
    $0.use(4, 2, 4)
    $0.tick(30)
    #expect($0.name(6, 2, 4) == "stone")
  },
  Situation("breaking the head breaks the piston", "Minecraft Wiki: Piston") {
    $0.put("piston[facing=east]", 5, 1, 4)
    $0.put(lever(true), 4, 1, 4)
    $0.tick(4)
    $0.clear(6, 1, 4)
    #expect($0.at(5, 1, 4).isAir)
    #expect($0.world.drops.map(\.item.name) == ["piston"])
  },
  Situation("breaking the piston removes its head", "Minecraft Wiki: Piston") {
    $0.put("piston[facing=east]", 5, 1, 4)
    $0.put(lever(true), 4, 1, 4)
    $0.tick(4)
    $0.clear(5, 1, 4)
    #expect($0.at(6, 1, 4).isAir)
  },
  Situation("a ring of repeaters keeps its period", "Minecraft Wiki: Redstone circuits/Clock") {
    // Two repeaters in a ring of dust, four game ticks each: one pulse every eight ticks.
    $0.put("repeater[facing=west,delay=2]", 5, 1, 4)
    $0.put("repeater[facing=east,delay=2]", 5, 1, 6)
    $0.put("redstone_wire", 6, 1, 4)
    $0.put("redstone_wire", 6, 1, 5)
    $0.put("redstone_wire", 6, 1, 6)
    $0.put("redstone_wire", 4, 1, 6)
    $0.put("redstone_wire", 4, 1, 5)
    $0.put("redstone_wire", 4, 1, 4)
    $0.put(lever(true), 3, 1, 4)
    $0.tick(3)
    $0.use(3, 1, 4)
    $0.tick(40)
    var rises: [Int] = []
    var before = $0.at(5, 1, 4).flag(.powered)
    for time in 0..<80 {
      $0.tick()
      let now = $0.at(5, 1, 4).flag(.powered)
      if now, !before { rises.append(time) }
      before = now
    }
    #expect(rises.count == 10)
    #expect(zip(rises, rises.dropFirst()).allSatisfy { $1 - $0 == 8 })
  },
  Situation("two torches hold one bit", "Minecraft Wiki: Redstone circuits/Memory") {
    // An RS NOR latch: each torch hangs on the block that the other one's dust powers.
    $0.put("stone", 5, 1, 4)
    $0.put("stone", 11, 1, 4)
    $0.put("redstone_wall_torch[facing=south]", 5, 1, 5)
    $0.put("redstone_wall_torch[facing=north]", 11, 1, 3)
    $0.wire(from: Cell(5, 1, 6), to: Cell(9, 1, 6))
    $0.wire(from: Cell(9, 1, 5), to: Cell(9, 1, 4))
    $0.put("redstone_wire", 10, 1, 4)
    $0.wire(from: Cell(11, 1, 2), to: Cell(7, 1, 2))
    $0.wire(from: Cell(7, 1, 3), to: Cell(7, 1, 4))
    $0.put("redstone_wire", 6, 1, 4)
    let set = Cell(4, 1, 4)
    let reset = Cell(12, 1, 4)
    $0.put("lever[face=wall,facing=west]", set.x, set.y, set.z)
    $0.put("lever[face=wall,facing=east]", reset.x, reset.y, reset.z)
    for (lever, isSet) in [(set, true), (reset, false), (reset, false), (set, true)] {
      $0.world.use(lever)
      $0.tick(10)
      $0.world.use(lever)
      $0.tick(10)
      #expect($0.isLit(11, 1, 3) == isSet)
      #expect($0.isLit(5, 1, 5) == !isSet)
    }
  },
  Situation("AND by three torches", "Minecraft Wiki: Redstone circuits/Logic") {
    // Inputs invert on two blocks; dust between joins them; a torch below inverts again.
    for (a, b) in [(false, false), (false, true), (true, false), (true, true)] {
      var stage = Stage()
      for (x, input) in [(4, a), (6, b)] {
        stage.put("stone", x, 1, 4)
        stage.put("redstone_torch", x, 2, 4)
        stage.put(
          BlockState("lever[face=wall,facing=north]").with(.powered, input), x, 1, 3)
      }
      stage.put("stone", 5, 1, 4)
      stage.put("redstone_wire", 5, 2, 4)
      stage.put("redstone_wall_torch[facing=south]", 5, 1, 5)
      stage.tick(10)
      #expect(stage.isLit(5, 1, 5) == (a && b))
    }
    $0.tick()
  },
  Situation("OR by joined dust", "Minecraft Wiki: Redstone circuits/Logic") {
    for (a, b) in [(false, false), (false, true), (true, false), (true, true)] {
      var stage = Stage()
      stage.put(lever(a), 4, 1, 3)
      stage.put(lever(b), 4, 1, 5)
      stage.wire(from: Cell(4, 1, 4), to: Cell(6, 1, 4))
      stage.put("redstone_lamp", 7, 1, 4)
      #expect(stage.isLit(7, 1, 4) == (a || b))
    }
    $0.tick()
  },
  Situation("a half adder adds two bits", "Minecraft Wiki: Redstone circuits/Arithmetic") {
    for (a, b) in [(false, false), (false, true), (true, false), (true, true)] {
      var stage = Stage()
      stage.halfAdder(a, b)
      stage.tick(16)
      #expect(stage.isLit(5, 1, 5) == (a && b), "carry of \(a) and \(b)")
      #expect((stage.power(8, 1, 8) > 0) == (a != b), "sum of \(a) and \(b)")
    }
    $0.tick()
  },
]

extension Stage {
  /// The carry is an AND of torches about (5, 1, 4); the sum is what joined dust to the north says,
  /// less the carry, in a comparator at (8, 1, 7).
  fileprivate mutating func halfAdder(_ a: Bool, _ b: Bool) {
    for (x, wall, input) in [(4, "west", a), (6, "east", b)] {
      put("stone", x, 1, 4)
      put("redstone_torch", x, 2, 4)
      let lever = BlockState(stringLiteral: "lever[face=wall,facing=\(wall)]")
      put(lever.with(.powered, input), x == 4 ? 3 : 7, 1, 4)
    }
    put("stone", 5, 1, 4)
    put("redstone_wire", 5, 2, 4)
    put("redstone_wall_torch[facing=south]", 5, 1, 5)
    // A stone keeps the dust of the OR apart from the dust of the AND.
    put("stone", 5, 2, 3)
    wire(from: Cell(4, 1, 3), to: Cell(8, 1, 3))
    wire(from: Cell(8, 1, 4), to: Cell(8, 1, 6))
    wire(from: Cell(5, 1, 6), to: Cell(5, 1, 7))
    put("redstone_wire", 6, 1, 7)
    put("repeater[facing=west]", 7, 1, 7)
    put("comparator[facing=north,mode=subtract]", 8, 1, 7)
    put("redstone_wire", 8, 1, 8)
  }
}
