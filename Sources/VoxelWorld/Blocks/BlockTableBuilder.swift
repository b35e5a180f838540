/// Numbers the states of one block after the other while the table is being built.
struct BlockTableBuilder {
  var blocks: [Block] = []
  var states: [BlockTraits] = []
  var boxes: [ShapeBox] = []
  var boxStarts = [0]
  var slots: [PropertySlot] = []
  var codes: [UInt8] = []
  private var shapes: [[ShapeBox]] = []

  mutating func add(_ entry: BlockEntry) throws(BlockNameError) {
    for name in entry.names { try add(name, entry) }
  }

  private mutating func add(_ name: String, _ entry: BlockEntry) throws(BlockNameError) {
    let rules = entry.kind.properties
    let count = rules.reduce(1) { $0 * $1.domain.codes.count }
    guard states.count + count <= Int(UInt16.max) else {
      throw BlockNameError(description: "`\(name)` would be beyond state 65535")
    }
    let firstSlot = slots.count
    let usual = addSlots(rules, count: count)
    let first = UInt16(states.count)
    blocks.append(
      Block(
        name: name, kind: entry.kind, hardness: entry.hardness, tool: entry.tool,
        harvestLevel: Harvest.level(of: name, entry), firstState: first, stateCount: count,
        usual: BlockState(id: first + usual), drop: Harvest.drop(of: name, entry.kind),
        slots: firstSlot..<slots.count))
    for index in 0..<count {
      let values = slots[firstSlot...].map { slot in
        (slot.key, codes[slot.firstCode + index / Int(slot.stride) % Int(slot.count)])
      }
      append(StateDescription(name: name, kind: entry.kind, values: values), light: entry.light)
    }
  }

  /// Adds a slot per property and returns the offset of the usual state.
  private mutating func addSlots(_ rules: [PropertyRule], count: Int) -> UInt16 {
    var stride = count
    var usual = 0
    for rule in rules {
      let values = rule.domain.codes
      stride /= values.count
      usual += stride * (values.firstIndex(of: rule.usual) ?? 0)
      slots.append(
        PropertySlot(
          key: rule.key, domain: rule.domain, stride: UInt16(stride),
          count: UInt16(values.count), firstCode: codes.count))
      codes += values
    }
    return UInt16(usual)
  }

  private mutating func append(_ state: StateDescription, light: UInt8) {
    states.append(
      BlockTraits(
        block: UInt16(blocks.count - 1), collision: number(of: state.collision),
        outline: number(of: state.outline), kind: state.kind,
        emission: state.emission(usual: light), filter: state.filter,
        wholeFaces: state.wholeFaces, centreFaces: state.centreFaces, flags: state.flags))
  }

  /// The number of a shape; equal shapes share one.
  private mutating func number(of shape: [ShapeBox]) -> UInt16 {
    if let known = shapes.firstIndex(of: shape) { return UInt16(known) }
    shapes.append(shape)
    boxes += shape
    boxStarts.append(boxes.count)
    return UInt16(shapes.count - 1)
  }
}
