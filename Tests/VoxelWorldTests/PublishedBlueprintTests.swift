import Foundation
import Testing

@testable import VoxelWorld

private let data = ProcessInfo.processInfo.environment["REPERTOIRE_DATA"]

/// Blueprints that other people have published (kolbytn/mindcraft, MIT), built by the builder.
@Suite(.enabled(if: data != nil, "set REPERTOIRE_DATA to build them"))
struct PublishedBlueprintTests {
  private struct Task: Decodable {
    struct Plan: Decodable { let levels: [Level] }
    struct Level: Decodable { let placement: [[String]] }
    let blueprint: Plan
  }

  /// A task's blueprint: `levels[y].placement[z][x]` holds block names.
  private func drawing(_ file: String) throws -> BlueprintDrawing {
    let folder = try #require(data)
    let path = folder + "/voxel/mindcraft/" + file
    let tasks = try JSONDecoder().decode(
      [String: Task].self, from: try Data(contentsOf: URL(fileURLWithPath: path)))
    let task = try #require(tasks.sorted { $0.key < $1.key }.first?.value)
    var drawing = BlueprintDrawing()
    drawing.name = file
    drawing.legend = [:]
    drawing.layers = []
    var letters: [String: Character] = ["air": " "]
    var below: [[String]] = []
    for level in task.blueprint.levels {
      let rows = level.placement.enumerated().map { z, row in
        String(
          row.enumerated().map { x, name -> Character in
            let isUpper = name.hasSuffix("door") && !below.isEmpty && below[z][x] == name
            var state = isUpper ? name + "[half=upper]" : name
            if name == "torch", let wall = wall(beside: x, z, level.placement, below) {
              state = "wall_torch[facing=\(wall)]"
            }
            if let letter = letters[state] { return letter }
            let letter = Character(Unicode.Scalar(UInt8(64 + letters.count)))
            letters[state] = letter
            drawing.legend[String(letter)] = state
            return letter
          })
      }
      drawing.layers.append(rows)
      below = level.placement
    }
    return drawing
  }

  /// Where a torch that stands on nothing looks, away from its wall: the tasks give names alone.
  private func wall(
    beside x: Int, _ z: Int, _ rows: [[String]], _ below: [[String]]
  ) -> Direction? {
    guard !below.isEmpty, below[z][x] == "air" else { return nil }
    return Direction.horizontal.first { facing in
      let (wallX, wallZ) = (x - facing.x, z - facing.z)
      guard rows.indices.contains(wallZ), rows[wallZ].indices.contains(wallX) else { return false }
      return !["air", "torch", "glass_pane"].contains(rows[wallZ][wallX])
    }
  }

  private func site(_ file: String) throws -> Site {
    var setup = Build.Setup()
    setup.blueprint = try drawing(file)
    setup.timeLimit = 1_000_000
    var site = try Site(setup)
    site.run(limit: 60_000)
    #expect(site.watcher.offences == [])
    return site
  }

  @Test func thePyramidStandsBlockForBlock() throws {
    let site = try site("task_pyramid.json")
    #expect(site.world.currentOutcome[0] == 1, "wrong: \(site.wrongCells.prefix(5))")
  }

  @Test func ofTheChurchWhatIsMissingIsNamed() throws {
    let site = try site("task_church_one_agent.json")
    #expect(site.world.currentOutcome[1] > 0.99)
    #expect(site.world.currentOutcome[6] == 0)
    guard case .impossible(let cells) = site.builder.verdict else { return }
    for cell in site.wrongCells { #expect(cells.contains(cell + Build.origin)) }
  }
}
