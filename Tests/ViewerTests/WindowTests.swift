#if Viewer

import Foundation
import Testing

/// The window on a screen of its own, worked with keys and a mouse that are not there.
@Suite(.serialized) struct WindowTests {
  private static let tools = ["xvfb-run", "xdotool", "bash"].map { ProgramRun.systemPath($0) }

  /// Opens the viewer, does what `script` says, and returns the viewer's own report.
  ///
  /// - Parameter title: a part of the window's title, by which it is found.
  private func session(
    _ arguments: String, title: String = "table-tennis", in folder: Folder, _ script: String
  ) throws -> [String: Any] {
    let viewer = try #require(ProgramRun.path("repertoire-viewer"))
    let text = """
      cd '\(folder.path(""))'
      timeout 240 '\(viewer)' \(arguments) --size 640x360 --json > report.json &
      for i in $(seq 300); do
        xdotool search --onlyvisible --name '\(title)' > /dev/null 2>&1 && break
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
      "table-tennis/match --home still --away still", in: try Folder(),
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

  @Test(.enabled(if: !tools.contains(nil), "xvfb-run or xdotool is not installed"))
  func dragsScrubAndTurnAndRecordingsHaveAnEnd() throws {
    let folder = try Folder()
    let recording = folder.path("rally.rec")
    let play = try ProgramRun.headless([
      "play", "table-tennis/return", "--home", "scripted-robot", "--matches", "1", "--seed", "3",
      "--record", recording, "--quiet",
    ])
    #expect(play.status == 0)
    let report = try session(
      "'\(recording)'", title: "rally", in: folder,
      """
      xdotool key period; sleep 1; xdotool key Home; sleep 0.5
      xdotool mousemove 320 350 mousedown 1; sleep 0.5
      xdotool mousemove 480 350; sleep 0.5; xdotool mouseup 1; sleep 0.5
      xdotool mousemove 300 150 mousedown 1; sleep 0.3
      xdotool mousemove 340 170; sleep 0.5; xdotool mouseup 1; sleep 0.3
      xdotool key Escape
      """)
    let known = try #require(report["known_steps"] as? Int)
    let step = try #require(report["step"] as? Int)
    // The bar reaches from pixel 8 to 632.
    #expect(abs(Double(step) / Double(max(1, known)) - 0.756) < 0.03)
    #expect(report["camera"] as? String == "orbit")
    #expect(report["paused"] as? Bool == true)
  }

  /// A newcomer who waves at the ball and serves when it is their turn plays a game to its end.
  @Test(.enabled(if: !tools.contains(nil), "xvfb-run or xdotool is not installed"))
  func aPersonPlaysAWholeGame() throws {
    let folder = try Folder()
    let game = """
      environment: table-tennis/match
      summary: One game, a person against a beginner.
      setup:
        rules: {games: 1}
        home: {body: racket}
      policies:
        home: person
        away: beginner
      """
    let scenario = try folder.write(Array(game.utf8), to: "one-game.yaml")
    let report = try session(
      "'\(scenario)' --assistance 1 --seed 4", title: "one-game", in: folder,
      """
      xdotool key Up Up Up Up; sleep 0.5
      for i in $(seq 60); do
        for x in 260 300 340 380 340 300; do
          xdotool mousemove $x 170 click 1; sleep 0.05
        done
        [ $i = 20 ] && { xdotool key s; sleep 0.5; }
      done
      xdotool key End; sleep 1; xdotool key s; sleep 1; xdotool key w; sleep 1
      xdotool key Tab; sleep 0.5; xdotool key Escape
      """)
    #expect(report["finished"] as? Bool == true, "\(report)")
    let rows = try #require(report["score"] as? [[String]])
    // Games won and points, for either side.
    let games = rows.compactMap { $0.last?.split(separator: " ").first }.compactMap { Int($0) }
    #expect(games.sorted() == [0, 1], "\(rows)")
    let captions = try #require(report["captions"] as? [String])
    #expect(captions.contains { $0.contains("to home") || $0.contains("to away") }, "\(captions)")
    // What was played can be kept and plays again.
    let name = try #require((report["recordings"] as? [String])?.first)
    let replay = try ProgramRun.headless(["inspect", folder.path(name), "--json"])
    #expect(replay.status == 0, "\(replay.errors)")
  }

  @Test(.enabled(if: !tools.contains(nil), "xvfb-run or xdotool is not installed"))
  func aPersonWalksBreaksAndPlaces() throws {
    let folder = try Folder()
    let report = try session(
      "voxel/build --home person", title: "voxel", in: folder,
      """
      xdotool mousemove 320 180; sleep 0.5
      xdotool keydown w; sleep 1.5; xdotool keyup w; sleep 0.5
      for i in 1 2 3 4 5 6 7 8; do xdotool mousemove_relative -- 0 30; sleep 0.1; done
      xdotool key 1; xdotool mousedown 1; sleep 3; xdotool mouseup 1; sleep 0.5
      xdotool mousedown 3; sleep 1; xdotool mouseup 3; sleep 0.5
      xdotool key Tab; sleep 0.5; xdotool key s; sleep 1; xdotool key w; sleep 1
      xdotool key Escape
      """)
    #expect((report["screenshots"] as? [String])?.count == 1)
    let name = try #require((report["recordings"] as? [String])?.first, "\(report)")
    // The world that the recording begins with, and the one it ends with.
    let first = folder.path("first.png")
    let last = folder.path("last.png")
    for (file, from) in [(first, "0"), (last, "6")] {
      let run = try ProgramRun.viewer([
        folder.path(name), "--picture", file, "--from", from, "--size", "320x180", "--overlays",
        "none", "--camera", "first-person",
      ])
      #expect(run.status == 0, "\(run.errors)")
    }
    #expect(try folder.bytes("first.png") != folder.bytes("last.png"))
  }

  @Test(.enabled(if: !tools.contains(nil), "xvfb-run or xdotool is not installed"))
  func hostileFilesAreToldInTheList() throws {
    let folder = try Folder()
    _ = try folder.write(Array("RPTREC".utf8) + [0, 0, 255, 255, 255], to: "broken.schem")
    let report = try session(
      "table-tennis/match --home still --away still", in: folder,
      """
      xdotool key l; sleep 1; xdotool type broken; sleep 1; xdotool key Return; sleep 2
      xdotool key Escape; sleep 0.5; xdotool key Escape
      """)
    // The match goes on behind the list.
    #expect(report["source"] as? String == "table-tennis/match")
  }
}

#endif
