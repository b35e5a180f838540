/// Why a text is no memory.
public struct MemoryError: Error, Hashable, Sendable {
  /// The line, from 1.
  public let line: Int
  public let message: String
  public let expected: String
}

extension Memory {
  private static let heading = "repertoire memory 1"

  /// The memory as a text: a heading, then for each task its lines `task`, `name`, `said`, `failed`
  /// and `repair`.
  public var text: String {
    var lines = [Self.heading]
    for experience in experiences {
      lines.append("task " + experience.concept)
      if let name = experience.name { lines.append("name " + name) }
      lines += experience.turns.map { "said " + Self.oneLine($0) }
      lines += experience.failures.map { "failed " + Self.oneLine($0) }
      lines += experience.repairs.map { "repair " + Self.oneLine($0) }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func oneLine(_ text: String) -> String {
    String(text.map { $0.isNewline ? " " : $0 })
  }

  /// Reads a memory. Throws `MemoryError` at the first line that is wrong, and takes nothing in
  /// then.
  public init(parsing text: String) throws(MemoryError) {
    self.init()
    guard text.utf8.count <= Self.mostBytes else {
      throw MemoryError(line: 1, message: "too long", expected: "at most \(Self.mostBytes) bytes")
    }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.first.map(String.init) == Self.heading else {
      throw MemoryError(line: 1, message: "no memory", expected: "`\(Self.heading)`")
    }
    var current: Experience?
    for (index, line) in lines.enumerated().dropFirst() where !line.isEmpty {
      let number = index + 1
      guard line.utf8.count <= Self.longestTurn + 16 else {
        throw MemoryError(
          line: number, message: "the line is too long",
          expected: "at most \(Self.longestTurn) bytes")
      }
      let key = line.prefix { $0 != " " }
      let value = String(line.dropFirst(key.count + 1))
      guard !value.isEmpty else {
        throw MemoryError(line: number, message: "`\(key)` says nothing", expected: "some text")
      }
      if key == "task" {
        if let current { try take(current, line: number) }
        current = Experience(value, turns: [])
        continue
      }
      guard current != nil else {
        throw MemoryError(line: number, message: "`\(key)` belongs to nothing", expected: "`task`")
      }
      switch key {
      case "name": current?.name = value
      case "said": current?.turns.append(value)
      case "failed": current?.failures.append(value)
      case "repair": current?.repairs.append(value)
      default:
        throw MemoryError(
          line: number, message: "there is no key `\(key.prefix(40))`",
          expected: "task, name, said, failed or repair")
      }
    }
    if let current { try take(current, line: lines.count) }
  }

  private mutating func take(_ experience: Experience, line: Int) throws(MemoryError) {
    guard (1...Self.mostTurns).contains(experience.turns.count) else {
      throw MemoryError(
        line: line, message: "the task before it was said in \(experience.turns.count) turns",
        expected: "1 to \(Self.mostTurns)")
    }
    guard experiences.count < Self.mostExperiences else {
      throw MemoryError(
        line: line, message: "too many tasks", expected: "at most \(Self.mostExperiences)")
    }
    keep(experience)
  }
}
