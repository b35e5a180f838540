#if Viewer

internal import CEGL

/// An OpenGL 3.3 context without a window: EGL on no surface at all, so that neither a display nor a
/// graphics card is needed. It belongs to the thread that made it.
public final class OffscreenContext {
  private let display: EGLDisplay
  private let context: EGLContext

  /// What to install where there is no driver.
  private static let remedy = "install a driver: apt-get install libegl1 libgl1-mesa-dri"

  public init() throws(GraphicsError) {
    guard
      let display = eglGetPlatformDisplay(
        EGLenum(EGL_PLATFORM_SURFACELESS_MESA), nil, nil),
      eglInitialize(display, nil, nil) == EGL_TRUE
    else {
      throw GraphicsError("there is no OpenGL driver for off-screen frames; \(Self.remedy)")
    }
    self.display = display
    guard eglBindAPI(EGLenum(EGL_OPENGL_API)) == EGL_TRUE,
      let context = Self.makeContext(display),
      eglMakeCurrent(display, nil, nil, context) == EGL_TRUE
    else {
      eglTerminate(display)
      throw GraphicsError("the driver does not offer OpenGL 3.3; \(Self.remedy)")
    }
    self.context = context
  }

  deinit {
    eglMakeCurrent(display, nil, nil, nil)
    eglDestroyContext(display, context)
  }

  private static func makeContext(_ display: EGLDisplay) -> EGLContext? {
    let wanted: [EGLint] = [EGL_RENDERABLE_TYPE, EGL_OPENGL_BIT, EGL_SURFACE_TYPE, 0, EGL_NONE]
    var configuration: EGLConfig?
    var count: EGLint = 0
    guard eglChooseConfig(display, wanted, &configuration, 1, &count) == EGL_TRUE, count > 0
    else { return nil }
    let version: [EGLint] = [
      EGL_CONTEXT_MAJOR_VERSION, 3, EGL_CONTEXT_MINOR_VERSION, 3,
      EGL_CONTEXT_OPENGL_PROFILE_MASK, EGL_CONTEXT_OPENGL_CORE_PROFILE_BIT, EGL_NONE,
    ]
    return eglCreateContext(display, configuration, nil, version)
  }
}

#endif
