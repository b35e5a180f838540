import Foundation
import Math
import Testing
import VoxelWorld

@testable import Blueprints

@Suite("Pictures and blueprints as things to build")
struct PictureTests {
  /// Five by three places; `Tests/Goldens/blueprints/pictures.py` says of what colours.
  private static let pictures = [
    "colours.png", "opaque.png", "grey.png", "palette.png", "small-palette.png", "deep.png",
  ]

  @Test("Pictures of every type of sample are read", arguments: pictures)
  func types(_ name: String) throws {
    let picture = try Picture(png: try Golden.bytes(name))
    #expect(picture.width == 5 && picture.height == 3)
    let isGrey = name == "grey.png"
    for y in 0..<3 {
      for x in 0..<5 {
        let colour = picture.colour(x, y)
        let red = 51 * x
        let green = isGrey ? red : 120 * y
        let blue = isGrey ? red : 255 - red
        #expect(
          [colour.red, colour.green, colour.blue].map(Int.init) == [red, green, blue],
          "\(name) \(x) \(y)")
        #expect(colour.alpha == (name == "colours.png" && x == y ? 0 : 255))
      }
    }
  }

  @Test("A picture stands upright, its rows from the top")
  func art() throws {
    let art = PixelArt(try Picture(png: try Golden.bytes("colours.png")))
    let built = try art.plan().constructed()
    let size = built.blueprint.size
    #expect(size == WorldSize(5, 3, 1))
    // What is clear is left as it is.
    #expect(built.blueprint[Cell(0, 2, 0)] == nil)
    #expect(built.blueprint[Cell(1, 2, 0)]?.block.name.contains("blue") == true)
  }

  @Test("Every row is read, whichever of the five filters it has")
  func filters() throws {
    let picture = try Picture(png: try Golden.bytes("filters.png"))
    for y in 0..<picture.height {
      for x in 0..<picture.width {
        let colour = picture.colour(x, y)
        let expected = [(x * x + 3 * y) % 256, x * y % 256, (7 * x + 11 * y) % 256]
        #expect([colour.red, colour.green, colour.blue].map(Int.init) == expected)
      }
    }
  }

  @Test("The colour of a concrete or a wool stands for a block that looks the same")
  func colours() {
    var blocks = BlockColours()
    let dyed = BlockTable.standard.blocks.filter {
      $0.name.hasSuffix("_concrete") || $0.name.hasSuffix("_wool")
    }
    #expect(dyed.count == 32)
    for block in dyed {
      let state = blocks.state(nearest: block.usual.colour)
      #expect(state.colour == block.usual.colour)
    }
  }

  @Test("A picture that is too large is made smaller, by the mean of what a place covers")
  func smaller() throws {
    let picture = try Picture(png: try Golden.bytes("opaque.png")).fitted(to: 1)
    #expect(picture.width == 1 && picture.height == 1)
    let colour = picture.colour(0, 0)
    #expect([colour.red, colour.green, colour.blue] == [102, 120, 153])
  }

  @Test("Damaged pictures give one line")
  func damaged() throws {
    var random = Random(seed: 5)
    for name in Self.pictures {
      let whole = try Golden.bytes(name)
      for _ in 0..<100 {
        var file = whole
        for _ in 0..<1 + random.index(below: 3) {
          file[8 + random.index(below: file.count - 8)] = UInt8(random.index(below: 256))
        }
        do {
          let picture = try Picture(png: file)
          #expect(picture.samples.count == 4 * picture.width * picture.height)
        } catch {
          #expect(!error.description.contains("\n"))
        }
      }
    }
  }

  @Test("The plan of a blueprint builds that blueprint, cell for cell")
  func replica() throws {
    var random = Random(seed: 7)
    for _ in 0..<40 {
      let blueprint = RandomBlueprint.next(&random, longest: 8)
      guard blueprint.allCells.contains(where: { $0 != nil }) else { continue }
      let replica = Replica(blueprint, ground: 2)
      let built = try replica.plan().constructed()
      let corner = replica.place(on: .flat) - Cell(0, 2, 0)
      for y in 0..<blueprint.size.y {
        for z in 0..<blueprint.size.z {
          for x in 0..<blueprint.size.x {
            let cell = Cell(x, y, z)
            #expect(built[corner + cell] == blueprint[cell])
          }
        }
      }
    }
  }
}
