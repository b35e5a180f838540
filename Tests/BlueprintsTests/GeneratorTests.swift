import Testing
import VoxelWorld

@testable import Blueprints

@Suite("Generators")
struct GeneratorTests {
  private static let structures: [any Structure] = [
    House(), Tower(), Castle(), Well(), Pool(), Fountain(), Farm(), Garden(), HiddenDoor(),
    Village(), Mansion(), Cathedral(), Ship(), Statue(), Solid(), Platform(), Staircase(),
    FreeWall(), LampPost(), Bridge(), Tree(), Flag(), Tent(), ArenaBuilding(), Pavilion(), Church(),
    Gatehouse(), Path(), Pier(), FlowerBed(), Orchard(), SpiralStairs(), Pagoda(), CellBlock(),
    Maze(), divided(),
    raised(),
  ]

  /// A house of several rooms and storeys, with a balcony.
  private static func divided() -> House {
    var house = House()
    (house.width, house.depth, house.storeys) = (15, 9, 2)
    house.rooms = [RoomPlan(.kitchen), RoomPlan(.living), RoomPlan(.bedroom), RoomPlan(.bathroom)]
    house.hasBalcony = true
    return house
  }

  private static func raised() -> House {
    var house = House()
    house.stilts = 3
    return house
  }

  @Test("What a generator makes passes every check and is the same for the same seed")
  func checks() throws {
    for structure in Self.structures {
      let plan = try structure.plan(seed: 7)
      #expect(try structure.plan(seed: 7) == plan)
      let commission = try Commission(plan, on: .flat)
      for finding in commission.findings {
        #expect(finding.isGood, "\(structure.name): \(finding.name): \(finding.detail)")
      }
    }
  }

  @Test("An agent builds a house exactly, and puts nothing outside its region")
  func execution() throws {
    let commission = try Commission(try House().plan(), on: .flat)
    let (execution, _) = commission.executed()
    #expect(execution.faults.isEmpty)
    #expect(execution.scaffoldLeft == 0)
    var narrow = Grant(for: commission.realisation.construction)
    narrow.upper.y = 2
    let held = commission.executed(grant: narrow).execution
    #expect(held.actions.allSatisfy { narrow.covers($0.cell) })
    #expect(!held.faults.isEmpty)
  }
}
