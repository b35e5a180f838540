import Math
import Testing

@testable import VoxelWorld

private func keys(
  forward: Double = 0, jump: Bool = false, sprint: Bool = false, sneak: Bool = false
) -> Keys {
  var keys = Keys()
  keys.forward = forward
  keys.jump = jump
  keys.sprint = sprint
  keys.sneak = sneak
  return keys
}

extension Body {
  /// Moves for some ticks with the same keys and tells the distance along z of the last one.
  fileprivate mutating func go(_ ticks: Int, _ keys: Keys, in world: borrowing World) -> Double {
    var step = 0.0
    for _ in 0..<ticks {
      let before = z
      move(keys, in: world)
      step = z - before
    }
    return step
  }
}

extension Stage {
  /// A body on the floor that looks south, settled.
  fileprivate func body(_ x: Int, _ y: Int, _ z: Int) -> Body {
    var body = Body(in: Cell(x, y, z))
    _ = body.go(3, Keys(), in: world)
    return body
  }
}

/// How bodies move. Speeds in m/s are 20 times those per tick.
let motionSituations: [Situation] = [
  Situation("walking is 4.317 m/s", "Minecraft Wiki: Walking") {
    var body = $0.body(5, 1, 3)
    #expect(abs(20 * body.go(40, keys(forward: 1), in: $0.world) - 4.317) < 0.001)
  },
  Situation("sprinting is 5.612 m/s", "Minecraft Wiki: Sprinting") {
    var body = $0.body(5, 1, 3)
    let step = body.go(40, keys(forward: 1, sprint: true), in: $0.world)
    #expect(abs(20 * step - 5.612) < 0.001)
  },
  Situation("sneaking is 1.295 m/s", "Minecraft Wiki: Sneaking") {
    var body = $0.body(5, 1, 3)
    #expect(abs(20 * body.go(60, keys(forward: 1, sneak: true), in: $0.world) - 1.295) < 0.001)
  },
  Situation("a jump is 1.2522 blocks high at its sixth tick", "Minecraft Wiki: Jumping") {
    var body = $0.body(5, 1, 3)
    var heights: [Double] = []
    for tick in 0..<13 {
      body.move(keys(jump: tick == 0), in: $0.world)
      heights.append(body.y - 1)
    }
    #expect(abs((heights.max() ?? 0) - 1.2522) < 0.0001)
    #expect(heights.firstIndex(of: heights.max() ?? 0) == 5)
    #expect(heights.firstIndex(of: 0) == 11)
  },
  Situation("the terminal speed is 3.92 blocks per tick", "Minecraft Wiki: Transportation") {
    let world = World(size: WorldSize(4, 1024, 4))
    var body = Body(x: 2, y: 1000, z: 2)
    var speed = 0.0
    for _ in 0..<250 {
      speed = (speed - 0.08) * 0.98
      body.move(Keys(), in: world)
    }
    #expect(abs(body.speedY - speed) < 1e-9)
    #expect(body.speedY > -3.92 && body.speedY < -3.85)
    _ = $0
  },
  Situation("a fall of three blocks does no harm, of four one half heart", "Minecraft Wiki: Damage")
  {
    for (drop, damage) in [(3, 0.0), (4, 1.0), (10, 7.0)] {
      var body = Body(in: Cell(5, 1 + drop, 5))
      var most = 0.0
      for _ in 0..<60 {
        body.move(Keys(), in: $0.world)
        most = max(most, body.fallDamage)
      }
      #expect(most == damage)
    }
  },
  Situation("a fall into water does no harm", "Minecraft Wiki: Damage") {
    for y in 1...2 { $0.world.write("water", at: Cell(5, y, 5)) }
    var body = Body(in: Cell(5, 20, 5))
    for _ in 0..<100 {
      body.move(Keys(), in: $0.world)
      #expect(body.fallDamage == 0)
    }
  },
  Situation("a slab is walked up without a jump", "Minecraft Wiki: Slab") {
    for z in 6...9 { $0.world.write("oak_slab[type=bottom]", at: Cell(5, 1, z)) }
    var body = $0.body(5, 1, 3)
    _ = body.go(20, keys(forward: 1), in: $0.world)
    #expect(body.y == 1.5 && body.z > 6)
  },
  Situation("stairs are walked up without a jump", "Minecraft Wiki: Stairs") {
    for step in 0..<4 {
      $0.world.write("oak_stairs[facing=south]", at: Cell(5, 1 + step, 6 + step))
      $0.world.write("stone", at: Cell(5, 1 + step, 7 + step))
    }
    $0.world.fill(Cell(5, 4, 11), Cell(5, 4, 16), with: "stone")
    var body = $0.body(5, 1, 3)
    _ = body.go(40, keys(forward: 1), in: $0.world)
    #expect(body.y == 5)
  },
  Situation("a block is not walked up but jumped onto", "Minecraft Wiki: Jumping") {
    $0.world.fill(Cell(5, 1, 6), Cell(5, 1, 12), with: "stone")
    var body = $0.body(5, 1, 3)
    _ = body.go(30, keys(forward: 1), in: $0.world)
    #expect(body.y == 1 && abs(body.z - 5.7) < 1e-9 && body.isBlocked)
    _ = body.go(14, keys(forward: 1, jump: true), in: $0.world)
    #expect(body.y >= 2)
  },
  Situation("a fence is too high to jump over", "Minecraft Wiki: Fence") {
    $0.world.fill(Cell(0, 1, 6), Cell(31, 1, 6), with: "oak_fence[east=true,west=true]")
    var body = $0.body(5, 1, 3)
    for _ in 0..<80 { body.move(keys(forward: 1, jump: true, sprint: true), in: $0.world) }
    #expect(body.z < 6.4)
  },
  Situation("an open gate lets one through, a closed one does not", "Minecraft Wiki: Fence Gate") {
    $0.world.write("oak_fence_gate[facing=south]", at: Cell(5, 1, 6))
    var body = $0.body(5, 1, 3)
    _ = body.go(30, keys(forward: 1), in: $0.world)
    #expect(body.z < 6.4)
    $0.use(5, 1, 6)
    _ = body.go(20, keys(forward: 1), in: $0.world)
    #expect(body.z > 7)
  },
  Situation("a gap of two blocks lets one through, of one and a half not", "the box is 1.8 high") {
    $0.world.write("stone", at: Cell(5, 3, 6))
    $0.world.write("oak_slab[type=top]", at: Cell(9, 2, 6))
    var upright = $0.body(5, 1, 3)
    _ = upright.go(30, keys(forward: 1), in: $0.world)
    #expect(upright.z > 7)
    var stopped = $0.body(9, 1, 3)
    _ = stopped.go(30, keys(forward: 1), in: $0.world)
    #expect(abs(stopped.z - 5.7) < 1e-9)
  },
  Situation("who sneaks stays on the edge", "Minecraft Wiki: Sneaking") {
    $0.world.write("stone", at: Cell(5, 4, 5))
    var body = $0.body(5, 5, 5)
    _ = body.go(100, keys(forward: 1, sneak: true), in: $0.world)
    #expect(body.y == 5 && body.z < 6.3 && body.z > 6.2)
    _ = body.go(10, keys(forward: 1), in: $0.world)
    #expect(body.y < 5)
  },
  Situation("a ladder is climbed at 2.352 m/s", "Minecraft Wiki: Ladder") {
    $0.world.fill(Cell(5, 1, 6), Cell(5, 12, 6), with: "stone")
    $0.world.fill(Cell(5, 1, 5), Cell(5, 12, 5), with: "ladder[facing=north]")
    var body = $0.body(5, 1, 5)
    _ = body.go(20, keys(forward: 1), in: $0.world)
    let before = body.y
    _ = body.go(20, keys(forward: 1), in: $0.world)
    // 0.2 less gravity and drag: 20 (0.2 - 0.08) 0.98.
    #expect(abs(body.y - before - 2.352) < 1e-9)
  },
  Situation("a ladder breaks the fall to 3 m/s, sneaking stops it", "Minecraft Wiki: Ladder") {
    $0.world.fill(Cell(5, 1, 6), Cell(5, 20, 6), with: "stone")
    $0.world.fill(Cell(5, 1, 5), Cell(5, 20, 5), with: "ladder[facing=north]")
    var body = Body(in: Cell(5, 19, 5))
    _ = body.go(10, Keys(), in: $0.world)
    let before = body.y
    _ = body.go(20, Keys(), in: $0.world)
    #expect(abs(before - body.y - 3) < 1e-9)
    _ = body.go(3, keys(sneak: true), in: $0.world)
    let held = body.y
    _ = body.go(20, keys(sneak: true), in: $0.world)
    #expect(body.y == held)
  },
  Situation("one sinks in water and swims up in it", "Minecraft Wiki: Swimming") {
    $0.world.fill(Cell(3, 1, 3), Cell(8, 10, 8), with: "water")
    var body = Body(in: Cell(5, 8, 5))
    _ = body.go(40, Keys(), in: $0.world)
    // v <- 0.8 v - 0.02 settles at -0.1.
    #expect(abs(body.speedY + 0.1) < 0.001)
    _ = body.go(40, keys(jump: true), in: $0.world)
    // v <- 0.8 (v + 0.04) - 0.02 settles at 0.06.
    #expect(abs(body.speedY - 0.06) < 0.001)
  },
  Situation("swimming in water is 1.97 m/s", "Minecraft Wiki: Swimming") {
    $0.world.fill(Cell(0, 1, 0), Cell(31, 6, 31), with: "water")
    var body = Body(in: Cell(5, 1, 3))
    let step = body.go(60, keys(forward: 1), in: $0.world)
    // 0.0196 a tick with 20 % lost after the move: 0.0196 / 0.2.
    #expect(abs(step - 0.098) < 0.0005)
  },
  Situation("one swims out of water onto its bank", "Minecraft Wiki: Swimming") {
    $0.world.fill(Cell(3, 1, 3), Cell(8, 2, 8), with: "water")
    $0.world.fill(Cell(3, 1, 9), Cell(8, 2, 31), with: "stone")
    for x in [2, 9] { $0.world.fill(Cell(x, 1, 2), Cell(x, 3, 9), with: "stone") }
    var body = Body(in: Cell(5, 1, 6))
    for _ in 0..<100 { body.move(keys(forward: 1, jump: true), in: $0.world) }
    #expect(body.z > 9 && body.y >= 3)
  },
  Situation("flowing water pushes", "Minecraft Wiki: Water") {
    $0.put("water", 15, 1, 10)
    $0.tick(60)
    var body = Body(in: Cell(15, 1, 12))
    _ = body.go(20, Keys(), in: $0.world)
    #expect(body.z > 13 && abs(body.x - 15.5) < 0.01)
  },
  Situation("ice is slippery", "Minecraft Wiki: Ice") {
    $0.world.fill(Cell(0, 0, 0), Cell(31, 0, 31), with: "ice")
    var body = $0.body(5, 1, 3)
    _ = body.go(30, keys(forward: 1), in: $0.world)
    let speed = body.speedZ
    let step = body.go(1, Keys(), in: $0.world)
    #expect(abs(step - speed) < 1e-12)
    // What is left after a tick: 0.98 of the ground times 0.91 of the air.
    #expect(abs(body.speedZ - 0.98 * 0.91 * speed) < 1e-12)
  },
  Situation("a sprint jump crosses three blocks", "Minecraft Wiki: Sprinting") {
    $0.world.fill(Cell(0, 0, 10), Cell(31, 0, 12), with: .air)
    $0.world.write("stone", at: Cell(5, 0, 9))
    var body = $0.body(5, 1, 3)
    while body.isOnGround {
      body.move(keys(forward: 1, jump: body.z > 9.9, sprint: true), in: $0.world)
    }
    for _ in 0..<20 { body.move(keys(forward: 1, sprint: true), in: $0.world) }
    #expect(body.y == 1 && body.z > 12.7)
  },
  Situation("the edges of the world are walls", "worlds are boxes here") {
    var body = $0.body(5, 1, 3)
    body.yaw = .pi
    _ = body.go(60, keys(forward: 1), in: $0.world)
    #expect(abs(body.z - 0.3) < 1e-9)
  },
  Situation("a body at rest stays where it is", "Newton's first law") {
    var body = $0.body(5, 1, 3)
    _ = body.go(5, keys(forward: 1), in: $0.world)
    _ = body.go(60, Keys(), in: $0.world)
    let before = body
    _ = body.go(100, Keys(), in: $0.world)
    #expect(body == before)
    $0.clear(5, 0, body.cell.z)
    _ = body.go(3, Keys(), in: $0.world)
    #expect(body.y < 1)
  },
]
