/// A block with a value for each of its properties, as a number in the block table. Two bytes; 0
/// is air.
@frozen
public struct BlockState: Hashable, Sendable {
  public let id: UInt16

  @inlinable
  public init(id: UInt16) {
    self.id = id
  }

  public static let air = BlockState(id: 0)

  /// Everything the rules ask of the state.
  public var traits: BlockTraits { BlockTable.standard.states[Int(id)] }
  public var block: Block { BlockTable.standard.blocks[Int(traits.block)] }
  public var kind: BlockKind { traits.kind }
  @inlinable public var isAir: Bool { id == 0 }

  func has(_ flag: BlockFlags) -> Bool { traits.flags.contains(flag) }

  /// The code of a property's value, nil if the block has no such property.
  func code(_ key: PropertyKey) -> UInt8? {
    let table = BlockTable.standard
    let block = Int(table.states[Int(id)].block)
    let offset = id - table.firstStates[block]
    for index in table.slotStarts[block]..<table.slotStarts[block + 1] {
      let slot = table.slots[index]
      if slot.key == key {
        return table.codes[slot.firstCode + Int(offset / slot.stride % slot.count)]
      }
    }
    return nil
  }

  /// The value of a property that counts; 0 if the block has no such property.
  public func number(_ key: PropertyKey) -> Int { Int(code(key) ?? 0) }

  /// The value of a property that is true or false; false if the block has no such property.
  public func flag(_ key: PropertyKey) -> Bool { code(key) == 1 }

  /// The value of a property that is a word, nil if the block has no such property.
  public func word(_ key: PropertyKey) -> PropertyWord? {
    code(key).flatMap(PropertyWord.init(rawValue:))
  }

  /// Where the block faces; north if it has no face.
  public var facing: Direction { code(.facing).flatMap(Direction.init(rawValue:)) ?? .north }

  /// The state with one value changed; itself if the block has no such property or value.
  func with(_ key: PropertyKey, code: UInt8) -> BlockState {
    let table = BlockTable.standard
    let block = Int(table.states[Int(id)].block)
    let offset = id - table.firstStates[block]
    for index in table.slotStarts[block]..<table.slotStarts[block + 1] {
      let slot = table.slots[index]
      guard slot.key == key else { continue }
      let now = offset / slot.stride % slot.count
      for value in 0..<slot.count where table.codes[slot.firstCode + Int(value)] == code {
        return BlockState(id: id - now * slot.stride + value * slot.stride)
      }
    }
    return self
  }

  public func with(_ key: PropertyKey, _ number: Int) -> BlockState {
    with(key, code: UInt8(clamping: number))
  }

  public func with(_ key: PropertyKey, _ flag: Bool) -> BlockState {
    with(key, code: flag ? 1 : 0)
  }

  public func with(_ key: PropertyKey, _ word: PropertyWord) -> BlockState {
    with(key, code: word.rawValue)
  }

  public func with(_ key: PropertyKey, _ direction: Direction) -> BlockState {
    with(key, code: direction.rawValue)
  }
}
