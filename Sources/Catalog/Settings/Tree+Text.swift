extension Tree {
  /// The tree as YAML that reads back as the same tree.
  public var yaml: String {
    var text = ""
    write(to: &text, indentation: 0)
    return text
  }

  private func write(to text: inout String, indentation: Int) {
    let margin = String(repeating: " ", count: indentation)
    switch content {
    case .null, .scalar: text += margin + inline + "\n"
    case .mapping(let pairs):
      if pairs.isEmpty { text += margin + "{}\n" }
      for pair in pairs {
        text += margin + Self.quotedIfNeeded(pair.key) + ":"
        pair.value.writeBehindMark(to: &text, indentation: indentation)
      }
    case .sequence(let items):
      if items.isEmpty { text += margin + "[]\n" }
      for item in items {
        text += margin + "-"
        item.writeBehindMark(to: &text, indentation: indentation)
      }
    }
  }

  /// On the same line where it fits there, else below and deeper.
  private func writeBehindMark(to text: inout String, indentation: Int) {
    if isInline {
      text += " " + inline + "\n"
    } else {
      text += "\n"
      write(to: &text, indentation: indentation + 2)
    }
  }

  private var isInline: Bool {
    switch content {
    case .null, .scalar: true
    case .mapping(let pairs): pairs.isEmpty
    case .sequence(let items):
      items.allSatisfy { if case .scalar = $0.content { true } else { false } }
    }
  }

  private var inline: String {
    switch content {
    case .null: "null"
    case .scalar(let text, true): text
    case .scalar(let text, false): Self.quotedIfNeeded(text)
    case .mapping: "{}"
    case .sequence(let items): "[" + items.map(\.inline).joined(separator: ", ") + "]"
    }
  }

  /// Quotes text that would read as something else.
  private static func quotedIfNeeded(_ text: String) -> String {
    let isWord = text.utf8.first.map { $0 >= 0x61 && $0 <= 0x7A } ?? false
    let isSafe = text.utf8.allSatisfy { byte in
      (byte >= 0x61 && byte <= 0x7A) || (byte >= 0x30 && byte <= 0x39) || "-/.".utf8.contains(byte)
    }
    let reads = Tree(.scalar(text, isPlain: true))
    if isWord, isSafe, !reads.isNumberOrFlag, text != "null" { return text }
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case _ where scalar.value < 32 || scalar.value == 127 || (0x80...0x9F) ~= scalar.value:
        quoted += "\\u" + String(String(0x10000 + scalar.value, radix: 16).dropFirst())
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
