/// A sentence that asks for a build, and the blocks it asks for, worked out cell by cell: this file
/// knows nothing of the library that reads the sentence.
public struct BuildInstruction: Sendable {
  public var text: String
  /// The block in each cell; where the whole stands does not matter.
  public var blocks: [SIMD3<Int>: String]
  /// The shape, the modifier and the relation it is made of.
  public var atoms: [String]

  /// Whether the combination of its atoms belongs to the ones that are kept unseen.
  public var isUnseen: Bool {
    atoms.joined(separator: "+").utf8.reduce(0xcbf2_9ce4_8422_2325 as UInt64) {
      ($0 ^ UInt64($1)) &* 0x100_0000_01b3
    } % 5 == 0
  }
}

/// Makes instructions: a shape with a modifier, and a second shape in a relation to it.
public struct BuildInstructions {
  private var state: UInt64

  public init(seed: UInt64) { state = seed }

  private mutating func roll(_ count: Int) -> Int {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return Int((z ^ (z >> 31)) % UInt64(count))
  }

  private mutating func pick<T>(_ items: [T]) -> T { items[roll(items.count)] }

  /// The next instruction.
  public mutating func next() -> BuildInstruction {
    let shape = pick(Self.shapes)
    let modifier = pick(Self.modifiers.filter { Self.fits($0, shape) })
    let relation = pick(
      Self.relations.filter { $0 != "corners" || shape == "box" || shape == "floor" })
    let material = pick(Self.materials)
    var other = pick(Self.materials)
    while other.block == material.block { other = pick(Self.materials) }
    let first = Solid(shape, size(shape))
    var blocks = first.cells(hollow: modifier == "hollow").reduce(into: [:]) {
      $0[$1] = material.block
    }
    let phrase = decorate(&blocks, first, modifier, material, other)
    let verb = pick(["Build", "Make", "Create", "Please build", "Construct", "Can you build"])
    var text = verb + " " + phrase
    if relation != "none" {
      text += related(&blocks, first, relation, other: material, shape)
    } else {
      text += "."
    }
    return BuildInstruction(text: text, blocks: blocks, atoms: [shape, modifier, relation])
  }

  private static let shapes = [
    "box", "cube", "floor", "wall", "pillar", "pyramid", "sphere", "cylinder", "dome", "row",
  ]
  private static let modifiers = [
    "plain", "hollow", "border", "base", "top", "posts", "battlements",
  ]
  private static let relations = [
    "none", "none", "top", "north", "south", "east", "west", "corners",
  ]
  private static let materials: [(block: String, words: [String])] = [
    ("stone", ["stone"]), ("cobblestone", ["cobblestone", "cobble"]),
    ("oak_planks", ["oak planks", "oak wood", "oak"]), ("red_wool", ["red wool"]),
    ("blue_concrete", ["blue concrete"]), ("glass", ["glass"]), ("bricks", ["bricks", "brick"]),
    ("sandstone", ["sandstone"]), ("stone_bricks", ["stone bricks", "stone brick"]),
    ("gold_block", ["gold", "gold blocks"]), ("lime_terracotta", ["lime terracotta"]),
    ("spruce_planks", ["spruce planks"]),
    ("light_gray_wool", ["light grey wool", "light gray wool"]),
  ]

  private static func fits(_ modifier: String, _ shape: String) -> Bool {
    switch modifier {
    case "plain": true
    case "hollow": ["box", "cube", "sphere"].contains(shape)
    case "border": shape == "floor"
    case "battlements": shape == "wall"
    case "posts": shape == "box"
    default: ["box", "cube", "pillar", "cylinder", "wall"].contains(shape)
    }
  }

  private mutating func size(_ shape: String) -> SIMD3<Int> {
    let a = 3 + roll(7)
    let b = 3 + roll(7)
    let c = 2 + roll(7)
    switch shape {
    case "cube": return SIMD3(a, a, a)
    case "floor": return SIMD3(a, 1, b)
    case "wall": return SIMD3(a + 2, c, 1)
    case "pillar": return SIMD3(1, c + 1, 1)
    case "pyramid": return SIMD3(2 * c + 1, c + 1, 2 * c + 1)
    case "sphere": return SIMD3(repeating: 2 * (2 + roll(4)) + 1)
    case "cylinder":
      let side = 2 * (1 + roll(4)) + 1
      return SIMD3(side, c + 1, side)
    case "dome":
      let radius = 2 + roll(5)
      return SIMD3(2 * radius + 1, radius + 1, 2 * radius + 1)
    case "row": return SIMD3(a, 1, 1)
    default: return SIMD3(a, c + 1, b)
    }
  }

