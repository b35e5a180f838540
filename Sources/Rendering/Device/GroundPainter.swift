#if Viewer

internal import CGL
import Arena

/// Draws the floor and what lies beyond it.
final class GroundPainter {
  private let floor: ShaderProgram
  private let sky: ShaderProgram
  private let store = VertexStore()

  init() throws(GraphicsError) {
    floor = try ShaderProgram(
      "ground", vertex: Shaders.groundVertex, fragment: Shaders.groundFragment)
    sky = try ShaderProgram("sky", vertex: Shaders.skyVertex, fragment: Shaders.skyFragment)
    let corners = store.addBuffer()
    VertexStore.fill(corners, [-1, -1, 1, -1, 1, 1, -1, -1, 1, 1, -1, 1] as [Float])
    store.attribute(0, corners, count: 2, stride: 8, offset: 0)
  }

  /// A floor at the bottom of the scene's box.
  func draw(_ scene: Scene, _ pass: Pass) {
    pass.set(floor)
    floor.set("height", Float(scene.lowerCorner.z))
    floor.set("extent", Float(pass.camera.far))
    floor.set("floorColour", pass.light.floor)
    floor.set("courtColour", pass.light.court)
    // The playing area that the laws recommend for international matches: 14 by 7 metres.
    floor.set("courtHalf", 3.5, 7)
    floor.set("lineShare", scene.surroundings == .hall ? 0.25 : 0.4)
    store.bind()
    glDrawArrays(GLenum(GL_TRIANGLES), 0, 6)
  }

  func drawSky(_ pass: Pass) {
    sky.use()
    sky.set("lower", pass.light.haze)
    sky.set("upper", pass.light.zenith)
    store.bind()
    glDrawArrays(GLenum(GL_TRIANGLES), 0, 6)
  }
}

#endif
