import Testing

@testable import VoxelWorld

/// Circuits that people build from many parts, and the ticks they take.
let machineSituations: [Situation] = [
  Situation("an inverter in a ring is a clock", "Minecraft Wiki: Redstone circuits/Clock") {
    // A torch takes 2 ticks and the repeater 8: the ring turns over every 10, its period is 20.
    $0.put("stone", 5, 1, 4)
    $0.put("redstone_wall_torch[facing=east]", 6, 1, 4)
    $0.wire(from: Cell(7, 1, 4), to: Cell(7, 1, 6))
    $0.put("repeater[facing=east,delay=4]", 6, 1, 6)
    $0.wire(from: Cell(5, 1, 6), to: Cell(5, 1, 5))
    var rises: [Int] = []
    var before = $0.isLit(6, 1, 4)
    for time in 0..<220 {
      $0.tick()
      let now = $0.isLit(6, 1, 4)
      if now, !before { rises.append(time) }
      before = now
    }
    #expect(rises.count >= 10)
    #expect(zip(rises, rises.dropFirst()).allSatisfy { $1 - $0 == 20 })
  },
  Situation("XOR by two comparators", "Minecraft Wiki: Redstone circuits/Logic") {
    $0.exclusiveOr()
    var inputs = [false, false]
    // Every change of one input, there and back, from every state of the other.
    for changed in [0, 1, 0, 1, 1, 0, 1, 0] {
      inputs[changed].toggle()
      $0.use(changed == 0 ? 4 : 10, 1, 3)
      $0.tick(8)
      #expect(($0.power(7, 1, 6) > 0) == (inputs[0] != inputs[1]), "\(inputs)")
    }
  },
  Situation("XOR answers one input in two ticks", "Minecraft Wiki: Redstone Comparator") {
    $0.exclusiveOr()
    $0.tick(8)
    $0.use(4, 1, 3)
    $0.tick()
    #expect($0.power(7, 1, 6) == 0)
    $0.tick()
    #expect($0.power(7, 1, 6) > 0)
  },
  Situation("a sticky piston and pulses are a T flip-flop", "Minecraft Wiki: Piston") {
    // A pulse of two ticks leaves the load in front; the next one finds it and pulls it back.
    $0.put("sticky_piston[facing=east]", 5, 1, 4)
    $0.put("redstone_block", 6, 1, 4)
    $0.put("redstone_lamp", 7, 1, 5)
    $0.put("lever[face=floor]", 4, 1, 4)
    var isOn = false
    for _ in 0..<6 {
      $0.use(4, 1, 4)
      $0.tick(2)
      $0.use(4, 1, 4)
      $0.tick(12)
      isOn.toggle()
      #expect($0.isLit(7, 1, 5) == isOn)
      #expect($0.name(isOn ? 7 : 6, 1, 4) == "redstone_block")
      #expect(!$0.at(5, 1, 4).flag(.extended))
    }
  },
  Situation("a door of four sticky pistons", "Minecraft Wiki: Redstone circuits/Piston") {
    // Two by two blocks close between pistons on both sides, three ticks after the levers.
    for y in 1...2 {
      $0.put("sticky_piston[facing=east]", 4, y, 4)
      $0.put("stone", 5, y, 4)
      $0.put("sticky_piston[facing=west]", 9, y, 4)
      $0.put("stone", 8, y, 4)
    }
    // Dust along one side powers the lower pistons through blocks of stone, the upper from above.
    for x in [3, 10] {
      $0.put("stone", x, 1, 4)
      $0.put("stone", x, 2, 4)
      $0.put("lever[face=floor]", x, 3, 4)
      $0.put("lever[face=wall,facing=north]", x, 1, 3)
    }
    for isClosed in [true, false, true, false] {
      for x in [3, 10] {
        $0.use(x, 3, 4)
        $0.use(x, 1, 3)
      }
      $0.tick(2)
      #expect($0.name(6, 1, 4) == "moving_piston" || !isClosed)
      $0.tick()
      for y in 1...2 {
        #expect($0.name(6, y, 4) == (isClosed ? "stone" : "air"))
        #expect($0.name(7, y, 4) == (isClosed ? "stone" : "air"))
        #expect($0.name(5, y, 4) == (isClosed ? "piston_head" : "stone"))
        #expect($0.name(8, y, 4) == (isClosed ? "piston_head" : "stone"))
      }
    }
  },
  Situation("four full adders add four bits", "Minecraft Wiki: Redstone circuits/Arithmetic") {
    // All 256 sums, one after the other on the same machine.
    var stage = Stage(80, height: 4)
    for bit in 0..<4 { stage.fullAdder(bit) }
    stage.tick(80)
    for sum in 0..<256 {
      let inputs = [sum & 15, sum >> 4]
      for bit in 0..<4 { stage.setInputs(bit, inputs.map { $0 >> bit & 1 == 1 }) }
      stage.tick(80)
      let result = (0..<4).reduce(stage.carry ? 16 : 0) { $0 | (stage.sumBit($1) ? 1 << $1 : 0) }
      #expect(result == inputs[0] + inputs[1], "\(inputs[0]) + \(inputs[1])")
    }
    $0.tick()
  },
]

