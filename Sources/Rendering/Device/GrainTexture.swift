#if Viewer

internal import CGL

/// The grains of blocks, drawn once: a processor that draws works out every branch of a shader for
/// every pixel, which for thirteen grains is most of what a picture of blocks costs.
///
/// Layer `n` holds grain `n` as it looks from the side, layer `n + 16` from above. A layer shows
/// `blocks` by `blocks` blocks and repeats after them. Red is half of how much lighter or darker a
/// place is, green whether another material shows.
final class GrainTexture {
  /// Texels a layer is wide and high, and blocks that it shows: both powers of two.
  static let side = 256
  static let blocks = 8
  private static let layers = 32
  private var texture: GLuint = 0

  init() throws(GraphicsError) {
    let program = try ShaderProgram(
      "grain", vertex: Shaders.grainVertex, fragment: Shaders.grainFragment)
    let store = VertexStore()
    let corners = store.addBuffer()
    VertexStore.fill(corners, [-1, -1, 3, -1, -1, 3] as [Float])
    store.attribute(0, corners, count: 2, stride: 8, offset: 0)
    let (target, side) = (GLenum(GL_TEXTURE_2D_ARRAY), GLsizei(Self.side))
    glGenTextures(1, &texture)
    glBindTexture(target, texture)
    glTexImage3D(
      target, 0, GL_RG8, side, side, GLsizei(Self.layers), 0, GLenum(GL_RG),
      GLenum(GL_UNSIGNED_BYTE), nil)
    for name in [GL_TEXTURE_MIN_FILTER, GL_TEXTURE_MAG_FILTER] {
      glTexParameteri(target, GLenum(name), GL_NEAREST)
    }
    var frame: GLuint = 0
    glGenFramebuffers(1, &frame)
    defer { glDeleteFramebuffers(1, &frame) }
    glBindFramebuffer(GLenum(GL_FRAMEBUFFER), frame)
    glViewport(0, 0, side, side)
    for capability in [GL_DEPTH_TEST, GL_CULL_FACE, GL_BLEND, GL_SCISSOR_TEST] {
      glDisable(GLenum(capability))
    }
    program.use()
    store.bind()
    for layer in 0..<Self.layers {
      glFramebufferTextureLayer(
        GLenum(GL_FRAMEBUFFER), GLenum(GL_COLOR_ATTACHMENT0), texture, 0, GLint(layer))
      program.set("layer", layer)
      glDrawArrays(GLenum(GL_TRIANGLES), 0, 3)
    }
    guard glCheckFramebufferStatus(GLenum(GL_FRAMEBUFFER)) == GLenum(GL_FRAMEBUFFER_COMPLETE)
    else { throw GraphicsError("the driver cannot draw blocks; expected OpenGL 3.3") }
  }

  deinit { glDeleteTextures(1, &texture) }

  /// Makes it texture number `unit`.
  func bind(unit: Int) {
    glActiveTexture(GLenum(GL_TEXTURE0 + Int32(unit)))
    glBindTexture(GLenum(GL_TEXTURE_2D_ARRAY), texture)
    glActiveTexture(GLenum(GL_TEXTURE0))
  }
}

#endif
