import Foundation
import Testing

@testable import VoxelWorld

@Suite struct BlockTableTests {
  private static let data = ProcessInfo.processInfo.environment["REPERTOIRE_DATA"]

  /// A block as PrismarineJS/minecraft-data describes it.
  private struct Published: Decodable {
    let hardness: Double
    let emit: UInt8
    let filter: UInt8
    let solid: Bool
    let states: [String: [String]]?
    let `default`: [String: String]?
  }

  @Test(.enabled(if: data != nil, "set REPERTOIRE_DATA to compare with minecraft-data"))
  func everyBlockIsAsPublished() throws {
    let path = try #require(Self.data) + "/voxel/minecraft-data/blocks_1.20_compact.json"
    let published = try JSONDecoder().decode(
      [String: Published].self, from: try Data(contentsOf: URL(fileURLWithPath: path)))
    for block in BlockTable.standard.blocks {
      let expected = try #require(published[block.name], "no block is called \(block.name)")
      #expect(block.hardness == expected.hardness, "\(block.name)")
      #expect(block.usual.traits.emission == expected.emit, "\(block.name)")
      #expect(block.usual.traits.filter == expected.filter, "\(block.name)")
      let slots = BlockTable.standard.slots[block.slots]
      let values = Dictionary(
        uniqueKeysWithValues: slots.map { slot in
          (slot.key.rawValue, slot.domain.codes.map(slot.domain.text))
        })
      #expect(values == expected.states ?? [:], "\(block.name)")
      let usual = Dictionary(
        uniqueKeysWithValues: slots.map { slot in
          (slot.key.rawValue, slot.domain.text(block.usual.code(slot.key) ?? 99))
        })
      #expect(usual == expected.default ?? [:], "\(block.name)")
    }
  }

  @Test func thereAreBlocksForEveryBuilder() {
    let blocks = BlockTable.standard.blocks
    #expect(blocks.count >= 800)
    #expect(BlockTable.standard.states.count == blocks.reduce(0) { $0 + $1.stateCount })
    #expect(BlockState.air.block.name == "air")
    for kind in BlockKind.allCases {
      #expect(blocks.contains { $0.kind == kind }, "no block is a \(kind)")
    }
  }

  @Test func everyStateIsReadBackFromItsName() throws {
    for id in 0..<UInt16(BlockTable.standard.states.count) {
      let state = BlockState(id: id)
      try #require(try BlockState(parsing: state.description) == state)
    }
  }

  @Test func statesAreWrittenAsPeopleKnowThem() throws {
    let stairs = try BlockState(parsing: "oak_stairs[facing=east,half=top]")
    #expect(
      stairs.description
        == "minecraft:oak_stairs[facing=east,half=top,shape=straight,waterlogged=false]")
    #expect(try BlockState(parsing: "minecraft:stone").description == "minecraft:stone")
    #expect(
      stairs.with(.half, PropertyWord.bottom).with(.facing, Direction.north).block.usual
        == stairs.block.usual)
  }

  @Test(arguments: [
    ("oak_stair", "no block is called `oak_stair`"),
    ("oak_stairs[facing=up]", "`facing` of `oak_stairs` cannot be `up`; it is one of north,"),
    ("oak_stairs[colour=red]", "`oak_stairs` has no property `colour`; it has facing,"),
    ("oak_stairs[facing=east", "lacks the closing bracket"),
    ("stone[a=b]", "`stone` has no property `a`; it has none"),
    ("", "no block is called ``"),
  ])
  func whatIsWrongIsSaid(text: String, message: String) {
    let error = #expect(throws: BlockNameError.self) { try BlockState(parsing: text) }
    #expect(error?.description.contains(message) == true, "\(error?.description ?? "")")
  }

  @Test func brokenTablesAreRefused() {
    for text in [
      "cube", "cube x pickaxe: stone", "cube 1 spoon: stone", "sphere 1 axe: ball",
      "cube 1 axe light=16: lamp", "cube 1 axe: a\ncube 1 axe: a",
      "redstoneWire 0 hand: " + (0..<60).map { "wire\($0)" }.joined(separator: " "),
    ] {
      #expect(throws: BlockNameError.self) { try BlockTable(parsing: text) }
    }
  }

  @Test func everyDropIsAnItem() {
    for block in BlockTable.standard.blocks where !block.drop.isEmpty {
      #expect(Item(named: block.drop) != nil, "\(block.name) drops \(block.drop)")
    }
  }

  @Test func shapesStayInTheirCellsOrStandUpFromThem() {
    for box in BlockTable.standard.boxes {
      #expect(box.x0 >= 0 && box.z0 >= 0 && box.y0 >= 0 && box.x1 <= 1 && box.z1 <= 1)
      #expect(box.y1 <= 1.5 && box.x0 < box.x1 && box.y0 < box.y1 && box.z0 < box.z1)
    }
  }
}
