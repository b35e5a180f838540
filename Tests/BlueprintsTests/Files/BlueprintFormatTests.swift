import Foundation
import Math
import Testing
import VoxelWorld

@testable import Blueprints

@Suite("Blueprints as files")
struct BlueprintFormatTests {
  private static let exact: [BlueprintFormat] = [.nbt, .json]
  private static let readable = BlueprintFormat.allCases.filter { $0 != .obj }
  private static let stored = readable.filter { $0 != .vox }

  @Test("Whatever is written is read as it was", arguments: stored)
  func roundTrip(_ format: BlueprintFormat) throws {
    var random = Random(seed: 11)
    for _ in 0..<100 {
      let blueprint = RandomBlueprint.next(&random)
      let file = format.file(of: blueprint)
      let read = try format.contents(of: file, named: "read")
      #expect(read.notes == [])
      #expect(read.blueprint.isSame(as: blueprint, exactly: Self.exact.contains(format)))
      #expect(format.file(of: read.blueprint).count > 0)
    }
  }

  @Test("A file that is read and written again is the same, byte for byte", arguments: stored)
  func stable(_ format: BlueprintFormat) throws {
    var random = Random(seed: 12)
    for _ in 0..<20 {
      let blueprint = RandomBlueprint.next(&random)
      let once = try format.contents(of: format.file(of: blueprint), named: "random").blueprint
      let file = format.file(of: once)
      let twice = try format.contents(of: file, named: "random").blueprint
      #expect(format.file(of: twice) == file)
    }
  }

  @Test("A scene keeps its shape and its colours, and blocks that the colours stand for")
  func scene() throws {
    var random = Random(seed: 13)
    for _ in 0..<20 {
      let blueprint = RandomBlueprint.next(&random)
      let read = try BlueprintFormat.vox.contents(
        of: BlueprintFormat.vox.file(of: blueprint), named: "read"
      ).blueprint
      #expect(read.size == blueprint.size)
      let isFilled = blueprint.allCells.map { ($0 ?? .air) != .air }
      #expect(read.allCells.map { $0 != .air } == isFilled)
    }
    var picture = Blueprint("flag", size: WorldSize(3, 1, 1))
    let colours: [BlockState] = ["red_concrete", "white_concrete", "oak_planks"]
    for (x, state) in colours.enumerated() { picture[Cell(x, 0, 0)] = state }
    let read = try BlueprintFormat.vox.contents(
      of: BlueprintFormat.vox.file(of: picture), named: "flag")
    #expect(read.blueprint.allCells == colours)
    #expect(read.notes == [])
  }

  @Test(
    "Names keep every letter, however it is stored", arguments: ["häuser", "🏠🏰", "a\u{0}b", ""])
  func names(_ name: String) throws {
    var blueprint = Blueprint(name, size: WorldSize(1, 1, 1))
    blueprint[Cell(0, 0, 0)] = "stone"
    for format in [BlueprintFormat.litematic, .json] {
      let read = try format.contents(of: format.file(of: blueprint), named: "")
      #expect(read.blueprint.name == name)
    }
  }

  @Test("The format follows from the name")
  func formats() {
    #expect(BlueprintFormat(named: "a/b.c/cabin.schem") == .schem)
    #expect(BlueprintFormat(named: "cabin.V3.Schem") == .schemThree)
    #expect(BlueprintFormat(named: "cabin.nbt") == .nbt)
    #expect(BlueprintFormat(named: "cabin.schematic") == nil)
    #expect(BlueprintFormat(named: "schem") == nil)
  }

  @Test(
    "Files of other programs are read block for block",
    arguments: [
      "hut.json", "hut.mcschematic.schem", "hut.litemapy.schem", "hut.nbtlib.v3.schem",
      "hut.litemapy.nbt", "hut.nbtlib.nbt", "hut.litemapy.litematic",
    ])
  func goldens(_ name: String) throws {
    let read = try Golden.contents(name)
    #expect(read.notes == [])
    #expect(read.blueprint.size == WorldSize(3, 2, 2))
    #expect(read.blueprint.allCells.map { $0 ?? .air } == Self.hut)
  }

  private static let hut: [BlockState] = [
    "stone", "stone", "oak_stairs[facing=east,half=top]",
    "air", "oak_door[facing=south,half=lower,hinge=left]", "air",
    "redstone_lamp[lit=true]", "air", "stone",
    "oak_stairs[facing=east,half=top]", "oak_door[facing=south,half=upper,hinge=left]", "stone",
  ]

  @Test("Regions of one file lie as it says, and become parts")
  func regions() throws {
    let read = try Golden.contents("huts.litemapy.litematic")
    let blueprint = read.blueprint
    #expect(blueprint.name == "two huts")
    #expect(blueprint.parts.count == 2)
    // The second, of a width below zero, reaches from x = 4 back to x = 2 and lies one up.
    #expect(blueprint.size == WorldSize(5, 3, 2))
    #expect(blueprint[Cell(0, 0, 0)] == "stone")
    #expect(blueprint[Cell(4, 1, 0)] == "oak_stairs[facing=east,half=top]")
    #expect(blueprint[Cell(4, 2, 1)] == "stone")
    #expect(blueprint[Cell(4, 0, 0)] == nil)
  }

  @Test("What no block is called is left out, and what a block does not have is noted")
  func notes() throws {
    let text = """
      {"format": "repertoire-blueprint", "version": 1, "size": [4, 1, 1], "parts": [],
       "palette": ["minecraft:void_air", "mod:teapot[hot=true]", "minecraft:stone[wet=true]",
        "minecraft:structure_void"], "cells": [0, 1, 2, 3]}
      """
    let read = try BlueprintFormat.json.contents(of: Array(text.utf8), named: "mod")
    #expect(read.blueprint.allCells == [.air, nil, "stone", nil])
    #expect(read.notes.count == 2)
    #expect(read.notes[0].hasPrefix("no block is called `mod:teapot`"))
  }
}

/// The small files that other programs have written: `Tests/Goldens/blueprints/exchange.py`.
enum Golden {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Goldens/blueprints")

  static func bytes(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: folder.appendingPathComponent(name)))
  }

  static func contents(_ name: String) throws -> ImportedBlueprint {
    let format = try #require(BlueprintFormat(named: name))
    return try format.contents(of: try bytes(name), named: "golden")
  }
}
