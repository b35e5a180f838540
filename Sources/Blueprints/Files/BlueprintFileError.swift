/// Why a file is no blueprint: one line, with the place in the file where there is one.
public struct BlueprintFileError: Error, Hashable, Sendable, CustomStringConvertible {
  public let description: String

  init(_ description: String) {
    self.description = description
  }

  /// Words from a file as a message may show them: short, and without line breaks.
  static func shown(_ text: some StringProtocol) -> String {
    let letters = text.unicodeScalars.prefix(80).map { scalar -> Character in
      scalar.value < 32 || scalar.value == 127 || (0x80...0x9F).contains(scalar.value)
        || scalar.properties.generalCategory == .format
        || scalar.properties.generalCategory == .lineSeparator
        || scalar.properties.generalCategory == .paragraphSeparator
        ? "?" : Character(scalar)
    }
    return String(letters)
  }
}
