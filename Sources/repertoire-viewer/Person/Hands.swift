#if Viewer

import Synchronization

/// What a person does with mouse and keyboard, from the window to the policy that plays for them.
final class Hands: Sendable {
  /// Everything at one moment.
  struct State: Sendable {
    /// Where the mouse is, from the middle of the window: -1 ... 1 to the right and up.
    var x = 0.0
    var y = 0.0
    /// How far the mouse moved since this was last taken, pixels.
    var movedX = 0.0
    var movedY = 0.0
    var leftButton = false
    var rightButton = false
    /// Notches that the wheel was turned since the start.
    var wheel = 0.0
    /// Whether the left button went down since this was last taken.
    var clicked = false
    var forward = false
    var back = false
    var left = false
    var right = false
    var jump = false
    var sneak = false
    var sprint = false
    /// The slot in hand, 0 ... 8.
    var slot = 0
  }

  private let state = Mutex(State())

  func change(_ body: (inout State) -> Void) { state.withLock { body(&$0) } }

  /// What is done now. What happened since the last call is reported once.
  func take() -> State {
    state.withLock { state in
      let now = state
      state.movedX = 0
      state.movedY = 0
      state.clicked = false
      return now
    }
  }
}

#endif
