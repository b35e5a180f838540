import VoxelWorld

/// What may stand at one place of a line.
enum Slot: Sendable {
  case literal(String)
  case integer(ClosedRange<Int>)
  /// One of some words.
  case choice([String])
  /// The number of an earlier step of a kind.
  case reference(Step.Kind)
  /// As many references as there are; at least so many more.
  case references(Step.Kind, atLeast: Int)
  case block
  case label
  case mask
  case conditions
  /// A comparison with a number, or `every` so many `from` a number.
  case comparison
  /// The end of the line, or `and` and another condition.
  case moreConditions
}

/// The lines of the language, as slots; the one table that reading and explaining rest on.
enum PlanGrammar {
  static let size = Slot.integer(1...512)
  static let coordinate = Slot.integer(-2048...2048)
  static let longestLine = 1 << 16

  static let operations = [
    "shape", "picture", "shell", "move", "turn", "mirror", "tile", "where", "slice", "union",
    "except", "intersect", "attach", "paint", "furnish", "assert", "build",
  ]

  private static func vector(_ word: String) -> [Slot] {
    [.literal(word), coordinate, coordinate, coordinate]
  }

  private static func words<T: RawRepresentable & CaseIterable>(_: T.Type) -> Slot
  where T.RawValue == String { .choice(T.allCases.map(\.rawValue)) }

  /// What follows the name of an operation.
  static func slots(of operation: String) -> [Slot] {
    let volume = Slot.reference(.volume)
    switch operation {
    case "shape": return [words(ShapeKind.self), size, size, size] + vector("at")
    case "picture": return [words(Mask.Plane.self), .mask] + vector("at")
    case "shell":
      return [
        volume, .literal("thick"), .integer(1...64), .literal("open"), words(Opening.self),
      ]
    case "move": return [volume] + vector("by")
    case "turn": return [volume, .literal("quarters"), .integer(0...3)]
    case "mirror": return [volume, .literal("axis"), words(Axis.self)]
    case "tile": return [volume, .literal("count"), .integer(1...256)] + vector("step")
    case "where": return [volume, .conditions]
    case "slice": return [volume, .literal("layers"), coordinate, coordinate]
    case "union": return [.references(.volume, atLeast: 2)]
    case "except", "intersect": return [volume, volume]
    case "attach":
      return [
        volume, .literal("to"), volume, words(Relation.self), .literal("gap"),
        .integer(0...256),
      ]
    case "paint", "furnish": return [volume, .block, .literal("part"), .label]
    case "assert":
      return [volume, .literal("count"), words(Comparison.self), .integer(0...1 << 24)]
    case "build":
      return [
        .references(.painted, atLeast: 1), .literal("order"), words(BuildingOrder.self),
      ]
    default: return []
    }
  }
}

/// A word that was read and is what its slot asks for.
enum PlanToken: Sendable {
  case word(String)
  case number(Int)
  case state(BlockState)
  case mask([String])
}