  private static let words = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
    "twenty",
  ]

  private mutating func number(_ value: Int) -> String {
    value < Self.words.count && roll(3) == 0 ? Self.words[value] : String(value)
  }

  private mutating func cross(_ a: Int, _ b: Int) -> String {
    switch roll(3) {
    case 0: "\(a)x\(b)"
    case 1: "\(a) by \(b)"
    default: "\(number(a)) by \(number(b))"
    }
  }

  private mutating func tall(_ value: Int) -> String {
    pick([
      "\(number(value)) high", "\(number(value)) blocks high", "\(number(value)) tall",
      "\(number(value)) blocks tall",
    ])
  }

  /// The shape in words, its modifier put into the blocks.
  private mutating func decorate(
    _ blocks: inout [SIMD3<Int>: String], _ solid: Solid, _ modifier: String,
    _ material: (block: String, words: [String]), _ other: (block: String, words: [String])
  ) -> String {
    let hollow = modifier == "hollow" ? "hollow " : ""
    var text = phrase(solid, hollow, material.words[roll(material.words.count)])
    let size = solid.size
    let extra = other.words[roll(other.words.count)]
    switch modifier {
    case "border":
      for cell in solid.cells(hollow: false)
      where cell.x == 0 || cell.z == 0 || cell.x == size.x - 1 || cell.z == size.z - 1 {
        blocks[cell] = other.block
      }
      text += pick([
        " with a border of \(extra)", " with a \(extra) border",
        " with a \(extra) border around the edge",
      ])
    case "base", "top":
      let y = modifier == "base" ? 0 : size.y - 1
      for cell in solid.cells(hollow: false) where cell.y == y { blocks[cell] = other.block }
      let name = modifier == "base" ? "bottom" : "top"
      text += pick([" with a \(name) layer of \(extra)", " whose \(name) layer is \(extra)"])
    case "posts":
      for x in [0, size.x - 1] {
        for z in [0, size.z - 1] { for y in 0..<size.y { blocks[SIMD3(x, y, z)] = other.block } }
      }
      text += pick([
        " with \(extra) corners", " with \(extra) in the corners", " with \(extra) at each corner",
      ])
    case "battlements":
      for x in stride(from: 0, to: size.x, by: 2) { blocks[SIMD3(x, size.y, 0)] = material.block }
      text += pick([" with battlements", " with battlements on top", " and battlements on top"])
    default: break
    }
    return text
  }

  private mutating func phrase(_ solid: Solid, _ hollow: String, _ material: String) -> String {
    let s = solid.size
    switch solid.shape {
    case "cube":
      let sides = pick(["\(s.x)x\(s.x)x\(s.x)", "\(s.x) by \(s.x) by \(s.x)"])
      return pick([
        "a \(sides) \(hollow)cube of \(material)", "a \(hollow)\(material) cube, \(sides)",
      ])
    case "floor":
      return pick([
        "a \(cross(s.x, s.z)) floor of \(material)", "a \(material) floor \(cross(s.x, s.z))",
        "a floor made of \(material), \(number(s.x)) blocks long and \(number(s.z)) wide",
      ])
    case "wall":
      return pick([
        "a \(material) wall \(number(s.x)) long and \(tall(s.y))",
        "a wall of \(material), \(number(s.x)) blocks long and \(tall(s.y))",
        "a \(tall(s.y)) and \(number(s.x)) long wall made of \(material)",
      ])
    case "pillar":
      return pick([
        "a pillar of \(material) \(tall(s.y))", "a \(material) column, \(tall(s.y))",
        "a \(tall(s.y)) pillar made out of \(material)",
      ])
    case "pyramid":
      return pick([
        "a \(material) pyramid with a \(cross(s.x, s.z)) base",
        "a pyramid of \(material) with a base of \(cross(s.x, s.z))",
      ])
    case "sphere":
      return pick([
        "a \(hollow)\(material) sphere with a radius of \(number(s.x / 2))",
        "a \(hollow)sphere of \(material) with a diameter of \(number(s.x))",
        "a \(hollow)\(material) ball, radius \(s.x / 2)",
      ])
    case "cylinder":
      return pick([
        "a \(material) cylinder with a radius of \(number(s.x / 2)) and a height of \(number(s.y))",
        "a cylinder of \(material), diameter \(s.x), \(tall(s.y))",
      ])
    case "dome":
      return pick([
        "a \(material) dome with a radius of \(number(s.x / 2))",
        "a dome of \(material) with radius \(s.x / 2)",
      ])
    case "row":
      return pick([
        "a row of \(number(s.x)) \(material) blocks",
        "a line of \(number(s.x)) blocks of \(material)",
      ])
    default:
      return pick([
        "a \(hollow)\(material) box \(cross(s.x, s.z)) and \(tall(s.y))",
        "a \(hollow)box of \(material), \(number(s.x)) long, \(number(s.z)) wide and \(tall(s.y))",
        "a \(number(s.x)) by \(number(s.z)) \(hollow)box made of \(material), \(tall(s.y))",
      ])
    }
  }

  /// A second shape beside or on the first one; its words.
  private mutating func related(
    _ blocks: inout [SIMD3<Int>: String], _ first: Solid, _ relation: String,
    other: (block: String, words: [String]), _ shape: String
  ) -> String {
    var material = pick(Self.materials)
    while blocks.values.contains(material.block) { material = pick(Self.materials) }
    let kind =
      relation == "corners" ? "pillar" : pick(["cube", "pillar", "box", "pyramid", "sphere"])
    let solid = Solid(kind, size(kind))
    var top = first.size.y
    if blocks.keys.contains(where: { $0.y >= top }) { top += 1 }
    let middle = SIMD3(
      (first.size.x - solid.size.x) >> 1, 0, (first.size.z - solid.size.z) >> 1)
    let phrase = phrase(solid, "", material.words[roll(material.words.count)])
    var spots: [SIMD3<Int>] = []
    var words = ""
    switch relation {
    case "top":
      spots = [SIMD3(middle.x, top, middle.z)]
      words = pick(["on top of it", "on top of the \(shape)", "on the \(shape)"])
    case "corners":
      let far = first.size &- solid.size
      spots = [
        SIMD3(0, top, 0), SIMD3(far.x, top, 0), SIMD3(0, top, far.z), SIMD3(far.x, top, far.z),
      ]
      words = pick(["on each corner", "on every corner of it", "at each corner"])
    default:
      let steps = [
        "north": SIMD3(0, 0, -1), "south": SIMD3(0, 0, 1), "east": SIMD3(1, 0, 0),
        "west": SIMD3(-1, 0, 0),
      ]
      let step = steps[relation] ?? SIMD3(1, 0, 0)
      var spot = middle
      if step.x != 0 { spot.x = step.x > 0 ? first.size.x : -solid.size.x }
      if step.z != 0 { spot.z = step.z > 0 ? first.size.z : -solid.size.z }
      spots = [spot]
      words = pick([
        "to the \(relation) of it", "on the \(relation) side of the \(shape)",
        "\(relation) of the \(shape)",
      ])
    }
    for spot in spots {
      for cell in solid.cells(hollow: false) { blocks[cell &+ spot] = material.block }
    }
    let start = pick([
      ". Put \(phrase) \(words).", ". Then place \(phrase) \(words).", ". Add \(phrase) \(words).",
    ])
    return start
  }
}

