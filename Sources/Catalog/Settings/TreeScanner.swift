import Yams

/// Looks through the text of a file for what the YAML parser should not even see.
enum TreeScanner {
  /// The text of the file, without a byte order mark.
  static func checkedText(_ bytes: [UInt8], file: String) throws(ContentError) -> String {
    let bytes = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
    guard let text = String(validating: bytes, as: UTF8.self) else {
      let line = lines(bytes).firstIndex { String(validating: $0, as: UTF8.self) == nil }
      throw ContentError(
        file, line: (line ?? 0) + 1, "the line is not valid UTF-8", expected: "expected UTF-8 text")
    }
    var references = 0
    for (index, line) in lines(bytes).enumerated() {
      if line.contains(where: { $0 < 0x20 && $0 != 0x09 && $0 != 0x0D || $0 == 0x7F }) {
        throw ContentError(
          file, line: index + 1, "the line holds a control character",
          expected: "expected printable text")
      }
      if line.prefix(while: { $0 == 0x20 || $0 == 0x09 }).contains(0x09) {
        throw ContentError(
          file, line: index + 1, "the line is indented by a tab",
          expected: "expected two spaces per level")
      }
      references += anchorsOrAliases(line)
      // A few aliases are found, and refused, in the parsed tree. Many could make it explode.
      if references > 8 { throw anchorError(file, index + 1) }
    }
    return text
  }

  static func anchorError(_ file: String, _ line: Int) -> ContentError {
    ContentError(
      file, line: line, "anchors and aliases (&name, *name) are not accepted",
      expected: "expected the value itself, or text in quotes")
  }

  /// The line of the next key called `name` at the same indentation.
  static func secondLine(of name: String, after mark: Mark, in text: String) -> Int {
    let all = lines(Array(text.utf8))
    for index in all.indices.dropFirst(mark.line) {
      let line = all[index].drop { $0 == 0x20 || $0 == 0x2D }
      let column = line.startIndex - all[index].startIndex + 1
      let key = line.prefix { $0 != 0x3A && $0 != 0x20 }
      if column == mark.column, key.filter({ $0 != 0x22 && $0 != 0x27 }).elementsEqual(name.utf8) {
        return index + 1
      }
    }
    return mark.line
  }

  private static func lines(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
  }

  /// How many `&name` and `*name` stand where a value may start, comments aside.
  private static func anchorsOrAliases(_ line: ArraySlice<UInt8>) -> Int {
    guard line.contains(UInt8(ascii: "&")) || line.contains(UInt8(ascii: "*")) else { return 0 }
    var count = 0
    var before: UInt8?
    var isAfterSpace = true
    for byte in line {
      if byte == UInt8(ascii: "#"), isAfterSpace { break }
      if byte == UInt8(ascii: "&") || byte == UInt8(ascii: "*") {
        let opens = before.map { ":-?[{,\"'".utf8.contains($0) } ?? true
        if opens || line.contains(UInt8(ascii: "!")) { count += 1 }
      }
      isAfterSpace = byte == 0x20 || byte == 0x09
      if !isAfterSpace { before = byte }
    }
    return count
  }
}