extension Stage {
  /// Each input less the other, joined: levers stand at (4, 1, 3) and (10, 1, 3), and the dust at
  /// (7, 1, 6) gives the answer. Repeaters bring the inputs to the comparators' sides at full power.
  fileprivate mutating func exclusiveOr() {
    put("lever[face=floor]", 4, 1, 3)
    put("lever[face=floor]", 10, 1, 3)
    put("comparator[facing=north,mode=subtract]", 4, 1, 4)
    put("comparator[facing=north,mode=subtract]", 10, 1, 4)
    // The first input runs around the second.
    wire(from: Cell(4, 1, 2), to: Cell(4, 1, 0))
    wire(from: Cell(4, 1, 0), to: Cell(12, 1, 0))
    wire(from: Cell(12, 1, 0), to: Cell(12, 1, 4))
    put("repeater[facing=east]", 11, 1, 4)
    wire(from: Cell(9, 1, 3), to: Cell(6, 1, 3))
    put("redstone_wire", 6, 1, 4)
    put("repeater[facing=east]", 5, 1, 4)
    put("redstone_wire", 4, 1, 5)
    put("redstone_wire", 10, 1, 5)
    wire(from: Cell(4, 1, 6), to: Cell(10, 1, 6))
  }
}

/// A full adder that counts: three comparators take 4 from 15 for each input that is on, and what
/// is left is told by how far it carries along dust. The adder of each bit lies to the south of the
/// one before, whose carry comes in from the west.
extension Stage {
  private static let column = 8
  private static func row(_ bit: Int) -> Int { 2 + 18 * bit }

  fileprivate mutating func fullAdder(_ bit: Int) {
    let x = Self.column
    let z = Self.row(bit)
    put("redstone_block", x, 1, z)
    put("comparator[facing=north,mode=subtract]", x, 1, z + 1)
    put("redstone_wire", x, 1, z + 2)
    put("comparator[facing=north,mode=subtract]", x, 1, z + 3)
    put("comparator[facing=north,mode=subtract]", x, 1, z + 4)
    // Twelve dust from a lever 4 is left.
    for input in [z + 1, z + 3] { wire(from: Cell(x + 1, 1, input), to: Cell(x + 12, 1, input)) }
    wire(from: Cell(x, 1, z + 5), to: Cell(x, 1, z + 16))
    // Three on; two or three on; one, two or three on.
    for tap in [z + 8, z + 12, z + 16] {
      put("repeater[facing=west]", x + 1, 1, tap)
      put("stone", x + 2, 1, tap)
      put("redstone_wall_torch[facing=east]", x + 3, 1, tap)
    }
    // The sum is on for three, or for one or more less two or more.
    wire(from: Cell(x + 4, 1, z + 12), to: Cell(x + 4, 1, z + 14))
    put("repeater[facing=north]", x + 4, 1, z + 15)
    put("comparator[facing=west,mode=subtract]", x + 4, 1, z + 16)
    wire(from: Cell(x + 4, 1, z + 8), to: Cell(x + 6, 1, z + 8))
    wire(from: Cell(x + 6, 1, z + 9), to: Cell(x + 6, 1, z + 16))
    put("redstone_wire", x + 5, 1, z + 16)
    put("repeater[facing=east]", x - 1, 1, z + 12)
    put("stone", x - 2, 1, z + 12)
    put("redstone_wall_torch[facing=west]", x - 3, 1, z + 12)
    guard bit < 3 else { return }
    put("redstone_wire", x - 4, 1, z + 12)
    put("repeater[facing=north]", x - 4, 1, z + 13)
    wire(from: Cell(x - 4, 1, z + 14), to: Cell(x - 4, 1, z + 22))
    wire(from: Cell(x - 3, 1, z + 22), to: Cell(x - 1, 1, z + 22))
  }

  fileprivate mutating func setInputs(_ bit: Int, _ inputs: [Bool]) {
    for (number, isOn) in inputs.enumerated() {
      let state = BlockState("lever[face=floor]").with(.powered, isOn)
      put(state, Self.column + 13, 1, Self.row(bit) + 1 + 2 * number)
    }
  }

  fileprivate func sumBit(_ bit: Int) -> Bool {
    power(Self.column + 6, 1, Self.row(bit) + 16) > 0
  }

  fileprivate var carry: Bool { isLit(Self.column - 3, 1, Self.row(3) + 12) }
}
