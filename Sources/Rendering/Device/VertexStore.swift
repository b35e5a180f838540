#if Viewer

internal import CGL

/// Vertices in the memory of the graphics card, and how a shader reads them.
final class VertexStore {
  private var array: GLuint = 0
  private var buffers: [GLuint] = []

  init() { glGenVertexArrays(1, &array) }

  deinit {
    for buffer in buffers { withUnsafePointer(to: buffer) { glDeleteBuffers(1, $0) } }
    glDeleteVertexArrays(1, &array)
  }

  func bind() { glBindVertexArray(array) }

  /// Adds an empty buffer and returns its number.
  func addBuffer() -> GLuint {
    var buffer: GLuint = 0
    glGenBuffers(1, &buffer)
    buffers.append(buffer)
    return buffer
  }

  /// Says that attribute `index` is `count` floats, `offset` bytes into each of `stride` bytes.
  func attribute(
    _ index: Int, _ buffer: GLuint, count: Int, stride: Int, offset: Int,
    perInstance: Bool = false
  ) {
    bind()
    glBindBuffer(GLenum(GL_ARRAY_BUFFER), buffer)
    glEnableVertexAttribArray(GLuint(index))
    glVertexAttribPointer(
      GLuint(index), GLint(count), GLenum(GL_FLOAT), 0, GLsizei(stride),
      UnsafeRawPointer(bitPattern: offset))
    if perInstance { glVertexAttribDivisor(GLuint(index), 1) }
  }

  /// Replaces what a buffer holds.
  static func fill<Number>(_ buffer: GLuint, _ numbers: [Number], target: Int32 = GL_ARRAY_BUFFER) {
    glBindBuffer(GLenum(target), buffer)
    numbers.withUnsafeBytes {
      glBufferData(GLenum(target), $0.count, $0.baseAddress, GLenum(GL_STREAM_DRAW))
    }
  }
}

#endif
