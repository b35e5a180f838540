import Math
import Testing

@testable import VoxelWorld

/// Worlds come back from their files as they were, and nothing else comes back at all.
@Suite struct WorldFileTests {
  /// A world in which as much as possible is under way.
  private static let busy: World = {
    var stage = Stage(20, height: 12)
    stage.put("sticky_piston[facing=east]", 5, 1, 4)
    stage.put("oak_planks", 6, 1, 4)
    stage.put("lever[face=floor,powered=true]", 4, 1, 4)
    stage.put("water", 12, 3, 12)
    stage.put("repeater[facing=west,delay=4]", 3, 1, 8)
    stage.put("redstone_block", 2, 1, 8)
    stage.put("comparator[facing=north]", 8, 1, 8)
    stage.put("chest", 8, 1, 7)
    stage.world.store(Item(named: "iron_ingot")!, 100, at: Cell(8, 1, 7))
    stage.put("stone", 15, 8, 15)
    stage.put("sand", 15, 9, 15)
    stage.tick(3)
    stage.clear(15, 8, 15)
    stage.put("torch", 1, 1, 1)
    stage.clear(1, 0, 1)
    stage.tick(3)
    stage.use(4, 1, 4)
    stage.tick()
    return stage.world
  }()

  private func digest(_ world: World) -> UInt64 {
    var digest = Digest()
    world.hash(into: &digest)
    return digest.value
  }

  @Test func aWorldComesBackWithItsFuture() throws {
    var world = Self.busy
    #expect(!world.travelling.isEmpty && !world.falling.isEmpty && !world.drops.isEmpty)
    #expect(!world.ticks.isEmpty && !world.containers.cells.isEmpty)
    var copy = try World(reading: world.file)
    #expect(copy.file == world.file)
    for _ in 0..<60 {
      world.tick()
      copy.tick()
      #expect(digest(world) == digest(copy))
    }
  }

  @Test func lightIsWorkedOutAnew() throws {
    var world = Self.busy
    world.turnOnLight()
    let copy = try World(reading: world.file)
    #expect(copy.skyLight(at: Cell(1, 11, 1)) == 15)
  }

  @Test func aLandscapeTakesLessThanAByteABlock() throws {
    let world = Terrain().world(size: WorldSize(64, 64, 64), seed: 4)
    let file = world.file
    #expect(file.count < world.size.blockCount / 4)
    #expect(digest(try World(reading: file)) == digest(world))
  }

  @Test func everyTruncationIsAnError() {
    let file = Self.busy.file
    for length in file.indices {
      #expect(throws: WorldFileError.self) { try World(reading: Array(file[..<length])) }
    }
    #expect(throws: WorldFileError.self) { try World(reading: file + [0]) }
  }

  /// Wherever a byte is wrong, either it is noticed or it says the same in other words.
  @Test func damageIsNoticed() {
    let file = Self.busy.file
    var random = Random(seed: 1)
    let right = digest(Self.busy)
    for _ in 0..<3000 {
      var broken = file
      for _ in 0...random.index(below: 3) {
        broken[random.index(below: broken.count)] = UInt8(random.index(below: 256))
      }
      if let world = try? World(reading: broken, largest: 1 << 16) {
        #expect(digest(world) == right)
      }
    }
  }

  @Test func noiseIsNoWorld() {
    var random = Random(seed: 2)
    for _ in 0..<2000 {
      var noise = World.fileStart
      for _ in 0..<random.index(below: 200) { noise.append(UInt8(random.index(below: 256))) }
      #expect(throws: WorldFileError.self) { try World(reading: noise, largest: 1 << 16) }
    }
  }

  private func reason(_ bytes: WorldBytes) -> String {
    do {
      _ = try World(reading: bytes.bytes)
      return ""
    } catch {
      return error.reason
    }
  }

  private func start(_ x: Int, _ y: Int, _ z: Int, states: [String]) -> WorldBytes {
    var bytes = WorldBytes()
    for byte in World.fileStart { bytes.append(byte: byte) }
    for number in [x, y, z, 0] { bytes.append(number) }
    bytes.append(byte: 2)
    bytes.append(states.count)
    for state in states { bytes.append(state) }
    bytes.append(0)
    return bytes
  }

  @Test func absurdSizesAreRefusedBeforeRoomIsMade() {
    #expect(reason(start(1 << 40, 2, 2, states: [])) == "the width is not in 1 ... 1024")
    #expect(
      reason(start(1024, 1024, 1024, states: []))
        == "a world of 1024 x 1024 x 1024 blocks is too large")
    #expect(reason(start(0, 2, 2, states: [])) == "the width is not in 1 ... 1024")
  }

  @Test func unknownNamesAreRefused() {
    #expect(reason(start(2, 2, 2, states: ["unobtainium"])) == "no block is called `unobtainium`")
    #expect(
      reason(start(2, 2, 2, states: ["stone[half=top]"]))
        == "`stone` has no property `half`; it has none")
  }

  @Test func runsThatDoNotFitAreRefused() {
    var tooLong = start(2, 2, 2, states: ["stone"])
    tooLong.append(9)
    tooLong.append(0)
    #expect(reason(tooLong) == "the length of a run is not in 1 ... 8")
    var wrongState = start(2, 2, 2, states: ["stone"])
    wrongState.append(8)
    wrongState.append(1)
    #expect(reason(wrongState) == "the state is not in 0 ... 0")
    var manyTicks = start(2, 2, 2, states: ["stone"])
    for number in [8, 0, 5, 1 << 20] { manyTicks.append(number) }
    #expect(reason(manyTicks) == "the file is too short for 1048576 ticks")
  }

  /// A few bytes may claim the largest world of one block: that takes no more than its chunks.
  @Test func aBombTakesLittle() throws {
    var bomb = start(512, 256, 512, states: ["air"])
    for number in [1 << 26, 0, 0, 0, 0, 0, 0, 0, 0, 0] { bomb.append(number) }
    do {
      _ = try World(reading: bomb.bytes)
      Issue.record("the digest is missing")
    } catch {
      #expect(error.reason == "the file ends too early")
    }
    var world = World(size: WorldSize(512, 256, 512))
    world.settings.drops = true
    #expect(world.byteCount < 4 << 20)
  }
}
