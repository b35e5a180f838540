/// The plain form of English words, so far as the lexicon needs it.
enum Morphology {
  private static let irregular = [
    "leaves": "leaf", "shelves": "shelf", "bookshelves": "bookshelf", "halves": "half",
    "stories": "story", "built": "built", "men": "man", "glass": "glass", "bricks": "brick",
    "boxs": "box", "lenses": "lens", "logs": "log", "stairs": "stair", "wharves": "wharf",
  ]

  /// A noun without its plural ending; any other word is changed alike wherever it stands, which is
  /// all that a look-up needs.
  static func lemma(_ word: String) -> String {
    if let known = irregular[word] { return known }
    let bytes = Array(word.utf8)
    guard bytes.count > 3, bytes[bytes.count - 1] == 115 else { return word }
    let previous = bytes[bytes.count - 2]
    if previous == 115 || previous == 117 || previous == 105 { return word }
    if bytes.count > 4, word.hasSuffix("ies") { return String(word.dropLast(3)) + "y" }
    for ending in ["xes", "ches", "shes", "sses", "zes"] where word.hasSuffix(ending) {
      return String(word.dropLast(2))
    }
    return String(word.dropLast())
  }

  /// The forms of a verb: place, places, placing, placed.
  static func forms(ofVerb verb: String) -> [String] {
    let words = verb.split(separator: " ", maxSplits: 1).map(String.init)
    guard let first = words.first, !first.hasPrefix("'"), first.utf8.count > 1 else {
      return [verb]
    }
    let rest = words.count > 1 ? " " + words[1] : ""
    let stem = first.hasSuffix("e") ? String(first.dropLast()) : doubled(first)
    return [first, first + "s", stem + "ing", stem + "ed"].map { $0 + rest }
  }

  /// With its last letter twice where English does so: dig, digging.
  private static func doubled(_ verb: String) -> String {
    let bytes = Array(verb.utf8)
    let vowels = Array("aeiou".utf8)
    guard bytes.count >= 3, bytes.count <= 4, let last = bytes.last, !vowels.contains(last),
      last != 119, last != 120, last != 121, vowels.contains(bytes[bytes.count - 2]),
      !vowels.contains(bytes[bytes.count - 3])
    else { return verb }
    return verb + String(UnicodeScalar(last))
  }
}
