import Arena
import Math

/// Decodes settings from a tree and refuses whatever the type did not ask for.
///
/// Keys that a file leaves out have the value that `Configuration.init()` gives them: the default
/// value is turned into a tree of its own, which answers where the file does not. The decoder
/// keeps count of the keys that were asked for, so that a misspelt one is an error on its line
/// instead of a setting without effect.
public enum StrictDecoder {
  /// Decodes `tree`, which was read from `file`; `path` is the tree's place in the file, if it is
  /// not the root.
  public static func decode<Value: Decodable>(
    _ type: Value.Type, from tree: Tree, file: String, path: String = "", defaults: Tree? = nil
  ) throws -> Value {
    try Place(
      file: file, path: path.isEmpty ? [] : [path], line: tree.line, tree: tree, fallback: defaults
    ).decode(type)
  }
}

/// A place in a file from which one value is decoded.
struct Place {
  let file: String
  let path: [String]
  /// Where to point when nothing is written here.
  let line: Int
  /// What the file says, if anything.
  let tree: Tree?
  /// What holds if the file says nothing.
  let fallback: Tree?

  /// What the file says, or the default.
  var value: Tree? { tree ?? fallback }

  /// The place as messages call it.
  var name: String {
    let joined = path.reduce("") { $1.hasPrefix("[") || $0.isEmpty ? $0 + $1 : $0 + "." + $1 }
    return joined.isEmpty ? "the file" : "`\(joined)`"
  }

  func error(_ problem: String, expected: String) -> ContentError {
    ContentError(file, line: tree?.line ?? line, problem, expected: expected)
  }

  /// The error for a value of another kind than `expected`.
  func mismatch(_ expected: String) -> ContentError {
    guard let value else { return error("\(name) is missing", expected: "expected \(expected)") }
    return error("\(name) is \(value.kindInWords)", expected: "expected \(expected)")
  }

  func child(_ key: String) -> Place {
    let pair = tree?.pairs?.first { $0.key == key }
    return Place(
      file: file, path: path + [key], line: pair?.line ?? tree?.line ?? line, tree: pair?.value,
      fallback: fallback?[key])
  }

  func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
    if let value = try scalar(type) { return value }
    if let type = type as? any RawRepresentable<String>.Type {
      if let value = try choice(among: type) as? Value { return value }
    }
    if type == Vector3.self, case .sequence = value?.content {
      let numbers = try decode([Double].self)
      guard numbers.count == 3 else { throw mismatch("three numbers [x, y, z]") }
      if let vector = Vector3(numbers[0], numbers[1], numbers[2]) as? Value { return vector }
    }
    var place = self
    if fallback?.pairs?.isEmpty ?? true, let type = type as? any Configuration.Type {
      let defaults = try TreeEncoder.tree(of: type.init())
      place = Place(file: file, path: path, line: line, tree: tree, fallback: defaults)
    }
    return try place.structure(type)
  }

  private func structure<Value: Decodable>(_ type: Value.Type) throws -> Value {
    let decoder = PlaceDecoder(self, keysAreData: type is any TextKeyed.Type)
    do {
      let value = try type.init(from: decoder)
      try decoder.refuseLeftovers()
      return value
    } catch let error as ContentError {
      throw error
    } catch DecodingError.keyNotFound(let key, _) {
      throw child(KeyNames.kebab(key.stringValue)).mismatch("a value")
    } catch DecodingError.dataCorrupted(let context)
      where context.debugDescription.contains("lowerBound")
    {
      throw error("\(name) runs backwards", expected: "expected [least, greatest]")
    } catch DecodingError.dataCorrupted(let context) {
      throw error("\(name) is not possible", expected: Self.lowercased(context.debugDescription))
    } catch DecodingError.typeMismatch(_, let context),
      DecodingError.valueNotFound(_, let context)
    {
      throw error("\(name) does not fit", expected: Self.lowercased(context.debugDescription))
    } catch let setup as SetupError {
      throw child(setup.path).error("\(name): \(setup.message)", expected: "see the documentation")
    }
  }

  private static func lowercased(_ text: String) -> String {
    let text = text.hasSuffix(".") ? String(text.dropLast()) : text
    return text.prefix(1).lowercased() + text.dropFirst()
  }
}
