import Arena
import Math
import Testing

@testable import VoxelWorld

@Suite struct BuildTests {
  private func setup(_ legend: [String: String], _ layers: [[String]]) -> Build.Setup {
    var setup = Build.Setup()
    setup.blueprint.legend = legend
    setup.blueprint.layers = layers
    setup.timeLimit = 1_000_000
    return setup
  }

  private func check(_ site: Site) {
    #expect(site.world.currentOutcome[0] == 1, "\(site.account)")
    #expect(site.complaints == [])
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
    #expect(site.auditor.placed > 36)
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
    site.startAudit()
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

  @Test func whatLiesInChestsIsFetched() throws {
    var start = setup(
      ["#": "oak_planks", "o": "glass"], [["#o#", "# #", "###"], ["###", "# #", "#o#"]])
    start.creative = false
    start.stock = .chests
    var site = try Site(start)
    site.run()
    check(site)
  }

  @Test func threeBuildOneHouseTogether() throws {
    var start = setup(
      ["#": "cobblestone"],
      Array(repeating: ["############", "#          #", "############"], count: 3))
    start.agents = 3
    var site = try Site(start)
    site.run()
    check(site)
    var alone = start
    alone.agents = 1
    var other = try Site(alone)
    other.run()
    #expect(site.steps < other.steps)
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
