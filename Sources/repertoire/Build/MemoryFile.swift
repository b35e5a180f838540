import Blueprints
import Catalog
import Console
import VoxelWorld

/// The memory that `build --memory` keeps in a folder of the user's choice.
struct MemoryFile {
  let file: String
  private(set) var memory = Memory()

  /// Reads what is there; a folder without a memory holds an empty one.
  init(folder: String) throws {
    file = folder + "/memory.txt"
    guard Project.isFile(file) else { return }
    let bytes = try Project.bytes(of: file, limit: Memory.mostBytes)
    do {
      memory = try Memory(parsing: String(decoding: bytes, as: UTF8.self))
    } catch {
      throw ContentError(file, line: error.line, error.message, expected: error.expected)
    }
  }

  /// Remembers a task whose building has stood all its checks.
  mutating func keep(
    _ turns: [String], name: String?, of dialogue: Dialogue, _ commission: Commission
  ) throws {
    let concept = dialogue.designs.first?.description.concept?.name ?? "shape"
    guard commission.findings.allSatisfy(\.isGood) else { return }
    var experience = Experience(concept, name: name, turns: turns)
    experience.repairs = commission.revisions
    memory.keep(experience)
    try WholeFile.write(Array(memory.text.utf8), to: file)
  }
}
