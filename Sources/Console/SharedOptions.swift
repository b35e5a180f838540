import ArgumentParser
import Catalog
import Foundation

/// What every command understands.
public struct SharedOptions: ParsableArguments {
  @Option(help: "The number all randomness starts from.")
  public var seed: UInt64 = 0

  @Option(
    help: ArgumentHelp(
      "How many threads may work (default: as many as there are cores).", valueName: "count"))
  public var threads: Int?

  @Option(
    help: ArgumentHelp(
      "A folder of published data, for what asks for them (default: REPERTOIRE_DATA).",
      valueName: "folder"))
  public var data: String?

  @Flag(help: "Print one JSON object on standard output and nothing else there.")
  public var json = false

  @Flag(help: "Do not report progress on standard error.")
  public var quiet = false

  public init() {}

  /// Everything that can be named, and the published data if there are any.
  public func catalog() throws -> Catalog {
    let folder = data ?? ProcessInfo.processInfo.environment["REPERTOIRE_DATA"]
    return Catalog(
      try Project.find(), data: try folder.map { try PublishedData(folder: $0) })
  }

  /// The number of threads asked for, or of cores.
  public var threadCount: Int { threads ?? ProcessInfo.processInfo.activeProcessorCount }

  public func validate() throws {
    if let threads, !(1...1024).contains(threads) {
      throw ValidationError("--threads is \(threads); expected 1 to 1024")
    }
  }
}
