import Math
import Testing
import VoxelWorld

@testable import Blueprints

@Suite("Plans of chance")
struct PlanFuzzTests {
  /// A well-formed plan: volumes from volumes, and everything that nothing uses painted.
  private func plan(_ random: inout Random) -> Plan {
    var writer = PlanWriter("random")
    let blocks: [BlockState] = ["stone", "oak_planks", "glass", "oak_stairs[facing=east,half=top]"]
    var volumes: [PlanWriter.Reference] = []
    func cell(_ random: inout Random) -> Cell {
      Cell(random.index(below: 9) - 4, random.index(below: 9) - 2, random.index(below: 9) - 4)
    }
    for _ in 0..<2 + random.index(below: 14) {
      let kind = ShapeKind.allCases[random.index(below: ShapeKind.allCases.count)]
      guard let last = volumes.last, random.index(below: 3) > 0 else {
        volumes.append(writer.solid(kind, cell(&random), cell(&random)))
        continue
      }
      let other = volumes[random.index(below: volumes.count)]
      switch random.index(below: 9) {
      case 0: volumes.append(writer.union([last, other]))
      case 1: volumes.append(writer.except(last, other))
      case 2: volumes.append(writer.intersect(last, other))
      case 3: volumes.append(writer.shell(last, thickness: 1 + random.index(below: 3), open: .top))
      case 4:
        volumes.append(writer.tile(last, count: 1 + random.index(below: 5), step: cell(&random)))
      case 5: volumes.append(writer.move(last, by: cell(&random)))
      case 6: volumes.append(writer.slice(last, layers: 0...random.index(below: 4)))
      case 7: volumes.append(writer.face(last, Direction.allCases[random.index(below: 6)]))
      default: volumes.append(writer.picture(Mask(["##.", ".##"], .zy), at: cell(&random)))
      }
    }
    for volume in volumes {
      writer.paint(
        volume, blocks[random.index(below: blocks.count)], part: "part.\(random.index(below: 9))")
    }
    return try! writer.finished()
  }

  @Test("2000 plans read back as they were printed")
  func roundTrip() throws {
    var random = Random(seed: 1)
    for _ in 0..<2000 {
      let plan = plan(&random)
      let text = plan.description
      let again = try Plan(parsing: text)
      #expect(again == plan)
      #expect(again.description == text)
      #expect(plan.explanation.count == plan.steps.count)
    }
  }

  @Test("2000 broken plans fail at or before the broken word")
  func mutants() throws {
    var random = Random(seed: 2)
    let broken = ["#0", "#99999", "wobble", "-", "1.5", "stoneish", "=", "999999", "\u{7f}"]
    for _ in 0..<2000 {
      let text = plan(&random).description
      var lines = text.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
      let line = random.index(below: lines.count)
      // The first line's name and parts' names may be almost anything.
      let word = line == 0 ? 0 : random.index(below: lines[line].count)
      let bad = broken[random.index(below: broken.count)]
      let isName = word > 0 && lines[line][word - 1] == "part"
      guard lines[line][word] != bad, !(isName && bad == "wobble" || isName && bad == "stoneish")
      else { continue }
      lines[line][word] = bad
      let mutant = lines.map { $0.joined(separator: " ") }.joined(separator: "\n") + "\n"
      do {
        _ = try Plan(parsing: mutant)
        Issue.record("`\(bad)` passed in: \(lines[line].joined(separator: " "))")
      } catch {
        #expect(error.line <= line + 1)
      }
    }
  }

  @Test("Every prefix of a plan is the beginning of one")
  func prefixes() {
    var random = Random(seed: 3)
    for _ in 0..<100 {
      let text = plan(&random).description
      var parser = PlanParser()
      for byte in text.utf8.dropLast() {
        parser.feed(byte)
        guard case .partial = parser.verdict else {
          Issue.record("no beginning of a plan")
          return
        }
      }
      parser.feed(10)
      guard case .complete = parser.verdict else {
        Issue.record("the whole is no plan")
        return
      }
    }
  }

  @Test(
    "Plans that ask for too much are refused quickly",
    arguments: [
      "plan a\n#1 = shape box 512 512 512 at 0 0 0\n#2 = paint #1 stone part a\n#3 = build #2 order support\n",
      """
      plan a
      #1 = shape box 100 100 100 at 0 0 0
      #2 = tile #1 count 256 step 100 0 0
      #3 = tile #2 count 256 step 0 0 100
      #4 = paint #3 stone part a
      #5 = build #4 order support
      """,
      """
      plan a
      #1 = shape box 1 1 1 at -2048 0 -2048
      #2 = shape box 1 1 1 at 2048 2000 2048
      #3 = union #1 #2
      #4 = paint #3 stone part a
      #5 = build #4 order support
      """,
    ])
  func bombs(_ text: String) throws {
    let plan = try Plan(parsing: text)
    let clock = ContinuousClock()
    let time = clock.measure {
      #expect(throws: PlanError.self) { try plan.constructed() }
    }
    #expect(time < .milliseconds(50))
  }
}
