#if Viewer

import Arena
import Blueprints
import Catalog
import Console
import Foundation
import VoxelWorld

/// Blueprints on disk, in every format that holds blocks, and plans.
enum BlueprintFile {
  private static let mostBytes = 64 << 20

  /// Whether a file's name is that of a blueprint.
  static func isNamed(_ path: String) -> Bool {
    path.hasSuffix(".plan") || BlueprintFormat(named: path) != nil
  }

  /// Whether a file is worth offering: a mesh holds no blocks, and much else ends in `.json`.
  static func isOffered(_ path: String) -> Bool {
    guard Project.isFile(path), isNamed(path) else { return false }
    switch BlueprintFormat(named: path) {
    case .obj: return false
    case .json:
      guard let file = FileHandle(forReadingAtPath: path) else { return false }
      defer { try? file.close() }
      let start = (try? file.read(upToCount: 64)) ?? Data()
      return String(decoding: start, as: UTF8.self).contains("repertoire-blueprint")
    default: return true
    }
  }

  /// What a file describes, finished. What could not be taken over as it is written is said on
  /// standard error.
  static func model(_ path: String) throws -> BlueprintModel {
    guard Project.isFile(path) else {
      throw MissingError("`\(path)` is not there; expected a blueprint or a plan")
    }
    let bytes = try Project.bytes(of: path, limit: mostBytes)
    do {
      let (blueprint, ground) = try contents(bytes, path)
      return try BlueprintModel(blueprint, ground: ground)
    } catch let error as BlueprintFileError {
      throw ContentError(path, line: 1, error.description, expected: "expected a blueprint")
    } catch let error as PlanError {
      throw ContentError(path, line: error.line, error.message, expected: "expected a plan")
    } catch let error as SetupError {
      throw ContentError(path, line: 1, error.message, expected: "expected a smaller one")
    }
  }

  private static func contents(_ bytes: [UInt8], _ path: String) throws -> (Blueprint, Int) {
    guard let format = BlueprintFormat(named: path) else {
      let plan = try Plan(parsing: String(decoding: bytes, as: UTF8.self))
      let built = try Commission(plan, on: .flat).construction
      return (built.blueprint, built.ground)
    }
    let name = (path.split(separator: "/").last ?? "").prefix { $0 != "." }
    let read = try format.contents(of: bytes, named: String(name))
    for note in read.notes { Notes.logger.warning("\(path): \(note)") }
    return (read.blueprint, read.ground)
  }
}

#endif
