import Math

extension World {
  /// What every world file starts with: a name and the version of the format.
  static let fileStart = Array("REPWORLD".utf8) + [1]

  /// The world as a file: its size, the states in use by their names, runs of equal blocks in the
  /// order y, z, x, everything that is under way, and a digest. Who reads it gets a world with the
  /// same future; where bodies are is no part of it.
  public var file: [UInt8] {
    var names = NameTable()
    let blocks = runs(&names)
    let future = pending(&names)
    var bytes = WorldBytes()
    for byte in World.fileStart { bytes.append(byte: byte) }
    for side in [size.x, size.y, size.z, time] { bytes.append(side) }
    bytes.append(
      byte: (settings.quasiConnectivity ? 1 : 0) | (settings.drops ? 2 : 0)
        | (light == nil ? 0 : 4))
    for list in [names.states.map { BlockState(id: $0).description }, names.items.map(itemName)] {
      bytes.append(list.count)
      for name in list { bytes.append(name) }
    }
    bytes.append(blocks)
    bytes.append(future)
    var digest = Digest()
    hash(into: &digest)
    bytes.append(bits: digest.value)
    return bytes.bytes
  }

  private func itemName(_ id: UInt16) -> String { Item(id: id).name }

  /// States and items by the order in which the file first needs them.
  private struct NameTable {
    private(set) var states: [UInt16] = []
    private(set) var items: [UInt16] = []
    private var stateNumbers = [Int32](repeating: -1, count: BlockTable.standard.states.count)
    private var itemNumbers = [Int32](repeating: -1, count: ItemTable.standard.items.count)

    mutating func number(ofState id: UInt16) -> Int {
      if stateNumbers[Int(id)] < 0 {
        stateNumbers[Int(id)] = Int32(states.count)
        states.append(id)
      }
      return Int(stateNumbers[Int(id)])
    }

    mutating func number(ofItem id: UInt16) -> Int {
      if itemNumbers[Int(id)] < 0 {
        itemNumbers[Int(id)] = Int32(items.count)
        items.append(id)
      }
      return Int(itemNumbers[Int(id)])
    }
  }

  private func runs(_ names: inout NameTable) -> WorldBytes {
    var bytes = WorldBytes()
    var last = self[0, 0, 0].id
    var length = 0
    func close(_ bytes: inout WorldBytes, _ names: inout NameTable) {
      bytes.append(length)
      bytes.append(names.number(ofState: last))
    }
    for y in 0..<size.y {
      for z in 0..<size.z {
        for x in 0..<size.x {
          let state = self[x, y, z].id
          if state != last {
            close(&bytes, &names)
            last = state
            length = 0
          }
          length += 1
        }
      }
    }
    close(&bytes, &names)
    return bytes
  }

  /// What is under way, and what blocks remember.
  private func pending(_ names: inout NameTable) -> WorldBytes {
    var bytes = WorldBytes()
    bytes.append(ticks.scheduled)
    bytes.append(ticks.all.count)
    for tick in ticks.all {
      bytes.append(index(of: tick.cell))
      bytes.append(tick.time)
      bytes.append(byte: UInt8(tick.priority + 3))
      bytes.append(tick.number)
      let block = BlockTable.standard.blocks[Int(tick.block)]
      bytes.append(names.number(ofState: block.firstState))
    }
    bytes.append(memory.cells.count)
    for cell in memory.cells {
      bytes.append(index(of: cell))
      bytes.append(byte: memory[cell])
    }
    appendThings(&bytes, &names)
    bytes.append(torchFlips.count)
    for flip in torchFlips {
      bytes.append(index(of: flip.cell))
      bytes.append(flip.time)
    }
    bytes.append(travelling.count)
    for block in travelling {
      bytes.append(index(of: block.cell))
      bytes.append(names.number(ofState: block.state.id))
      bytes.append(index(of: block.piston))
      bytes.append(block.due)
    }
    bytes.append(falling.count)
    for block in falling {
      bytes.append(names.number(ofState: block.state.id))
      bytes.append(block.x)
      bytes.append(block.z)
      bytes.append(bits: block.height.bitPattern)
      bytes.append(bits: block.speed.bitPattern)
    }
    return bytes
  }

  /// What lies in containers, and about.
  private func appendThings(_ bytes: inout WorldBytes, _ names: inout NameTable) {
    bytes.append(containers.cells.count)
    for cell in containers.cells {
      bytes.append(index(of: cell))
      for slot in containers[cell]?.slots ?? [] {
        bytes.append(slot?.count ?? 0)
        if let slot { bytes.append(names.number(ofItem: slot.item.id)) }
      }
    }
    bytes.append(drops.count)
    for drop in drops {
      bytes.append(index(of: drop.cell))
      bytes.append(names.number(ofItem: drop.item.id))
      bytes.append(drop.count)
    }
  }
}
