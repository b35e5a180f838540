/// Every block and every state there is, numbered: states of a block are successive, and air is 0.
/// It never changes once it is built.
public final class BlockTable: Sendable {
  public let blocks: [Block]
  /// What the rules ask of each state.
  public let states: [BlockTraits]
  /// The boxes of all shapes, and where each shape's boxes start.
  let boxes: [ShapeBox]
  let boxStarts: [Int]
  let slots: [PropertySlot]
  let slotStarts: [Int]
  let firstStates: [UInt16]
  let codes: [UInt8]
  /// Blocks in the order of their names, to search in.
  private let sorted: [(name: String, block: Int)]
  /// The number of the form that each block has on a wall, -1 for none.
  private let wallForms: [Int32]

  /// The table everything in this target works with.
  public static let standard: BlockTable = {
    do {
      return try BlockTable(parsing: standardText)
    } catch {
      preconditionFailure("the standard table is wrong: \(error)")
    }
  }()

  /// Reads a table; throws `BlockNameError` at the first line that is wrong.
  init(parsing text: String) throws(BlockNameError) {
    var builder = BlockTableBuilder()
    for entry in try BlockEntry.entries(in: text) { try builder.add(entry) }
    blocks = builder.blocks
    states = builder.states
    boxes = builder.boxes
    boxStarts = builder.boxStarts
    slots = builder.slots
    slotStarts = blocks.map(\.slots.lowerBound) + [builder.slots.count]
    firstStates = blocks.map(\.firstState)
    codes = builder.codes
    sorted = blocks.indices.map { (builder.blocks[$0].name, $0) }.sorted { $0.name < $1.name }
    let numbers = Dictionary(
      zip(blocks.map(\.name), Int32(0)...), uniquingKeysWith: { first, _ in first })
    wallForms = blocks.map { numbers[Self.wallName(of: $0)] ?? -1 }
    for (left, right) in zip(sorted, sorted.dropFirst()) where left.name == right.name {
      throw BlockNameError(description: "two blocks are called `\(left.name)`")
    }
  }

  /// The block called `name`, with or without `minecraft:`.
  public func block(named name: String) -> Block? {
    let bare = name.hasPrefix("minecraft:") ? String(name.dropFirst(10)) : name
    var low = 0
    var high = sorted.count
    while low < high {
      let middle = (low + high) / 2
      if sorted[middle].name < bare { low = middle + 1 } else { high = middle }
    }
    guard low < sorted.count, sorted[low].name == bare else { return nil }
    return blocks[sorted[low].block]
  }

  /// The form that a torch, a sign or a banner has on a wall.
  func wallForm(of block: Block) -> Block? {
    let form = wallForms[Int(block.usual.traits.block)]
    return form < 0 ? nil : blocks[Int(form)]
  }

  private static func wallName(of block: Block) -> String {
    let words = block.name.split(separator: "_")
    switch block.kind {
    case .torch, .redstoneTorch, .sign, .banner:
      return (words.dropLast() + ["wall"] + words.suffix(1)).joined(separator: "_")
    default: return ""
    }
  }

  /// The boxes of a shape, by its number in the traits.
  public func boxes(ofShape shape: UInt16) -> ArraySlice<ShapeBox> {
    boxes[boxStarts[Int(shape)]..<boxStarts[Int(shape) + 1]]
  }
}
