import VoxelWorld

/// Makes a step of the words of a line, which are known to be of the right kinds.
struct PlanLineReader {
  let operation: String
  let tokens: [PlanToken]
  private var next = 0

  init(operation: String, tokens: [PlanToken]) {
    self.operation = operation
    self.tokens = tokens
  }

  private mutating func number() -> Int {
    next += 1
    if case .number(let value) = tokens[next - 1] { return value }
    return 0
  }

  private mutating func word() -> String {
    next += 1
    if case .word(let word) = tokens[next - 1] { return word }
    return ""
  }

  private mutating func choice<T: RawRepresentable & CaseIterable>(_: T.Type) -> T
  where T.RawValue == String {
    let text = word()
    return T(rawValue: text) ?? T.allCases[T.allCases.startIndex]
  }

  private mutating func vector() -> Cell {
    let x = number()
    let y = number()
    let z = number()
    return Cell(x, y, z)
  }

  private mutating func state() -> BlockState {
    next += 1
    if case .state(let state) = tokens[next - 1] { return state }
    return .air
  }

  private mutating func rows() -> [String] {
    next += 1
    if case .mask(let rows) = tokens[next - 1] { return rows }
    return []
  }

  private mutating func numbers() -> [Int] {
    var numbers: [Int] = []
    while next < tokens.count, case .number(let value) = tokens[next] {
      numbers.append(value)
      next += 1
    }
    return numbers
  }

  func operationRead() -> Step.Operation {
    var reader = self
    return reader.read()
  }

  private mutating func read() -> Step.Operation {
    switch operation {
    case "shape":
      let kind = choice(ShapeKind.self)
      let size = vector()
      return .shape(kind, size: size, at: vector())
    case "picture":
      let plane = choice(Mask.Plane.self)
      let rows = rows()
      return .picture(Mask(rows, plane), at: vector())
    case "union": return .union(numbers())
    case "build":
      let inputs = numbers()
      return .build(inputs, choice(BuildingOrder.self))
    default: return readChange(of: number())
    }
  }

  private mutating func readChange(of input: Int) -> Step.Operation {
    switch operation {
    case "shell":
      let thickness = number()
      return .shell(input, thickness: thickness, open: choice(Opening.self))
    case "move": return .move(input, by: vector())
    case "turn": return .turn(input, quarters: number())
    case "mirror": return .mirror(input, choice(Axis.self))
    case "tile":
      let count = number()
      return .tile(input, count: count, step: vector())
    case "where": return .keep(input, conditions())
    case "slice":
      let first = number()
      let last = number()
      return .slice(input, min(first, last)...max(first, last))
    case "except": return .except(input, number())
    case "intersect": return .intersect(input, number())
    case "attach":
      let host = number()
      let relation = choice(Relation.self)
      return .attach(input, to: host, relation, gap: number())
    case "paint", "furnish":
      let state = state()
      let part = word()
      return operation == "paint"
        ? .paint(input, state, part: part) : .furnish(input, state, part: part)
    default:
      let comparison = choice(Comparison.self)
      return .assert(input, comparison, number())
    }
  }

  private mutating func conditions() -> [Condition] {
    var conditions: [Condition] = []
    while next < tokens.count {
      let subject = word()
      guard let axis = Axis(rawValue: subject) else {
        conditions.append(.face(Direction(named: word()) ?? .up))
        continue
      }
      let relation = word()
      if let comparison = Comparison(rawValue: relation) {
        conditions.append(.compare(axis, comparison, number()))
      } else {
        conditions.append(.every(axis, max(1, number()), from: number()))
      }
    }
    return conditions
  }
}
