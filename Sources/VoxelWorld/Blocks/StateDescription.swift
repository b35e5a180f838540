/// One state of a block with its properties spelt out, while the table is being built.
struct StateDescription {
  let name: String
  let kind: BlockKind
  /// Code by property, in the order of the kind's properties.
  let values: [(key: PropertyKey, code: UInt8)]

  func number(_ key: PropertyKey) -> Int {
    Int(values.first { $0.key == key }?.code ?? 0)
  }

  func flag(_ key: PropertyKey) -> Bool { number(key) == 1 }

  func word(_ key: PropertyKey) -> PropertyWord {
    PropertyWord(rawValue: UInt8(number(key))) ?? .none
  }

  var facing: Direction { Direction(rawValue: UInt8(number(.facing))) ?? .north }

  /// The direction a lever, a button or a grindstone sticks out from what it hangs on.
  var attachedFacing: Direction {
    switch word(.face) {
    case .floor: .up
    case .ceiling: .down
    default: facing
    }
  }
}
