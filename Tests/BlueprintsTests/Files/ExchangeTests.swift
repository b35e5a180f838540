import Foundation
import Math
import Testing
import VoxelWorld

@testable import Blueprints

/// Files as other programs read and write them: packages of the Python that REPERTOIRE_PYTHON names
/// or the one on the path.
@Suite("Blueprint files in other programs")
struct ExchangeTests {
  static let python = ProcessInfo.processInfo.environment["REPERTOIRE_PYTHON"] ?? "python3"
  static let hasPackages =
    run(["-c", "import nbtlib, mcschematic, litemapy, amulet, pyvox, midvoxio, trimesh"]).status
    == 0
  private static let count = 100

  private static func run(_ arguments: [String]) -> (status: Int32, output: String) {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [python] + arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return (-1, "") }
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: output, as: UTF8.self))
  }

  private func exchange(_ verb: String, _ folder: URL) -> (status: Int32, output: String) {
    Self.run([Golden.folder.appendingPathComponent("exchange.py").path, verb, folder.path])
  }

  private func blueprints() -> [Blueprint] {
    var random = Random(seed: 21)
    return (0..<Self.count).map { _ in RandomBlueprint.next(&random) }
  }

  /// A folder with every blueprint in every format, and the colour of every state.
  private func folder(of blueprints: [Blueprint]) throws -> URL {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("exchange-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    var colours: [String: [Int]] = [:]
    for (number, blueprint) in blueprints.enumerated() {
      for format in BlueprintFormat.allCases {
        let file = folder.appendingPathComponent("\(number).\(format.rawValue)")
        try Data(format.file(of: blueprint)).write(to: file)
      }
      blueprint.forEachCell { _, state in
        let colour = state.colour
        colours[state.description] = [colour.red, colour.green, colour.blue].map(Int.init)
      }
    }
    try JSONEncoder().encode(colours).write(to: folder.appendingPathComponent("colours.json"))
    return folder
  }

  @Test(
    "Other programs read the same blocks from our files",
    .enabled(if: hasPackages, "needs a Python with the packages that exchange.py names"))
  func theyRead() throws {
    let folder = try folder(of: blueprints())
    defer { try? FileManager.default.removeItem(at: folder) }
    let answer = exchange("read", folder)
    #expect(answer.status == 0, "\(answer.output)")
  }

  @Test(
    "We read the same blocks from their files",
    .enabled(if: hasPackages, "needs a Python with the packages that exchange.py names"))
  func weRead() throws {
    let blueprints = blueprints()
    let folder = try folder(of: blueprints)
    defer { try? FileManager.default.removeItem(at: folder) }
    let answer = exchange("write", folder)
    #expect(answer.status == 0, "\(answer.output)")
    for (number, blueprint) in blueprints.enumerated() {
      for ending in [
        "mcschematic.schem", "litemapy.schem", "nbtlib.v3.schem", "litemapy.nbt", "nbtlib.nbt",
        "litemapy.litematic",
      ] {
        let name = "\(number).\(ending)"
        // It writes a byte a cell, whatever the palette.
        let isBeyondIt = ending == "litemapy.schem" && Set(blueprint.allCells).count > 120
        if isBeyondIt { continue }
        let format = try #require(BlueprintFormat(named: name))
        let file = Array(try Data(contentsOf: folder.appendingPathComponent(name)))
        let read = try format.contents(of: file, named: "theirs")
        #expect(read.notes == [], "\(name)")
        #expect(
          read.blueprint.isSame(as: blueprint, exactly: ending == "nbtlib.nbt"), "\(name)")
      }
      let file = folder.appendingPathComponent("\(number).pyvox.vox")
      let scene = try BlueprintFormat.vox.contents(
        of: Array(try Data(contentsOf: file)), named: "theirs"
      ).blueprint
      let ours = try BlueprintFormat.vox.contents(
        of: BlueprintFormat.vox.file(of: blueprint), named: "ours"
      ).blueprint
      #expect(scene.allCells == ours.allCells, "\(number).pyvox.vox")
    }
  }
}
