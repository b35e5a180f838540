import VoxelWorld

extension Plan: CustomStringConvertible {
  /// The plan as `.plan` files hold it.
  public var description: String {
    var text = "plan \(name)\n"
    for (index, step) in steps.enumerated() { text += "#\(index + 1) = \(step)\n" }
    return text
  }
}

extension Step: CustomStringConvertible {
  /// The step as its line holds it, without its number.
  public var description: String {
    switch operation {
    case .shape(let kind, let size, let at):
      "shape \(kind.rawValue) \(size.x) \(size.y) \(size.z) at \(Self.text(at))"
    case .picture(let mask, let at):
      "picture \(mask.plane.rawValue) \(mask.rows.joined(separator: "/")) at \(Self.text(at))"
    case .shell(let input, let thickness, let open):
      "shell #\(input) thick \(thickness) open \(open.rawValue)"
    case .move(let input, let by): "move #\(input) by \(Self.text(by))"
    case .turn(let input, let quarters): "turn #\(input) quarters \(quarters)"
    case .mirror(let input, let axis): "mirror #\(input) axis \(axis.rawValue)"
    case .tile(let input, let count, let step):
      "tile #\(input) count \(count) step \(Self.text(step))"
    case .keep(let input, let conditions):
      "where #\(input) " + conditions.map(\.description).joined(separator: " and ")
    case .slice(let input, let layers):
      "slice #\(input) layers \(layers.lowerBound) \(layers.upperBound)"
    case .union(let inputs): "union " + Self.text(inputs)
    case .except(let a, let b): "except #\(a) #\(b)"
    case .intersect(let a, let b): "intersect #\(a) #\(b)"
    case .attach(let input, let host, let relation, let gap):
      "attach #\(input) to #\(host) \(relation.rawValue) gap \(gap)"
    case .paint(let input, let state, let part): "paint #\(input) \(state.planText) part \(part)"
    case .furnish(let input, let state, let part):
      "furnish #\(input) \(state.planText) part \(part)"
    case .assert(let input, let comparison, let count):
      "assert #\(input) count \(comparison.rawValue) \(count)"
    case .build(let inputs, let order): "build \(Self.text(inputs)) order \(order.rawValue)"
    }
  }

  private static func text(_ cell: Cell) -> String { "\(cell.x) \(cell.y) \(cell.z)" }

  private static func text(_ numbers: [Int]) -> String {
    numbers.map { "#\($0)" }.joined(separator: " ")
  }
}

extension Condition: CustomStringConvertible {
  public var description: String {
    switch self {
    case .compare(let axis, let comparison, let number):
      "\(axis.rawValue) \(comparison.rawValue) \(number)"
    case .every(let axis, let number, let start):
      "\(axis.rawValue) every \(number) from \(start)"
    case .face(let direction): "face \(direction.name)"
    }
  }
}

extension BlockState {
  /// The state with those properties alone that differ from the usual ones.
  public var planText: String {
    let block = block
    guard self != block.usual else { return block.name }
    let usual = Self.pairs(block.usual.description)
    let pairs = zip(Self.pairs(description), usual).filter { $0 != $1 }.map(\.0)
    return block.name + "[" + pairs.joined(separator: ",") + "]"
  }

  private static func pairs(_ text: String) -> [Substring] {
    guard let start = text.firstIndex(of: "[") else { return [] }
    return text[text.index(after: start)...].dropLast().split(separator: ",")
  }
}
