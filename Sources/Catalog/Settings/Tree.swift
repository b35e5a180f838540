/// A node of a settings file: what is written there and on which line. Text and numbers stay text
/// until someone asks for them with a type.
public struct Tree: Sendable {
  public var content: Content
  /// The line in the file, from 1; 0 for values that stand in no file.
  public var line: Int

  public enum Content: Sendable {
    /// Nothing, or `null`.
    case null
    /// One value. Plain ones may be numbers, `true` or `false`; the others were in quotes.
    case scalar(String, isPlain: Bool)
    case sequence([Tree])
    case mapping([Pair])
  }

  /// A key with its value.
  public struct Pair: Sendable {
    public let key: String
    public let line: Int
    public var value: Tree

    public init(_ key: String, _ value: Tree, line: Int = 0) {
      self.key = key
      self.value = value
      self.line = line
    }
  }

  public init(_ content: Content, line: Int = 0) {
    self.content = content
    self.line = line
  }

  /// A tree of text that stands in no file.
  public static func text(_ text: String) -> Tree { Tree(.scalar(text, isPlain: false)) }

  /// No keys at all.
  public static let empty = Tree(.mapping([]))

  /// The keys and values, if the node has some; nothing written counts as none.
  public var pairs: [Pair]? {
    switch content {
    case .mapping(let pairs): pairs
    case .null: []
    case .scalar, .sequence: nil
    }
  }

  /// The value of `key`; setting nil removes the key.
  public subscript(key: String) -> Tree? {
    get { pairs?.first { $0.key == key }?.value }
    set {
      var pairs = pairs ?? []
      let place = pairs.firstIndex { $0.key == key }
      switch (place, newValue) {
      case (let place?, let value?): pairs[place].value = value
      case (let place?, nil): pairs.remove(at: place)
      case (nil, let value?): pairs.append(Pair(key, value))
      case (nil, nil): break
      }
      content = .mapping(pairs)
    }
  }

  /// The text of a scalar, whether plain or in quotes.
  public var text: String? {
    if case .scalar(let text, _) = content { text } else { nil }
  }

  /// The line of the value at `path` (`rules.best-of`, `shots.0.speed`), or of the last part of it
  /// that is there.
  public func line(of path: String) -> Int {
    var node = self
    var line = node.line
    for key in path.split(separator: ".") {
      if case .sequence(let items) = node.content, let index = Int(key),
        items.indices.contains(index)
      {
        node = items[index]
        line = node.line > 0 ? node.line : line
        continue
      }
      guard let pair = node.pairs?.first(where: { $0.key == key }) else { break }
      node = pair.value
      line = pair.line > 0 ? pair.line : line
    }
    return line
  }

  /// The tree with everything that `other` says in place of its own, group by group.
  public func overlaid(by other: Tree) -> Tree {
    guard case .mapping(let own) = content, case .mapping(let others) = other.content else {
      return other
    }
    var pairs = own
    for pair in others {
      if let place = pairs.firstIndex(where: { $0.key == pair.key }) {
        let value = pairs[place].value.overlaid(by: pair.value)
        pairs[place] = Pair(pair.key, value, line: pair.line)
      } else {
        pairs.append(pair)
      }
    }
    return Tree(.mapping(pairs), line: other.line)
  }
}
