/// Why a text is no plan, or a plan cannot be carried out.
public struct PlanError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The line, from 1.
  public let line: Int
  /// The word in the line, from 1; 0 for the line as a whole.
  public let word: Int
  public let message: String

  public init(line: Int, word: Int = 0, _ message: String) {
    self.line = line
    self.word = word
    self.message = message
  }

  public var description: String { "line \(line): \(message)" }
}
