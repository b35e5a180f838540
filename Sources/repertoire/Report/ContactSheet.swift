import Foundation

/// Frames of a recording, drawn by the viewer in a process of its own.
struct ContactSheet {
  private(set) var pictures: [(png: Data, caption: String)] = []
  /// Why there are none, in the viewer's words.
  private(set) var reason = ""

  /// Simulated seconds from one frame to the next.
  private static let interval = 0.2

  init(viewer: String, recording: String, count: Int) throws {
    let folder = NSTemporaryDirectory() + "repertoire-report-" + UUID().uuidString
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let process = Process()
    let errors = Pipe()
    process.executableURL = URL(fileURLWithPath: viewer)
    process.arguments = [
      recording, "--frames", folder, "--size", "480x270", "--rate", "1", "--speed",
      "\(Self.interval)", "--seconds", "\(Self.interval * Double(count))", "--quiet", "--json",
      "--overlays", "motion,trail",
    ]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = errors
    try process.run()
    let said = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    reason = said.split(separator: "\n").last.map(String.init) ?? "the viewer failed"
    guard process.terminationStatus == 0 else { return }
    let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
    for (index, name) in names.enumerated() {
      guard let png = FileManager.default.contents(atPath: folder + "/" + name) else { continue }
      let seconds = Output.rounded(Double(index) * Self.interval)
      pictures.append((png, "\(seconds) s into the rally"))
    }
  }
}
