import Math

extension World {
  private static let latestTime = 1 << 53

  /// The world in a file that `file` wrote. Throws `WorldFileError` at the first byte that is
  /// wrong; whatever the bytes are, no more memory is taken than the blocks of the stated size
  /// need.
  ///
  /// - Parameter largest: the most blocks the world may have.
  public init(
    reading file: [UInt8], largest: Int = WorldSize.mostBlocks
  ) throws(WorldFileError) {
    var reader = WorldByteReader(file)
    for expected in World.fileStart {
      guard try reader.byte() == expected else {
        throw reader.error("these are not the first bytes of a world")
      }
    }
    let x = try reader.number("the width", in: 1...WorldSize.longest)
    let y = try reader.number("the height", in: 1...WorldSize.longest)
    let z = try reader.number("the length", in: 1...WorldSize.longest)
    guard x * y * z <= min(largest, WorldSize.mostBlocks) else {
      throw reader.error("a world of \(x) x \(y) x \(z) blocks is too large")
    }
    self.init(size: WorldSize(x, y, z))
    time = try reader.number("the time", in: 0...World.latestTime)
    let flags = try reader.byte()
    guard flags < 8 else { throw reader.error("the settings are not in 0 ... 7") }
    settings.quasiConnectivity = flags & 1 != 0
    settings.drops = flags & 2 != 0
    let names = try World.names(&reader)
    try readRuns(&reader, names)
    try readPending(&reader, names)
    var digest = Digest()
    hash(into: &digest)
    guard try reader.bits() == digest.value else {
      throw reader.error("the digest does not fit what was read")
    }
    guard reader.left == 0 else { throw reader.error("more follows after the end") }
    if flags & 4 != 0 { turnOnLight() }
  }

  /// The states and items that the file uses.
  private struct Names {
    var states: [BlockState] = []
    var items: [Item] = []
  }

  private static func names(_ reader: inout WorldByteReader) throws(WorldFileError) -> Names {
    var names = Names()
    let states = try reader.count(
      "states", atMost: BlockTable.standard.states.count, size: 2)
    for _ in 0..<states {
      let text = try reader.text("a state")
      do {
        names.states.append(try BlockState(parsing: text))
      } catch {
        throw reader.error(error.description)
      }
    }
    let items = try reader.count("items", atMost: ItemTable.standard.items.count, size: 2)
    for _ in 0..<items {
      let text = try reader.text("an item")
      guard let item = Item(named: text) else {
        throw reader.error("no item is called `\(text)`")
      }
      names.items.append(item)
    }
    return names
  }

  private mutating func readRuns(
    _ reader: inout WorldByteReader, _ names: Names
  ) throws(WorldFileError) {
    var next = 0
    while next < size.blockCount {
      let length = try reader.number("the length of a run", in: 1...size.blockCount - next)
      let state = try state(&reader, names)
      if !state.isAir {
        for index in next..<next + length { write(state, at: cell(index)) }
      }
      next += length
    }
  }

  private func cell(_ index: Int) -> Cell {
    let row = index / size.x
    return Cell(index % size.x, row / size.z, row % size.z)
  }

  private func state(
    _ reader: inout WorldByteReader, _ names: Names
  ) throws(WorldFileError) -> BlockState {
    guard !names.states.isEmpty else { throw reader.error("there are no states") }
    return names.states[try reader.number("the state", in: 0...names.states.count - 1)]
  }

  private func item(
    _ reader: inout WorldByteReader, _ names: Names
  ) throws(WorldFileError) -> Item {
    guard !names.items.isEmpty else { throw reader.error("there are no items") }
    return names.items[try reader.number("the item", in: 0...names.items.count - 1)]
  }

  private func place(_ reader: inout WorldByteReader) throws(WorldFileError) -> Cell {
    cell(try reader.number("the cell", in: 0...size.blockCount - 1))
  }

