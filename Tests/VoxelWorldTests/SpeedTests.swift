import Arena
import Foundation
import Math
import Testing

@testable import VoxelWorld

/// Figures for reports, printed when asked for: `REPERTOIRE_BENCH=1 swift test -c release --filter
/// SpeedTests`. Thread CPU time, so that a busy machine does not matter.
@Suite(.serialized, .enabled(if: ProcessInfo.processInfo.environment["REPERTOIRE_BENCH"] != nil))
struct SpeedTests {
  private func seconds(_ body: () throws -> Void) rethrows -> Double {
    func now() -> Double {
      var time = timespec()
      clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
      return Double(time.tv_sec) + 1e-9 * Double(time.tv_nsec)
    }
    let start = now()
    try body()
    return now() - start
  }

  private func report(_ what: String, _ count: Int, _ seconds: Double) {
    print(
      "\(what): \((Double(count) / seconds / 1e6 * 1000).rounded() / 1000) million/s,"
        + " \((seconds * 1e6).rounded() / 1000) ms in all")
  }

  @Test func blocks() throws {
    var world = World(size: WorldSize(128, 128, 128))
    var random = Random(seed: 1)
    let cells = (0..<1_000_000).map { _ in
      Cell(random.index(below: 128), random.index(below: 128), random.index(below: 128))
    }
    let states = (0..<16).map { BlockState(id: UInt16($0)) }
    for cell in cells { world.write(states[cell.x & 15], at: cell) }
    report(
      "random writes", cells.count,
      seconds { for (n, cell) in cells.enumerated() { world.write(states[n & 15], at: cell) } })
    var sum = 0
    report(
      "random reads", cells.count, seconds { for cell in cells { sum &+= Int(world[cell].id) } })
    report(
      "writes in rows", 128 * 128 * 128,
      seconds { world.fill(Cell(0, 0, 0), Cell(127, 127, 127), with: "stone") })
    #expect(sum > 0)
    let copies = (0..<1000).map { _ in world }
    report("copies", 1000, seconds { for _ in 0..<1000 { _ = copies[0] } })
    var copy = world
    print("first write after a copy: \(1e6 * seconds { copy.write("dirt", at: Cell(1, 1, 1)) }) us")
  }

  @Test func loading() throws {
    let size = WorldSize(256, 256, 256)
    var random = Random(seed: 1)
    let states = (0..<size.blockCount).map { index in
      index < size.blockCount / 4 ? UInt16(1 + random.index(below: 8)) : 0
    }
    report(
      "loading 256^3", size.blockCount,
      try seconds {
        let world = try World(size: size, states: states.span)
        print("bytes a block: \(Double(world.byteCount) / Double(size.blockCount))")
      })
  }

  @Test func ticks() throws {
    var world = Ground.flat(WorldSize(64, 64, 64))
    var body = Body(in: Cell(8, 4, 8))
    report(
      "ticks with one idle body", 2_000_000,
      seconds {
        for _ in 0..<2_000_000 {
          body.move(Keys(), in: world)
          world.tick()
        }
      })
  }

  @Test func dust() throws {
    var world = Ground.flat(WorldSize(64, 16, 64))
    for row in 0..<32 {
      for x in 0..<32 { world.write("redstone_wire", at: Cell(x, 4, row)) }
    }
    world.set("redstone_block", at: Cell(0, 5, 0))
    var best = Double.infinity
    for _ in 0..<20 {
      best = min(
        best,
        seconds {
          world.set(.air, at: Cell(0, 5, 0))
          world.set("redstone_block", at: Cell(0, 5, 0))
        } / 2)
    }
    print("an update of a sheet of 1024 dust: \(1000 * best) ms")
    #expect(world[Cell(1, 4, 0)].number(.power) == 14)
    var snake = Ground.flat(WorldSize(64, 16, 64))
    var count = 0
    for row in stride(from: 0, to: 60, by: 2) {
      for x in 0..<32 { snake.write("redstone_wire", at: Cell(x, 4, row)) }
      snake.write("redstone_wire", at: Cell(row % 4 == 0 ? 31 : 0, 4, row + 1))
      count += 33
    }
    var slowest = Double.infinity
    for _ in 0..<20 {
      slowest = min(
        slowest,
        seconds {
          snake.set(.air, at: Cell(0, 5, 0))
          snake.set("redstone_block", at: Cell(0, 5, 0))
        } / 2)
    }
    print("an update of a wire of \(count) dust: \(1000 * slowest) ms")
  }

  @Test func navigation() throws {
    var world = try Navigate(.init())
    var random = Random(seed: 1)
    var actions = [Float](repeating: 0, count: world.actionWidth)
    var numbers = [Float](repeating: 0, count: world.seats[0].observation.width)
    var rewards: [Float] = [0]
    let count = 200_000
    report(
      "steps of voxel/navigate with observations", count,
      seconds {
        for step in 0..<count {
          if step % 20 == 0 {
            for index in actions.indices { actions[index] = Float(random.uniform(-1, 1)) }
          }
          var span = rewards.mutableSpan
          if world.step(actions.span, rewards: &span) != .running { world.reset(seed: 0) }
          world.observe(seat: 0, into: &numbers)
        }
      })
  }
}
