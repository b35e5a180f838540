import Foundation
import Testing

@testable import VoxelWorld

/// Blueprints that other people have published (kolbytn/mindcraft, MIT), built by the builder.
@Suite(.enabled(if: PublishedBlueprint.folder != nil, "set REPERTOIRE_DATA to build them"))
struct PublishedBlueprintTests {
  @Test(arguments: PublishedBlueprint.all) func itStandsBlockForBlock(file: String) throws {
    var setup = Build.Setup()
    setup.blueprint = try PublishedBlueprint.drawing(file)
    setup.timeLimit = 1_000_000
    var site = try Site(setup)
    site.run(limit: 60_000)
    #expect(site.world.currentOutcome[0] == 1, "\(file): \(site.account)")
    #expect(site.complaints == [])
  }

  @Test func inSurvivalTheLargeHouseStandsFromTheChests() throws {
    var setup = Build.Setup()
    setup.blueprint = try PublishedBlueprint.drawing("npc_large_house.json")
    setup.creative = false
    setup.stock = .chests
    setup.timeLimit = 1_000_000
    var site = try Site(setup)
    site.run(limit: 100_000)
    #expect(site.world.currentOutcome[0] == 1, "\(site.account)")
    #expect(site.complaints == [])
  }
}
