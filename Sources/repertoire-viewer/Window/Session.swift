#if Viewer

import Arena
import CSDL2
import Catalog
import Console
import Foundation
import Math
import Rendering

/// A window and what happens in it, from opening to closing.
final class Session {
  private let window: Window
  private let painter: Painter
  private let opener: (String) throws -> Reel
  private let catalog: Catalog
  let hands: Hands
  private(set) var show: Show
  private(set) var frames = 0
  private var drag: Drag?

  /// What the mouse has hold of.
  private enum Drag { case timeline, turning, moving }

  /// - Parameter opener: finds what is picked from the list.
  init(
    _ show: Show, window: Window, painter: Painter, catalog: Catalog, hands: Hands,
    opener: @escaping (String) throws -> Reel
  ) {
    self.show = show
    self.window = window
    self.painter = painter
    self.catalog = catalog
    self.hands = hands
    self.opener = opener
  }

  /// Until the window is closed, or Ctrl-C.
  func run() throws {
    var before = SDL_GetPerformanceCounter()
    let frequency = Double(SDL_GetPerformanceFrequency())
    // Whether the world is one to walk in shows in its first picture.
    try draw()
    if seatsPerson { takeControl() }
    while !show.isOver, !Interruption.isRequested {
      var event = SDL_Event()
      while SDL_PollEvent(&event) != 0 { handle(event) }
      let now = SDL_GetPerformanceCounter()
      // A window that stood still does not leap.
      let passed = min(0.25, Double(now - before) / frequency)
      before = now
      if drag != .timeline { show.transport.advance(by: passed, on: show.tape) }
      if let message = show.message {
        show.message = message.left > passed ? (message.text, message.left - passed) : nil
      }
      lookAhead()
      try draw()
      window.swap()
      frames += 1
    }
    window.hasCapturedMouse = false
    try Interruption.check()
  }

  /// Learns a little more of a recording in every frame, so that the timeline fills with marks.
  private func lookAhead() {
    guard show.tape.expectedSteps != nil, !show.tape.isComplete else { return }
    let end = SDL_GetPerformanceCounter() + SDL_GetPerformanceFrequency() / 200
    while !show.tape.isComplete, SDL_GetPerformanceCounter() < end { show.tape.extend(by: 16) }
  }

  private func draw() throws {
    let size = window.size
    try painter.paint(
      show.tape, at: show.transport.position, show.stage, width: size.width, height: size.height
    ) { dashboard in
      let sheet = dashboard.sheet
      let timeline = Timeline(width: sheet.width, height: sheet.height, unit: sheet.unit)
      timeline.draw(show.tape, show.transport, on: &dashboard.sheet)
      dashboard.drawStatus(Timeline.status(show.tape, show.transport), title: show.tape.title)
      if let text = show.tape.fault ?? show.message?.text {
        dashboard.drawMessage(text, isFault: show.tape.fault != nil)
      }
      if show.isHelpOpen { HelpSheet.draw(playing: playingHelp, on: &dashboard.sheet) }
      show.picker?.draw(note: show.message?.text ?? "", on: &dashboard.sheet)
    }
    painter.renderer.show()
  }

  /// Whether a person sits in one of the seats.
  private var seatsPerson: Bool { show.tape.players.contains { $0.hasSuffix(": person") } }

  /// Whether keys walk, which at a table they do not.
  private var isBlockWorld: Bool { !painter.scene.chunks.isEmpty }

  /// What the window showed last in words, for the last line of the program: how every seat
  /// stands, and what was said of it.
  var report: [(String, JSON)] {
    let score = painter.scene.panels.first { $0.title == Scene.Panel.score }
    let rows = score?.rows.map { JSON.list([.text($0.label), .text($0.value)]) } ?? []
    return show.report + [
      ("score", .list(rows)), ("captions", .list(painter.scene.captions.map(JSON.text))),
    ]
  }

  private var playingHelp: [String] {
    guard seatsPerson else { return [] }
    return isBlockWorld
      ? [
        "Playing (Tab): W A S D walk, Space jumps, mouse looks, left breaks, right places, 1-9 choose."
      ]
      : [
        "Playing (Tab): the mouse moves the racket, left strikes and serves, right strikes harder,",
        "the wheel opens and closes the blade.",
      ]
  }
}

extension Session {
  private func handle(_ event: SDL_Event) {
    switch SDL_EventType(rawValue: event.type) {
    case SDL_QUIT: show.isOver = true
    case SDL_TEXTINPUT where show.picker != nil: show.picker?.type(Self.text(of: event.text))
    case SDL_KEYDOWN: press(event.key.keysym, isRepeated: event.key.repeat != 0)
    case SDL_KEYUP: if show.isInControl, isBlockWorld { hold(event.key.keysym, isDown: false) }
    case SDL_MOUSEBUTTONDOWN: mouse(event.button, isDown: true)
    case SDL_MOUSEBUTTONUP: mouse(event.button, isDown: false)
    case SDL_MOUSEMOTION: mouseMoved(event.motion)
    case SDL_MOUSEWHEEL: wheel(Double(event.wheel.y))
    default: break
    }
  }

  private static func text(of event: SDL_TextInputEvent) -> String {
    withUnsafeBytes(of: event.text) { bytes in
      String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
    }
  }

  private func press(_ key: SDL_Keysym, isRepeated: Bool) {
    if show.picker != nil { return pick(key) }
    if show.isInControl, isBlockWorld, hold(key, isDown: true) { return }
    guard let command = Binding.command(for: key.sym) else { return }
    // Stepping and seeking go on while the key is held, toggling does not.
    if isRepeated {
      switch command {
      case .step, .seek: break
      default: return
      }
    }
    switch command {
    case .quit: close()
    case .picker: openPicker()
    case .screenshot: show.keep(painter.image())
    case .save: show.save()
    case .fullScreen: window.toggleFullScreen()
    case .takeControl: takeControl()
    default: show.perform(command)
    }
  }

