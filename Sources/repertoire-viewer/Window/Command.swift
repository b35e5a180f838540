#if Viewer

import Arena
import CSDL2
import Rendering

/// What a key asks for.
enum Command: Equatable {
  case pause
  case step(Int)
  case seek(Double)
  case mark(Int)
  case begin
  case end
  case faster
  case slower
  case realTime
  case camera(CameraKind)
  case nextCamera
  case nextViewpoint
  case layout
  case layer(Scene.Layers)
  case trail
  case landings
  case dashboard
  case restart
  case episode(Int)
  case screenshot
  case save
  case picker
  case help
  case fullScreen
  case takeControl
  case quit
}

/// A key, what it is called, what it does, and what the help says about it.
struct Binding {
  let keys: [SDL_KeyCode]
  let shown: String
  let text: String
  let command: Command

  private init(_ keys: [SDL_KeyCode], _ shown: String, _ text: String, _ command: Command) {
    self.keys = keys
    self.shown = shown
    self.text = text
    self.command = command
  }

  /// Every key there is; the help lists just these.
  static let all: [Binding] = [
    Binding([SDLK_SPACE], "Space", "pause or go on", .pause),
    Binding([SDLK_PERIOD], ".", "one step forwards", .step(1)),
    Binding([SDLK_COMMA], ",", "one step back", .step(-1)),
    Binding([SDLK_RIGHT], "Right", "one second forwards", .seek(1)),
    Binding([SDLK_LEFT], "Left", "one second back", .seek(-1)),
    Binding([SDLK_n], "N", "next mark on the timeline", .mark(1)),
    Binding([SDLK_b], "B", "mark before", .mark(-1)),
    Binding([SDLK_HOME], "Home", "to the start", .begin),
    Binding([SDLK_END], "End", "to the end of what is known", .end),
    Binding([SDLK_UP, SDLK_EQUALS, SDLK_KP_PLUS], "Up", "twice as fast, up to 16x", .faster),
    Binding(
      [SDLK_DOWN, SDLK_MINUS, SDLK_KP_MINUS], "Down", "half as fast, down to 1/16x", .slower),
    Binding([SDLK_0], "0", "real time", .realTime),
    Binding([SDLK_1], "1", "camera: broadcast", .camera(.broadcast)),
    Binding([SDLK_2], "2", "camera: orbit (drag to turn, wheel to zoom)", .camera(.orbit)),
    Binding([SDLK_3], "3", "camera: follow", .camera(.follow)),
    Binding([SDLK_4], "4", "camera: first person", .camera(.firstPerson)),
    Binding([SDLK_5], "5", "camera: from above", .camera(.above)),
    Binding([SDLK_c], "C", "next camera", .nextCamera),
    Binding([SDLK_v], "V", "next pair of eyes for the first person", .nextViewpoint),
    Binding([SDLK_q], "Q", "one view or four", .layout),
    Binding([SDLK_k], "K", "what the players know (latency view)", .layer(.belief)),
    Binding([SDLK_f], "F", "forecast of the ball", .layer(.forecast)),
    Binding([SDLK_p], "P", "plan: skills to choose from, blocks to place", .layer(.plan)),
    Binding([SDLK_x], "X", "redstone power", .layer(.power)),
    Binding([SDLK_g], "G", "spin", .layer(.motion)),
    Binding([SDLK_t], "T", "trail", .trail),
    Binding([SDLK_m], "M", "map of landings", .landings),
    Binding([SDLK_u], "U", "score, calls and panels", .dashboard),
    Binding([SDLK_r], "R", "start again", .restart),
    Binding([SDLK_PAGEDOWN], "Page down", "next episode", .episode(1)),
    Binding([SDLK_PAGEUP], "Page up", "episode before", .episode(-1)),
    Binding([SDLK_l], "L", "list of scenarios, recordings and blueprints", .picker),
    Binding([SDLK_s], "S", "screenshot", .screenshot),
    Binding([SDLK_w], "W", "write a recording of what was played", .save),
    Binding([SDLK_TAB], "Tab", "take or leave control, where you play", .takeControl),
    Binding([SDLK_F11], "F11", "full screen", .fullScreen),
    Binding([SDLK_h, SDLK_F1], "H", "this help", .help),
    Binding([SDLK_ESCAPE], "Esc", "close what is open, or the window", .quit),
  ]

  static func command(for key: SDL_Keycode) -> Command? {
    all.first { $0.keys.contains { Int64($0.rawValue) == Int64(key) } }?.command
  }
}

#endif
