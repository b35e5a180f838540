import Arena
import Control
import Math

/// A partner for controllers without a world: shows the observations of one exchange after the
/// other, sees which skill acts by a number that it writes, and draws by known chances whether the
/// skill succeeds and whether the opponent answers.
struct Sparring {
  /// Of each skill, by its number: the chance to succeed.
  var success: [Double]
  /// The chance that the opponent answers a skill.
  var answered: [Double]
  var random: Random
  /// Whether the clock tells of the opponent's act a step before the state does.
  var isClockEarly = false
  private(set) var uses: [Int]
  private(set) var winners = 0
  private(set) var exchanges = 0
  /// Which skill acted, exchange by exchange.
  private(set) var order: [Int] = []
  private var observation = [Float](repeating: 0, count: Sparring.seat.observation.width)
  private var action: [Float] = [0, 0]

  static let seat = Seat(
    name: "player",
    observation: [
      Field("ball", unit: "m", count: 2, in: -1...1),
      Field("state", unit: "1", count: 5, in: 0...1),
      Field("since", unit: "s", in: 0...3),
      Field("result", unit: "1", count: 3, in: 0...1),
      Field("result-speed", unit: "m/s", in: 0...20),
      Field("result-spin", unit: "rad/s", in: -100...100),
      Field("result-place", unit: "m", count: 2, in: -2...2),
      Field("arm", unit: "rad", in: -2...2),
    ],
    action: [Field("arm-speed", unit: "rad/s", in: -1...1), Field("skill", unit: "1", in: 0...64)])

  /// States: 0 over, 1 to open, 2 coming, 3 come, 4 gone.
  static let interface: ControlInterface = {
    var interface = ControlInterface()
    interface.key = ["ball"]
    interface.phase = "state"
    interface.phases.over = [0]
    interface.phases.opening = [1]
    interface.phases.answering = [2, 3]
    interface.phases.returned = [3]
    interface.clock = "since"
    interface.result.flags = "result"
    interface.result.pace = "result-speed"
    interface.result.twist = "result-spin"
    interface.result.place = "result-place"
    interface.posture.feels = "arm"
    interface.posture.moves = "arm-speed"
    interface.styles.field = "ball"
    interface.styles.below = "left"
    interface.styles.above = "right"
    return interface
  }()

  init(success: [Double], answered: [Double], seed: UInt64) {
    self.success = success
    self.answered = answered
    random = Random(seed: seed)
    uses = Array(repeating: 0, count: success.count)
    // Room for long plays, whose allocations are counted.
    order.reserveCapacity(1024)
  }

  /// Writes its number.
  struct Tagged: Policy {
    let tag: Float
    mutating func reset(seed: UInt64) {}
    mutating func act(on observation: Span<Float>, into action: inout MutableSpan<Float>) {
      action[0] = 0.5
      action[1] = tag
    }
  }

  /// A table that says the same everywhere, as it was measured.
  static func table(success: Double, place: Double, pace: Double = 6) -> SkillTable {
    var random = Random(seed: 9)
    let keys = (0..<2 * 100).map { _ in Float(random.uniform(-1, 1)) }
    let row: [Float] = [10, 1, Float(success), Float(pace), 0, Float(place), 1, 0.1, 0.1]
    return SkillTable(keyWidth: 2, keys: keys, effects: (0..<100).flatMap { _ in row })
  }

  /// A controller whose skills were measured to succeed by `measured`, and land left, right, ...
  static func controller(
    measured: [Double], styles: [String] = [], settings: ControllerSettings = ControllerSettings(),
    strategies: [(name: String, strategy: Strategy)] = [("any", Strategy())]
  ) throws -> Controller {
    let skills = measured.enumerated().map { index, success in
      var choice = ControllerManifest.SkillChoice()
      choice.name = "skill-\(index)"
      choice.style = styles.isEmpty ? "" : styles[index]
      return ControlledSkill(
        choice, policy: Tagged(tag: Float(index + 1)),
        table: table(success: success, place: index.isMultiple(of: 2) ? -0.5 : 0.5),
        settings: settings.descriptors)
    }
    return try Controller(
      skills: skills, strategies: strategies, settings: settings, interface: interface, in: seat)
  }

  /// Plays until `count` balls have been answered.
  mutating func play(_ count: Int, with controller: inout Controller) {
    while exchanges < count {
      show(state: 0, since: 3, steps: 4, &controller)
      var isOn = true
      while isOn, exchanges < count { isOn = exchange(&controller) }
    }
    // The last reply becomes known.
    show(state: 0, since: 3, steps: 2, &controller)
  }

  /// One ball; whether the rally goes on.
  private mutating func exchange(_ controller: inout Controller) -> Bool {
    observation[0] = Float(random.uniform(-1, 1))
    observation[1] = Float(random.uniform(-1, 1))
    for flag in 8..<11 { observation[flag] = 0 }
    if isClockEarly { show(state: exchanges == 0 ? 0 : 4, since: 0, steps: 1, &controller) }
    show(state: 2, since: 0, steps: 6, &controller)
    show(state: 3, since: 0.12, steps: 6, &controller)
    let skill = Int(action[1]) - 1
    exchanges += 1
    guard uses.indices.contains(skill) else { return false }
    uses[skill] += 1
    order.append(skill)
    observation[8] = 1
    guard random.uniform() < success[skill] else {
      observation[10] = 1
      return false
    }
    observation[9] = 1
    observation[11] = 6
    observation[13] = skill.isMultiple(of: 2) ? -0.5 : 0.5
    observation[14] = 1
    show(state: 4, since: 0.3, steps: 8, &controller)
    if random.uniform() < answered[skill] { return true }
    winners += 1
    return false
  }

  /// Shows the same state for some steps.
  private mutating func show(
    state: Int, since: Float, steps: Int, _ controller: inout Controller
  ) {
    for number in 0..<5 { observation[2 + number] = number == state ? 1 : 0 }
    for step in 0..<steps {
      observation[7] = min(3, since + 0.02 * Float(step))
      Self.ask(&controller, observation, &action)
    }
  }

  private static func ask(
    _ controller: inout Controller, _ observation: [Float], _ action: inout [Float]
  ) {
    var span = action.mutableSpan
    controller.act(on: observation.span, into: &span)
  }
}
