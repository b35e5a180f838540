import Testing

@testable import VoxelWorld

/// A small world with a floor of stone at height 0, for trying rules.
struct Stage {
  var world: World

  init(_ width: Int = 32, height: Int = 24) {
    world = World(size: WorldSize(width, height, width))
    world.fill(Cell(0, 0, 0), Cell(width - 1, 0, width - 1), with: "stone")
  }

  /// Puts a state at a place, as if by hand.
  mutating func put(_ state: BlockState, _ x: Int, _ y: Int, _ z: Int) {
    world.set(state, at: Cell(x, y, z))
  }

  /// A straight line of the same state.
  mutating func line(_ state: BlockState, from: Cell, to: Cell) {
    let steps = max(abs(to.x - from.x), abs(to.y - from.y), abs(to.z - from.z))
    for step in 0...steps {
      let share = { (a: Int, b: Int) in a + (b - a).signum() * min(step, abs(b - a)) }
      world.set(
        state, at: Cell(share(from.x, to.x), share(from.y, to.y), share(from.z, to.z)))
    }
  }

  func at(_ x: Int, _ y: Int, _ z: Int) -> BlockState { world[x, y, z] }
  func name(_ x: Int, _ y: Int, _ z: Int) -> String { at(x, y, z).block.name }
  func power(_ x: Int, _ y: Int, _ z: Int) -> Int { at(x, y, z).number(.power) }
  func isLit(_ x: Int, _ y: Int, _ z: Int) -> Bool { at(x, y, z).flag(.lit) }

  mutating func use(_ x: Int, _ y: Int, _ z: Int) { world.use(Cell(x, y, z)) }
  mutating func tick(_ count: Int = 1) { world.tick(count) }
  mutating func clear(_ x: Int, _ y: Int, _ z: Int) { put(.air, x, y, z) }

  /// Dust along a line on the floor.
  mutating func wire(from: Cell, to: Cell) {
    line("redstone_wire", from: from, to: to)
  }
}

/// One rule in one place: what happens, and where it is written down.
struct Situation: Sendable, CustomTestStringConvertible {
  let name: String
  /// An article of the Minecraft Wiki, or the facts of the world's data files.
  let source: String
  let check: @Sendable (inout Stage) -> Void

  init(_ name: String, _ source: String, _ check: @escaping @Sendable (inout Stage) -> Void) {
    self.name = name
    self.source = source
    self.check = check
  }

  var testDescription: String { "\(name) (\(source))" }

  func run() {
    var stage = Stage()
    check(&stage)
  }
}
