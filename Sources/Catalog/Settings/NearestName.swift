/// Finds what somebody who misspelt a name may have meant.
public enum NearestName {
  /// The name with the fewest edits from `name`, if they are few enough for a slip of the finger.
  public static func of(_ name: String, among names: [String]) -> String? {
    let best = names.map { (name: $0, edits: edits(name, $0)) }.min { $0.edits < $1.edits }
    guard let best, best.edits <= max(1, min(name.utf8.count, best.name.utf8.count) / 3 + 1) else {
      // A name without its world is not a slip, but as clear.
      return names.first { $0.hasSuffix("/" + name) }
    }
    return best.name
  }

  /// "did you mean `x`?" where something is near, else all the names that would do.
  public static func hint(for name: String, among names: [String]) -> String {
    if let nearest = of(name, among: names) { return "did you mean `\(nearest)`?" }
    guard !names.isEmpty else { return "there are none" }
    let listed = names.prefix(12).joined(separator: ", ")
    return "expected " + (names.count == 1 ? "" : "one of ") + listed
      + (names.count > 12 ? ", ..." : "")
  }

  /// The least number of letters to insert, drop, replace or swap with their neighbour
  /// (Damerau and Levenshtein, restricted form).
  static func edits(_ left: String, _ right: String) -> Int {
    // Names are short; whoever hands in a page of text gets no suggestion.
    let a = Array(left.utf8.prefix(64))
    let b = Array(right.utf8.prefix(64))
    var before: [Int] = []
    var above = Array(0...b.count)
    for i in 0..<a.count {
      var row = [i + 1]
      for j in 0..<b.count {
        let change = above[j] + (a[i] == b[j] ? 0 : 1)
        var best = min(change, above[j + 1] + 1, row[j] + 1)
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { best = min(best, before[j - 1] + 1) }
        row.append(best)
      }
      before = above
      above = row
    }
    return above[b.count]
  }
}
