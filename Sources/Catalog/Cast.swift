import Arena

/// A scenario ready to be played: the world, and a policy in each of its seats.
public struct Cast: Sendable {
  /// The scenario as it is played: overrides and the needs of the policies included.
  public let scenario: Scenario
  public let world: any Environment
  /// In the order of the world's seats.
  public let policies: [any Policy]
  /// What the policies are called.
  public let names: [String]

  /// The header of a recording of this cast.
  public var recordingHeader: RecordingHeader {
    func header<World: Environment>(_ world: World) -> RecordingHeader {
      RecordingHeader(
        world, policies: names, scenario: scenario.name, scenarioText: scenario.text,
        programVersion: Catalog.version)
    }
    return header(world)
  }
}

extension Catalog {
  /// Builds the world of a scenario, whoever plays in it.
  public func world(of scenario: Scenario) throws -> any Environment {
    try environment(of: scenario).make(scenario, with: data)
  }

  /// Builds the world that a recording was made in.
  public func world(of recording: Recording, file: String) throws -> any Environment {
    let tree = try TreeParser.parse(Array(recording.header.scenarioText.utf8), file: file)
    let scenario = try Scenario(tree, name: recording.header.scenario, file: file)
    let world = try world(of: scenario)
    let widths = world.seats.map(\.action.width)
    guard widths == recording.header.seats.map(\.action.count) else {
      throw ContentError(
        file, line: 1, "the recording was made in a world with other actions",
        expected: "expected a recording of version \(Self.version)")
    }
    return world
  }

  /// Seats policies in the world of `scenario`.
  ///
  /// - Parameter overrides: names of policies by seat, counted from 0, that replace those of the
  ///   scenario.
  public func cast(_ scenario: Scenario, overrides: [Int: String] = [:]) throws -> Cast {
    try cast(scenario, choices: overrides.mapValues { Scenario.PolicyChoice($0) })
  }

  /// Seats policies in the world of `scenario`.
  ///
  /// - Parameter choices: policies by seat, with parameters of their own, that replace those of the
  ///   scenario.
  public func cast(
    _ scenario: Scenario, choices: [Int: Scenario.PolicyChoice]
  ) throws -> Cast {
    let environment = try environment(of: scenario)
    let seats = try environment.make(scenario, with: data).seats
    try checkSeats(of: scenario, seats: seats.map(\.name))
    var scenario = scenario
    var entries: [PolicyEntry] = []
    for (index, seat) in seats.enumerated() {
      let choice = try choice(for: seat.name, choices[index], in: scenario)
      let entry = try find(choice, seat: seat.name, in: scenario, world: environment.world)
      try prepare(&scenario, seat.name, for: entry, choice, isOverride: choices[index] != nil)
      scenario.policies.removeAll { $0.seat == seat.name }
      scenario.policies.append((seat.name, choice))
      entries.append(entry)
    }
    let world = try environment.make(scenario, with: data)
    let setup = try environment.setup(of: scenario)
    let policies = try entries.enumerated().map { index, entry in
      let choice = scenario.policies[index].choice
      let request = PolicyRequest(
        world: world, setup: setup, seat: index, parameters: choice.parameters,
        file: scenario.file)
      return try make(entry, request, line: max(choice.line, scenario.root.line(of: "policies")))
    }
    return Cast(
      scenario: scenario, world: world, policies: policies,
      names: scenario.policies.map(\.choice.name))
  }

  private func checkSeats(of scenario: Scenario, seats: [String]) throws(ContentError) {
    for (seat, choice) in scenario.policies where !seats.contains(seat) {
      throw ContentError(
        scenario.file, line: choice.line, "the environment has no seat `\(seat)`",
        expected: NearestName.hint(for: seat, among: seats))
    }
  }

  private func choice(
    for seat: String, _ override: Scenario.PolicyChoice?, in scenario: Scenario
  ) throws(ContentError) -> Scenario.PolicyChoice {
    if let override { return override }
    guard let choice = scenario.policy(for: seat) else {
      throw ContentError(
        scenario.file, line: scenario.root.line(of: "policies"),
        "nobody sits in seat `\(seat)`",
        expected: "expected a policy under `policies.\(seat)`, or one on the command line")
    }
    return choice
  }

  private func find(
    _ choice: Scenario.PolicyChoice, seat: String, in scenario: Scenario, world: String
  ) throws -> PolicyEntry {
    do {
      return try policy(choice.name, world: world)
    } catch let error as MissingError where choice.line > 0 {
      let parts = error.description.split(separator: "; ", maxSplits: 1)
      throw ContentError(
        scenario.file, line: choice.line, "`policies.\(seat)`: \(parts[0])",
        expected: parts.count > 1 ? String(parts[1]) : "expected another name")
    }
  }

  /// Writes what the policy needs into the setup of its seat. What the file says about the rest
  /// goes before what the policy would like. A policy from the command line has its needs met
  /// whatever the file says; one from the file must not contradict it.
  private func prepare(
    _ scenario: inout Scenario, _ seat: String, for entry: PolicyEntry,
    _ choice: Scenario.PolicyChoice, isOverride: Bool
  ) throws {
    let written = scenario.setup[seat]
    var group = try entry.seatDefaults(choice.parameters, scenario.file)
    if let written { group = group.overlaid(by: written) }
    for (key, value) in entry.seatSetup {
      if !isOverride, let text = written?[key]?.text, text != value {
        throw ContentError(
          scenario.file, line: scenario.root.line(of: "setup.\(seat).\(key)"),
          "`setup.\(seat).\(key)` is `\(text)`",
          expected: "expected `\(value)`, which the policy `\(entry.name)` needs")
      }
      group[key] = .text(value)
    }
    if group.pairs?.isEmpty == false { scenario.setup[seat] = group }
  }

  private func make(
    _ entry: PolicyEntry, _ request: PolicyRequest, line: Int
  ) throws -> any Policy {
    do {
      return try entry.make(request)
    } catch let error as SetupError {
      let path = error.path.isEmpty ? "" : "\(error.path): "
      throw ContentError(
        request.file, line: line,
        "`\(entry.name)` cannot take the seat `\(request.interface.name)`: \(path)\(error.message)",
        expected: "expected another policy or setup")
    }
  }
}
