import ArgumentParser
import Blueprints
import Catalog
import Console
import Foundation

/// From a sentence, or a plan, to a building.
struct Build: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Turn a description into a plan, a checked blueprint and a building.",
    discussion: """
      Files are written by their extension: .plan for the plan; .schem, .nbt, .litematic, .vox, \
      .obj and .json for the blueprint; .v3.schem for version 3 of that format. Exit status 1 if the text asks for nothing that can be built.
      """)

  @Argument(help: "What to build, in words.")
  var text: String?

  @Option(name: .customLong("then"), help: "A further turn: what to change or to add.")
  var turns: [String] = []

  @Option(help: ArgumentHelp("Build this plan instead of a text.", valueName: "file"))
  var plan: String?

  @Option(help: ArgumentHelp("Build what this blueprint file holds.", valueName: "file"))
  var from: String?

  @Option(help: ArgumentHelp("Build this PNG picture of blocks, upright.", valueName: "file"))
  var image: String?

  @Option(name: .customLong("out"), help: ArgumentHelp("Write this file.", valueName: "file"))
  var outputs: [String] = []

  @Option(help: "Let an agent build it, in creative or, from chests, in survival.")
  var execute: Interface?

  @Option(help: "The ground: flat, river-9, slope-south-2 and the like.")
  var site = "flat"

  @Option(
    help: ArgumentHelp(
      "Remember in this folder what is built, and use what is remembered there.",
      valueName: "folder"))
  var memory: String?

  @Option(
    help: ArgumentHelp(
      "Ask a model at this OpenAI-compatible address for the plan.", valueName: "url"))
  var endpoint: String?

  @Option(help: ArgumentHelp("The model to ask.", valueName: "name"))
  var model: String?

  @Option(
    help: ArgumentHelp(
      "Play the model's answers back from this file, or record them there.", valueName: "file"))
  var cassette: String?

  @OptionGroup var shared: SharedOptions

  /// How an agent acts.
  enum Interface: String, ExpressibleByArgument, CaseIterable { case creative, survival }

  func validate() throws {
    guard [text, plan, from, image].count(where: { $0 != nil }) == 1 else {
      throw ValidationError("expected a text, --plan, --from or --image, and only one of them")
    }
    guard text != nil || turns.isEmpty else {
      throw ValidationError("--then changes what a text has built, and nothing else")
    }
    if let from, [nil, .obj].contains(BlueprintFormat(named: from)) {
      throw ValidationError(
        "`\(from)`: expected a name that ends in \(BuildFile.readable.joined(separator: ", "))")
    }
    guard (endpoint == nil) == (model == nil), endpoint != nil || cassette == nil else {
      throw ValidationError("--endpoint and --model go together; --cassette goes with them")
    }
    if let endpoint, ModelEndpoint(endpoint, model: "") == nil {
      throw ValidationError("`\(endpoint)`: expected an address such as http://127.0.0.1:8080/v1")
    }
    guard endpoint == nil || text != nil else {
      throw ValidationError("a model is asked about a text, and nothing else")
    }
    guard Site.named(site) != nil else {
      throw ValidationError(
        "there is no site `\(site)`; expected \(Site.names.joined(separator: ", "))")
    }
    for file in outputs where BuildFile.format(of: file) == nil {
      throw ValidationError(
        "`\(file)`: expected a name that ends in \(BuildFile.extensions.joined(separator: ", "))"
      )
    }
  }

  func run() throws {
    let ground = Site.named(site) ?? .flat
    var memories = try memory.map { try MemoryFile(folder: $0) }
    let request = try request(on: ground, remembering: memories?.memory)
    guard let wanted = request.plan else { return try refuse(request) }
    let commission: Commission
    do {
      commission = try Commission(wanted, on: ground)
    } catch {
      throw problem(error)
    }
    let execution = try execution(of: commission)
    if let dialogue = request.dialogue {
      try memories?.keep(request.turns, name: request.name, of: dialogue, commission)
    }
    for file in outputs { try BuildFile.write(commission, to: file) }
    let report = BuildReport(
      request: request, commission: commission, execution: execution, files: outputs)
    Output.result(shared.json ? report.json.text : report.lines)
  }

  /// The plan that a model proposes; nil if none is asked, or none has an answer of use.
  private func consultedPlan(on site: Site) throws -> Plan? {
    guard let endpoint, let model, let server = ModelEndpoint(endpoint, model: model) else {
      return nil
    }
    var tape = try cassette.map { try ModelCassette($0) }
    let texts = [text ?? ""] + turns
    var consultation = Consultation(about: texts.joined(separator: "\n"))
    let plan = consultation.plan(on: site) { messages in
      let question = messages.map(\.text).joined(separator: "\n")
      if let known = try tape?.answer(to: question) { return known }
      let answer = try server.answer(to: messages)
      try tape?.record(answer, to: question)
      return answer
    }
    for fault in consultation.faults { Output.note("model: \(fault)") }
    if plan == nil { Output.note("model: no plan; reading the text without it") }
    return plan
  }

  private func execution(of commission: Commission) throws -> Execution? {
    switch execute {
    case nil: return nil
    case .creative: return commission.executed().execution
    case .survival:
      do {
        return try commission.survived(seed: shared.seed).execution
      } catch {
        throw problem(error)
      }
    }
  }

  /// What was asked for, as a plan.
  private func request(on site: Site, remembering memory: Memory?) throws -> BuildRequest {
    if let file = from { return BuildRequest(plan: try BuildFile.plan(of: file, on: site)) }
    if let file = image { return BuildRequest(plan: try BuildFile.plan(ofPicture: file, on: site)) }
    guard let file = plan else {
      if let plan = try consultedPlan(on: site) { return BuildRequest(plan: plan) }
      return BuildRequest(
        hearing: [text ?? ""] + turns, on: site, seed: shared.seed, remembering: memory)
    }
    guard Project.isFile(file) else {
      throw MissingError("`\(file)` is not there; expected a plan")
    }
    let bytes = try Project.bytes(of: file, limit: PlanParser.mostBytes)
    do {
      return BuildRequest(plan: try Plan(parsing: String(decoding: bytes, as: UTF8.self)))
    } catch {
      throw problem(error)
    }
  }

  private func problem(_ error: PlanError) -> any Error {
    guard let file = plan else { return WorkFailed(description: error.message) }
    return ContentError(file, line: error.line, error.message, expected: "see `repertoire inspect`")
  }

  private func refuse(_ request: BuildRequest) throws {
    if shared.json {
      Output.result(request.refusal.text)
      throw ExitCode(Failure.workFailed)
    }
    throw WorkFailed(description: request.fault ?? "nothing to build")
  }
}