/// A shape in its own box, worked out cell by cell.
private struct Solid {
  let shape: String
  let size: SIMD3<Int>

  init(_ shape: String, _ size: SIMD3<Int>) {
    self.shape = shape
    self.size = size
  }

  func cells(hollow: Bool) -> [SIMD3<Int>] {
    var result: [SIMD3<Int>] = []
    for y in 0..<size.y {
      for z in 0..<size.z {
        for x in 0..<size.x where contains(x, y, z) && (!hollow || isSkin(x, y, z)) {
          result.append(SIMD3(x, y, z))
        }
      }
    }
    return result
  }

  private func isSkin(_ x: Int, _ y: Int, _ z: Int) -> Bool {
    !contains(x - 1, y, z) || !contains(x + 1, y, z) || !contains(x, y - 1, z)
      || !contains(x, y + 1, z) || !contains(x, y, z - 1) || !contains(x, y, z + 1)
  }

  private func contains(_ x: Int, _ y: Int, _ z: Int) -> Bool {
    guard x >= 0, y >= 0, z >= 0, x < size.x, y < size.y, z < size.z else { return false }
    func square(_ i: Int, _ n: Int) -> Double {
      let d = (Double(i) + 0.5) / (Double(n) / 2) - 1
      return d * d
    }
    switch shape {
    case "sphere": return square(x, size.x) + square(y, size.y) + square(z, size.z) <= 1 + 1e-9
    case "cylinder": return square(x, size.x) + square(z, size.z) <= 1 + 1e-9
    case "dome":
      return square(x, size.x) + square(y + size.y, 2 * size.y) + square(z, size.z) <= 1 + 1e-9
    case "pyramid":
      return x >= y && z >= y && x < size.x - y && z < size.z - y
    default: return true
    }
  }
}
