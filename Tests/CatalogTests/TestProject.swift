import Catalog
import Foundation

/// The project that the tests belong to.
enum TestProject {
  /// Its folder: this file lies in `Tests/CatalogTests`.
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path

  static let catalog = Catalog(Project(root: root))
  static let scenarioNames = catalog.scenarioNames

  /// The executable that was built beside the tests.
  static let executable: String? = {
    let folders = [
      Bundle.main.bundlePath,
      URL(fileURLWithPath: CommandLine.arguments[0])
        .deletingLastPathComponent().path,
    ]
    return folders.map { $0 + "/repertoire" }.first { Project.isFile($0) }
  }()
}
