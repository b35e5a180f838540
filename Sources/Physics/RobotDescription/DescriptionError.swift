/// A description of a robot that cannot be used: where, what, and what was expected.
public struct DescriptionError: Error, Hashable, Sendable, CustomStringConvertible {
  /// From 1.
  public let line: Int
  public let problem: String
  public let expectation: String

  public init(line: Int, _ problem: String, expected: String) {
    self.line = line
    self.problem = problem
    expectation = expected
  }

  public var description: String { message(file: "") }

  /// One line, `FILE:LINE: what is wrong; what was expected`.
  public func message(file: String) -> String {
    let text = "\(file):\(line): \(problem); \(expectation)"
    // Whatever stood in the file, the message stays on one line.
    return String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { $0.value < 32 || $0.value == 127 ? " " : $0 }))
  }
}
