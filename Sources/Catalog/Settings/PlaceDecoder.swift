/// The `Decoder` of one place: hands out containers and remembers what was asked for.
final class PlaceDecoder: Decoder {
  let place: Place
  let keysAreData: Bool
  let codingPath: [any CodingKey] = []
  let userInfo: [CodingUserInfoKey: Any] = [:]
  /// The keys the type asked for, in order; nil if it did not ask for keys.
  private(set) var asked: [String]?
  /// How many items of a list the type took; nil if it did not ask for a list.
  var taken: Int?
  private var inner: [PlaceDecoder] = []

  init(_ place: Place, keysAreData: Bool = false) {
    self.place = place
    self.keysAreData = keysAreData
  }

  func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
    if let value = place.value, value.pairs == nil { throw place.mismatch("a group of keys") }
    asked = asked ?? []
    return KeyedDecodingContainer(KeyedPlace<Key>(decoder: self))
  }

  func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
    guard case .sequence(let items) = place.value?.content else {
      throw place.mismatch("a list")
    }
    taken = 0
    return ListPlace(decoder: self, items: items)
  }

  func singleValueContainer() -> any SingleValueDecodingContainer {
    SinglePlace(place: place)
  }

  func note(_ key: String) {
    if asked?.contains(key) != true { asked?.append(key) }
  }

  /// A decoder for a place inside this one, whose leftovers are leftovers of this one.
  func nested(_ place: Place) -> PlaceDecoder {
    let decoder = PlaceDecoder(place)
    inner.append(decoder)
    return decoder
  }

  /// Throws if the file says more here than the type wanted to know.
  func refuseLeftovers() throws {
    for decoder in inner { try decoder.refuseLeftovers() }
    if let asked, let pairs = place.tree?.pairs {
      for pair in pairs where !asked.contains(pair.key) {
        let within = place.path.isEmpty ? "" : " in \(place.name)"
        throw ContentError(
          place.file, line: pair.line, "unknown key `\(pair.key)`\(within)",
          expected: NearestName.hint(for: pair.key, among: asked))
      }
    }
    if let taken, case .sequence(let items) = place.tree?.content, items.count > taken {
      throw place.error(
        "\(place.name) is a list of \(items.count)", expected: "expected a list of \(taken)")
    }
  }
}

/// One value without keys.
private struct SinglePlace: SingleValueDecodingContainer {
  let place: Place
  var codingPath: [any CodingKey] { [] }

  func decodeNil() -> Bool {
    if case .null? = place.value?.content { true } else { place.value == nil }
  }

  func decode<Value: Decodable>(_ type: Value.Type) throws -> Value { try place.decode(type) }
}

/// Values by key.
private struct KeyedPlace<Key: CodingKey>: KeyedDecodingContainerProtocol {
  let decoder: PlaceDecoder
  var codingPath: [any CodingKey] { [] }

  private func name(_ key: some CodingKey) -> String {
    decoder.keysAreData ? key.stringValue : KeyNames.kebab(key.stringValue)
  }

  private func child(_ key: some CodingKey) -> Place {
    decoder.note(name(key))
    return decoder.place.child(name(key))
  }

  /// Asked for by dictionaries and by enumerations with associated values: what the file says
  /// replaces such a default altogether.
  var allKeys: [Key] {
    let written = decoder.place.tree?.pairs
    return (written ?? decoder.place.fallback?.pairs ?? []).compactMap { pair in
      decoder.keysAreData
        ? Key(stringValue: pair.key)
        : Key(stringValue: KeyNames.camel(pair.key)) ?? Key(stringValue: pair.key)
    }
  }

  func contains(_ key: Key) -> Bool { child(key).value != nil }

  func decodeNil(forKey key: Key) -> Bool {
    if case .null? = child(key).value?.content { true } else { false }
  }

  func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value {
    try child(key).decode(type)
  }

  func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type, forKey key: Key
  ) throws -> KeyedDecodingContainer<Nested> {
    try decoder.nested(child(key)).container(keyedBy: type)
  }

  func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
    try decoder.nested(child(key)).unkeyedContainer()
  }

  func superDecoder() -> any Decoder { decoder }
  func superDecoder(forKey key: Key) -> any Decoder { decoder.nested(child(key)) }
}

/// Values in order.
private struct ListPlace: UnkeyedDecodingContainer {
  let decoder: PlaceDecoder
  let items: [Tree]
  private(set) var currentIndex = 0
  var codingPath: [any CodingKey] { [] }
  var count: Int? { items.count }
  var isAtEnd: Bool { currentIndex >= items.count }

  init(decoder: PlaceDecoder, items: [Tree]) {
    self.decoder = decoder
    self.items = items
  }

  private mutating func next() throws -> Place {
    let place = decoder.place
    guard currentIndex < items.count else {
      throw place.error(
        "\(place.name) is a list of \(items.count)", expected: "expected more items")
    }
    let item = items[currentIndex]
    let isWritten = place.tree != nil
    let next = Place(
      file: place.file, path: place.path + ["[\(currentIndex)]"],
      line: isWritten ? item.line : place.line, tree: isWritten ? item : nil,
      fallback: isWritten ? nil : item)
    currentIndex += 1
    decoder.taken = max(decoder.taken ?? 0, currentIndex)
    return next
  }

  mutating func decodeNil() throws -> Bool {
    guard currentIndex < items.count, case .null = items[currentIndex].content else { return false }
    _ = try next()
    return true
  }

  mutating func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
    try next().decode(type)
  }

  mutating func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type
  ) throws -> KeyedDecodingContainer<Nested> {
    try decoder.nested(try next()).container(keyedBy: type)
  }

  mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
    try decoder.nested(try next()).unkeyedContainer()
  }

  mutating func superDecoder() throws -> any Decoder { decoder.nested(try next()) }
}
