/// What was built before and stood its checks: remembered as what was said, so that whatever comes
/// out of a memory is read and checked like any other text.
public struct Memory: Hashable, Sendable {
  public static let mostExperiences = 400
  public static let mostTurns = 16
  /// Bytes of a turn, and of a memory as a text.
  public static let longestTurn = 4096
  public static let mostBytes = 1 << 22

  /// Oldest first.
  public private(set) var experiences: [Experience] = []

  public init() {}

  /// Keeps a task; forgets the oldest one without a name where there are too many, and what had the
  /// same name.
  public mutating func keep(_ experience: Experience) {
    guard !experience.turns.isEmpty, experience.turns.count <= Self.mostTurns,
      experience.turns.allSatisfy({ $0.utf8.count <= Self.longestTurn })
    else { return }
    if let name = experience.name { experiences.removeAll { $0.name == name } }
    experiences.append(experience)
    if experiences.count > Self.mostExperiences {
      experiences.remove(at: experiences.firstIndex { $0.name == nil } ?? 0)
    }
  }

  // MARK: Recall

  /// The turns to take for a text: those of the design that it names or points back to, and what
  /// it wants changed; the text alone where it does neither.
  public func turns(for text: String) -> [String] {
    let words = Self.words(text)
    if let (experience, rest) = named(in: words) ?? pointedTo(in: words) {
      return experience.turns + Self.change(rest)
    }
    return [text]
  }

  /// The newest design whose name stands in the text, and the words after it.
  private func named(in words: [String]) -> (Experience, ArraySlice<String>)? {
    for experience in experiences.reversed() {
      guard let name = experience.name.map(Self.words), !name.isEmpty,
        words.count >= name.count
      else { continue }
      for start in 0...words.count - name.count
      where Array(words[start..<start + name.count]) == name {
        return (experience, words[(start + name.count)...])
      }
    }
    return nil
  }

  /// "Like the cabin before", "the same castle as last time": the newest of that kind.
  private func pointedTo(in words: [String]) -> (Experience, ArraySlice<String>)? {
    let backwards = [["before"], ["last", "time"], ["once", "more"], ["earlier"], ["again"]]
    var after: Int?
    for back in backwards where words.count > back.count {
      for start in 0...words.count - back.count
      where Array(words[start..<start + back.count]) == back {
        after = start + back.count
      }
    }
    let points = ["like", "same", "usual", "the", "my", "our"]
    guard let after, words[..<after].contains(where: points.contains) else { return nil }
    let found = experiences.last { words[..<after].contains($0.concept) }
    return found.map { ($0, words[after...]) }
  }

  /// What the rest of a sentence wants of a design that is known, as turns of their own.
  private static func change(_ rest: ArraySlice<String>) -> [String] {
    var rest = rest
    let fillers = [
      "but", "and", "again", "please", "this", "time", "before", "only", "once", "more",
    ]
    while let first = rest.first, fillers.contains(first) { rest = rest.dropFirst() }
    guard let first = rest.first else { return [] }
    let tail = rest.dropFirst().joined(separator: " ")
    switch first {
    case "with": return ["add " + tail]
    case "without": return ["remove the " + tail]
    case "in", "from", "of": return ["make it " + first + " " + tail]
    default: return ["make it " + rest.joined(separator: " ")]
    }
  }

  // MARK: Names

  /// A text without the words that give the thing a name, and the name: "call it Foxhole".
  public static func naming(_ text: String) -> (text: String, name: String?) {
    let lower = text.lowercased()
    for phrase in ["and call it ", "call it ", "and name it ", "name it ", "called ", "named "] {
      guard let range = lower.firstRange(of: phrase) else { continue }
      let start = lower.distance(from: lower.startIndex, to: range.lowerBound)
      let end = lower.distance(from: lower.startIndex, to: range.upperBound)
      let tail = lower.dropFirst(end)
      let name = tail.prefix { !".,;:!?\n".contains($0) }
      let names = words(String(name))
      guard (1...3).contains(names.count) else { continue }
      let trimmed = text.prefix(start).reversed().drop { " ,.;".contains($0) }
      let rest = text.dropFirst(end + name.count)
      return (String(trimmed.reversed()) + String(rest), names.joined(separator: " "))
    }
    return (text, nil)
  }

  static func words(_ text: String) -> [String] {
    text.lowercased().split { !$0.isLetter && !$0.isNumber && $0 != "-" }.map(String.init)
  }
}
