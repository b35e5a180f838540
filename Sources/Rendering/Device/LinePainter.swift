#if Viewer

internal import CGL

/// Draws lines of a width in pixels.
final class LinePainter {
  private let program: ShaderProgram
  private let store = VertexStore()
  private let placements: GLuint

  init() throws(GraphicsError) {
    program = try ShaderProgram(
      "line", vertex: Shaders.lineVertex, fragment: Shaders.lineFragment)
    let corners = store.addBuffer()
    VertexStore.fill(corners, [0, -1, 1, -1, 1, 1, 0, -1, 1, 1, 0, 1] as [Float])
    store.attribute(0, corners, count: 2, stride: 8, offset: 0)
    placements = store.addBuffer()
    for row in 0..<4 {
      store.attribute(
        1 + row, placements, count: 4, stride: 4 * Lines.numbersEach, offset: 16 * row,
        perInstance: true)
    }
  }

  func draw(_ lines: Lines, _ pass: Pass) {
    guard lines.count > 0 else { return }
    program.use()
    program.set("viewProjection", pass.matrix)
    program.set("size", Float(pass.size.width), Float(pass.size.height))
    program.set("scale", Float(pass.unit))
    VertexStore.fill(placements, lines.numbers)
    store.bind()
    // A strip may be seen from either side.
    glDisable(GLenum(GL_CULL_FACE))
    glDrawArraysInstanced(GLenum(GL_TRIANGLES), 0, 6, GLsizei(lines.count))
    glEnable(GLenum(GL_CULL_FACE))
  }
}

#endif
