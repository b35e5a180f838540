import Arena

/// What every state of every block looks like.
enum BlockLooks {
  typealias Look = Scene.BlockLook

  /// By the states' numbers.
  static let all: [Look] = {
    let table = BlockTable.standard
    var looks: [Look] = []
    looks.reserveCapacity(table.states.count)
    var paint = BlockPaint(named: "air")
    var last = -1
    for id in table.states.indices {
      let block = Int(table.states[id].block)
      if block != last {
        paint = BlockPaint(named: table.blocks[block].name)
        last = block
      }
      looks.append(look(of: BlockState(id: UInt16(id)), paint))
    }
    return looks
  }()

  private static func look(of state: BlockState, _ paint: BlockPaint) -> Look {
    let traits = state.traits
    var look = Look(
      boxes: parts(of: state), colour: paint.side, topColour: paint.top, grain: paint.grain,
      glows: traits.emission >= 7 && traits.kind != .furnace && traits.kind != .enchantingTable)
    if traits.kind == .redstoneWire {
      // Dark without power, bright with all of it.
      let power = UInt8(clamping: state.number(.power))
      look.colour = Scene.Colour(74 + 12 * power, power, power)
      look.topColour = look.colour
    }
    if traits.kind == .lamp, look.glows {
      look.colour = Scene.Colour(250, 206, 130)
      look.topColour = look.colour
    }
    return look
  }

  /// The boxes that rays hit; water fills its cell, and plants are a cross of two leaves.
  private static func parts(of state: BlockState) -> [Look.Part] {
    switch state.kind {
    case .air: return []
    case .water, .lava: return [.whole]
    case .plant, .doublePlant, .sapling, .crop, .beetroots, .netherWart, .bush, .sugarCane:
      return [Look.Part(7, 0, 2, 9, 13, 14), Look.Part(2, 0, 7, 14, 13, 9)]
    default:
      return BlockTable.standard.boxes(ofShape: state.traits.outline).map(part)
    }
  }

  private static func part(_ box: ShapeBox) -> Look.Part {
    func sixteenths(_ length: Double) -> UInt8 {
      UInt8(clamping: Int((16 * min(max(length, 0), 1.5)).rounded()))
    }
    return Look.Part(
      sixteenths(box.x0), sixteenths(box.y0), sixteenths(box.z0), sixteenths(box.x1),
      sixteenths(box.y1), sixteenths(box.z1))
  }
}
