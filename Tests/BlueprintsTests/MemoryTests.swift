import Math
import Testing
import VoxelWorld

@testable import Blueprints

@Suite struct MemoryTests {
  private static let woods = ["spruce", "birch", "dark oak", "acacia", "jungle"]
  private static let names = ["foxhole", "north star", "grey gables", "the burrow", "hill end"]

  /// What a user with memory gets for a text.
  private func design(_ text: String, _ memory: Memory) -> (design: Design?, turns: [String]) {
    var dialogue = Dialogue()
    let turns = memory.turns(for: text)
    for turn in turns {
      var reading = Reader.standard.reading(of: turn)
      if turns.count == 1 { _ = memory.prefer(in: &reading, on: .flat) }
      _ = dialogue.take(reading)
    }
    return (dialogue.designs.first, turns)
  }

  private func learn(_ text: String, _ followUps: [String] = [], into memory: inout Memory) {
    let (said, name) = Memory.naming(text)
    var dialogue = Dialogue()
    for turn in [said] + followUps { _ = dialogue.hear(turn) }
    let concept = dialogue.designs.first?.description.concept?.name ?? "shape"
    memory.keep(Experience(concept, name: name, turns: [said] + followUps))
  }

  /// Sixty tasks in a row, each of which refers to something that was built before, names it or
  /// leaves a habit unsaid.
  @Test func relatedTasksGetBetterByFifteenPoints() {
    var random = Random(seed: 7)
    var memory = Memory()
    var (with, without) = (0, 0)
    for number in 0..<60 {
      let wood = Self.woods[random.index(below: Self.woods.count)]
      let (width, depth) = (7 + random.index(below: 4), 6 + random.index(below: 4))
      let name = Self.names[number % Self.names.count]
      let text: String
      if number % 2 == 0 {
        learn("Build a \(width) by \(depth) \(wood) cabin. Call it \(name).", into: &memory)
        text = "Build \(name) again"
      } else {
        learn("Build a \(width) by \(depth) \(wood) cottage.", into: &memory)
        text = "Build a cottage like the cottage before"
      }
      func isRight(_ memory: Memory) -> Bool {
        guard let design = design(text, memory).design else { return false }
        let size = design.structure.footprint
        let isOf = design.description.materials.contains {
          wood.hasPrefix($0) || $0.hasPrefix(wood)
        }
        return [size.x, size.z].sorted() == [width, depth].sorted() && isOf
      }
      with += isRight(memory) ? 1 : 0
      without += isRight(Memory()) ? 1 : 0
    }
    print("related tasks right: \(with) of 60 with memory, \(without) without")
    #expect(with - without >= 9)
  }

  @Test func unrelatedTasksStayAsTheyWere() {
    var memory = Memory()
    learn("Build a 9 by 7 spruce cabin. Call it foxhole.", into: &memory)
    learn("Build a 9 by 8 spruce cabin", into: &memory)
    for text in ReaderExamples.all.prefix(60).map(\.text) where !text.lowercased().contains("cabin")
    {
      let (a, b) = (design(text, memory), design(text, Memory()))
      #expect(a.turns == b.turns, "\(text)")
      #expect(a.design?.description == b.design?.description, "\(text)")
    }
  }

  @Test func whatIsCorrectedIsRememberedAsAHabit() {
    var memory = Memory()
    learn("Build a 9 by 7 cabin", ["Replace the walls with bricks"], into: &memory)
    var reading = Reader.standard.reading(of: "Build a 7 by 7 cabin")
    #expect(!memory.prefer(in: &reading, on: .flat).isEmpty)
  }

  @Test func aMemoryIsReadBackAsItWasWritten() throws {
    var memory = Memory()
    learn("Build a 9 by 7 spruce cabin, call it foxhole", into: &memory)
    #expect(try Memory(parsing: memory.text) == memory)
    #expect(memory.experiences.first?.name == "foxhole")
  }

  @Test(arguments: [
    ("", 1), ("repertoire memory 1\nsaid x", 2), ("repertoire memory 1\ntask a\nfoo b", 3),
    ("repertoire memory 1\ntask a\ntask b", 3), ("repertoire memory 1\ntask a\nsaid", 3),
  ])
  func aWrongMemoryIsRefusedWithItsLine(_ text: String, _ line: Int) {
    do {
      _ = try Memory(parsing: text)
      Issue.record("taken: \(text)")
    } catch {
      #expect(error.line == line)
    }
  }
}
