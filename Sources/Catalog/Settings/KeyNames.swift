/// How property names are spelt in files.
enum KeyNames {
  /// `bestOf` as `best-of`, `maximumRPM` as `maximum-rpm`; kebab case stays as it is.
  static func kebab(_ name: String) -> String {
    let letters = Array(name)
    var result = ""
    for (index, letter) in letters.enumerated() {
      if letter.isUppercase, index > 0 {
        let startsWord =
          !letters[index - 1].isUppercase
          || (index + 1 < letters.count && letters[index + 1].isLowercase)
        if startsWord, letters[index - 1] != "-" { result += "-" }
      }
      result += letter == "_" ? "-" : letter.lowercased()
    }
    return result
  }

  /// `best-of` as `bestOf`.
  static func camel(_ name: String) -> String {
    let words = name.split(separator: "-", omittingEmptySubsequences: false)
    return words.dropFirst().reduce(String(words[0])) {
      $0 + $1.prefix(1).uppercased() + $1.dropFirst()
    }
  }
}

/// Dictionaries by text, whose keys are data and are never respelt.
protocol TextKeyed {}
extension Dictionary: TextKeyed where Key == String {}
