import Testing
import VoxelWorld

@testable import Blueprints

@Suite("A dialogue about what stands")
struct DialogueTests {
  private func house(_ dialogue: Dialogue) throws -> House {
    try #require(dialogue.designs.last?.structure as? House)
  }

  @Test("A house grows to the side that is named, and its other end stays where it was")
  func growing() throws {
    var dialogue = Dialogue()
    _ = dialogue.hear("Build a birch cottage 8 by 7 with a door on the south side.")
    let corner = try #require(dialogue.designs.first?.corner)
    _ = dialogue.hear("Make it three blocks longer towards the east.")
    #expect(try house(dialogue).width == 11)
    #expect(dialogue.designs[0].corner == corner)
    _ = dialogue.hear("Now make it 2 blocks longer to the west.")
    #expect(try house(dialogue).width == 13)
    #expect(dialogue.designs[0].corner == corner + Cell(-2, 0, 0))
  }

  @Test("Materials are replaced where the text says, and what is to be left alone stays")
  func replacing() throws {
    var dialogue = Dialogue()
    _ = dialogue.hear("Build a spruce hut, 7 by 7, with a flat roof.")
    let roof = try house(dialogue).roofMaterial
    _ = dialogue.hear("Replace the spruce in the walls with sandstone but leave the roof alone.")
    #expect(try house(dialogue).walls.main == "sandstone")
    #expect(try house(dialogue).roofMaterial == roof)
  }

  @Test("Parts are added and taken away, and undo goes back one turn")
  func parts() throws {
    var dialogue = Dialogue()
    _ = dialogue.hear("Build a stone house 9x9.")
    _ = dialogue.hear("Add a brick chimney on the east end with a campfire in it.")
    #expect(try house(dialogue).chimney?.side == .east)
    #expect(try house(dialogue).chimney?.hasCampfire == true)
    _ = dialogue.hear("Remove the windows.")
    #expect(try house(dialogue).windows == nil)
    _ = dialogue.hear("Undo that.")
    #expect(try house(dialogue).windows != nil)
    _ = dialogue.hear("Make its roof flat.")
    #expect(try house(dialogue).roof == .flat)
    _ = dialogue.hear("Add another storey.")
    #expect(try house(dialogue).storeys == 2)
  }

  @Test("Another one stands beside the first and is changed alone")
  func another() throws {
    var dialogue = Dialogue()
    _ = dialogue.hear("Build a round stone tower 12 high.")
    let turn = dialogue.hear("Build another one to the north of it.")
    #expect(dialogue.designs.count == 2)
    #expect(dialogue.designs[1].corner.z < dialogue.designs[0].corner.z)
    #expect(turn.plan != nil)
    _ = dialogue.hear("Make it 4 blocks taller.")
    #expect((dialogue.designs[0].structure as? Tower)?.height == 12)
    #expect((dialogue.designs[1].structure as? Tower)?.height == 16)
  }

  @Test("A turn that makes no sense changes nothing and says why")
  func nonsense() throws {
    var dialogue = Dialogue()
    let first = dialogue.hear("Make it longer.")
    #expect(first.plan == nil)
    #expect(first.fault != nil)
    _ = dialogue.hear("Build a brick house.")
    let before = try dialogue.plan()
    let second = dialogue.hear("What is the recipe for pumpkin soup?")
    #expect(second.plan == nil)
    #expect(try dialogue.plan() == before)
  }

  @Test("What is understood and not built is named and asked about; what is there anyway is not")
  func unbuilt() {
    var dialogue = Dialogue()
    let turn = dialogue.hear("Build a 9x9 oak house with a moat, a door and a ladder.")
    #expect(turn.unused.contains("moat"))
    #expect(!turn.unused.contains("door"))
    #expect(turn.question?.contains("moat") == true)
    var pool = Dialogue()
    #expect(pool.hear("Dig a pool 7x5 full of water with a ladder.").unused.isEmpty)
    var many = Dialogue()
    #expect(many.hear("Build 40 towers.").unused.contains { $0.contains("of the 40") })
  }

  /// What a building does not have by itself stands beside it, and is not listed as left out.
  @Test(arguments: ["a house and a pond next to it", "a pagoda and a pond"])
  func companionsAreBuiltBesideABuilding(text: String) throws {
    var dialogue = Dialogue()
    let turn = dialogue.hear(text)
    #expect(dialogue.designs.count == 2)
    #expect(turn.unused.isEmpty)
    let plan = try #require(turn.plan)
    var water = 0
    try plan.constructed().blueprint.forEachCell { _, state in
      if state.block.name == "water" { water += 1 }
    }
    #expect(water > 8)
  }

  @Test func whatABuildingHasAnywayIsNotBuiltTwice() {
    var dialogue = Dialogue()
    _ = dialogue.hear("a castle with round corner towers and a keep")
    #expect(dialogue.designs.count == 1)
  }
}
