import VoxelWorld

/// Writes a plan step by step, in a frame that may be turned and moved, so that a generator is
/// written once, with its front to the south.
///
/// What is painted later wins. Volumes that end up in nothing painted are left out of the plan.
public struct PlanWriter: Sendable {
  /// A volume of the plan that is being written.
  public struct Reference: Hashable, Sendable { let number: Step.Number }

  private let name: String
  private var steps: [Step] = []
  private var painted: [Step.Number] = []
  private var fault: PlanError?
  private var names: [String: Int] = [:]
  public var frame = Frame()

  /// An empty plan. Letters that names of plans do not have become `-`.
  public init(_ name: String) {
    let letters = name.lowercased().utf8.map { letter in
      (97...122).contains(letter) || (48...57).contains(letter) ? letter : UInt8(ascii: "-")
    }
    let text = String(decoding: letters.drop { !(97...122).contains($0) }.prefix(48), as: UTF8.self)
    self.name = text.isEmpty ? "plan" : text
  }

  /// A name nobody has had: door.1, door.2.
  public mutating func part(_ name: String) -> String {
    names[name, default: 0] += 1
    return "\(name).\(names[name, default: 1])"
  }

  /// Draws in a frame inside the present one.
  public mutating func inside(
    _ inner: Frame, _ draw: (inout PlanWriter) throws(PlanError) -> Void
  ) throws(PlanError) {
    let outer = frame
    frame = outer.containing(inner)
    defer { frame = outer }
    try draw(&self)
  }

  private mutating func add(_ operation: Step.Operation) -> Reference {
    steps.append(Step(operation))
    return Reference(number: steps.count)
  }

  private mutating func refuse(_ message: String) {
    if fault == nil { fault = PlanError(line: steps.count + 2, message) }
  }

  // MARK: Volumes

  /// A solid that fills the box between two corners, both included.
  public mutating func solid(_ kind: ShapeKind, _ a: Cell, _ b: Cell) -> Reference {
    let (p, q) = (frame.place(a), frame.place(b))
    let lower = Cell(min(p.x, q.x), min(p.y, q.y), min(p.z, q.z))
    let upper = Cell(max(p.x, q.x), max(p.y, q.y), max(p.z, q.z))
    let size = upper - lower + Cell(1, 1, 1)
    if max(size.x, size.y, size.z) > 512 { refuse("a solid is more than 512 blocks long") }
    if [lower, upper].contains(where: { max(abs($0.x), abs($0.y), abs($0.z)) > 2048 }) {
      refuse("a solid lies more than 2048 blocks from the site")
    }
    return add(.shape(frame.turn(kind), size: size, at: lower))
  }

  public mutating func box(_ a: Cell, _ b: Cell) -> Reference { solid(.box, a, b) }

  /// A picture whose lower corner, in the frame, is at a cell.
  public mutating func picture(_ mask: Mask, at: Cell) -> Reference {
    let width = mask.rows[0].utf8.count
    let height = mask.rows.count
    let far: Cell =
      switch mask.plane {
      case .xy: at + Cell(width - 1, height - 1, 0)
      case .zy: at + Cell(0, height - 1, width - 1)
      case .xz: at + Cell(width - 1, 0, height - 1)
      }
    let (p, q) = (frame.place(at), frame.place(far))
    let lower = Cell(min(p.x, q.x), min(p.y, q.y), min(p.z, q.z))
    return add(.picture(frame.turn(mask), at: lower))
  }

  public mutating func shell(
    _ volume: Reference, thickness: Int = 1, open: Opening = .none
  ) -> Reference {
    add(.shell(volume.number, thickness: thickness, open: open))
  }

  public mutating func union(_ volumes: [Reference]) -> Reference {
    volumes.count == 1 ? volumes[0] : add(.union(volumes.map(\.number)))
  }

  public mutating func except(_ volume: Reference, _ other: Reference) -> Reference {
    add(.except(volume.number, other.number))
  }

  public mutating func intersect(_ volume: Reference, _ other: Reference) -> Reference {
    add(.intersect(volume.number, other.number))
  }

  /// Copies of a volume, `count` in all, a step apart.
  public mutating func tile(_ volume: Reference, count: Int, step: Cell) -> Reference {
    add(.tile(volume.number, count: max(1, count), step: frame.turn(step)))
  }

  public mutating func move(_ volume: Reference, by: Cell) -> Reference {
    add(.move(volume.number, by: frame.turn(by)))
  }

