#if Viewer

internal import CGL

/// How far the light comes: a picture of depths as the light sees the scene.
final class ShadowMap {
  static let side = 2048
  /// What threw the shadows that the map holds.
  var cast: Cast?
  private var frame: GLuint = 0
  private var texture: GLuint = 0

  /// Everything that the depths of a map depend on.
  struct Cast: Equatable {
    private let matrix: [Float]
    private let placements: [[Float]]
    private let blocks: Int

    /// - Parameter blocks: a number that is another one after any change of a block.
    init(matrix: [Float], _ list: DrawList, blocks: Int) {
      self.matrix = matrix
      placements = [list.boxes.numbers, list.capsules.numbers, list.cylinders.numbers]
      self.blocks = blocks
    }
  }

  init() throws(GraphicsError) {
    glGenTextures(1, &texture)
    glBindTexture(GLenum(GL_TEXTURE_2D), texture)
    let side = GLsizei(Self.side)
    glTexImage2D(
      GLenum(GL_TEXTURE_2D), 0, GL_DEPTH_COMPONENT32F, side, side, 0,
      GLenum(GL_DEPTH_COMPONENT), GLenum(GL_FLOAT), nil)
    let settings = [
      (GL_TEXTURE_MIN_FILTER, GL_LINEAR), (GL_TEXTURE_MAG_FILTER, GL_LINEAR),
      (GL_TEXTURE_COMPARE_MODE, GL_COMPARE_REF_TO_TEXTURE), (GL_TEXTURE_COMPARE_FUNC, GL_LEQUAL),
      (GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE), (GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE),
    ]
    for (name, value) in settings {
      glTexParameteri(GLenum(GL_TEXTURE_2D), GLenum(name), value)
    }
    glGenFramebuffers(1, &frame)
    glBindFramebuffer(GLenum(GL_FRAMEBUFFER), frame)
    glFramebufferTexture2D(
      GLenum(GL_FRAMEBUFFER), GLenum(GL_DEPTH_ATTACHMENT), GLenum(GL_TEXTURE_2D), texture, 0)
    glDrawBuffer(GLenum(GL_NONE))
    glReadBuffer(GLenum(GL_NONE))
    guard glCheckFramebufferStatus(GLenum(GL_FRAMEBUFFER)) == GLenum(GL_FRAMEBUFFER_COMPLETE)
    else { throw GraphicsError("the driver cannot draw shadows; expected OpenGL 3.3") }
  }

  deinit {
    glDeleteFramebuffers(1, &frame)
    glDeleteTextures(1, &texture)
  }

  /// Drawing goes here from now on, depths alone.
  func begin() {
    glBindFramebuffer(GLenum(GL_FRAMEBUFFER), frame)
    glViewport(0, 0, GLsizei(Self.side), GLsizei(Self.side))
    glDisable(GLenum(GL_SCISSOR_TEST))
    glEnable(GLenum(GL_DEPTH_TEST))
    glDepthMask(1)
    glClear(GLbitfield(GL_DEPTH_BUFFER_BIT))
    glEnable(GLenum(GL_POLYGON_OFFSET_FILL))
    glPolygonOffset(2, 4)
  }

  func end() { glDisable(GLenum(GL_POLYGON_OFFSET_FILL)) }

  /// Makes the map texture number `unit`.
  func bind(unit: Int) {
    glActiveTexture(GLenum(GL_TEXTURE0 + Int32(unit)))
    glBindTexture(GLenum(GL_TEXTURE_2D), texture)
  }
}

#endif
