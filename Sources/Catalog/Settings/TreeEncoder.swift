import Math

/// Turns settings into the tree a file would hold, property names in kebab case. What
/// `Configuration.init()` gives becomes the defaults this way.
public enum TreeEncoder {
  public static func tree<Value: Encodable>(of value: Value) throws -> Tree {
    try Slot.holding(value).tree
  }
}

/// A place in a tree under construction.
private final class Slot {
  enum Content {
    case open
    case leaf(Tree)
    case sequence([Slot])
    case mapping([(key: String, value: Slot)])
  }

  var content = Content.open

  static func holding<Value: Encodable>(_ value: Value) throws -> Slot {
    let slot = Slot()
    if let vector = value as? Vector3 {
      let numbers = [vector.x, vector.y, vector.z]
      slot.content = .leaf(Tree(.sequence(numbers.map { .init(.scalar("\($0)", isPlain: true)) })))
    } else if let name = (value as? any RawRepresentable)?.rawValue as? String {
      slot.content = .leaf(.text(KeyNames.kebab(name)))
    } else {
      let keysAreData = value is any TextKeyed
      try value.encode(to: SlotEncoder(slot: slot, keysAreData: keysAreData))
      // Dictionaries come in another order every time.
      if keysAreData, case .mapping(let pairs) = slot.content {
        slot.content = .mapping(pairs.sorted { $0.key < $1.key })
      }
    }
    return slot
  }

  var tree: Tree {
    switch content {
    case .open: .empty
    case .leaf(let tree): tree
    case .sequence(let items): Tree(.sequence(items.map(\.tree)))
    case .mapping(let pairs): Tree(.mapping(pairs.map { Tree.Pair($0.key, $0.value.tree) }))
    }
  }

  func set(_ key: String, _ value: Slot) {
    guard case .mapping(var pairs) = content else { return }
    pairs.append((key, value))
    content = .mapping(pairs)
  }

  func append(_ value: Slot) {
    guard case .sequence(var items) = content else { return }
    items.append(value)
    content = .sequence(items)
  }
}

private struct SlotEncoder: Encoder, SingleValueEncodingContainer {
  let slot: Slot
  var keysAreData = false
  var codingPath: [any CodingKey] { [] }
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    if case .mapping = slot.content {} else { slot.content = .mapping([]) }
    return KeyedEncodingContainer(SlotMapping<Key>(slot: slot, keysAreData: keysAreData))
  }

  func unkeyedContainer() -> any UnkeyedEncodingContainer {
    if case .sequence = slot.content {} else { slot.content = .sequence([]) }
    return SlotSequence(slot: slot)
  }

  func singleValueContainer() -> any SingleValueEncodingContainer { self }

  func encodeNil() { slot.content = .leaf(Tree(.null)) }
  func encode(_ value: String) { slot.content = .leaf(.text(value)) }
  func encode(_ value: Bool) { plain("\(value)") }
  func encode(_ value: Double) { plain("\(value)") }
  func encode(_ value: Float) { plain("\(value)") }
  func encode(_ value: Int) { plain("\(value)") }
  func encode(_ value: Int8) { plain("\(value)") }
  func encode(_ value: Int16) { plain("\(value)") }
  func encode(_ value: Int32) { plain("\(value)") }
  func encode(_ value: Int64) { plain("\(value)") }
  func encode(_ value: UInt) { plain("\(value)") }
  func encode(_ value: UInt8) { plain("\(value)") }
  func encode(_ value: UInt16) { plain("\(value)") }
  func encode(_ value: UInt32) { plain("\(value)") }
  func encode(_ value: UInt64) { plain("\(value)") }
  func encode<Value: Encodable>(_ value: Value) throws {
    slot.content = try Slot.holding(value).content
  }

  private func plain(_ text: String) { slot.content = .leaf(Tree(.scalar(text, isPlain: true))) }
}

private struct SlotMapping<Key: CodingKey>: KeyedEncodingContainerProtocol {
  let slot: Slot
  let keysAreData: Bool
  var codingPath: [any CodingKey] { [] }

  private func name(_ key: some CodingKey) -> String {
    keysAreData ? key.stringValue : KeyNames.kebab(key.stringValue)
  }

  func encodeNil(forKey key: Key) { child(key).encodeNil() }
  func encode<Value: Encodable>(_ value: Value, forKey key: Key) throws {
    slot.set(name(key), try Slot.holding(value))
  }

  func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type, forKey key: Key
  ) -> KeyedEncodingContainer<Nested> {
    child(key).container(keyedBy: type)
  }

  func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
    child(key).unkeyedContainer()
  }

  func superEncoder() -> any Encoder {
    let inner = Slot()
    slot.set("super", inner)
    return SlotEncoder(slot: inner)
  }

  func superEncoder(forKey key: Key) -> any Encoder { child(key) }

  private func child(_ key: Key) -> SlotEncoder {
    let inner = Slot()
    slot.set(name(key), inner)
    return SlotEncoder(slot: inner)
  }
}

private struct SlotSequence: UnkeyedEncodingContainer {
  let slot: Slot
  var codingPath: [any CodingKey] { [] }
  var count: Int { if case .sequence(let items) = slot.content { items.count } else { 0 } }

  func encodeNil() { child().encodeNil() }
  func encode<Value: Encodable>(_ value: Value) throws { slot.append(try Slot.holding(value)) }
  func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type
  ) -> KeyedEncodingContainer<Nested> {
    child().container(keyedBy: type)
  }
  func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer { child().unkeyedContainer() }
  func superEncoder() -> any Encoder { child() }

  private func child() -> SlotEncoder {
    let inner = Slot()
    slot.append(inner)
    return SlotEncoder(slot: inner)
  }
}