  public mutating func slice(_ volume: Reference, layers: ClosedRange<Int>) -> Reference {
    let y = frame.origin.y
    return add(.slice(volume.number, layers.lowerBound + y...layers.upperBound + y))
  }

  /// The cells with nothing of the volume beyond a side.
  public mutating func face(_ volume: Reference, _ side: Direction) -> Reference {
    add(.keep(volume.number, [.face(frame.turn(side))]))
  }

  /// A volume moved to touch another one; sides are those of the frame.
  public mutating func attach(
    _ volume: Reference, to host: Reference, _ relation: Relation, gap: Int = 0
  ) -> Reference {
    add(.attach(volume.number, to: host.number, frame.turn(relation), gap: gap))
  }

  // MARK: Paint

  /// Gives all cells of a volume a block.
  public mutating func paint(_ volume: Reference, _ state: BlockState, part: String) {
    let step = add(.paint(volume.number, frame.turn(state), part: part))
    painted.append(step.number)
  }

  /// Puts a thing into every cell of a volume: doors and beds whole.
  public mutating func furnish(_ volume: Reference, _ state: BlockState, part: String) {
    let step = add(.furnish(volume.number, frame.turn(state), part: part))
    painted.append(step.number)
  }

  /// Paints the box between two corners.
  public mutating func fill(_ a: Cell, _ b: Cell, _ state: BlockState, part: String) {
    paint(box(a, b), state, part: part)
  }

  /// Puts one thing into a cell.
  public mutating func put(_ state: BlockState, at cell: Cell, part: String) {
    furnish(box(cell, cell), state, part: part)
  }

  /// Paints the four upright sides of a box.
  public mutating func walls(_ a: Cell, _ b: Cell, _ state: BlockState, part: String) {
    let solid = box(a, b)
    paint(shell(solid, open: .both), state, part: part)
  }

  /// Empties a box.
  public mutating func clear(_ a: Cell, _ b: Cell, part: String = "room") {
    fill(a, b, .air, part: part)
  }

  // MARK: End

  /// The plan; throws `PlanError` if nothing was painted or a solid is too large.
  public func finished(order: BuildingOrder = .support) throws(PlanError) -> Plan {
    if let fault { throw fault }
    guard !painted.isEmpty else { throw PlanError(line: 1, "there is nothing to build") }
    guard steps.count < Plan.mostSteps else {
      throw PlanError(line: Plan.mostSteps, "more than \(Plan.mostSteps) steps")
    }
    var isUsed = [Bool](repeating: false, count: steps.count + 1)
    for number in painted { isUsed[number] = true }
    for number in stride(from: steps.count, through: 1, by: -1) where isUsed[number] {
      for input in steps[number - 1].inputs { isUsed[input] = true }
    }
    var numbers = [Int](repeating: 0, count: steps.count + 1)
    var kept: [Step] = []
    for number in 1..<steps.count + 1 where isUsed[number] {
      kept.append(steps[number - 1].renumbered { numbers[$0] })
      numbers[number] = kept.count
    }
    kept.append(Step(.build(painted.map { numbers[$0] }, order)))
    return Plan(trusted: name, kept)
  }
}

extension Step {
  /// The step with other numbers for its inputs.
  func renumbered(_ number: (Number) -> Number) -> Step {
    switch operation {
    case .shape, .picture: self
    case .shell(let a, let thickness, let open):
      Step(.shell(number(a), thickness: thickness, open: open))
    case .move(let a, let by): Step(.move(number(a), by: by))
    case .turn(let a, let quarters): Step(.turn(number(a), quarters: quarters))
    case .mirror(let a, let axis): Step(.mirror(number(a), axis))
    case .tile(let a, let count, let step): Step(.tile(number(a), count: count, step: step))
    case .keep(let a, let conditions): Step(.keep(number(a), conditions))
    case .slice(let a, let layers): Step(.slice(number(a), layers))
    case .union(let all): Step(.union(all.map(number)))
    case .except(let a, let b): Step(.except(number(a), number(b)))
    case .intersect(let a, let b): Step(.intersect(number(a), number(b)))
    case .attach(let a, let b, let relation, let gap):
      Step(.attach(number(a), to: number(b), relation, gap: gap))
    case .paint(let a, let state, let part): Step(.paint(number(a), state, part: part))
    case .furnish(let a, let state, let part): Step(.furnish(number(a), state, part: part))
    case .assert(let a, let comparison, let count):
      Step(.assert(number(a), comparison, count))
    case .build(let all, let order): Step(.build(all.map(number), order))
    }
  }
}
