import Foundation
import Physics

/// The robots and golden numbers of the project.
enum RobotFile {
  static let project = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  static let goldens = project.appendingPathComponent("Tests/Goldens/dynamics")

  static func url(_ name: String) -> URL {
    name == "tree"
      ? goldens.appendingPathComponent("tree.urdf")
      : project.appendingPathComponent("Assets/robots/\(name).urdf")
  }

  static func bytes(_ name: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: url(name)))
  }

  static func read(_ name: String) throws -> RobotDescription {
    try RobotDescription(urdf: try bytes(name))
  }
}
