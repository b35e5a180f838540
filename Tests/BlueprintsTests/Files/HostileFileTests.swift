import Foundation
import Math
import Testing
import VoxelWorld

@testable import Blueprints

@Suite("Blueprint files that are damaged or mean no good")
struct HostileFileTests {
  private static let readable = BlueprintFormat.allCases.filter { $0 != .obj }

  /// Reads what may be anything; every message is one line of bearable length.
  private func attempt(_ file: [UInt8], _ format: BlueprintFormat) {
    do {
      let read = try format.contents(of: file, named: "hostile")
      #expect(read.blueprint.size.blockCount <= Blueprint.mostBlocks)
      #expect(read.notes.count <= 40)
    } catch {
      #expect(!error.description.isEmpty && error.description.utf8.count < 400)
      #expect(!error.description.contains("\n"))
    }
  }

  @Test("Files changed at random places give a blueprint or one line", arguments: readable)
  func mutants(_ format: BlueprintFormat) throws {
    var random = Random(seed: 17)
    for round in 0..<400 {
      let whole = format.file(of: RandomBlueprint.next(&random, longest: 6))
      // Inside the packing, where nothing is caught by a checksum.
      var file = round.isMultiple(of: 4) ? whole : try Gzip.contents(of: whole)
      for _ in 0..<1 + random.index(below: 6) {
        let place = random.index(below: file.count)
        switch random.index(below: 5) {
        case 0: file[place] = UInt8(random.index(below: 256))
        case 1: file[place] ^= 1 << UInt8(random.index(below: 8))
        case 2: file.remove(at: place)
        case 3: file.insert([0, 1, 9, 10, 127, 128, 255][random.index(below: 7)], at: place)
        default: file.removeLast(min(file.count - 1, 1 + random.index(below: 40)))
        }
      }
      attempt(file, format)
    }
  }

  @Test("Random bytes are of no format", arguments: readable)
  func noise(_ format: BlueprintFormat) {
    var random = Random(seed: 18)
    for length in [0, 1, 2, 3, 8, 20, 64, 1000] {
      for _ in 0..<20 {
        attempt((0..<length).map { _ in UInt8(random.index(below: 256)) }, format)
      }
    }
  }

  private func refusal(_ file: [UInt8], _ format: BlueprintFormat) -> String {
    do {
      _ = try format.contents(of: file, named: "hostile")
      return "read"
    } catch {
      return error.description
    }
  }

  @Test(
    "A file that unpacks to more than any blueprint needs is refused before it fills the memory")
  func bomb() {
    let zeros = [UInt8](repeating: 0, count: Gzip.mostBytes + 1)
    let file = Gzip.file(of: zeros)
    #expect(file.count < 200_000)
    #expect(refusal(file, .schem) == "the file holds more than 128 MiB")
  }

  @Test("A size is believed only up to what a blueprint can have")
  func sizes() {
    func schematic(_ side: Int16, data: Int) -> [UInt8] {
      Tag.compound([
        ("Version", .int(2)), ("Width", .short(side)), ("Height", .short(side)),
        ("Length", .short(side)), ("Palette", .compound([("minecraft:stone", .int(0))])),
        ("BlockData", .bytes([UInt8](repeating: 0, count: data))),
      ]).file(named: "Schematic")
    }
    #expect(refusal(schematic(-1, data: 8), .schem).hasPrefix("the size is 65535 x 65535 x 65535"))
    #expect(refusal(schematic(0, data: 8), .schem).hasPrefix("the size is 0 x 0 x 0"))
    #expect(refusal(schematic(250, data: 8), .schem).contains("15625000 cells or more"))
    #expect(refusal(schematic(2, data: 9), .schem).contains("8 cells, not 9"))
    let text = "{\"format\": \"repertoire-blueprint\", \"version\": 1, \"size\": [9, 9, 9]}"
    #expect(refusal(Array(text.utf8), .json) == "729 cells expected, not 0")
  }

  @Test("Values that lie in each other without end are refused")
  func depth() {
    var list = Tag.list([])
    for _ in 0..<600 { list = .list([list]) }
    #expect(
      refusal(Tag.compound([("a", list)]).file(named: ""), .nbt).hasSuffix("more than 512 deep"))
    let text = String(repeating: "[", count: 100_000)
    #expect(refusal(Array("{\"x\": \(text)".utf8), .json).hasSuffix("values at most 64 deep"))
  }

  @Test(
    "Arrays that claim more than the file holds are refused", arguments: [7, 9, 11, 12] as [UInt8])
  func lengths(_ kind: UInt8) {
    var file: [UInt8] = [10, 0, 0, kind, 0, 1, 97]
    if kind == 9 { file.append(6) }
    file += [127, 255, 255, 255, 0, 0]
    let message = refusal(file, .nbt)
    #expect(message.contains("the end of the file") || message.contains("ends too soon"))
  }

  @Test("Words of a file come back harmless")
  func words() {
    let text =
      "{\"format\": \"repertoire-blueprint\", \"version\": 1, \"size\": [1, 1, 1], "
      + "\"palette\": [\"a\\u001b[31m\\nb\\u202e\"], \"cells\": [0], \"parts\": "
      + "[{\"name\": \"x\\ny\", \"lower\": [5, 0, 0], \"upper\": [0, 0, 0]}]}"
    #expect(
      refusal(Array(text.utf8), .json) == "the part `x?y` reaches outside the blueprint")
  }
}
