#if Viewer

internal import CGL

/// Draws flat sheets over the picture.
final class SheetPainter {
  private let program: ShaderProgram
  private let store = VertexStore()
  private let vertices: GLuint
  private var texture: GLuint = 0

  init() throws(GraphicsError) {
    program = try ShaderProgram(
      "sheet", vertex: Shaders.sheetVertex, fragment: Shaders.sheetFragment)
    vertices = store.addBuffer()
    let stride = 4 * Sheet.numbersPerVertex
    for (index, (count, offset)) in [(2, 0), (2, 8), (4, 16)].enumerated() {
      store.attribute(index, vertices, count: count, stride: stride, offset: offset)
    }
    glGenTextures(1, &texture)
  }

  deinit { glDeleteTextures(1, &texture) }

  func draw(_ sheet: Sheet) {
    upload(sheet.typeface)
    program.use()
    program.set("size", Float(sheet.width), Float(sheet.height))
    program.set("glyphs", 0)
    VertexStore.fill(vertices, sheet.vertices)
    store.bind()
    glDisable(GLenum(GL_DEPTH_TEST))
    glDisable(GLenum(GL_CULL_FACE))
    glEnable(GLenum(GL_BLEND))
    glDrawArrays(
      GLenum(GL_TRIANGLES), 0, GLsizei(sheet.vertices.count / Sheet.numbersPerVertex))
  }

  private func upload(_ typeface: Typeface) {
    glActiveTexture(GLenum(GL_TEXTURE0))
    glBindTexture(GLenum(GL_TEXTURE_2D), texture)
    guard typeface.isChanged else { return }
    typeface.isChanged = false
    glPixelStorei(GLenum(GL_UNPACK_ALIGNMENT), 1)
    let side = GLsizei(Typeface.side)
    glTexImage2D(
      GLenum(GL_TEXTURE_2D), 0, GL_R8, side, side, 0, GLenum(GL_RED), GLenum(GL_UNSIGNED_BYTE),
      typeface.coverage)
    for (name, value) in [
      (GL_TEXTURE_MIN_FILTER, GL_LINEAR), (GL_TEXTURE_MAG_FILTER, GL_LINEAR),
      (GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE), (GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE),
    ] {
      glTexParameteri(GLenum(GL_TEXTURE_2D), GLenum(name), value)
    }
  }
}

#endif
