/// A file of recorded motion whose content is wrong.
public struct MotionFileError: Error, Hashable, Sendable, CustomStringConvertible {
  public let file: String
  /// From 1; in files without lines, 1.
  public let line: Int
  public let problem: String
  public let expectation: String

  init(_ file: String, line: Int = 1, _ problem: String, expected: String) {
    self.file = file
    self.line = line
    self.problem = problem
    expectation = expected
  }

  public var description: String { "\(file):\(line): \(problem); expected \(expectation)" }
}
