import Arena

/// A world's control interface in one seat: reads what a controller looks at.
struct Senses: Sendable {
  let key: FieldSelection
  /// The names of the key's numbers.
  let keyNames: [String]
  let styleRule: ControlInterface.StyleRule
  private let phases: [Phase]
  private let phaseStart: Int
  private let returned: [Bool]
  private let clock: Int
  private let flags: Int
  private let pace: Int?
  private let twist: Int?
  private let place: Int?
  private let styleColumn: Int?
  private let need: Int?
  let motion: FieldSelection
  let origin: (Int, Int)

  /// What a controller has to do.
  enum Phase: Sendable {
    case over
    case opening
    case answering
    /// The opponent's turn.
    case elsewhere
  }

  init(_ interface: ControlInterface, in seat: Seat) throws(PolicyError) {
    let fields = seat.observation
    func start(_ name: String, count: Int, key: String) throws(PolicyError) -> Int {
      guard let columns = fields.columns(of: name) else {
        throw .missingField(
          name: name, role: .observation, seat: seat.name, known: fields.map(\.name))
      }
      guard columns.count >= count else {
        throw .wrongWidth(
          name: name, role: .observation, seat: seat.name, expected: count, found: columns.count)
      }
      return columns.lowerBound
    }
    func optional(_ name: String, count: Int, key: String) throws(PolicyError) -> Int? {
      name.isEmpty ? nil : try start(name, count: count, key: key)
    }
    let shapes = try Self.shapes(interface.key, in: seat, at: "key")
    key = try FieldSelection(of: shapes, in: fields, role: .observation, seat: seat.name)
    keyNames = shapes.flatMap { shape in
      shape.count == 1 ? [shape.name] : (0..<shape.count).map { "\(shape.name)-\($0)" }
    }
    motion = try FieldSelection(
      of: interface.opponentMotion.isEmpty
        ? [] : try Self.shapes(interface.opponentMotion, in: seat, at: "opponent-motion"),
      in: fields, role: .observation, seat: seat.name)
    phaseStart = try start(interface.phase, count: 1, key: "phase")
    let width = fields.columns(of: interface.phase)?.count ?? 0
    (phases, returned) = try Self.phases(interface.phases, width: width)
    clock = try start(interface.clock, count: 1, key: "clock")
    flags = try start(interface.result.flags, count: 3, key: "result.flags")
    pace = try optional(interface.result.pace, count: 1, key: "result.pace")
    twist = try optional(interface.result.twist, count: 1, key: "result.twist")
    place = try optional(interface.result.place, count: 2, key: "result.place")
    need = try optional(interface.need, count: 1, key: "need")
    styleRule = interface.styles
    styleColumn = try optional(
      interface.styles.field, count: interface.styles.number + 1, key: "styles.field"
    ).map { $0 + interface.styles.number }
    guard interface.origin.count == 2, interface.origin.allSatisfy(keyNames.indices.contains)
    else { throw .unusable(key: "origin", reason: "expected two places in the key") }
    origin = (interface.origin[0], interface.origin[1])
  }

  private static func shapes(
    _ names: [String], in seat: Seat, at key: String
  ) throws(PolicyError) -> [FieldShape] {
    guard !names.isEmpty else { throw .unusable(key: key, reason: "expected at least one field") }
    var shapes: [FieldShape] = []
    for name in names {
      guard let field = seat.observation.first(where: { $0.name == name }) else {
        throw .missingField(
          name: name, role: .observation, seat: seat.name, known: seat.observation.map(\.name))
      }
      shapes.append(FieldShape(field))
    }
    guard shapes.width <= 64 else {
      throw .unusable(key: key, reason: "its fields hold \(shapes.width) numbers; 64 is the most")
    }
    return shapes
  }

  private static func phases(
    _ design: ControlInterface.Phases, width: Int
  ) throws(PolicyError) -> ([Phase], [Bool]) {
    var phases = Array(repeating: Phase.elsewhere, count: width)
    var returned = Array(repeating: false, count: width)
    for (name, list, phase) in [
      ("over", design.over, Phase.over), ("opening", design.opening, .opening),
      ("answering", design.answering, .answering),
    ] {
      for number in list {
        guard phases.indices.contains(number) else {
          throw .unusable(
            key: "phases.\(name)", reason: "the phase field has no number \(number)")
        }
        phases[number] = phase
      }
    }
    for number in design.returned {
      guard returned.indices.contains(number) else {
        throw .unusable(key: "phases.returned", reason: "the phase field has no number \(number)")
      }
      returned[number] = true
    }
    return (phases, returned)
  }
}

extension Senses {
  /// Where things stand.
  func phase(_ observation: Span<Float>) -> Phase {
    for number in 0..<phases.count where observation[phaseStart + number] > 0.5 {
      return phases[number]
    }
    return .over
  }

  /// Whether the opponent's act is known to have been good.
  func isReturned(_ observation: Span<Float>) -> Bool {
    for number in 0..<returned.count where observation[phaseStart + number] > 0.5 {
      return returned[number]
    }
    return false
  }

  /// Whether the opponent's act is foreseen to fail unless it is answered.
  func isNeedless(_ observation: Span<Float>) -> Bool {
    need.map { observation[$0] < 0.5 } ?? false
  }

  func time(_ observation: Span<Float>) -> Float { observation[clock] }

  /// How this player's last act has gone so far.
  func result(_ observation: Span<Float>) -> Feedback {
    Feedback(
      attempted: observation[flags] > 0.5, succeeded: observation[flags + 1] > 0.5,
      failed: observation[flags + 2] > 0.5,
      pace: pace.map { Double(observation[$0]) } ?? 0,
      twist: twist.map { Double(observation[$0]) } ?? 0,
      placeX: place.map { Double(observation[$0]) } ?? 0,
      placeY: place.map { Double(observation[$0 + 1]) } ?? 0)
  }

  /// Whether the style rule says `above`; nil where there is no rule.
  func isAbove(_ observation: Span<Float>) -> Bool? {
    styleColumn.map { Double(observation[$0]) > styleRule.threshold }
  }
}

/// How an act went.
struct Feedback: Sendable, Hashable {
  var attempted = false
  var succeeded = false
  var failed = false
  var pace = 0.0
  var twist = 0.0
  var placeX = 0.0
  var placeY = 0.0
}
