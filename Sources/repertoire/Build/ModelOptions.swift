import ArgumentParser
import Blueprints
import Console

/// Who writes the plan, if it is not the built-in reader.
struct ModelOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Let a language model write the plan: the address of an OpenAI-compatible service, such as http://localhost:8080/v1. The key is taken from OPENAI_API_KEY.",
      valueName: "url"))
  var endpoint: String?

  @Option(help: ArgumentHelp("What the service calls the model.", valueName: "name"))
  var model: String?

  @Option(
    help: ArgumentHelp(
      "Answer from this file of recorded answers; add those that the service gives.",
      valueName: "file"))
  var cassette: String?

  var isUsed: Bool { endpoint != nil || cassette != nil }

  func validate() throws {
    guard endpoint == nil || model != nil else {
      throw ValidationError("--endpoint needs the --model to ask for")
    }
  }

  /// Asks until an answer holds a plan that can be carried out.
  ///
  /// - Returns: nil where the model gives no such plan; why is said on standard error.
  func commission(
    for turns: [String], on site: Site, seed: UInt64
  ) throws -> (commission: Commission?, faults: [String]) {
    let service = try endpoint.map { try Endpoint($0, model: model ?? "", seed: seed) }
    var cassette = try cassette.map { try Cassette($0) }
    var letters = PlanCorrespondence(turns, on: site)
    while letters.isOpen {
      let answer: String
      if let recorded = cassette?.answer(to: letters.messages) {
        answer = recorded
      } else if let service {
        do {
          answer = try service.answer(to: letters.messages)
        } catch let failure as WorkFailed {
          return (nil, letters.faults + [failure.description])
        }
        try cassette?.record(answer, to: letters.messages)
      } else {
        return (nil, letters.faults + ["the cassette holds no answer to this"])
      }
      if let commission = letters.take(answer) { return (commission, letters.faults) }
    }
    return (nil, letters.faults)
  }
}
