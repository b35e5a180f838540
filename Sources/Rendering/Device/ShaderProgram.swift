#if Viewer

internal import CGL

/// A compiled pair of shaders.
final class ShaderProgram {
  private let name: GLuint
  private var places: [String: GLint] = [:]

  /// Compiles and links; a driver that refuses is reported with its own first words.
  init(_ title: String, vertex: String, fragment: String) throws(GraphicsError) {
    name = glCreateProgram()
    for (kind, source) in [(GL_VERTEX_SHADER, vertex), (GL_FRAGMENT_SHADER, fragment)] {
      let shader = glCreateShader(GLenum(kind))
      let text = "#version 330 core\n" + source
      text.withCString { pointer in
        var start: UnsafePointer<GLchar>? = pointer
        glShaderSource(shader, 1, &start, nil)
      }
      glCompileShader(shader)
      var isCompiled: GLint = 0
      glGetShaderiv(shader, GLenum(GL_COMPILE_STATUS), &isCompiled)
      guard isCompiled != 0 else {
        throw GraphicsError(
          "the driver refuses the \(title) shader: \(Self.log(ofShader: shader))")
      }
      glAttachShader(name, shader)
      glDeleteShader(shader)
    }
    glLinkProgram(name)
    var isLinked: GLint = 0
    glGetProgramiv(name, GLenum(GL_LINK_STATUS), &isLinked)
    guard isLinked != 0 else {
      throw GraphicsError("the driver cannot link the \(title) shaders")
    }
  }

  deinit { glDeleteProgram(name) }

  private static func log(ofShader shader: GLuint) -> String {
    var text = [GLchar](repeating: 0, count: 400)
    glGetShaderInfoLog(shader, GLsizei(text.count), nil, &text)
    let bytes = text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n").joined(separator: " ")
  }

  func use() { glUseProgram(name) }

  private func place(_ uniform: String) -> GLint {
    if let known = places[uniform] { return known }
    let place = glGetUniformLocation(name, uniform)
    places[uniform] = place
    return place
  }

  func set(_ uniform: String, _ matrix: Matrix4) {
    glUniformMatrix4fv(place(uniform), 1, 0, matrix.numbers)
  }

  func set(_ uniform: String, _ a: Float, _ b: Float, _ c: Float) {
    glUniform3f(place(uniform), a, b, c)
  }

  func set(_ uniform: String, _ a: Float, _ b: Float) { glUniform2f(place(uniform), a, b) }

  func set(_ uniform: String, _ number: Float) { glUniform1f(place(uniform), number) }

  func set(_ uniform: String, _ number: Int) { glUniform1i(place(uniform), GLint(number)) }
}

#endif
