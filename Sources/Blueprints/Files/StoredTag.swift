/// A value inside a file in the Named Binary Tag format, of which nothing is decoded before it is
/// asked for, so that what a file holds besides costs no memory.
struct StoredTag {
  /// The kinds of values by their numbers in a file.
  enum Kind: UInt8 {
    case byte = 1
    case short = 2
    case int = 3
    case long = 4
    case float = 5
    case double = 6
    case bytes = 7
    case string = 8
    case list = 9
    case compound = 10
    case ints = 11
    case longs = 12
  }

  /// How deep values may lie in each other, as in the game.
  static let deepest = 512

  let file: [UInt8]
  let kind: Kind
  /// Where the value starts, behind its name.
  let start: Int

  private init(_ file: [UInt8], _ kind: Kind, at start: Int) {
    self.file = file
    self.kind = kind
    self.start = start
  }

  /// The compound that a file consists of. The whole file is checked: every value lies inside it
  /// and no more than `deepest` deep.
  init(_ file: [UInt8]) throws(BlueprintFileError) {
    guard file.first == Kind.compound.rawValue, file.count >= 3 else {
      throw BlueprintFileError("the file does not start with a compound of named tags")
    }
    self.init(file, .compound, at: 3 + (Int(file[1]) << 8 | Int(file[2])))
    _ = try end(of: .compound, at: start, depth: 1)
  }

  /// A number without a fraction, of any width.
  func whole() throws(BlueprintFileError) -> Int {
    switch kind {
    case .byte: Int(Int8(truncatingIfNeeded: try number(1, at: start)))
    case .short: Int(Int16(truncatingIfNeeded: try number(2, at: start)))
    case .int: Int(Int32(truncatingIfNeeded: try number(4, at: start)))
    case .long: try number(8, at: start)
    default: throw problem("a whole number")
    }
  }

  func text() throws(BlueprintFileError) -> String {
    guard kind == .string else { throw problem("a text") }
    return try text(at: start)
  }

  /// Where the bytes of a byte array lie in `file`.
  func bytes() throws(BlueprintFileError) -> Range<Int> {
    guard kind == .bytes else { throw problem("an array of bytes") }
    let count = try length(at: start)
    return start + 4..<start + 4 + count
  }

  /// How many 64-bit words an array holds.
  func longCount() throws(BlueprintFileError) -> Int {
    guard kind == .longs else { throw problem("an array of longs") }
    return try length(at: start)
  }

  /// A word of an array of longs. The index must lie inside it.
  func long(_ index: Int) -> UInt64 {
    let place = start + 4 + 8 * index
    var word: UInt64 = 0
    for offset in 0..<8 { word = word << 8 | UInt64(file[place + offset]) }
    return word
  }

  /// The three whole numbers of a list or an array of ints.
  func triple() throws(BlueprintFileError) -> (Int, Int, Int) {
    guard kind == .list || kind == .ints else { throw problem("three numbers") }
    if kind == .ints {
      guard try length(at: start) == 3 else { throw problem("three numbers") }
      func part(_ index: Int) throws(BlueprintFileError) -> Int {
        Int(Int32(truncatingIfNeeded: try number(4, at: start + 4 + 4 * index)))
      }
      return (try part(0), try part(1), try part(2))
    }
    var parts: [Int] = []
    try forEachElement { element throws(BlueprintFileError) in
      guard parts.count < 3 else { throw problem("three numbers") }
      parts.append(try element.whole())
    }
    guard parts.count == 3 else { throw problem("three numbers") }
    return (parts[0], parts[1], parts[2])
  }

  /// The number of elements of a list.
  func count() throws(BlueprintFileError) -> Int {
    guard kind == .list else { throw problem("a list") }
    return max(0, Int(Int32(truncatingIfNeeded: try number(4, at: start + 1))))
  }

  /// Goes through the elements of a list.
  func forEachElement(
    _ body: (StoredTag) throws(BlueprintFileError) -> Void
  ) throws(BlueprintFileError) {
    let count = try count()
    guard count > 0 else { return }
    let kind = try Self.kind(file[start], at: start)
    var place = start + 5
    for _ in 0..<count {
      try body(StoredTag(file, kind, at: place))
      place = try end(of: kind, at: place, depth: 1)
    }
  }

  /// Goes through the values of a compound until `body` returns true.
  func search(
    _ body: (_ name: Range<Int>, _ value: StoredTag) throws(BlueprintFileError) -> Bool
  ) throws(BlueprintFileError) {
    guard kind == .compound else { throw problem("a compound") }
    var place = start
    while try number(1, at: place) != 0 {
      let kind = try Self.kind(file[place], at: place)
      let name = place + 3..<place + 3 + (try number(2, at: place + 1))
      if try body(name, StoredTag(file, kind, at: name.upperBound)) { return }
      place = try end(of: kind, at: name.upperBound, depth: 1)
    }
  }

  /// Goes through the values of a compound.
  func forEachMember(
    _ body: (_ name: String, _ value: StoredTag) throws(BlueprintFileError) -> Void
  ) throws(BlueprintFileError) {
    try search { name, value throws(BlueprintFileError) in
      try body(try text(at: name.lowerBound - 2), value)
      return false
    }
  }

  /// The first value of a compound under a name; nil if there is none.
  func optional(_ name: StaticString) throws(BlueprintFileError) -> StoredTag? {
    var found: StoredTag?
    let wanted = UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount)
    try search { place, value throws(BlueprintFileError) in
      guard file[place].elementsEqual(wanted) else { return false }
      found = value
      return true
    }
    return found
  }

  /// The value of a compound under a name.
  subscript(_ name: StaticString) -> StoredTag {
    get throws(BlueprintFileError) {
      guard let value = try optional(name) else {
        throw BlueprintFileError("byte \(start): the compound has no `\(name)`")
      }
      return value
    }
  }

  /// The error that the value is not what it should be.
  func problem(_ expected: String) -> BlueprintFileError {
    BlueprintFileError("byte \(start): expected \(expected)")
  }
}