  private mutating func readPending(
    _ reader: inout WorldByteReader, _ names: Names
  ) throws(WorldFileError) {
    try readTicks(&reader, names)
    var before = -1
    for _ in 0..<(try reader.count("memories", atMost: size.blockCount, size: 2)) {
      let cell = try place(&reader)
      let value = try reader.byte()
      guard index(of: cell) > before, value > 0 else {
        throw reader.error("memories are out of order")
      }
      before = index(of: cell)
      memory[cell] = value
    }
    try readContainers(&reader, names)
    for _ in 0..<(try reader.count("drops", atMost: World.mostDrops, size: 3)) {
      let cell = try place(&reader)
      let item = try item(&reader, names)
      let count = try reader.number("the number of items", in: 1...item.traits.stack)
      drops.append(Drop(item: item, count: count, cell: cell))
    }
    for _ in 0..<(try reader.count("torches", atMost: size.blockCount, size: 2)) {
      let cell = try place(&reader)
      torchFlips.append(
        TorchFlip(cell: cell, time: try reader.number("a time", in: 0...World.latestTime)))
    }
    try readMoving(&reader, names)
  }

  private mutating func readTicks(
    _ reader: inout WorldByteReader, _ names: Names
  ) throws(WorldFileError) {
    let scheduled = try reader.number("the number of ticks so far", in: 0...World.latestTime)
    var list: [TickQueue.Tick] = []
    for _ in 0..<(try reader.count("ticks", atMost: 1 << 24, size: 5)) {
      let cell = try place(&reader)
      let due = try reader.number("the time of a tick", in: 0...World.latestTime)
      let priority = Int(try reader.byte()) - 3
      let number = try reader.number("the number of a tick", in: 0...World.latestTime)
      let block = try state(&reader, names).traits.block
      guard priority <= 3, number < scheduled else { throw reader.error("no such tick can be") }
      list.append(
        TickQueue.Tick(time: due, priority: priority, number: number, cell: cell, block: block))
    }
    guard let queue = TickQueue(list, scheduled: scheduled) else {
      throw reader.error("ticks are out of order or twice there")
    }
    ticks = queue
  }

  private mutating func readContainers(
    _ reader: inout WorldByteReader, _ names: Names
  ) throws(WorldFileError) {
    var before = -1
    let size = Containers.slotCount
    for _ in 0..<(try reader.count("containers", atMost: self.size.blockCount, size: 1 + size)) {
      let cell = try place(&reader)
      guard index(of: cell) > before, World.isContainer(self[cell].kind) else {
        throw reader.error("there is no container in cell \(cell)")
      }
      before = index(of: cell)
      var contents = Inventory(slots: size)
      for slot in 0..<size {
        let count = try reader.number("the number of items", in: 0...64)
        guard count > 0 else { continue }
        let item = try item(&reader, names)
        guard count <= item.traits.stack else {
          throw reader.error("\(count) \(item.name) do not fit into one slot")
        }
        contents.put(Stack(item, count), into: slot)
      }
      containers.put(contents, at: cell)
    }
  }

  private mutating func readMoving(
    _ reader: inout WorldByteReader, _ names: Names
  ) throws(WorldFileError) {
    for _ in 0..<(try reader.count("travelling blocks", atMost: size.blockCount, size: 4)) {
      let cell = try place(&reader)
      let state = try state(&reader, names)
      let piston = try place(&reader)
      let due = try reader.number("a time", in: 0...World.latestTime)
      travelling.append(TravellingBlock(cell: cell, state: state, piston: piston, due: due))
    }
    for _ in 0..<(try reader.count("falling blocks", atMost: size.blockCount, size: 19)) {
      let state = try state(&reader, names)
      let x = try reader.number("where a block falls", in: 0...size.x - 1)
      let z = try reader.number("where a block falls", in: 0...size.z - 1)
      let height = Double(bitPattern: try reader.bits())
      let speed = Double(bitPattern: try reader.bits())
      guard abs(height) <= 2 * Double(WorldSize.longest), abs(speed) <= 100 else {
        throw reader.error("a block falls from \(height) at \(speed)")
      }
      falling.append(FallingBlock(state: state, x: x, z: z, height: height, speed: speed))
    }
  }
}
