import Math
import Testing

@testable import VoxelWorld

/// How bright it is where.
let lightSituations: [Situation] = [
  Situation("a torch gives 14 and one less per block", "Minecraft Wiki: Light") {
    $0.roofed()
    $0.put("torch", 10, 1, 10)
    $0.world.settleLight()
    for step in 0...14 { #expect($0.blockLight(10 + step, 1, 10) == 14 - step) }
    #expect($0.blockLight(12, 3, 13) == 14 - 7)
  },
  Situation("light goes round corners", "Minecraft Wiki: Light") {
    $0.roofed()
    for z in 0...30 where z != 14 {
      for y in 1...7 { $0.world.set("stone", at: Cell(12, y, z)) }
    }
    for y in 2...7 { $0.world.set("stone", at: Cell(12, y, 14)) }
    $0.put("glowstone", 11, 1, 10)
    $0.world.settleLight()
    // Four steps along the wall, one through, four back.
    #expect($0.blockLight(13, 1, 14) == 15 - 6)
    #expect($0.blockLight(13, 1, 12) == 15 - 8)
  },
  Situation("opaque blocks are dark", "Minecraft Wiki: Light") {
    $0.roofed()
    $0.put("glowstone", 10, 1, 10)
    $0.put("stone", 11, 1, 10)
    $0.world.settleLight()
    #expect($0.blockLight(11, 1, 10) == 0)
  },
  Situation("breaking the only source makes it dark", "Minecraft Wiki: Light") {
    $0.roofed()
    $0.put("glowstone", 10, 1, 10)
    $0.world.settleLight()
    $0.clear(10, 1, 10)
    $0.world.settleLight()
    for x in 0..<32 { #expect($0.blockLight(x, 1, 10) == 0) }
  },
  Situation("another source fills what one leaves", "Minecraft Wiki: Light") {
    $0.roofed()
    $0.put("glowstone", 10, 1, 10)
    $0.put("torch", 14, 1, 10)
    $0.world.settleLight()
    $0.clear(10, 1, 10)
    $0.world.settleLight()
    #expect($0.blockLight(10, 1, 10) == 10)
    #expect($0.blockLight(14, 1, 10) == 14)
  },
  Situation("the open sky gives 15 all the way down", "Minecraft Wiki: Light") {
    $0.world.turnOnLight()
    #expect($0.skyLight(10, 1, 10) == 15)
    #expect($0.skyLight(10, 0, 10) == 0)
  },
  Situation("under a roof sky light comes in from the side", "Minecraft Wiki: Light") {
    for x in 10...20 {
      for z in 10...20 { $0.world.set("stone", at: Cell(x, 4, z)) }
    }
    $0.world.turnOnLight()
    #expect($0.skyLight(9, 1, 15) == 15)
    #expect($0.skyLight(10, 1, 15) == 14)
    #expect($0.skyLight(15, 1, 15) == 9)
  },
  Situation("water takes one more level per block", "Minecraft Wiki: Light") {
    for y in 1...6 {
      for z in 0..<32 {
        for x in 0..<32 { $0.world.write("water", at: Cell(x, y, z)) }
      }
    }
    $0.world.turnOnLight()
    for depth in 1...6 { #expect($0.skyLight(15, 7 - depth, 15) == 15 - depth) }
  },
  Situation("leaves dim the sky", "Minecraft Wiki: Light") {
    for x in 0..<32 {
      for z in 0..<32 { $0.world.write("oak_leaves", at: Cell(x, 5, z)) }
    }
    $0.world.turnOnLight()
    #expect($0.skyLight(15, 4, 15) == 13)
  },
  Situation("glass lets the sky through", "Minecraft Wiki: Light") {
    for x in 0..<32 {
      for z in 0..<32 { $0.world.write("glass", at: Cell(x, 5, z)) }
    }
    $0.world.turnOnLight()
    #expect($0.skyLight(15, 1, 15) == 15)
  },
  Situation("a lamp lights its room when it is switched on", "Minecraft Wiki: Redstone Lamp") {
    $0.roofed()
    $0.put("redstone_lamp", 10, 1, 10)
    $0.put("lever[face=floor]", 9, 1, 10)
    $0.world.settleLight()
    #expect($0.blockLight(11, 1, 10) == 0)
    $0.use(9, 1, 10)
    $0.world.settleLight()
    #expect($0.blockLight(11, 1, 10) == 14)
  },
  Situation("following changes gives what working it out anew gives", "the definition of light") {
    $0.world.turnOnLight()
    var random = Random(seed: 12)
    let states: [BlockState] = [
      .air, "stone", "torch", "glowstone", "glass", "water", "oak_leaves",
    ]
    for _ in 0..<60 {
      for _ in 0..<20 {
        let cell = Cell(
          random.index(below: 32), random.index(below: 24), random.index(below: 32))
        $0.world.change(cell, to: states[random.index(below: states.count)])
      }
      $0.world.settleLight()
    }
    var anew = $0.world
    anew.turnOnLight()
    #expect(anew.light?.levels == $0.world.light?.levels)
  },
]

extension Stage {
  /// Puts a roof over everything, so that light comes from blocks alone, and turns light on.
  fileprivate mutating func roofed() {
    for x in 0..<32 {
      for z in 0..<32 { world.write("stone", at: Cell(x, 8, z)) }
    }
    world.turnOnLight()
  }

  fileprivate func blockLight(_ x: Int, _ y: Int, _ z: Int) -> Int {
    world.blockLight(at: Cell(x, y, z))
  }

  fileprivate func skyLight(_ x: Int, _ y: Int, _ z: Int) -> Int {
    world.skyLight(at: Cell(x, y, z))
  }
}
