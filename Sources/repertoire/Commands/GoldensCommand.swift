import Arena
import ArgumentParser
import Catalog
import Foundation

/// Compares the digests of every scenario with those in `Tests/Goldens`.
struct GoldensCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "goldens",
    abstract: "Compare the state digests of every scenario with the committed ones.",
    discussion: "Exit status 0 if all are equal and 1 if some differ.")

  @Flag(help: "Write the digests as they are now instead.")
  var update = false

  @OptionGroup var shared: SharedOptions

  func run() throws {
    let catalog = try shared.catalog()
    let path = catalog.project.path("Tests/Goldens/digests.json")
    let names = catalog.scenarioNames
    let measured = try measured(names, in: catalog)
    let committed = try Self.committed(at: path, mayBeMissing: update)
    let differing = Set(committed.keys).union(names).filter { committed[$0] != measured[$0] }
      .sorted()
    if update { try Self.write(measured, to: path) }
    report(names.count, differing)
    if !differing.isEmpty, !update { throw ExitCode(Failure.workFailed) }
  }

  /// The digests of all scenarios, several at a time: a debug build needs minutes for them.
  private func measured(
    _ names: [String], in catalog: Catalog
  ) throws -> [String: Goldens] {
    var results = [Result<Goldens, any Error>?](repeating: nil, count: names.count)
    results.forEachInParallel(threads: shared.threadCount) { result, index in
      result = Result {
        try Interruption.check()
        return try Goldens.measured(try catalog.scenario(names[index]), in: catalog)
      }
    }
    var measured: [String: Goldens] = [:]
    for (name, result) in zip(names, results) { measured[name] = try result?.get() }
    return measured
  }

  private func report(_ count: Int, _ differing: [String]) {
    if shared.json {
      Output.result(
        .object([
          ("scenarios", .whole(count)), ("differing", .list(differing.map(JSON.text))),
        ]))
    } else {
      let verb = update ? "changed" : "differ"
      Output.result(
        "\(count) scenarios, \(differing.isEmpty ? "none" : "\(differing.count)") \(verb)"
          + differing.map { "\n  \($0)" }.joined())
    }
  }

  private static func committed(
    at path: String, mayBeMissing: Bool
  ) throws -> [String: Goldens] {
    if mayBeMissing, !Project.isFile(path) { return [:] }
    let bytes = try Project.bytes(of: path, limit: 1 << 24)
    do {
      return try JSONDecoder().decode([String: Goldens].self, from: Data(bytes))
    } catch {
      throw ContentError(
        path, line: 1, "the file holds no digests", expected: "expected what --update writes")
    }
  }

  private static func write(_ goldens: [String: Goldens], to path: String) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    try WholeFile.write(Array(try encoder.encode(goldens)) + [0x0A], to: path)
  }
}
