#if Viewer

internal import CGL

/// A picture being drawn, with four samples a pixel and a depth, and the same picture resolved.
final class FrameBuffer {
  let width: Int
  let height: Int
  private var sampled: GLuint = 0
  private var resolved: GLuint = 0
  private var stores = [GLuint](repeating: 0, count: 3)

  init(width: Int, height: Int) throws(GraphicsError) {
    self.width = width
    self.height = height
    let (w, h) = (GLsizei(width), GLsizei(height))
    glGenRenderbuffers(3, &stores)
    glBindRenderbuffer(GLenum(GL_RENDERBUFFER), stores[0])
    glRenderbufferStorageMultisample(GLenum(GL_RENDERBUFFER), 4, GLenum(GL_RGBA8), w, h)
    glBindRenderbuffer(GLenum(GL_RENDERBUFFER), stores[1])
    glRenderbufferStorageMultisample(
      GLenum(GL_RENDERBUFFER), 4, GLenum(GL_DEPTH_COMPONENT24), w, h)
    glBindRenderbuffer(GLenum(GL_RENDERBUFFER), stores[2])
    glRenderbufferStorage(GLenum(GL_RENDERBUFFER), GLenum(GL_RGBA8), w, h)
    glGenFramebuffers(1, &sampled)
    glBindFramebuffer(GLenum(GL_FRAMEBUFFER), sampled)
    Self.attach(stores[0], GL_COLOR_ATTACHMENT0)
    Self.attach(stores[1], GL_DEPTH_ATTACHMENT)
    let isComplete = Self.isComplete
    glGenFramebuffers(1, &resolved)
    glBindFramebuffer(GLenum(GL_FRAMEBUFFER), resolved)
    Self.attach(stores[2], GL_COLOR_ATTACHMENT0)
    guard isComplete, Self.isComplete else {
      throw GraphicsError(
        "the driver cannot draw pictures of \(width)x\(height); choose a smaller size")
    }
  }

  deinit {
    glDeleteFramebuffers(1, &sampled)
    glDeleteFramebuffers(1, &resolved)
    glDeleteRenderbuffers(3, stores)
  }

  private static func attach(_ store: GLuint, _ place: Int32) {
    glFramebufferRenderbuffer(
      GLenum(GL_FRAMEBUFFER), GLenum(place), GLenum(GL_RENDERBUFFER), store)
  }

  private static var isComplete: Bool {
    glCheckFramebufferStatus(GLenum(GL_FRAMEBUFFER)) == GLenum(GL_FRAMEBUFFER_COMPLETE)
  }

  /// Drawing goes here from now on.
  func bind() { glBindFramebuffer(GLenum(GL_FRAMEBUFFER), sampled) }

  private func resolve() {
    glBindFramebuffer(GLenum(GL_READ_FRAMEBUFFER), sampled)
    glBindFramebuffer(GLenum(GL_DRAW_FRAMEBUFFER), resolved)
    let (w, h) = (GLint(width), GLint(height))
    glBlitFramebuffer(
      0, 0, w, h, 0, 0, w, h, GLbitfield(GL_COLOR_BUFFER_BIT), GLenum(GL_NEAREST))
  }

  /// The finished picture.
  func image() -> Image {
    resolve()
    glBindFramebuffer(GLenum(GL_READ_FRAMEBUFFER), resolved)
    glPixelStorei(GLenum(GL_PACK_ALIGNMENT), 1)
    let row = 4 * width
    var upsideDown = [UInt8](repeating: 0, count: row * height)
    glReadPixels(
      0, 0, GLsizei(width), GLsizei(height), GLenum(GL_RGBA), GLenum(GL_UNSIGNED_BYTE),
      &upsideDown)
    var pixels: [UInt8] = []
    pixels.reserveCapacity(upsideDown.count)
    for y in stride(from: height - 1, through: 0, by: -1) {
      pixels.append(contentsOf: upsideDown[y * row..<(y + 1) * row])
    }
    return Image(width: width, height: height, pixels: pixels)
  }

  /// Copies the finished picture into the window.
  func show() {
    resolve()
    glBindFramebuffer(GLenum(GL_READ_FRAMEBUFFER), resolved)
    glBindFramebuffer(GLenum(GL_DRAW_FRAMEBUFFER), 0)
    let (w, h) = (GLint(width), GLint(height))
    glBlitFramebuffer(
      0, 0, w, h, 0, 0, w, h, GLbitfield(GL_COLOR_BUFFER_BIT), GLenum(GL_NEAREST))
  }
}

#endif
