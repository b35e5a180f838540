import Foundation
import Testing
import VoxelWorld

@testable import Blueprints

/// The single-turn set of IGLU: what people wrote, what stood, and what stood afterwards.
struct SingleTurn: Decodable {
  struct Placed: Decodable, Hashable {
    var cell: Cell
    var colour: String

    init(from decoder: any Decoder) throws {
      var row = try decoder.unkeyedContainer()
      cell = Cell(try row.decode(Int.self), try row.decode(Int.self), try row.decode(Int.self))
      colour = try row.decode(String.self)
    }
  }

  var id: String
  var instruction: String
  var start: [Placed]
  var target: [Placed]

  static let folder = ProcessInfo.processInfo.environment["REPERTOIRE_DATA"]

  /// A quarter of the set by the FNV-1a hash of the id, which nobody read while the reader was made.
  var isHeldOut: Bool {
    id.utf8.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 } % 4
      == 0
  }

  static func all() throws -> [SingleTurn] {
    let path = (folder ?? "") + "/voxel/iglu/iglu_singleturn_public.jsonl"
    let text = try String(contentsOfFile: path, encoding: .utf8)
    return try text.split(separator: "\n").map {
      try JSONDecoder().decode(SingleTurn.self, from: Data($0.utf8))
    }
  }

  /// What changes from the start to some other state: cells that get a block, cells that lose one.
  func change(to end: Set<Placed>) -> Set<String> {
    let before = Set(start)
    var change: Set<String> = []
    for placed in end.subtracting(before) { change.insert("+\(placed.cell)\(placed.colour)") }
    for placed in before.subtracting(end) { change.insert("-\(placed.cell)") }
    return change
  }
}

extension SingleTurn.Placed {
  init(_ cell: Cell, _ colour: String) {
    self.cell = cell
    self.colour = colour
  }
}

@Suite("Single blocks among others")
struct SingleBlockTests {
  @Test(
    "Instructions that real people wrote are carried out as often as promised",
    .enabled(if: SingleTurn.folder != nil, "REPERTOIRE_DATA is not set"))
  func heldOut() throws {
    let turns = try SingleTurn.all().filter(\.isHeldOut)
    try #require(turns.count > 800)
    var exact = 0
    var (hits, extra, missing) = (0, 0, 0)
    for turn in turns {
      var scene = Scene(zone: Zone(lower: Cell(-5, 0, -5), upper: Cell(5, 8, 5)))
      for placed in turn.start { scene.place(placed.colour, at: placed.cell) }
      var mason = Mason(scene: scene)
      mason.perform(Reader.standard.reading(of: turn.instruction))
      let end = Set(mason.scene.cells.map { SingleTurn.Placed($0, mason.scene[$0] ?? "") })
      if end == Set(turn.target) { exact += 1 }
      let wanted = turn.change(to: Set(turn.target))
      let done = turn.change(to: end)
      hits += wanted.intersection(done).count
      extra += done.subtracting(wanted).count
      missing += wanted.subtracting(done).count
    }
    let share = Double(exact) / Double(turns.count)
    let score = 2 * Double(hits) / Double(2 * hits + extra + missing)
    print("IGLU held out: \(turns.count) turns, exact \(share), net-action F1 \(score)")
    #expect(share >= 0.35)
    #expect(score >= 0.5)
  }

  @Test("Blocks are placed on, beside and between others, as seen from where one looks")
  func smallScene() {
    let cases: [(String, Set<SingleTurn.Placed>)] = [
      ("Place a red block on top of the blue block.", [.init(Cell(0, 1, 0), "red")]),
      (
        "Facing east, put a green block to the left of the blue block.",
        [.init(Cell(0, 0, -1), "green")]
      ),
      (
        "Stack three red blocks in the northwest corner.",
        [
          .init(Cell(-5, 0, -5), "red"), .init(Cell(-5, 1, -5), "red"),
          .init(Cell(-5, 2, -5), "red"),
        ]
      ),
      (
        "Fill the gap between the blue block and the yellow block with orange blocks.",
        [
          .init(Cell(1, 0, 0), "orange")
        ]
      ),
    ]
    for (text, wanted) in cases {
      var scene = Scene(zone: Zone(lower: Cell(-5, 0, -5), upper: Cell(5, 8, 5)))
      scene.place("blue", at: Cell(0, 0, 0))
      scene.place("yellow", at: Cell(2, 0, 0))
      var mason = Mason(scene: scene)
      mason.perform(Reader.standard.reading(of: text))
      let new = mason.scene.cells.filter { scene[$0] == nil }.map {
        SingleTurn.Placed($0, mason.scene[$0] ?? "")
      }
      #expect(Set(new) == wanted, "\(text)")
    }
  }
}
