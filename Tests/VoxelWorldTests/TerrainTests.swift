import Math
import Testing

@testable import VoxelWorld

@Suite struct TerrainTests {
  private func world(seed: UInt64) -> World {
    Terrain().world(size: WorldSize(96, 64, 96), seed: seed)
  }

  @Test func equalSeedsGiveEqualGround() {
    #expect(world(seed: 5).fingerprint == world(seed: 5).fingerprint)
    #expect(world(seed: 5).fingerprint != world(seed: 6).fingerprint)
  }

  @Test func thereIsWaterWoodAndOre() {
    var counts: [String: Int] = [:]
    for seed in 0..<3 as Range<UInt64> {
      let world = world(seed: seed)
      for y in 0..<64 {
        for z in 0..<96 {
          for x in 0..<96 { counts[world[x, y, z].block.name, default: 0] += 1 }
        }
      }
    }
    for name in [
      "water", "sand", "grass_block", "oak_log", "oak_leaves", "coal_ore", "iron_ore",
      "diamond_ore",
    ] {
      #expect(counts[name, default: 0] > 20, "\(name)")
    }
    #expect(counts["bedrock"] == 3 * 96 * 96)
  }

  @Test func everythingStandsAndNoLakeDrains() {
    var world = world(seed: 2)
    let before = world.fingerprint
    for y in 0..<64 {
      for z in 0..<96 {
        for x in 0..<96 {
          let cell = Cell(x, y, z)
          #expect(world.isSupported(world[cell], at: cell))
          // Everybody is told that something has changed beside them.
          world.notify(cell, from: .up)
        }
      }
    }
    world.settle()
    world.tick(100)
    #expect(world.fingerprint == before)
  }

  @Test func noiseIsSmoothAndWithinItsRange() {
    let noise = Noise(seed: 3, spacing: 16, octaves: 3)
    var least = 1.0
    var greatest = -1.0
    for step in 0..<4000 {
      let x = 0.37 * Double(step)
      let here = noise.value(x, 2, 5)
      #expect(abs(noise.value(x + 0.01, 2, 5) - here) < 0.01)
      least = min(least, here)
      greatest = max(greatest, here)
    }
    #expect(least >= -1 && least < -0.4 && greatest <= 1 && greatest > 0.4)
  }
}
