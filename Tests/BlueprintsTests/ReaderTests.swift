import Testing
import VoxelWorld

@testable import Blueprints

@Suite("Understanding text")
struct ReaderTests {
  @Test("Requests in many wordings give the right descriptions", arguments: ReaderExamples.all)
  func examples(_ example: ReaderExamples.Example) {
    let reading = Reader.standard.reading(of: example.text)
    #expect(reading.summary == example.summary)
    #expect(reading.verdict == .build)
  }

  @Test(
    "One size is understood in every wording",
    arguments: [
      "a 9x7 house", "a 9 by 7 house", "a house 9 × 7", "a house nine blocks wide and seven deep",
      "A house, nine by seven blocks.", "a house with a width of 9 and a depth of 7",
      "a nine-by-seven house", "a house 9 blocks long and 7 blocks wide",
      "build a house that is 9 wide and 7 deep", "HOUSE 9X7",
    ])
  func sizes(_ text: String) throws {
    var dialogue = Dialogue()
    _ = dialogue.hear(text)
    let house = try #require(dialogue.designs.first?.structure as? House)
    #expect(house.width == 9)
    #expect(house.depth == 7)
  }

  @Test(
    "Slips of spelling and both spellings of English are understood",
    arguments: [
      ("biuld a gray concreet towr", "build tower of gray_concrete"),
      ("Build a grey concrete tower", "build tower of gray_concrete"),
      ("make a hoouse in the centre", "build house (at middle)"),
      ("make a house in the center", "build house (at middle)"),
      ("a cobblestne fountan", "build fountain of cobblestone"),
    ])
  func spelling(_ text: String, _ summary: String) {
    #expect(Reader.standard.reading(of: text).summary == summary)
  }

  @Test("Words that mean nothing are listed and asked about")
  func unused() {
    let reading = Reader.standard.reading(of: "Build a house with a flumpet and two doors.")
    #expect(reading.unused == ["flumpet"])
    guard case .clarify(let question) = reading.verdict else {
      Issue.record("no question was asked")
      return
    }
    #expect(question.contains("flumpet"))
    #expect(reading.summary.contains("2 door"))
  }

  @Test("Every full block can be named, with spaces as people write it")
  func blocks() {
    for block in BlockTable.standard.blocks where block.kind == .cube {
      let words = block.name.split(separator: "_").joined(separator: " ")
      let reading = Reader.standard.reading(of: "Build a 2x2x2 cube of \(words).")
      let plan = try? Architect().plan(reading)
      let built = try? plan?.constructed()
      #expect(built?.blueprint.blockCount == 8, "\(block.name)")
      #expect(built?[built!.lower]?.block.name == block.name, "\(block.name): \(reading.summary)")
    }
  }

  @Test("Readings come best first, each different, and the same each time")
  func readings() {
    let text = "Build a tower with a ladder and a torch on each corner of the platform."
    let readings = Reader.standard.readings(of: text)
    #expect(readings == Reader.standard.readings(of: text))
    for (a, b) in zip(readings, readings.dropFirst()) { #expect(a.score >= b.score) }
  }

  @Test("No prefix of a text makes the reader stumble")
  func prefixes() {
    for example in ReaderExamples.all.prefix(40) {
      for count in stride(from: 0, to: example.text.utf8.count, by: 7) {
        let prefix = String(decoding: example.text.utf8.prefix(count), as: UTF8.self)
        #expect(!Reader.standard.readings(of: prefix).isEmpty)
      }
    }
  }
}
