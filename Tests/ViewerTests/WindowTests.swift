#if Viewer

import Foundation
import Testing

/// The window on a screen of its own, worked with keys and a mouse that are not there.
@Suite(.serialized) struct WindowTests {
  private static let tools = ["xvfb-run", "xdotool", "bash"].map { ProgramRun.systemPath($0) }

  /// Opens the viewer, does what `script` says, and returns the viewer's own report.
  private func session(_ arguments: String, _ script: String) throws -> [String: Any] {
    let folder = try Folder()
    let viewer = try #require(ProgramRun.path("repertoire-viewer"))
    let text = """
      cd '\(folder.path(""))'
      '\(viewer)' \(arguments) --size 640x360 --json > report.json &
      for i in $(seq 300); do
        xdotool search --onlyvisible --name table-tennis > /dev/null 2>&1 && break
        sleep 0.1
      done
      sleep 3
      \(script)
      wait $!
      cat report.json
      """
    let run = try ProgramRun(
      try #require(Self.tools[0]),
      ["-a", "-s", "-screen 0 640x360x24", try #require(Self.tools[2]), "-c", text])
    return try run.json()
  }

  @Test(.enabled(if: !tools.contains(nil), "xvfb-run or xdotool is not installed"))
  func keysAndMouseWorkTheWindow() throws {
    let report = try session(
      "table-tennis/match --home still --away still",
      """
      xdotool key space; sleep 1; xdotool key Home; sleep 1
      for i in 1 2 3 4 5 6 7; do xdotool key period; sleep 0.5; done
      xdotool key comma; sleep 1
      xdotool key 3; sleep 0.5; xdotool key Up; sleep 0.5; xdotool key k; sleep 0.5
      xdotool key q; sleep 1; xdotool key s; sleep 2
      xdotool key Escape
      """)
    #expect(report["paused"] as? Bool == true)
    #expect(report["step"] as? Int == 6)
    #expect(report["camera"] as? String == "follow")
    #expect(report["speed"] as? String == "2x")
    #expect(report["quad"] as? Bool == true)
    #expect((report["layers"] as? Int).map { $0 & 1 } == 1)
    #expect((report["screenshots"] as? [String])?.count == 1)
  }
}

#endif
