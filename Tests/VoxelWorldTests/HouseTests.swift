import Testing

@testable import VoxelWorld

@Suite struct HouseTests {
  @Test func inSurvivalAHouseOf1500BlocksStandsFromStockedChests() throws {
    var setup = Build.Setup()
    setup.blueprint = BigHouse.drawing()
    setup.creative = false
    setup.stock = .chests
    setup.timeLimit = 1_000_000
    var site = try Site(setup)
    #expect(site.world.blueprint.blockCount >= 1500)
    site.run(limit: 150_000)
    #expect(site.world.currentOutcome[0] == 1, "\(site.account)")
    #expect(site.complaints == [])
  }
}
