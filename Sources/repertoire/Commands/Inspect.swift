import Arena
import ArgumentParser
import Blueprints
import Catalog

/// Says what something holds.
struct Inspect: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Say what a scenario, an environment, a policy or a recording holds.")

  @Argument(help: "A catalog name or a file.")
  var subject: String

  @OptionGroup var shared: SharedOptions

  func run() throws {
    let catalog = try shared.catalog()
    let description = try Inspection(catalog: catalog).describe(subject)
    Output.result(shared.json ? description.text : Self.lines(description).joined(separator: "\n"))
  }

  /// The object as indented lines for people.
  private static func lines(_ json: JSON, indentation: String = "") -> [String] {
    switch json {
    case .object(let pairs):
      pairs.flatMap { key, value -> [String] in
        let key = key.replacing("_", with: " ")
        switch value {
        case .object, .list:
          let inner = lines(value, indentation: indentation + "  ")
          return [indentation + key + (inner.isEmpty ? ": none" : "")] + inner
        case .text(let text):
          let parts = text.split(separator: "\n").map(String.init)
          return parts.count < 2
            ? [indentation + key + ": " + text]
            : [indentation + key] + parts.map { indentation + "  " + $0 }
        default: return [indentation + key + ": " + value.text]
        }
      }
    case .list(let items):
      items.flatMap { item -> [String] in
        let inner = lines(item, indentation: indentation + "  ")
        return inner.isEmpty
          ? []
          : [indentation + "- " + inner[0].drop { $0 == " " }]
            + inner.dropFirst()
      }
    case .text(let text): [indentation + text]
    default: [indentation + json.text]
    }
  }
}

/// Puts into words what the catalog and the disk hold.
struct Inspection {
  let catalog: Catalog

  /// The description of whatever `subject` names.
  func describe(_ subject: String) throws -> JSON {
    if RecordingFile.isRecording(subject) { return try recording(subject) }
    if catalog.scenarioNames.contains(subject) || Project.isFile(subject) {
      return try file(subject)
    }
    if let entry = catalog.environments.first(where: { $0.name == subject }) {
      return try environment(entry)
    }
    if let policy = try policy(subject) { return policy }
    throw MissingError(
      "scenario, environment, policy or recording", subject,
      among: try catalog.scenarioNames + catalog.environments.map(\.name)
        + catalog.policies().map(\.name) + catalog.folderNames)
  }

  private func file(_ subject: String) throws -> JSON {
    if subject.hasSuffix(".plan") { return try plan(subject) }
    let isTree = subject.hasSuffix(".yaml") || catalog.scenarioNames.contains(subject)
    guard isTree else {
      throw ContentError(
        subject, line: 1, "the file is no recording and no settings file",
        expected: "expected a recording, or a file whose name ends in .yaml")
    }
    return try scenario(try catalog.scenario(subject))
  }

  /// A plan, one sentence a step.
  private func plan(_ subject: String) throws -> JSON {
    let bytes = try Project.bytes(of: subject, limit: PlanParser.mostBytes)
    do {
      let plan = try Plan(parsing: String(decoding: bytes, as: UTF8.self))
      return .object([
        ("kind", .text("plan")), ("name", .text(plan.name)),
        ("summary", .text("\(plan.steps.count) steps")),
        ("parts", .list(plan.parts.map(JSON.text))),
        ("steps", .list(plan.explanation.map(JSON.text))),
      ])
    } catch {
      throw ContentError(subject, line: error.line, error.message, expected: "expected a plan")
    }
  }

  private func scenario(_ scenario: Scenario) throws -> JSON {
    let entry = try catalog.environment(of: scenario)
    let world = try entry.make(scenario)
    let policies = scenario.policies.map { ($0.seat, JSON.text($0.choice.name)) }
    return .object([
      ("kind", .text("scenario")), ("name", .text(scenario.name)),
      ("summary", .text(scenario.summary)), ("environment", .text(entry.name)),
      ("policies", .object(policies)), ("setup", .text(scenario.setup.yaml)),
      ("interface", interface(of: world)),
    ])
  }

  private func environment(_ entry: EnvironmentEntry) throws -> JSON {
    .object([
      ("kind", .text("environment")), ("name", .text(entry.name)),
      ("summary", .text(entry.summary)), ("setup", .text(try entry.defaultSetup().yaml)),
    ])
  }

  private func interface(of world: any Environment) -> JSON {
    .object([
      ("step_duration", .number(world.stepDuration)),
      (
        "seats",
        .list(
          world.seats.map { seat in
            .object([
              ("name", .text(seat.name)), ("observation", fields(seat.observation)),
              ("action", fields(seat.action)),
            ])
          })
      ), ("outcome", fields(world.outcome)),
    ])
  }

  private func fields(_ fields: [Field]) -> JSON {
    .list(
      fields.map { field in
        let lower = field.ranges.map(\.lowerBound).min() ?? 0
        let upper = field.ranges.map(\.upperBound).max() ?? 0
        return .text("\(field.name)[\(field.count)] \(lower)...\(upper) \(field.unit)")
      })
  }

  private func policy(_ name: String) throws -> JSON? {
    let worlds = Set(catalog.environments.map(\.world)).sorted()
    for world in worlds {
      guard let entry = try? catalog.policy(name, world: world) else { continue }
      return .object([
        ("kind", .text(entry.kind.rawValue)), ("name", .text(name)),
        ("summary", .text(entry.summary)), ("world", .text(entry.world)),
        ("seat_setup", .object(entry.seatSetup.map { ($0.key, .text($0.value)) })),
      ])
    }
    return nil
  }

  private func recording(_ path: String) throws -> JSON {
    let recording = try RecordingFile.read(path)
    let header = recording.header
    let steps = recording.episodes.reduce(0) { sum, episode in
      sum + (header.actionWidth == 0 ? 0 : episode.actions.count / header.actionWidth)
    }
    return .object([
      ("kind", .text("recording")), ("name", .text(path)),
      ("summary", .text("\(recording.episodes.count) episodes of \(header.scenario)")),
      ("environment", .text(header.environment)), ("scenario", .text(header.scenario)),
      ("program_version", .text(header.programVersion)),
      ("policies", .object(header.seats.map { ($0.name, .text($0.policy)) })),
      ("episodes", .whole(recording.episodes.count)), ("steps", .whole(steps)),
      ("simulated_seconds", .number(Double(steps) * header.stepDuration)),
      ("outcomes", .list(recording.episodes.map { outcome(of: $0, header) })),
      ("decisions", .list(recording.episodes.flatMap { DecisionAccount.list($0, header) })),
      ("damage", .optional(recording.damage?.description, JSON.text)),
      ("scenario_text", .text(header.scenarioText)),
    ])
  }

  private func outcome(of episode: RecordedEpisode, _ header: RecordingHeader) -> JSON {
    guard let end = episode.end else { return .object([("status", .text("broken off"))]) }
    return .object(
      [("status", .text("\(end.status)")), ("steps", .whole(end.steps))]
        + zip(header.outcome, end.outcome).map {
          ($0.replacing("-", with: "_"), .number(Double($1)))
        })
  }
}
