import Foundation

@testable import VoxelWorld

/// Reads the blueprints of the construction tasks and of the houses in kolbytn/mindcraft.
enum PublishedBlueprint {
  static let folder = ProcessInfo.processInfo.environment["REPERTOIRE_DATA"]
  static let all = [
    "task_pyramid.json", "task_pyramid_three_agents.json", "task_church_one_agent.json",
    "task_church_two_agents.json", "task_church_three_agents.json", "task_1_agent_1_human.json",
    "task_2_agent_1_human.json", "task_tasks.json", "task_flower_three_agents.json",
    "npc_dirt_shelter.json", "npc_small_wood_house.json", "npc_small_stone_house.json",
    "npc_large_house.json",
  ]

  private struct Task: Decodable {
    struct Plan: Decodable { let levels: [Level] }
    struct Level: Decodable { let placement: [[String]] }
    let blueprint: Plan
  }

  private struct House: Decodable {
    let blocks: [[[String]]]
  }

  static func drawing(_ file: String) throws -> BlueprintDrawing {
    let url = URL(fileURLWithPath: (folder ?? "") + "/voxel/mindcraft/" + file)
    let data = try Data(contentsOf: url)
    if file.hasPrefix("npc") {
      return drawing(try JSONDecoder().decode(House.self, from: data).blocks.map(named), file)
    }
    let tasks = try JSONDecoder().decode([String: Task].self, from: data)
    let first = tasks.sorted { $0.key < $1.key }.first
    return drawing(first?.value.blueprint.levels.map(\.placement) ?? [], file)
  }

  /// The houses give kinds of blocks; an empty name is anything at all.
  private static func named(_ rows: [[String]]) -> [[String]] {
    let names = [
      "planks": "oak_planks", "log": "oak_log", "door": "oak_door", "bed": "red_bed", "": "?",
    ]
    return rows.map { $0.map { names[$0] ?? $0 } }
  }

  /// The drawing of `levels[y][z][x]`, which give names alone: the upper halves of doors, the heads
  /// of beds, to the north of their feet, and torches on walls are worked out.
  private static func drawing(_ levels: [[[String]]], _ file: String) -> BlueprintDrawing {
    var drawing = BlueprintDrawing()
    drawing.name = file
    drawing.legend = [:]
    var letters: [String: Character] = ["air": " ", "?": "?"]
    drawing.layers = levels.indices.map { y in
      levels[y].indices.map { z in
        String(
          levels[y][z].indices.map { x in
            let state = state(levels, x, y, z)
            if let letter = letters[state] { return letter }
            let letter = Character(Unicode.Scalar(UInt8(64 + letters.count)))
            letters[state] = letter
            drawing.legend[String(letter)] = state
            return letter
          })
      }
    }
    return drawing
  }

  private static func state(_ levels: [[[String]]], _ x: Int, _ y: Int, _ z: Int) -> String {
    func at(_ dx: Int, _ dy: Int, _ dz: Int) -> String {
      let (y, z, x) = (y + dy, z + dz, x + dx)
      guard levels.indices.contains(y), levels[y].indices.contains(z),
        levels[y][z].indices.contains(x)
      else { return "air" }
      return levels[y][z][x]
    }
    let name = at(0, 0, 0)
    if name.hasSuffix("door"), at(0, -1, 0) == name { return name + "[half=upper]" }
    if name.hasSuffix("bed") {
      return name + (at(0, 0, 1) == name ? "[part=head]" : "[part=foot]")
    }
    if name == "?", at(0, 0, 1).hasSuffix("bed"), !at(0, 0, 2).hasSuffix("bed") {
      return at(0, 0, 1) + "[part=head]"
    }
    let soft = ["air", "torch", "glass_pane", "?", "oak_door", "red_bed", "bed", "door", "chest"]
    guard name == "torch", soft.contains(at(0, -1, 0)) else { return name }
    let facing = Direction.horizontal.first { !soft.contains(at(-$0.x, 0, -$0.z)) }
    return facing.map { "wall_torch[facing=\($0)]" } ?? name
  }
}
