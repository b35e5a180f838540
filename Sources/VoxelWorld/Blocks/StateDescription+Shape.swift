extension StateDescription {
  /// What bodies bump into.
  var collision: [ShapeBox] {
    switch kind {
    case .cube, .pillar, .snowy, .turnedCube, .mushroomCube, .falling, .furnace, .barrel,
      .beehive, .jukebox, .dispenser, .redstoneOre, .tnt, .target, .tintedGlass, .slime, .glass,
      .ice, .roots, .leaves, .redstoneBlock, .lamp, .noteBlock, .observer:
      [.full]
    case .soulSand: [.layer(14)]
    case .honey: [.post(1, 15)]
    case .slab: [slab]
    case .stairs: stairs
    case .fence, .wall: [.post(kind == .fence ? 6 : 4, 24)] + arms(top: 24)
    case .pane: [.post(7, 16)] + arms(top: 16)
    case .gate: flag(.open) ? [] : [gate(height: 24)]
    case .door: [.plate(doorSide.opposite, 3)]
    case .trapdoor: [trapdoor]
    case .ladder: [.plate(facing.opposite, 3)]
    case .carpet: [.layer(1)]
    case .snow: number(.layers) > 1 ? [.layer(2 * number(.layers) - 2)] : []
    case .farmland, .path: [.layer(15)]
    case .bed: [.layer(9)]
    default: partialCollision
    }
  }

  private var partialCollision: [ShapeBox] {
    switch kind {
    case .chest, .enderChest: [.post(1, 14)]
    case .anvil: facing.x == 0 ? [ShapeBox(2, 0, 0, 14, 16, 16)] : [ShapeBox(0, 0, 2, 16, 16, 14)]
    case .cactus: [.post(1, 15)]
    case .cake: [ShapeBox(1 + 2 * number(.bites), 0, 1, 15, 8, 15)]
    case .cauldron, .waterCauldron, .composter, .hopper:
      [.layer(kind == .hopper ? 11 : 4)] + Direction.horizontal.map { .plate($0, 2) }
    case .chain: [axisPost(gap: 6)]
    case .enchantingTable: [.layer(12)]
    case .stonecutter: [.layer(9)]
    case .lectern: [.layer(2), .post(4, 14)]
    case .grindstone: [.post(2, 16)]
    case .lantern: [flag(.hanging) ? .post(5, 8, from: 1) : .post(5, 7)]
    case .candle: [.post(7, 6)]
    case .campfire: [.layer(7)]
    case .pot: [.post(5, 6)]
    case .azalea: [.layer(16)]
    case .lilyPad: [ShapeBox(1, 0, 1, 15, 2, 15)]
    case .repeater, .comparator: [.layer(2)]
    case .scaffolding: [.slice(.up, 14, 16)]
    case .piston, .stickyPiston: [flag(.extended) ? .slice(facing, 0, 12) : .full]
    case .pistonHead, .movingPiston: [.plate(facing, 4), headRod]
    default: []
    }
  }

  /// What a ray from the eye hits: the collision shape, or something to aim at where there is none.
  var outline: [ShapeBox] {
    switch kind {
    case .air, .water, .lava: []
    case .gate: [gate(height: 16)]
    case .fence, .wall: [.post(kind == .fence ? 6 : 4, 16)] + arms(top: 16)
    case .scaffolding, .cobweb, .vine, .fire, .banner, .sign: [.full]
    case .torch, .redstoneTorch: [.post(6, 10)]
    case .wallTorch, .redstoneWallTorch:
      [wallTorch]
    case .lever, .button:
      [ShapeBox.plate(attachedFacing.opposite, 4)]
    case .plate, .weightedPlate, .redstoneWire: [.layer(1)]
    case .rail, .poweredRail, .snow: [.layer(2)]
    case .wallSign, .wallBanner: [.plate(facing.opposite, 2)]
    default: collision.isEmpty ? [.post(2, 13)] : collision
    }
  }

  /// A torch on a wall reaches from the wall to the middle of its cell.
  private var wallTorch: ShapeBox {
    var box = ShapeBox.slice(facing.opposite, 11, 16)
    box.y0 = 3.0 / 16
    box.y1 = 13.0 / 16
    return box
  }

  private var slab: ShapeBox {
    switch word(.type) {
    case .top: .slice(.up, 8, 16)
    case .bottom: .layer(8)
    default: .full
    }
  }

  /// A slab and, above or below it, half of the cell, a quarter or three quarters.
  private var stairs: [ShapeBox] {
    let isTop = word(.half) == .top
    let base = isTop ? ShapeBox.slice(.up, 8, 16) : .layer(8)
    let step = isTop ? ShapeBox.layer(8) : .slice(.up, 8, 16)
    func half(_ direction: Direction) -> ShapeBox {
      ShapeBox.slice(direction, 8, 16).intersection(step)
    }
    let front = half(facing)
    let left = half(facing.counterclockwise)
    let right = half(facing.clockwise)
    let back = half(facing.opposite)
    switch word(.shape) {
    case .outerLeft: return [base, front.intersection(left)]
    case .outerRight: return [base, front.intersection(right)]
    case .innerLeft: return [base, front, back.intersection(left)]
    case .innerRight: return [base, front, back.intersection(right)]
    default: return [base, front]
    }
  }

  /// The arms of fences, panes and walls towards what they are joined to.
  private func arms(top: Int) -> [ShapeBox] {
    let gap = kind == .fence ? 6 : kind == .pane ? 7 : 5
    return Direction.horizontal.compactMap { direction in
      let isJoined =
        kind == .wall ? word(.side(direction)) != .none : flag(.side(direction))
      return isJoined ? .arm(direction, gap: gap, from: 0, to: top) : nil
    }
  }

  private func gate(height: Int) -> ShapeBox {
    facing.x == 0 ? ShapeBox(0, 0, 6, 16, height, 10) : ShapeBox(6, 0, 0, 10, height, 16)
  }

  /// The direction the door's face looks to: an open door has turned about its hinge.
  private var doorSide: Direction {
    guard flag(.open) else { return facing }
    return word(.hinge) == .left ? facing.clockwise : facing.counterclockwise
  }

  private var trapdoor: ShapeBox {
    if flag(.open) { return .plate(facing.opposite, 3) }
    return word(.half) == .top ? .slice(.up, 13, 16) : .layer(3)
  }

  private func axisPost(gap: Int) -> ShapeBox {
    switch word(.axis) {
    case .x: ShapeBox(0, gap, gap, 16, 16 - gap, 16 - gap)
    case .z: ShapeBox(gap, gap, 0, 16 - gap, 16 - gap, 16)
    default: .post(gap, 16)
    }
  }

  private var headRod: ShapeBox {
    switch facing.axis {
    case .x: ShapeBox(0, 6, 6, 16, 10, 10)
    case .z: ShapeBox(6, 6, 0, 10, 10, 16)
    default: .post(6, 16)
    }
  }
}
