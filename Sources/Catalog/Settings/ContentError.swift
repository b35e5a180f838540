import Arena

/// A file whose content is wrong: where, what, and what was expected. It reads
/// `FILE:LINE: what is wrong; what was expected`.
public struct ContentError: Error, Hashable, Sendable, CustomStringConvertible {
  public let file: String
  /// From 1.
  public let line: Int
  public let problem: String
  public let expectation: String

  public init(_ file: String, line: Int, _ problem: String, expected: String) {
    self.file = file
    self.line = max(1, line)
    self.problem = problem
    self.expectation = expected
  }

  /// A setup that was well formed but could not be built, on the line of the offending value.
  /// `prefix` and the path of the error make a path in `root`.
  public init(_ setup: SetupError, under prefix: String, in root: Tree, file: String) {
    let path = prefix + setup.path
    let parts = setup.message.split(separator: "; ", maxSplits: 1)
    self.init(
      file, line: root.line(of: path), "`\(path)`: \(parts[0])",
      expected: parts.count > 1 ? String(parts[1]) : "expected another value")
  }

  public var description: String {
    let text = "\(file):\(line): \(problem); \(expectation)"
    // Whatever stood in the file, the message stays on one line.
    return String(String.UnicodeScalarView(text.unicodeScalars.map { $0.value < 32 ? " " : $0 }))
  }
}

/// A name or path under which nothing was found.
public struct MissingError: Error, Hashable, Sendable, CustomStringConvertible {
  public let description: String

  public init(_ description: String) {
    self.description = description
  }

  /// Says that there is no `kind` called `name`, and which of `names` it may have meant.
  public init(_ kind: String, _ name: String, among names: [String]) {
    self.init("no \(kind) is called `\(name)`; \(NearestName.hint(for: name, among: names))")
  }
}
