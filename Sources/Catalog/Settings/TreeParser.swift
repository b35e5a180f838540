import Yams

/// Reads the YAML of settings files: one document of keys and values, without the features of the
/// language that surprise (anchors, aliases, tags, keys that are no text, several documents).
public enum TreeParser {
  /// The largest file that is read, in bytes.
  public static let largestFile = 1 << 20
  /// The deepest nesting that is read.
  public static let deepestNesting = 32

  /// The tree of a file's bytes; `file` is what error messages call it.
  public static func parse(_ bytes: [UInt8], file: String) throws(ContentError) -> Tree {
    guard bytes.count <= largestFile else {
      throw ContentError(
        file, line: 1, "the file has \(bytes.count) bytes", expected: "expected at most 1 MiB")
    }
    let text = try TreeScanner.checkedText(bytes, file: file)
    let root: Tree?
    do {
      let parser = try Parser(yaml: text, resolver: .basic, encoding: .utf8)
      // The nodes refer weakly to their anchors, which the parser owns.
      root = try withExtendedLifetime(parser) {
        try parser.singleRoot().map { try tree($0, depth: 1, file: file) }
      }
    } catch let error as ContentError {
      throw error
    } catch let error as YamlError {
      throw explained(error, text: text, file: file)
    } catch {
      throw ContentError(file, line: 1, "\(error)", expected: "expected YAML")
    }
    guard let root else { throw emptyFile(file) }
    switch root.content {
    case .mapping: return root
    case .null: throw emptyFile(file)
    case .scalar, .sequence:
      throw ContentError(
        file, line: root.line, "the file holds \(root.kindInWords)",
        expected: "expected lines of `key: value`")
    }
  }

  private static func emptyFile(_ file: String) -> ContentError {
    ContentError(file, line: 1, "the file is empty", expected: "expected lines of `key: value`")
  }

  private static func tree(
    _ node: Yams.Node, depth: Int, file: String
  ) throws(ContentError) -> Tree {
    let line = node.mark?.line ?? 1
    guard depth <= deepestNesting else {
      throw ContentError(
        file, line: line, "the file is nested too deeply",
        expected: "expected at most \(deepestNesting) levels")
    }
    guard node.anchor == nil else { throw TreeScanner.anchorError(file, line) }
    switch node {
    case .scalar(let scalar):
      try refuseTag(scalar.tag, file, line)
      let isPlain = scalar.style == .plain || scalar.style == .any
      if isPlain, ["", "~", "null"].contains(scalar.string) { return Tree(.null, line: line) }
      return Tree(.scalar(scalar.string, isPlain: isPlain), line: line)
    case .sequence(let sequence):
      try refuseTag(sequence.tag, file, line)
      var items: [Tree] = []
      for item in sequence { items.append(try tree(item, depth: depth + 1, file: file)) }
      return Tree(.sequence(items), line: line)
    case .mapping(let mapping):
      try refuseTag(mapping.tag, file, line)
      return Tree(.mapping(try pairs(mapping, depth: depth, file: file)), line: line)
    case .alias: throw TreeScanner.anchorError(file, line)
    }
  }

  private static func pairs(
    _ mapping: Yams.Node.Mapping, depth: Int, file: String
  ) throws(ContentError) -> [Tree.Pair] {
    var pairs: [Tree.Pair] = []
    for (keyNode, valueNode) in mapping {
      let key = try tree(keyNode, depth: depth + 1, file: file)
      guard case .scalar(let name, let isPlain) = key.content,
        !isPlain || !key.isNumberOrFlag
      else {
        throw ContentError(
          file, line: key.line, "a key is \(key.kindInWords)", expected: "expected a name")
      }
      pairs.append(
        Tree.Pair(name, try tree(valueNode, depth: depth + 1, file: file), line: key.line))
    }
    return pairs
  }

  private static func refuseTag(_ tag: Tag, _ file: String, _ line: Int) throws(ContentError) {
    // What has no tag in the file may have got one of the first three from the parser.
    let harmless = [Tag.Name.str, .seq, .map, .implicit, .nonSpecific].map(\.rawValue)
    guard harmless.contains(tag.rawValue) else {
      throw ContentError(
        file, line: line, "the tag `\(tag.rawValue)` is not accepted",
        expected: "expected a value without a tag")
    }
  }

  private static func explained(
    _ error: YamlError, text: String, file: String
  ) -> ContentError {
    switch error {
    case .composer(_, let problem, let mark, _) where problem.contains("another document"):
      return ContentError(
        file, line: mark.line, "a second document starts here", expected: "expected one per file")
    case .composer(_, let problem, let mark, _) where problem.contains("alias"):
      return TreeScanner.anchorError(file, mark.line)
    case .scanner(let context, let problem, let mark, _),
      .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      if problem.contains("nesting") {
        return ContentError(
          file, line: mark.line, "the file is nested too deeply",
          expected: "expected at most \(deepestNesting) levels")
      }
      let reason = [problem, context?.text].compactMap { $0 }.joined(separator: " ")
      return ContentError(
        file, line: mark.line, "this is not YAML (\(reason))",
        expected: "expected lines of `key: value`, nested by two spaces")
    case .duplicatedKeysInMapping(let names, let context):
      let name = names.first ?? ""
      let second = TreeScanner.secondLine(of: name, after: context.mark, in: text)
      return ContentError(
        file, line: second, "the key `\(name)` was given on line \(context.mark.line) already",
        expected: "expected every key once")
    default:
      return ContentError(file, line: 1, "this is not YAML (\(error))", expected: "expected text")
    }
  }
}
