import ArgumentParser
import Catalog
import Control

/// Writes a learned policy in a format that other programs read.
struct Export: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write a learned policy as an ONNX model.",
    discussion: """
      The model is the whole policy. Its input `observation` [batch, history, numbers] is what the \
      seat shows, as it is; its output `action` [batch, numbers] is what the seat wants, in its own \
      units. Notes in the model name the fields in order.
      """)

  @Argument(help: "A policy folder: its catalog name or its path.")
  var policy: String

  @Argument(help: "The file to write; its name ends in .onnx.")
  var file: String

  @OptionGroup var shared: SharedOptions

  func validate() throws {
    guard file.hasSuffix(".onnx") else {
      throw ValidationError("`\(file)` ends in no known format; expected a name ending in .onnx")
    }
  }

  func run() throws {
    let catalog = try shared.catalog()
    let paths = [policy, catalog.project.path("Policies/\(policy)")]
    guard let path = paths.first(where: PolicyFolder.exists) else {
      throw MissingError("policy folder", policy, among: catalog.folderNames)
    }
    let learned = try PolicyFolder(path).policy()
    let bytes: [UInt8]
    do {
      bytes = try learned.onnx(producer: "repertoire \(Catalog.version)")
    } catch {
      throw WorkFailed(description: "`\(policy)`: \(error)")
    }
    try WholeFile.write(bytes, to: file)
    guard shared.json else { return Output.result("\(bytes.count) bytes written to \(file)") }
    Output.result(.object([("file", .text(file)), ("bytes", .whole(bytes.count))]))
  }
}
