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

  @OptionGroup(title: "Language models") var author: ModelOptions

  @OptionGroup var shared: SharedOptions

  /// How an agent acts.
  enum Interface: String, ExpressibleByArgument, CaseIterable {
    case creative, survival
  }

  func validate() throws {
    guard [text, plan, from, image].count(where: { $0 != nil }) == 1 else {
      throw ValidationError("expected a text, --plan, --from or --image, and only one of them")
    }
    guard text != nil || !author.isUsed else {
      throw ValidationError("a language model reads a text, and nothing else")
    }
    guard text != nil || turns.isEmpty else {
      throw ValidationError("--then changes what a text has built, and nothing else")
    }
    if let from, [nil, .obj].contains(BlueprintFormat(named: from)) {
      throw ValidationError(
        "`\(from)`: expected a name that ends in \(BuildFile.readable.joined(separator: ", "))")
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
    guard request.plan != nil else { return try refuse(request) }
    let commission = try commission(for: request, on: ground)
    let execution = try execution(of: commission)
    if let dialogue = request.dialogue {
      try memories?.keep(request.turns, name: request.name, of: dialogue, commission)
    }
    for file in outputs { try BuildFile.write(commission, to: file) }
    let report = BuildReport(
      request: request, commission: commission, execution: execution, files: outputs)
    Output.result(shared.json ? report.json.text : report.lines)
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
    if let file = from { return BuildRequest(written: try BuildFile.plan(of: file, on: site)) }
    if let file = image {
      return BuildRequest(written: try BuildFile.plan(ofPicture: file, on: site))
    }
    guard let file = plan else {
      let turns = [text ?? ""] + turns
      if author.isUsed, let request = try requestOfModel(turns, on: site) { return request }
      return BuildRequest(hearing: turns, on: site, seed: shared.seed, remembering: memory)
    }
    guard Project.isFile(file) else {
      throw MissingError("`\(file)` is not there; expected a plan")
    }
    let bytes = try Project.bytes(of: file, limit: PlanParser.mostBytes)
    do {
      return BuildRequest(written: try Plan(parsing: String(decoding: bytes, as: UTF8.self)))
    } catch {
      throw problem(error)
    }
  }

  /// What a language model makes of it; nil where that is nothing, and the built-in reader is to try.
  private func requestOfModel(_ turns: [String], on site: Site) throws -> BuildRequest? {
    let (commission, faults) = try author.commission(for: turns, on: site, seed: shared.seed)
    for fault in faults { Output.note("the model: \(fault)") }
    guard let commission else {
      Output.note("the model gave no plan; the built-in reader takes over")
      return nil
    }
    return BuildRequest(
      plan: commission.plan, commission: commission, author: author.model ?? "cassette")
  }

  private func commission(for request: BuildRequest, on site: Site) throws -> Commission {
    if let commission = request.commission { return commission }
    guard let plan = request.plan else { throw WorkFailed(description: "nothing to build") }
    do {
      return try Commission(plan, on: site)
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
