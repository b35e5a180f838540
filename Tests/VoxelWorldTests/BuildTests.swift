import Arena
import Math
import Testing

@testable import VoxelWorld

/// Watches a builder and keeps the rules apart from the code that enforces them: every block comes
/// within reach of the eye, into a cell that gave way, beside something that was there.
struct BuildWatcher {
  private(set) var offences: [String] = []
  private(set) var placed = 0

  mutating func watch(_ before: World, _ body: Body, _ deed: Deed) {
    let eyeX = body.x
    let eyeY = body.y + 1.62
    let eyeZ = body.z
    let nearX = min(max(eyeX, Double(deed.cell.x)), Double(deed.cell.x + 1))
    let nearY = min(max(eyeY, Double(deed.cell.y)), Double(deed.cell.y + 1))
    let nearZ = min(max(eyeZ, Double(deed.cell.z)), Double(deed.cell.z + 1))
    let distance =
      ((nearX - eyeX) * (nearX - eyeX) + (nearY - eyeY) * (nearY - eyeY)
      + (nearZ - eyeZ) * (nearZ - eyeZ)).squareRoot()
    if distance > 4.5 { offences.append("\(deed.kind) \(deed.cell) from \(distance) blocks") }
    guard deed.kind == .placed else { return }
    placed += 1
    let there = before[deed.cell].block.name
    let givesWay = ["air", "water", "grass", deed.state.block.name].contains(there)
    if !givesWay { offences.append("placed into \(there)") }
    let sides = [(1, 0, 0), (-1, 0, 0), (0, 1, 0), (0, -1, 0), (0, 0, 1), (0, 0, -1)]
    let isBeside = sides.contains { x, y, z in
      !["air", "water"].contains(before[deed.cell + Cell(x, y, z)].block.name)
    }
    if !isBeside, there == "air" { offences.append("placed \(deed.cell) in the air") }
  }
}

/// A building site with its builder, stepped by hand so that tests can look and interfere.
struct Site {
  var world: Build
  var builder: Builder
  var watcher = BuildWatcher()
  var steps = 0
  private var observation: [Float]
  private var action: [Float]

  init(_ setup: Build.Setup, seed: UInt64 = 1) throws {
    world = try Build(setup)
    world.reset(seed: seed)
    builder = Builder(world.blueprint)
    builder.reset(seed: seed)
    observation = Array(repeating: 0, count: world.seats[0].observation.width)
    action = Array(repeating: 0, count: world.actionWidth)
  }

  mutating func step() -> Status {
    world.observe(seat: 0, into: &observation)
    Self.ask(&builder, about: observation, into: &action)
    let before = world.world
    let status = Self.advance(&world, action)
    if let deed = world.deed { watcher.watch(before, world.body, deed) }
    steps += 1
    return status
  }

  // Static functions, because a span of one property and a call on another would overlap.
  private static func ask(
    _ builder: inout Builder, about observation: [Float], into action: inout [Float]
  ) {
    var span = action.mutableSpan
    builder.act(on: observation.span, into: &span)
  }

  private static func advance(_ world: inout Build, _ action: [Float]) -> Status {
    var rewards: [Float] = [0]
    var span = rewards.mutableSpan
    return world.step(action.span, rewards: &span)
  }

  /// Steps until the building stands or the builder has given up.
  mutating func run(limit: Int = 40_000) {
    while steps < limit, builder.verdict == nil, step() == .running {}
  }

  var wrongCells: [Cell] {
    var wrong: [Cell] = []
    world.blueprint.forEachCell { cell, wanted in
      if !world.world[cell + Build.origin].fulfils(wanted) { wrong.append(cell) }
    }
    return wrong
  }
}

@Suite struct BuildTests {
  private func setup(_ legend: [String: String], _ layers: [[String]]) -> Build.Setup {
    var setup = Build.Setup()
    setup.blueprint.legend = legend
    setup.blueprint.layers = layers
    setup.timeLimit = 1_000_000
    return setup
  }

  private func check(_ site: Site) {
    #expect(site.world.currentOutcome[0] == 1, "wrong: \(site.wrongCells.prefix(5))")
    #expect(site.world.currentOutcome[6] == 0, "left over")
    #expect(site.watcher.offences == [])
  }

  @Test func aFloorIsLaid() throws {
    var site = try Site(setup(["#": "stone"], [["####", "####", "####"]]))
    site.run()
    check(site)
  }

  @Test func aTowerIsBuiltFromPillarsThatAreTakenAway() throws {
    let layer = ["##", "##"]
    var site = try Site(setup(["#": "cobblestone"], Array(repeating: layer, count: 9)))
    site.run()
    check(site)
    #expect(site.watcher.placed > 36)
  }

  @Test func aHutWithDoorWindowsAndTorchIsBuilt() throws {
    var site = try Site(Build.Setup())
    site.run()
    check(site)
  }

  @Test func whatStandsInTheWayIsTakenAwayFirst() throws {
    var site = try Site(setup(["#": "bricks"], [["   ", " # ", "   "], ["   ", " # ", "   "]]))
    for x in 0..<3 {
      site.world.world.set("dirt", at: Build.origin + Cell(x, 0, 0))
      site.world.world.set("stone", at: Build.origin + Cell(x, 0, 1))
    }
    site.run()
    check(site)
  }

  @Test func survivalUsesUpTheMaterials() throws {
    var start = setup(["#": "oak_planks"], [["###", "# #", "###"], ["###", "# #", "###"]])
    start.creative = false
    var site = try Site(start)
    site.run()
    check(site)
    let planks = try #require(Item(named: "oak_planks"))
    #expect(site.world.inventory.count(of: planks) == 0)
  }

  @Test func equalSeedsBuildAlikeAndCopiesAreSnapshots() throws {
    var left = try Site(Build.Setup(), seed: 4)
    var right = try Site(Build.Setup(), seed: 4)
    for _ in 0..<150 {
      _ = left.step()
      _ = right.step()
    }
    #expect(left.world.digest == right.world.digest)
    let saved = left
    for _ in 0..<100 { _ = left.step() }
    #expect(saved.world.digest == right.world.digest)
    var again = saved
    for _ in 0..<100 { _ = again.step() }
    #expect(again.world.digest == left.world.digest)
  }

  @Test func brokenDrawingsAreRefused() {
    for layers in [[], [[]], [[""]], [["##"], ["#"]], [["##", "#"]], [["x"]]] as [[[String]]] {
      #expect(throws: SetupError.self) { try Build(setup(["#": "stone"], layers)) }
    }
    #expect(throws: SetupError.self) { try Build(setup(["#": "stoen"], [["#"]])) }
    let wide = String(repeating: "#", count: 1030)
    #expect(throws: SetupError.self) { try Build(setup(["#": "stone"], [[wide]])) }
  }

  @Test func materialsAreCountedAsItems() throws {
    let drawing = setup(
      [
        "d": "oak_door[half=lower]", "D": "oak_door[half=upper]", "2": "oak_slab[type=double]",
        "w": "wall_torch", "r": "redstone_wire",
      ], [["d2w"], ["D r"]])
    let blueprint = try drawing.blueprint.blueprint(at: "blueprint")
    let counts = blueprint.materials.map { "\($0.item.name) \($0.count)" }
    #expect(Set(counts) == ["oak_door 1", "oak_slab 2", "torch 1", "redstone 1"])
    #expect(blueprint.blockCount == 5)
  }
}
