#if Viewer

import CSDL2
import Foundation
import Rendering

/// A window with an OpenGL 3.3 context, which is current as long as the window lives.
final class Window {
  private let window: OpaquePointer
  private let context: SDL_GLContext

  /// Opens a window; where there is none to be had, says why and what to do instead.
  init(title: String, size: PictureSize) throws(GraphicsError) {
    let environment = ProcessInfo.processInfo.environment
    // Without a display SDL would fall back to a window that nobody can see.
    guard
      ["DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER"].contains(where: {
        environment[$0]?.isEmpty == false
      })
    else {
      throw GraphicsError(
        "there is no display to open a window on; set DISPLAY,"
          + " or use --picture, --video, --gif or --frames, which need none")
    }
    SDL_SetMainReady()
    // Ctrl-C is handled by the program.
    SDL_SetHint("SDL_NO_SIGNAL_HANDLERS", "1")
    guard SDL_Init(SDL_INIT_VIDEO) == 0 else {
      throw GraphicsError("no window can be opened: \(Self.reason); check DISPLAY")
    }
    for (name, value) in [
      (SDL_GL_CONTEXT_MAJOR_VERSION, 3), (SDL_GL_CONTEXT_MINOR_VERSION, 3),
      (SDL_GL_CONTEXT_PROFILE_MASK, Int32(SDL_GL_CONTEXT_PROFILE_CORE.rawValue)),
      (SDL_GL_DOUBLEBUFFER, 1),
    ] {
      SDL_GL_SetAttribute(name, value)
    }
    let flags = SDL_WINDOW_OPENGL.rawValue | SDL_WINDOW_RESIZABLE.rawValue
    let centred = Int32(bitPattern: SDL_WINDOWPOS_CENTERED_MASK)
    guard
      let window = SDL_CreateWindow(
        title, centred, centred, Int32(size.width), Int32(size.height), flags)
    else { throw GraphicsError("no window can be opened: \(Self.reason)") }
    guard let context = SDL_GL_CreateContext(window) else {
      let reason = Self.reason
      SDL_DestroyWindow(window)
      throw GraphicsError(
        "the driver does not offer OpenGL 3.3 (\(reason)); apt-get install libgl1-mesa-dri")
    }
    self.window = window
    self.context = context
    SDL_GL_SetSwapInterval(1)
    // Keys are commands until something is to be typed.
    SDL_StopTextInput()
  }

  deinit {
    SDL_GL_DeleteContext(context)
    SDL_DestroyWindow(window)
    SDL_Quit()
  }

  private static var reason: String {
    let text = String(cString: SDL_GetError())
    return text.isEmpty ? "no reason given" : text
  }

  /// In pixels; never less than what can be drawn.
  var size: PictureSize {
    var (width, height): (Int32, Int32) = (0, 0)
    SDL_GL_GetDrawableSize(window, &width, &height)
    return PictureSize(width: max(64, Int(width)), height: max(64, Int(height)))
  }

  var title: String {
    get { String(cString: SDL_GetWindowTitle(window)) }
    set { SDL_SetWindowTitle(window, newValue) }
  }

  func swap() { SDL_GL_SwapWindow(window) }

  /// Whether the mouse is kept in the window and reports how it moves instead of where it is.
  var hasCapturedMouse: Bool {
    get { SDL_GetRelativeMouseMode() == SDL_TRUE }
    set { SDL_SetRelativeMouseMode(newValue ? SDL_TRUE : SDL_FALSE) }
  }

  func toggleFullScreen() {
    let isFull = SDL_GetWindowFlags(window) & SDL_WINDOW_FULLSCREEN_DESKTOP.rawValue != 0
    SDL_SetWindowFullscreen(window, isFull ? 0 : SDL_WINDOW_FULLSCREEN_DESKTOP.rawValue)
  }
}

#endif
