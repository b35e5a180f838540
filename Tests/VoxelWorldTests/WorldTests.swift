import Math
import Testing

@testable import VoxelWorld

@Suite struct WorldTests {
  @Test func aWorldHoldsWhatIsWritten() {
    var world = World(size: WorldSize(40, 20, 33))
    var random = Random(seed: 3)
    var expected = [BlockState](repeating: .air, count: world.size.blockCount)
    let count = BlockTable.standard.states.count
    for _ in 0..<60_000 {
      let cell = Cell(
        random.index(below: 40), random.index(below: 20), random.index(below: 33))
      // Few states in the west and many in the east, so that chunks of every kind come about.
      let state = BlockState(id: UInt16(random.index(below: cell.x < 16 ? 5 : count)))
      world.write(state, at: cell)
      expected[world.index(of: cell)] = state
    }
    for y in 0..<20 {
      for z in 0..<33 {
        for x in 0..<40 {
          let cell = Cell(x, y, z)
          #expect(world[cell] == expected[world.index(of: cell)])
        }
      }
    }
  }

  @Test func outsideThereIsAir() {
    var world = World(size: WorldSize(8, 8, 8))
    let fingerprint = world.fingerprint
    for cell in [Cell(-1, 0, 0), Cell(8, 0, 0), Cell(0, 8, 0), Cell(0, -1, 0), Cell(0, 0, 99)] {
      world.write("stone", at: cell)
      world.set("stone", at: cell)
      #expect(world[cell].isAir)
    }
    #expect(world.fingerprint == fingerprint)
  }

  @Test func theFingerprintIsThatOfTheBlocksAlone() throws {
    var world = World(size: WorldSize(20, 20, 20))
    var random = Random(seed: 9)
    for _ in 0..<5000 {
      let cell = Cell(
        random.index(below: 20), random.index(below: 20), random.index(below: 20))
      world.write(BlockState(id: UInt16(random.index(below: 300))), at: cell)
    }
    var states: [UInt16] = []
    for y in 0..<20 {
      for z in 0..<20 {
        for x in 0..<20 { states.append(world[x, y, z].id) }
      }
    }
    let loaded = try World(size: world.size, states: states.span)
    #expect(loaded.fingerprint == world.fingerprint)
    var other = loaded
    other.write(loaded[3, 3, 3].isAir ? "stone" : .air, at: Cell(3, 3, 3))
    #expect(other.fingerprint != world.fingerprint)
  }

  @Test func aCopyIsASnapshot() {
    var world = World(size: WorldSize(32, 32, 32))
    world.fill(Cell(0, 0, 0), Cell(31, 3, 31), with: "dirt")
    let saved = world
    world.set("stone", at: Cell(5, 3, 5))
    #expect(saved[5, 3, 5] == "dirt")
    #expect(world[5, 3, 5] == "stone")
  }

  @Test func brokenStatesAreRefused() {
    let size = WorldSize(4, 4, 4)
    let few = [UInt16](repeating: 0, count: 63)
    #expect(throws: BlockNameError.self) { try World(size: size, states: few.span) }
    var unknown = [UInt16](repeating: 0, count: 64)
    unknown[17] = .max
    #expect(throws: BlockNameError.self) { try World(size: size, states: unknown.span) }
    #expect(!WorldSize(0, 1, 1).isSensible)
    #expect(!WorldSize(1, 1, 5000).isSensible)
    #expect(!WorldSize(1024, 1024, 1024).isSensible)
    #expect(!WorldSize(.max, .max, .max).isSensible)
  }

  @Test func aTypicalWorldTakesOneByteABlock() {
    var world = World(size: WorldSize(64, 64, 64))
    world.fill(Cell(0, 0, 0), Cell(63, 20, 63), with: "stone")
    var random = Random(seed: 1)
    for _ in 0..<20_000 {
      let cell = Cell(
        random.index(below: 64), random.index(below: 64), random.index(below: 64))
      world.write(BlockState(id: UInt16(random.index(below: 40))), at: cell)
    }
    #expect(Double(world.byteCount) / Double(world.size.blockCount) < 1.1)
  }

  @Test func ticksAreDueInTheOrderOfTimePriorityAndScheduling() {
    var queue = TickQueue()
    var random = Random(seed: 4)
    for number in 0..<500 {
      queue.schedule(
        Cell(number, 0, 0), 1, at: random.index(below: 20),
        priority: random.index(below: 4) - 2)
      queue.schedule(Cell(number, 0, 0), 1, at: 0)
    }
    #expect(queue.count == 500)
    var last: TickQueue.Tick?
    var seen = 0
    while let tick = queue.pop(dueBy: 19) {
      if let last { #expect(last.isBefore(tick)) }
      last = tick
      seen += 1
    }
    #expect(seen == 500)
  }

  @Test func setsOfCellsForgetWhatIsRemoved() {
    var set = CellSet()
    var random = Random(seed: 8)
    var expected = Set<UInt64>()
    for _ in 0..<20_000 {
      let cell = Cell(random.index(below: 12), random.index(below: 12), random.index(below: 12))
      let key = CellSet.key(cell, UInt16(random.index(below: 3)))
      if random.uniform() < 0.5 {
        #expect(set.insert(key) == expected.insert(key).inserted)
      } else {
        set.remove(key)
        expected.remove(key)
      }
      #expect(set.contains(key) == expected.contains(key))
      #expect(set.count == expected.count)
    }
  }
}
