import Testing

@testable import VoxelWorld

private let on: BlockState = "lever[face=floor,powered=true]"
private let off: BlockState = "lever[face=floor,powered=false]"

/// Power, delay and what it drives.
let redstoneSituations: [Situation] = [
  Situation("dust loses one level per block", "Minecraft Wiki: Redstone Dust") {
    $0.put(on, 4, 1, 4)
    $0.wire(from: Cell(5, 1, 4), to: Cell(21, 1, 4))
    for step in 0...14 { #expect($0.power(5 + step, 1, 4) == 15 - step) }
    #expect($0.power(20, 1, 4) == 0)
    $0.use(4, 1, 4)
    for x in 5...21 { #expect($0.power(x, 1, 4) == 0) }
  },
  Situation("dust takes the shorter of two ways", "Minecraft Wiki: Redstone Dust") {
    $0.wire(from: Cell(5, 1, 4), to: Cell(11, 1, 4))
    $0.wire(from: Cell(5, 1, 5), to: Cell(5, 1, 8))
    $0.put(on, 4, 1, 4)
    $0.put(on, 5, 1, 9)
    #expect($0.power(5, 1, 4) == 15)
    #expect($0.power(5, 1, 8) == 15)
    #expect($0.power(5, 1, 6) == 13)
    $0.use(4, 1, 4)
    #expect($0.power(5, 1, 4) == 11)
    #expect($0.power(11, 1, 4) == 5)
  },
  Situation("dust climbs a block", "Minecraft Wiki: Redstone Dust") {
    $0.put("stone", 6, 1, 4)
    $0.put(on, 4, 1, 4)
    $0.put("redstone_wire", 5, 1, 4)
    $0.put("redstone_wire", 6, 2, 4)
    #expect($0.power(6, 2, 4) == 14)
    #expect($0.at(5, 1, 4).word(.east) == .up)
  },
  Situation("a block over the lower dust cuts the climb", "Minecraft Wiki: Redstone Dust") {
    $0.put("stone", 6, 1, 4)
    $0.put(on, 4, 1, 4)
    $0.put("redstone_wire", 5, 1, 4)
    $0.put("redstone_wire", 6, 2, 4)
    $0.put("stone", 5, 2, 4)
    #expect($0.power(6, 2, 4) == 0)
    $0.put("glass", 5, 2, 4)
    #expect($0.power(6, 2, 4) == 14)
  },
  Situation("glass carries a signal up and not down", "Minecraft Wiki: Redstone Dust") {
    $0.put("glass", 6, 1, 4)
    $0.put("redstone_wire", 5, 1, 4)
    $0.put("redstone_wire", 6, 2, 4)
    $0.put(on, 4, 1, 4)
    #expect($0.power(6, 2, 4) == 14)
    $0.clear(4, 1, 4)
    $0.put("stone", 7, 2, 4)
    $0.put("lever[face=floor,powered=true]", 7, 3, 4)
    #expect($0.power(6, 2, 4) == 15)
    #expect($0.power(5, 1, 4) == 0)
  },
  Situation("a block of redstone powers dust on all sides", "Minecraft Wiki: Block of Redstone") {
    $0.put("redstone_wire", 5, 1, 4)
    $0.put("redstone_wire", 3, 1, 4)
    $0.put("redstone_block", 4, 1, 4)
    #expect($0.power(5, 1, 4) == 15 && $0.power(3, 1, 4) == 15)
    $0.clear(4, 1, 4)
    #expect($0.power(5, 1, 4) == 0)
  },
  Situation("dust on a block powers a lamp beside the block", "Minecraft Wiki: Redstone Dust") {
    $0.put("stone", 5, 1, 4)
    $0.put("redstone_lamp", 6, 1, 4)
    $0.put("redstone_wire", 5, 2, 4)
    $0.put("stone", 4, 1, 4)
    $0.put(on, 4, 2, 4)
    #expect($0.isLit(6, 1, 4))
  },
  Situation("dust does not power what it passes", "Minecraft Wiki: Redstone Dust") {
    $0.put(on, 4, 1, 4)
    $0.wire(from: Cell(5, 1, 4), to: Cell(8, 1, 4))
    $0.put("redstone_lamp", 6, 1, 5)
    #expect(!$0.isLit(6, 1, 5))
  },
  Situation("dust powers what it points at", "Minecraft Wiki: Redstone Dust") {
    $0.put(on, 4, 1, 4)
    $0.wire(from: Cell(5, 1, 4), to: Cell(6, 1, 4))
    $0.put("redstone_lamp", 7, 1, 4)
    #expect($0.isLit(7, 1, 4))
  },
  Situation("a weakly powered block does not power dust", "Minecraft Wiki: Redstone mechanics") {
    $0.put(on, 4, 1, 4)
    $0.put("redstone_wire", 5, 1, 4)
    $0.put("stone", 6, 1, 4)
    $0.put("redstone_wire", 7, 1, 4)
    #expect($0.power(7, 1, 4) == 0)
  },
  Situation("a lever powers dust through its block", "Minecraft Wiki: Lever") {
    $0.put("stone", 5, 1, 4)
    $0.put("lever[face=wall,facing=west,powered=true]", 4, 1, 4)
    $0.put("redstone_wire", 6, 1, 4)
    #expect($0.power(6, 1, 4) == 15)
    $0.use(4, 1, 4)
    #expect($0.power(6, 1, 4) == 0)
  },
  Situation("glass passes no power on", "Minecraft Wiki: Opacity") {
    $0.put("glass", 5, 1, 4)
    $0.put("lever[face=wall,facing=west,powered=true]", 4, 1, 4)
    $0.put("redstone_wire", 6, 1, 4)
    #expect($0.power(6, 1, 4) == 0)
  },
  Situation("a torch inverts with a delay of two ticks", "Minecraft Wiki: Redstone Torch") {
    $0.put("stone", 5, 1, 4)
    $0.put("lever[face=wall,facing=west,powered=false]", 4, 1, 4)
    $0.put("redstone_torch", 5, 2, 4)
    #expect($0.isLit(5, 2, 4))
    $0.use(4, 1, 4)
    $0.tick()
    #expect($0.isLit(5, 2, 4))
    $0.tick()
    #expect(!$0.isLit(5, 2, 4))
    $0.use(4, 1, 4)
    $0.tick(2)
    #expect($0.isLit(5, 2, 4))
  },
  Situation("a torch powers the block above it strongly", "Minecraft Wiki: Redstone Torch") {
    $0.put("redstone_torch", 5, 1, 4)
    $0.put("stone", 5, 2, 4)
    $0.put("stone", 6, 1, 4)
    $0.put("redstone_wire", 6, 2, 4)
    #expect($0.power(6, 2, 4) == 15)
  },
  Situation("a torch does not power its own block", "Minecraft Wiki: Redstone Torch") {
    $0.put("redstone_lamp", 5, 1, 4)
    $0.put("redstone_torch", 5, 2, 4)
    #expect(!$0.isLit(5, 1, 4))
  },
  Situation("a short-circuited torch burns out", "Minecraft Wiki: Redstone Torch") {
    $0.put("stone", 5, 1, 4)
    $0.put("stone", 5, 1, 5)
    $0.put("redstone_wall_torch[facing=east]", 6, 1, 4)
    $0.put("redstone_wire", 6, 1, 5)
    $0.put("redstone_wire", 5, 2, 5)
    $0.put("redstone_wire", 5, 2, 4)
    var flips = 0
    for _ in 0..<60 {
      let before = $0.isLit(6, 1, 4)
      $0.tick()
      if before, !$0.isLit(6, 1, 4) { flips += 1 }
    }
    #expect(flips == 8)
    #expect(!$0.isLit(6, 1, 4))
  },
  Situation("a repeater restores the level", "Minecraft Wiki: Redstone Repeater") {
    $0.put(on, 4, 1, 4)
    $0.wire(from: Cell(5, 1, 4), to: Cell(9, 1, 4))
    $0.put("repeater[facing=west]", 10, 1, 4)
    $0.put("redstone_wire", 11, 1, 4)
    $0.tick(2)
    #expect($0.power(9, 1, 4) == 11)
    #expect($0.power(11, 1, 4) == 15)
  },
  Situation("a repeater's delay is twice its setting in ticks", "Minecraft Wiki: Redstone Repeater")
  {
    for delay in 1...4 {
      let z = 2 + 3 * delay
      $0.put(off, 4, 1, z)
      $0.put(BlockState("repeater[facing=west]").with(.delay, delay), 5, 1, z)
      $0.use(4, 1, z)
    }
    for time in 1...8 {
      $0.tick()
      for delay in 1...4 {
        #expect($0.at(5, 1, 2 + 3 * delay).flag(.powered) == (time >= 2 * delay))
      }
    }
  },
  Situation("a repeater passes power one way", "Minecraft Wiki: Redstone Repeater") {
    $0.put("repeater[facing=west]", 5, 1, 4)
    $0.put(on, 6, 1, 4)
    $0.put("redstone_wire", 4, 1, 4)
    $0.tick(4)
    #expect($0.power(4, 1, 4) == 0)
  },
  Situation("a repeater stretches a short pulse", "Minecraft Wiki: Redstone Repeater") {
    $0.put(off, 4, 1, 4)
    $0.put("repeater[facing=west,delay=4]", 5, 1, 4)
    $0.use(4, 1, 4)
    $0.tick(2)
    $0.use(4, 1, 4)
    $0.tick(6)
    #expect($0.at(5, 1, 4).flag(.powered))
    $0.tick(7)
    #expect($0.at(5, 1, 4).flag(.powered))
    $0.tick()
    #expect(!$0.at(5, 1, 4).flag(.powered))
  },
  Situation("a powered repeater at its side locks a repeater", "Minecraft Wiki: Redstone Repeater")
  {
    $0.put(off, 4, 1, 4)
    $0.put("repeater[facing=west]", 5, 1, 4)
    $0.put("repeater[facing=south]", 5, 1, 5)
    $0.put(on, 5, 1, 6)
    $0.tick(2)
    #expect($0.at(5, 1, 4).flag(.locked))
    $0.use(4, 1, 4)
    $0.tick(6)
    #expect(!$0.at(5, 1, 4).flag(.powered))
    $0.use(5, 1, 6)
    $0.tick(6)
    #expect($0.at(5, 1, 4).flag(.powered))
  },
  Situation("a repeater powers the block in front strongly", "Minecraft Wiki: Redstone Repeater") {
    $0.put(on, 4, 1, 4)
    $0.put("repeater[facing=west]", 5, 1, 4)
    $0.put("stone", 6, 1, 4)
    $0.put("redstone_wire", 7, 1, 4)
    $0.tick(2)
    #expect($0.power(7, 1, 4) == 15)
  },
  Situation("a comparator passes its rear on", "Minecraft Wiki: Redstone Comparator") {
    $0.put(on, 4, 1, 4)
    $0.wire(from: Cell(5, 1, 4), to: Cell(8, 1, 4))
    $0.put("comparator[facing=west]", 9, 1, 4)
    $0.put("redstone_wire", 10, 1, 4)
    $0.tick(2)
    #expect($0.power(10, 1, 4) == 12)
  },
  Situation("a stronger side stops a comparator", "Minecraft Wiki: Redstone Comparator") {
    $0.put(on, 4, 1, 4)
    $0.wire(from: Cell(5, 1, 4), to: Cell(8, 1, 4))
    $0.put("comparator[facing=west]", 9, 1, 4)
    $0.put("redstone_wire", 10, 1, 4)
    $0.put("redstone_block", 9, 1, 5)
    $0.tick(2)
    #expect($0.power(10, 1, 4) == 0)
  },
  Situation("a comparator subtracts its stronger side", "Minecraft Wiki: Redstone Comparator") {
    $0.put("redstone_block", 8, 1, 4)
    $0.put("comparator[facing=west,mode=subtract]", 9, 1, 4)
    $0.put("redstone_wire", 10, 1, 4)
    $0.wire(from: Cell(9, 1, 5), to: Cell(9, 1, 10))
    $0.put(on, 9, 1, 11)
    $0.tick(4)
    // Six cells of wire from the lever: 15, 14, ... 10 beside the comparator.
    #expect($0.power(9, 1, 5) == 10)
    #expect($0.power(10, 1, 4) == 5)
  },
  Situation("a comparator reads a cake", "Minecraft Wiki: Cake") {
    $0.put("cake", 4, 1, 4)
    $0.put("comparator[facing=west]", 5, 1, 4)
    $0.put("redstone_wire", 6, 1, 4)
    $0.tick(2)
    #expect($0.power(6, 1, 4) == 14)
    $0.use(4, 1, 4)
    $0.tick(2)
    #expect($0.power(6, 1, 4) == 12)
  },
  Situation("a comparator reads a cauldron through a block", "Minecraft Wiki: Redstone Comparator")
  {
    $0.put("water_cauldron[level=3]", 3, 1, 4)
    $0.put("stone", 4, 1, 4)
    $0.put("comparator[facing=west]", 5, 1, 4)
    $0.put("redstone_wire", 6, 1, 4)
    $0.tick(2)
    #expect($0.power(6, 1, 4) == 3)
  },
  Situation("a comparator reads a chest", "Minecraft Wiki: Chest") {
    $0.put("chest", 4, 1, 4)
    $0.put("comparator[facing=west]", 5, 1, 4)
    $0.put("redstone_wire", 6, 1, 4)
    $0.world.setFillLevel(7, at: Cell(4, 1, 4))
    $0.tick(2)
    #expect($0.power(6, 1, 4) == 7)
  },
  Situation("a lamp lights at once and goes out after four ticks", "Minecraft Wiki: Redstone Lamp")
  {
    $0.put("redstone_lamp", 5, 1, 4)
    $0.put(off, 4, 1, 4)
    $0.use(4, 1, 4)
    #expect($0.isLit(5, 1, 4))
    $0.use(4, 1, 4)
    $0.tick(3)
    #expect($0.isLit(5, 1, 4))
    $0.tick()
    #expect(!$0.isLit(5, 1, 4))
  },
  Situation("a stone button holds for 20 ticks", "Minecraft Wiki: Button") {
    $0.put("stone_button[face=floor]", 4, 1, 4)
    $0.put("redstone_wire", 5, 1, 4)
    $0.use(4, 1, 4)
    #expect($0.power(5, 1, 4) == 15)
    $0.tick(19)
    #expect($0.power(5, 1, 4) == 15)
    $0.tick()
    #expect($0.power(5, 1, 4) == 0)
  },
  Situation("a wooden button holds for 30 ticks", "Minecraft Wiki: Button") {
    $0.put("oak_button[face=floor]", 4, 1, 4)
    $0.use(4, 1, 4)
    $0.tick(29)
    #expect($0.at(4, 1, 4).flag(.powered))
    $0.tick()
    #expect(!$0.at(4, 1, 4).flag(.powered))
  },
  Situation("a plate is down while a body stands on it", "Minecraft Wiki: Pressure Plate") {
    $0.put("stone_pressure_plate", 4, 1, 4)
    $0.put("redstone_wire", 5, 1, 4)
    $0.world.occupants = [Box(x: 4.2...4.8, y: 1...2.8, z: 4.2...4.8)]
    $0.world.pressPlates()
    #expect($0.power(5, 1, 4) == 15)
    $0.tick(40)
    #expect($0.power(5, 1, 4) == 15)
    $0.world.occupants = []
    $0.tick(20)
    #expect($0.power(5, 1, 4) == 0)
  },
  Situation("a weighted plate counts", "Minecraft Wiki: Light Weighted Pressure Plate") {
    $0.put("light_weighted_pressure_plate", 4, 1, 4)
    let box = Box(x: 4.2...4.8, y: 1...2.8, z: 4.2...4.8)
    $0.world.occupants = [box, box, box]
    $0.world.pressPlates()
    #expect($0.power(4, 1, 4) == 3)
  },
  Situation("an iron door opens to power and no hand", "Minecraft Wiki: Iron Door") {
    $0.world.write("iron_door[half=lower]", at: Cell(5, 1, 4))
    $0.put("iron_door[half=upper]", 5, 2, 4)
    $0.use(5, 1, 4)
    #expect(!$0.at(5, 1, 4).flag(.open))
    $0.put(on, 4, 1, 4)
    #expect($0.at(5, 1, 4).flag(.open) && $0.at(5, 2, 4).flag(.open))
    $0.use(4, 1, 4)
    #expect(!$0.at(5, 1, 4).flag(.open) && !$0.at(5, 2, 4).flag(.open))
  },
  Situation("power at its upper half opens a door", "Minecraft Wiki: Door") {
    $0.world.write("oak_door[half=lower]", at: Cell(5, 1, 4))
    $0.put("oak_door[half=upper]", 5, 2, 4)
    $0.put("stone", 4, 1, 4)
    $0.put(on, 4, 2, 4)
    #expect($0.at(5, 1, 4).flag(.open) && $0.at(5, 2, 4).flag(.open))
  },
  Situation("a hand opens both halves of a wooden door", "Minecraft Wiki: Door") {
    $0.world.write("oak_door[half=lower]", at: Cell(5, 1, 4))
    $0.put("oak_door[half=upper]", 5, 2, 4)
    $0.use(5, 2, 4)
    #expect($0.at(5, 1, 4).flag(.open) && $0.at(5, 2, 4).flag(.open))
    $0.use(5, 1, 4)
    #expect(!$0.at(5, 1, 4).flag(.open) && !$0.at(5, 2, 4).flag(.open))
  },
  Situation("trapdoors and gates open to power", "Minecraft Wiki: Trapdoor") {
    $0.put("iron_trapdoor", 5, 1, 4)
    $0.put("oak_fence_gate", 3, 1, 4)
    $0.put(on, 4, 1, 4)
    #expect($0.at(5, 1, 4).flag(.open) && $0.at(3, 1, 4).flag(.open))
    $0.use(4, 1, 4)
    #expect(!$0.at(5, 1, 4).flag(.open) && !$0.at(3, 1, 4).flag(.open))
  },
  Situation("a note block plays once per rising edge", "Minecraft Wiki: Note Block") {
    $0.put("note_block[note=7]", 5, 1, 4)
    $0.put(off, 4, 1, 4)
    $0.use(4, 1, 4)
    $0.tick(10)
    #expect($0.world.notes.map(\.pitch) == [7])
    $0.use(4, 1, 4)
    $0.use(4, 1, 4)
    #expect($0.world.notes.count == 2)
    $0.put("stone", 5, 2, 4)
    $0.use(4, 1, 4)
    $0.use(4, 1, 4)
    #expect($0.world.notes.count == 2)
  },
  Situation("using a note block tunes it up, 24 to 0", "Minecraft Wiki: Note Block") {
    $0.put("note_block[note=24]", 5, 1, 4)
    $0.use(5, 1, 4)
    #expect($0.at(5, 1, 4).number(.note) == 0)
    $0.use(5, 1, 4)
    #expect($0.at(5, 1, 4).number(.note) == 1)
  },
  Situation("an observer sees a change and pulses for two ticks", "Minecraft Wiki: Observer") {
    $0.put("observer[facing=west]", 5, 1, 4)
    $0.put("redstone_wire", 6, 1, 4)
    $0.put("stone", 4, 1, 4)
    $0.tick()
    #expect($0.power(6, 1, 4) == 0)
    $0.tick()
    #expect($0.power(6, 1, 4) == 15)
    $0.tick(2)
    #expect($0.power(6, 1, 4) == 0)
  },
  Situation("two observers that look at each other are a clock", "Minecraft Wiki: Observer") {
    $0.put("observer[facing=east]", 5, 1, 4)
    $0.put("observer[facing=west]", 6, 1, 4)
    var pulses = 0
    for _ in 0..<40 {
      let before = $0.at(5, 1, 4).flag(.powered)
      $0.tick()
      if !before, $0.at(5, 1, 4).flag(.powered) { pulses += 1 }
    }
    #expect(pulses == 10)
  },
  Situation("a setting of a repeater goes round", "Minecraft Wiki: Redstone Repeater") {
    $0.put("repeater", 5, 1, 4)
    for delay in [2, 3, 4, 1] {
      $0.use(5, 1, 4)
      #expect($0.at(5, 1, 4).number(.delay) == delay)
    }
  },
  Situation("dust that nothing joins is a cross or a dot", "Minecraft Wiki: Redstone Dust") {
    $0.put("redstone_wire[north=side,south=side,east=side,west=side]", 5, 1, 4)
    #expect($0.at(5, 1, 4).word(.north) == .side)
    $0.use(5, 1, 4)
    #expect($0.at(5, 1, 4).word(.north) == PropertyWord.none)
    $0.use(5, 1, 4)
    #expect($0.at(5, 1, 4).word(.north) == .side)
  },
  Situation("a dot powers the block below and nothing beside", "Minecraft Wiki: Redstone Dust") {
    $0.put("redstone_lamp", 5, 1, 4)
    $0.put("redstone_lamp", 5, 2, 5)
    $0.put("redstone_wire", 5, 2, 4)
    $0.put("redstone_torch", 5, 3, 5)
    #expect(!$0.isLit(5, 1, 4))
    $0.put("stone", 4, 2, 4)
    $0.put("lever[face=wall,facing=west,powered=true]", 3, 2, 4)
    #expect($0.power(5, 2, 4) == 15)
    #expect($0.isLit(5, 1, 4))
    #expect(!$0.isLit(5, 2, 5))
  },
]
