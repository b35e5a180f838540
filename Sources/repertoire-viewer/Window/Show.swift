#if Viewer

import Arena
import Catalog
import Console
import Foundation
import Rendering

/// What is being watched and how: the state of a window, apart from the window.
struct Show {
  var reel: Reel
  var tape: any Tape
  var episode: Int
  var transport = Transport()
  var stage: Stage
  var isHelpOpen = false
  var picker: Picker?
  /// The last thing worth saying, and for how many more seconds.
  var message: (text: String, left: Double)?
  /// Whether mouse and keyboard play instead of watching.
  var isInControl = false
  var isOver = false
  private(set) var screenshots: [String] = []
  private(set) var recordings: [String] = []

  init(_ reel: Reel, episode: Int, stage: Stage) {
    self.reel = reel
    self.episode = episode
    self.stage = stage
    tape = reel.tape(episode)
    if let damage = reel.damage { say("the file is damaged: \(damage)") }
  }

  mutating func say(_ text: String) { message = (text, 4) }

  /// Shows another episode of the same reel.
  mutating func open(_ number: Int) {
    guard number >= 0, reel.episodeCount.map({ number < $0 }) ?? true else {
      return say(number < 0 ? "this is the first episode" : "this is the last episode")
    }
    episode = number
    tape = reel.tape(number)
    transport.restart()
  }

  mutating func perform(_ command: Command) {
    switch command {
    case .pause: pause()
    case .step(let count): transport.step(by: count, on: tape)
    case .seek(let seconds):
      transport.seek(to: transport.position + seconds / tape.stepDuration, on: tape)
    case .mark(let direction): transport.seekMark(direction, on: tape)
    case .begin: transport.seek(to: 0, on: tape)
    case .end: transport.seek(to: Double(tape.lastStep), on: tape)
    case .faster: transport.goFaster()
    case .slower: transport.goSlower()
    case .realTime: transport.goInRealTime()
    case .restart: open(episode)
    case .episode(let offset): open(episode + offset)
    case .help: isHelpOpen.toggle()
    default: change(command)
    }
  }

  private mutating func pause() {
    if transport.isPaused, tape.isComplete, Int(transport.position) >= tape.lastStep {
      transport.restart()
    } else {
      transport.isPaused.toggle()
    }
  }

  /// What changes how things look.
  private mutating func change(_ command: Command) {
    switch command {
    case .camera(let kind): stage.camera = kind
    case .nextCamera:
      let kinds = CameraKind.allCases
      let index = kinds.firstIndex(of: stage.camera) ?? 0
      stage.camera = kinds[(index + 1) % kinds.count]
      say("camera: \(stage.camera.rawValue)")
    case .nextViewpoint: stage.viewpoint += 1
    case .layout: stage.isQuad.toggle()
    case .layer(let layer): stage.layers.formSymmetricDifference(layer)
    case .trail: stage.hasTrail.toggle()
    case .landings: stage.hasHeatMap.toggle()
    case .dashboard: stage.hasDashboard.toggle()
    default: break
    }
  }

  /// Writes a picture into the working directory.
  mutating func keep(_ image: Image) {
    let path = Self.freshPath("screenshot", "png")
    do {
      try WholeFile.write(PNG.bytes(of: image), to: path)
      screenshots.append(path)
      say("written: \(path)")
    } catch {
      say("\(error)")
    }
  }

  /// Writes a recording of what was played here into the working directory.
  mutating func save() {
    guard let bytes = tape.recording else { return say("this is a recording already") }
    let path = Self.freshPath("played", "rec")
    do {
      try WholeFile.write(bytes, to: path)
      recordings.append(path)
      say("written: \(path)")
    } catch {
      say("\(error)")
    }
  }

  private static func freshPath(_ stem: String, _ suffix: String) -> String {
    let names = (1...9999).lazy.map { "\(stem)-\($0).\(suffix)" }
    return names.first { !FileManager.default.fileExists(atPath: $0) } ?? "\(stem).\(suffix)"
  }

  /// How the show stands, as the last line of the program says it.
  var report: [(String, JSON)] {
    [
      ("source", .text(reel.name)), ("episode", .whole(episode)),
      ("step", .whole(Int(transport.position))), ("known_steps", .whole(tape.lastStep)),
      ("paused", .flag(transport.isPaused)), ("speed", .text(transport.speedText)),
      ("camera", .text(stage.camera.rawValue)), ("quad", .flag(stage.isQuad)),
      ("layers", .whole(Int(stage.layers.rawValue))), ("finished", .flag(tape.isComplete)),
      ("screenshots", .list(screenshots.map(JSON.text))),
      ("recordings", .list(recordings.map(JSON.text))),
    ]
  }
}

#endif