  private func close() {
    if show.isHelpOpen {
      show.isHelpOpen = false
    } else if show.isInControl {
      takeControl()
    } else {
      show.isOver = true
    }
  }

  /// Gives mouse and keyboard to the game, or back.
  private func takeControl() {
    guard seatsPerson else { return show.say("nobody plays here: start with --home person") }
    show.isInControl.toggle()
    show.stage.camera = show.isInControl ? .firstPerson : .broadcast
    window.hasCapturedMouse = show.isInControl && isBlockWorld
    show.say(show.isInControl ? "you play; Tab leaves the game" : "you watch; Tab takes control")
  }

  private func openPicker() {
    show.picker = Picker(catalog)
    SDL_StartTextInput()
  }

  private func pick(_ key: SDL_Keysym) {
    switch SDL_KeyCode(rawValue: UInt32(bitPattern: key.sym)) {
    case SDLK_ESCAPE: closePicker()
    case SDLK_BACKSPACE: show.picker?.erase()
    case SDLK_UP: show.picker?.move(by: -1)
    case SDLK_DOWN: show.picker?.move(by: 1)
    case SDLK_RETURN, SDLK_KP_ENTER: openChoice()
    default: break
    }
  }

  private func closePicker() {
    show.picker = nil
    SDL_StopTextInput()
  }

  private func openChoice() {
    guard let choice = show.picker?.choice else { return }
    do {
      show.reel = try opener(choice.source)
      show.isInControl = false
      show.open(0)
      closePicker()
      window.title = choice.source
      if let damage = show.reel.damage { show.say("the file is damaged: \(damage)") }
    } catch {
      // The list stays open, with what is wrong below it.
      show.say("\(error)".replacing("\n", with: " "))
    }
  }
}

extension Session {
  private func mouse(_ event: SDL_MouseButtonEvent, isDown: Bool) {
    let isLeft = Int32(event.button) == SDL_BUTTON_LEFT
    if show.isInControl {
      return hands.change { state in
        if isLeft { state.leftButton = isDown } else { state.rightButton = isDown }
        if isDown { state.clicked = true }
      }
    }
    guard isDown else {
      drag = nil
      return
    }
    let (size, unit) = (window.size, painter.unit)
    let timeline = Timeline(width: Double(size.width), height: Double(size.height), unit: unit)
    if timeline.frame.contains(Double(event.x), Double(event.y)) {
      drag = .timeline
      scrub(to: Double(event.x))
    } else {
      drag = isLeft ? .turning : .moving
    }
  }

  private func scrub(to x: Double) {
    let (size, unit) = (window.size, painter.unit)
    let timeline = Timeline(width: Double(size.width), height: Double(size.height), unit: unit)
    show.transport.seek(to: timeline.step(at: x, of: show.tape), on: show.tape)
  }

  private func mouseMoved(_ event: SDL_MouseMotionEvent) {
    let (dx, dy) = (Double(event.xrel), Double(event.yrel))
    if show.isInControl {
      let size = window.size
      return hands.change { state in
        state.x = clamp(2 * Double(event.x) / Double(size.width) - 1, -1...1)
        state.y = clamp(1 - 2 * Double(event.y) / Double(size.height), -1...1)
        state.movedX += dx
        state.movedY += dy
      }
    }
    switch drag {
    case .timeline: scrub(to: Double(event.x))
    case .turning:
      if show.stage.camera != .follow { show.stage.camera = .orbit }
      show.stage.orbit.turn(by: -0.006 * dx, 0.006 * dy)
    case .moving: move(dx, dy)
    case nil: break
    }
  }

  /// Moves the point in the middle of the picture with the mouse.
  private func move(_ dx: Double, _ dy: Double) {
    guard let camera = painter.views.first?.camera else { return }
    show.stage.camera = .orbit
    let distance = (camera.target - camera.eye).length
    let right = camera.look.cross(.unitZ).normalized(or: .unitX)
    let up = right.cross(camera.look)
    let metres = 0.7 * distance / Double(window.size.height)
    show.stage.orbit.centre =
      (show.stage.orbit.centre ?? camera.target) - metres * dx * right + metres * dy * up
  }

  private func wheel(_ notches: Double) {
    if show.isInControl { return hands.change { $0.wheel += notches } }
    if show.picker != nil { return show.picker?.move(by: notches > 0 ? -1 : 1) ?? () }
    if show.stage.camera != .follow { show.stage.camera = .orbit }
    show.stage.orbit.zoom(by: notches > 0 ? 0.88 : 1.14)
  }

  /// Takes a key for whoever plays. Returns whether it is one of theirs.
  @discardableResult
  private func hold(_ key: SDL_Keysym, isDown: Bool) -> Bool {
    var isTheirs = true
    hands.change { state in
      switch SDL_KeyCode(rawValue: UInt32(bitPattern: key.sym)) {
      case SDLK_w: state.forward = isDown
      case SDLK_s: state.back = isDown
      case SDLK_a: state.left = isDown
      case SDLK_d: state.right = isDown
      case SDLK_SPACE: state.jump = isDown
      case SDLK_LSHIFT: state.sneak = isDown
      case SDLK_LCTRL: state.sprint = isDown
      case let code where (SDLK_1.rawValue...SDLK_9.rawValue).contains(code.rawValue):
        state.slot = Int(code.rawValue - SDLK_1.rawValue)
      default: isTheirs = false
      }
    }
    return isTheirs
  }
}

#endif
