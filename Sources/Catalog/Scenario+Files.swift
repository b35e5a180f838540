import Physics

extension Scenario {
  /// The scenario with the text of a file where its setup names one, so that it, and whatever is
  /// recorded of it, stands alone. The one such key is `urdf`.
  ///
  /// - Throws: `ContentError` where there is no such file, or in the file where it is wrong.
  func withFiles(of project: Project) throws -> Scenario {
    var whole = self
    try embed(in: &whole.setup, at: "setup", project)
    return whole
  }

  private func embed(in tree: inout Tree, at path: String, _ project: Project) throws {
    guard case .mapping(var pairs) = tree.content else { return }
    for index in pairs.indices {
      let place = "\(path).\(pairs[index].key)"
      if pairs[index].key == "urdf", let text = pairs[index].value.text, Self.isName(text) {
        pairs[index].value.content = .scalar(
          try description(text, at: place, line: pairs[index].line, project), isPlain: false)
      } else {
        try embed(in: &pairs[index].value, at: place, project)
      }
    }
    tree.content = .mapping(pairs)
  }

  /// Whether a value is the name of a file and not its text.
  private static func isName(_ text: String) -> Bool {
    !text.isEmpty && text.first { !$0.isWhitespace } != "<"
  }

  private func description(
    _ name: String, at place: String, line: Int, _ project: Project
  ) throws -> String {
    let candidates = [name, project.path(name)]
    guard let file = candidates.first(where: Project.isFile) else {
      throw ContentError(
        self.file, line: line, "`\(place)`: there is no file `\(name)`",
        expected: "expected the name of a URDF file")
    }
    let bytes = try Project.bytes(of: file, limit: RobotDescription.longestFile)
    do {
      _ = try RobotDescription(urdf: bytes)
    } catch {
      throw ContentError(name, line: error.line, error.problem, expected: error.expectation)
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
