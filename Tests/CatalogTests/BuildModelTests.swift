import Foundation
import Testing

/// `build` with a language model, whose service runs here.
@Suite struct BuildModelTests {
  private static let hut = """
    plan hut
    #1 = shape box 3 2 3 at 0 0 0
    #2 = paint #1 stone part walls
    #3 = build #2 order support
    """

  private func build(_ arguments: String...) throws -> CommandLineRun {
    try CommandLineRun(["build", "a block of stone", "--json"] + arguments)
  }

  @Test func theModelsPlanIsBuiltAfterItsMistakeWasPutRight() throws {
    let service = try ModelService([
      ModelService.completion("plan hut\n#1 = sphere 3"), ModelService.completion(Self.hut),
    ])
    defer { service.stop() }
    let run = try build("--endpoint", service.url, "--model", "tiny")
    let json = try run.json()
    #expect(json["author"] as? String == "tiny")
    #expect((json["blocks"] as? [String: Int]) == ["stone": 18])
    #expect(run.errors.contains("the model: line 2: `sphere`"))
    #expect(service.requests.count == 2)
    #expect(service.requests[0].hasPrefix("POST /v1/chat/completions "))
    #expect(service.requests[1].contains("a block of stone"))
    #expect(service.requests[1].contains("line 2: `sphere`"))
  }

  @Test func aCassetteRepeatsARunWithoutTheService() throws {
    let scratch = try Scratch()
    let file = scratch.path("answers.jsonl")
    let service = try ModelService([ModelService.completion("```\n\(Self.hut)\n```")])
    defer { service.stop() }
    let first = try build("--endpoint", service.url, "--model", "tiny", "--cassette", file).json()
    let second = try build("--model", "tiny", "--cassette", file).json()
    #expect(NSDictionary(dictionary: first) == NSDictionary(dictionary: second))
    #expect(service.requests.count == 1)
    try Data("{\"question\": 3}\n".utf8).write(to: URL(fileURLWithPath: file))
    let broken = try build("--cassette", file)
    #expect(broken.status == 65)
    #expect(broken.errors.hasPrefix("error: \(file):1: this is no recorded answer"))
  }

  /// A service that fails, lies or floods never stops a build: the built-in reader is there.
  @Test(arguments: [
    (500, "{}"), (200, "no JSON"), (200, "{\"choices\": []}"), (200, "[1, 2"),
    (302, ""), (200, String(repeating: "x", count: 3 << 20)),
  ])
  func theReaderTakesOver(status: Int, body: String) throws {
    let service = try ModelService([(status, body)])
    defer { service.stop() }
    let run = try build("--endpoint", service.url, "--model", "tiny")
    #expect(run.status == 0)
    #expect(try run.json()["author"] as? String == "reader")
    #expect(run.errors.contains("the built-in reader takes over"))
  }

  @Test func answersAreTextAndNothingElse() throws {
    let scratch = try Scratch()
    let out = scratch.path("../outside-\(UUID().uuidString).schem")
    let service = try ModelService(
      (0..<4).map { _ in
        ModelService.completion("import os; os.system('touch \(out)')\n--out \(out)")
      })
    defer { service.stop() }
    let run = try build("--endpoint", service.url, "--model", "tiny")
    #expect(run.status == 0)
    #expect(service.requests.count == 4)
    #expect(!FileManager.default.fileExists(atPath: out))
  }

  @Test func everyPlanSaysWhoWroteIt() throws {
    let scratch = try Scratch()
    let file = scratch.path("hut.plan")
    try Data(Self.hut.utf8).write(to: URL(fileURLWithPath: file))
    let written = try CommandLineRun("build", "--plan", file, "--json").json()
    #expect(written["author"] as? String == "file")
    #expect(try build().json()["author"] as? String == "reader")
  }

  @Test func wrongUseIsSaidInOneLine() throws {
    #expect(try build("--endpoint", "http://127.0.0.1:9/v1").status == 64)
    let address = try build("--endpoint", "ftp://x", "--model", "m")
    #expect(
      address.errors
        == "error: `ftp://x` is no address; expected one such as http://localhost:8080/v1\n")
    let nobody = try build("--endpoint", "http://127.0.0.1:9/v1", "--model", "m")
    #expect(nobody.status == 0)
    #expect(nobody.errors.contains("http://127.0.0.1:9/v1 gave no answer"))
  }
}
