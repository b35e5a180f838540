/// What a recording says about all of its episodes: enough to build the same world again.
public struct RecordingHeader: Hashable, Sendable {
  /// The catalog name of the environment.
  public var environment: String
  /// The catalog name or path of the scenario.
  public var scenario: String
  /// The scenario as it was played, policies and overrides included, as YAML.
  public var scenarioText: String
  /// Who sat where, in the order of the actions.
  public var seats: [Seat]
  /// The names of the outcome numbers, one per number.
  public var outcome: [String]
  /// Simulated seconds per step.
  public var stepDuration: Double
  /// The version of the program that wrote the recording.
  public var programVersion: String

  /// One seat and the policy in it.
  public struct Seat: Hashable, Sendable {
    public var name: String
    public var policy: String
    /// The names of the action numbers, one per number: `racket-velocity-0`.
    public var action: [String]

    public init(name: String, policy: String, action: [String]) {
      self.name = name
      self.policy = policy
      self.action = action
    }
  }

  public init(
    environment: String, scenario: String, scenarioText: String, seats: [Seat],
    outcome: [String], stepDuration: Double, programVersion: String
  ) {
    self.environment = environment
    self.scenario = scenario
    self.scenarioText = scenarioText
    self.seats = seats
    self.outcome = outcome
    self.stepDuration = stepDuration
    self.programVersion = programVersion
  }

  /// Describes `world` with one named policy per seat.
  public init<World: Environment>(
    _ world: World, policies: [String], scenario: String, scenarioText: String,
    programVersion: String
  ) {
    let seats = world.seats
    precondition(policies.count == seats.count, "one policy per seat")
    self.init(
      environment: World.name, scenario: scenario, scenarioText: scenarioText,
      seats: zip(seats, policies).map { seat, policy in
        Seat(name: seat.name, policy: policy, action: seat.action.numberNames)
      },
      outcome: world.outcome.numberNames, stepDuration: world.stepDuration,
      programVersion: programVersion)
  }

  /// The number of action numbers of all seats in one step.
  public var actionWidth: Int { seats.reduce(0) { $0 + $1.action.count } }
}

extension [Field] {
  /// One name per number: the field's own if it holds one number, else `name-0`, `name-1`, ...
  public var numberNames: [String] {
    flatMap { field in
      field.count == 1 ? [field.name] : (0..<field.count).map { "\(field.name)-\($0)" }
    }
  }
}

extension RecordingHeader {
  func write(to bytes: inout ByteWriter) {
    bytes.append(environment)
    bytes.append(scenario)
    bytes.append(scenarioText)
    bytes.append(UInt32(seats.count))
    for seat in seats {
      bytes.append(seat.name)
      bytes.append(seat.policy)
      bytes.append(seat.action)
    }
    bytes.append(outcome)
    bytes.append(stepDuration.bitPattern)
    bytes.append(programVersion)
  }

  init(reading bytes: inout ByteReader) throws(ByteReader.Shortage) {
    environment = try bytes.text()
    scenario = try bytes.text()
    scenarioText = try bytes.text()
    seats = []
    for _ in 0..<(try bytes.count(atMost: RecordingFormat.mostNames)) {
      seats.append(
        Seat(name: try bytes.text(), policy: try bytes.text(), action: try bytes.texts()))
    }
    outcome = try bytes.texts()
    stepDuration = Double(bitPattern: try bytes.number(UInt64.self))
    programVersion = try bytes.text()
    guard actionWidth <= RecordingFormat.widestAction else { throw ByteReader.Shortage() }
  }
}
