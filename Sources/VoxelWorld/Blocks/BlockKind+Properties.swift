/// One property of a kind of block: its name, its values and the value nobody has changed.
struct PropertyRule: Sendable {
  let key: PropertyKey
  let domain: PropertyDomain
  let usual: UInt8

  init(_ key: PropertyKey, _ domain: PropertyDomain, _ usual: UInt8) {
    self.key = key
    self.domain = domain
    self.usual = usual
  }

  /// A property that is true or false.
  static func flag(_ key: PropertyKey, _ usual: Bool = false) -> PropertyRule {
    PropertyRule(key, .flag, usual ? 1 : 0)
  }

  /// A property that counts, by default from the least value.
  static func number(
    _ key: PropertyKey, _ range: ClosedRange<UInt8>, _ usual: UInt8? = nil
  ) -> PropertyRule {
    PropertyRule(key, .numbers(range), usual ?? range.lowerBound)
  }

  static func word(
    _ key: PropertyKey, _ words: [PropertyWord], _ usual: PropertyWord
  ) -> PropertyRule {
    PropertyRule(key, .words(words), usual.rawValue)
  }

  static let waterlogged = flag(.waterlogged)
  static let powered = flag(.powered)
  static let facing = PropertyRule(.facing, .horizontal, PropertyWord.north.rawValue)
  static let facingAnywhere = PropertyRule(.facing, .allFaces, PropertyWord.north.rawValue)
  static let axis = word(.axis, [.x, .y, .z], .y)
  static let face = word(.face, [.floor, .wall, .ceiling], .wall)

  static func sides(_ keys: [PropertyKey], usually: Bool = false) -> [PropertyRule] {
    keys.map { flag($0, usually) }
  }
}

extension BlockKind {
  /// The properties in alphabetical order; the last one changes fastest in the numbering of states.
  var properties: [PropertyRule] {
    switch self {
    case .pillar: [.axis]
    case .snowy: [.flag(.snowy)]
    case .turnedCube, .wallTorch, .wallBanner, .anvil, .stonecutter: [.facing]
    case .furnace: [.facing, .flag(.lit)]
    case .mushroomCube:
      PropertyRule.sides([.down, .east, .north, .south, .up, .west], usually: true)
    case .barrel: [.facingAnywhere, .flag(.open)]
    case .beehive: [.facing, .number(.honeyLevel, 0...5)]
    case .jukebox: [.flag(.hasRecord)]
    case .dispenser: [.facingAnywhere, .flag(.triggered)]
    case .redstoneOre, .lamp: [.flag(.lit)]
    case .redstoneTorch: [.flag(.lit, true)]
    case .redstoneWallTorch: [.facing, .flag(.lit, true)]
    case .tnt: [.flag(.unstable)]
    case .target, .weightedPlate: [.number(.power, 0...15)]
    case .leaves: [.number(.distance, 1...7, 7), .flag(.persistent), .waterlogged]
    case .roots: [.waterlogged]
    case .water, .lava: [.number(.level, 0...15)]
    case .sign: [.number(.rotation, 0...15), .waterlogged]
    case .banner: [.number(.rotation, 0...15)]
    case .wallSign, .ladder, .enderChest: [.facing, .waterlogged]
    case .sapling: [.number(.stage, 0...1)]
    case .doublePlant: [.word(.half, [.upper, .lower], .lower)]
    case .crop: [.number(.age, 0...7)]
    case .beetroots, .netherWart, .bush: [.number(.age, 0...3)]
    case .sugarCane, .cactus: [.number(.age, 0...15)]
    case .petals: [.facing, .number(.flowerAmount, 1...4)]
    case .vine: PropertyRule.sides([.east, .north, .south, .up, .west])
    case .fire: [.number(.age, 0...15)] + PropertyRule.sides([.east, .north, .south, .up, .west])
    default: buildingProperties
    }
  }

  private var buildingProperties: [PropertyRule] {
    switch self {
    case .slab: [.word(.type, [.top, .bottom, .double], .bottom), .waterlogged]
    case .stairs:
      [
        .facing, .word(.half, [.top, .bottom], .bottom),
        .word(
          .shape, [.straight, .innerLeft, .innerRight, .outerLeft, .outerRight], .straight),
        .waterlogged,
      ]
    case .fence, .pane: PropertyRule.sides([.east, .north, .south, .waterlogged, .west])
    case .wall:
      [PropertyKey.east, .north, .south].map(Self.wallSide)
        + [.flag(.up, true), .waterlogged, Self.wallSide(.west)]
    case .gate: [.facing, .flag(.inWall), .flag(.open), .powered]
    case .door:
      [
        .facing, .word(.half, [.upper, .lower], .lower), .word(.hinge, [.left, .right], .left),
        .flag(.open), .powered,
      ]
    case .trapdoor:
      [
        .facing, .word(.half, [.top, .bottom], .bottom), .flag(.open), .powered, .waterlogged,
      ]
    case .snow: [.number(.layers, 1...8)]
    case .farmland: [.number(.moisture, 0...7)]
    case .bed: [.facing, .flag(.occupied), .word(.part, [.head, .foot], .foot)]
    case .chest: [.facing, .word(.type, [.single, .left, .right], .single), .waterlogged]
    case .cake: [.number(.bites, 0...6)]
    case .waterCauldron: [.number(.level, 1...3)]
    case .composter: [.number(.level, 0...8)]
    case .chain: [.axis, .waterlogged]
    case .grindstone: [.face, .facing]
    case .hopper:
      [
        .flag(.enabled, true), .word(.facing, [.down, .north, .south, .west, .east], .down),
      ]
    case .lectern: [.facing, .flag(.hasBook), .powered]
    case .lantern: [.flag(.hanging), .waterlogged]
    case .candle: [.number(.candles, 1...4), .flag(.lit), .waterlogged]
    case .campfire: [.facing, .flag(.lit, true), .flag(.signalFire), .waterlogged]
    case .scaffolding: [.flag(.bottom), .number(.distance, 0...7, 7), .waterlogged]
    case .rail, .poweredRail: railProperties
    default: redstoneProperties
    }
  }

  private static func wallSide(_ key: PropertyKey) -> PropertyRule {
    .word(key, [.none, .low, .tall], .none)
  }

  private var railProperties: [PropertyRule] {
    let straight: [PropertyWord] = [
      .northSouth, .eastWest, .ascendingEast, .ascendingWest, .ascendingNorth, .ascendingSouth,
    ]
    let bends: [PropertyWord] = [.southEast, .southWest, .northWest, .northEast]
    return self == .rail
      ? [.word(.shape, straight + bends, .northSouth), .waterlogged]
      : [.powered, .word(.shape, straight, .northSouth), .waterlogged]
  }

  private var redstoneProperties: [PropertyRule] {
    switch self {
    case .redstoneWire:
      [
        Self.wireSide(.east), Self.wireSide(.north), .number(.power, 0...15),
        Self.wireSide(.south), Self.wireSide(.west),
      ]
    case .repeater: [.number(.delay, 1...4), .facing, .flag(.locked), .powered]
    case .comparator: [.facing, .word(.mode, [.compare, .subtract], .compare), .powered]
    case .lever, .button: [.face, .facing, .powered]
    case .plate: [.powered]
    case .noteBlock: [.instrument, .number(.note, 0...24), .powered]
    case .observer:
      [PropertyRule(.facing, .allFaces, PropertyWord.south.rawValue), .powered]
    case .piston, .stickyPiston: [.flag(.extended), .facingAnywhere]
    case .pistonHead:
      [.facingAnywhere, .flag(.short), .word(.type, [.normal, .sticky], .normal)]
    case .movingPiston: [.facingAnywhere, .word(.type, [.normal, .sticky], .normal)]
    default: []
    }
  }

  private static func wireSide(_ key: PropertyKey) -> PropertyRule {
    .word(key, [.up, .side, .none], .none)
  }
}

extension PropertyRule {
  static let instrument = word(
    .instrument,
    PropertyWord.allCases.filter {
      (PropertyWord.harp.rawValue...PropertyWord.customHead.rawValue).contains($0.rawValue)
    }, .harp)
}
