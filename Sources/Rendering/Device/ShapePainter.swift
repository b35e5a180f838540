#if Viewer

internal import CGL
import Math

/// Draws spheres, capsules, cylinders and boxes, all of a kind at once.
final class ShapePainter {
  private let colours: ShaderProgram
  private let depths: ShaderProgram
  private let boxes = Stock(.box)
  private let capsules = Stock(.capsule)
  private let cylinders = Stock(.cylinder)

  init() throws(GraphicsError) {
    colours = try ShaderProgram(
      "shape", vertex: Shaders.shapeVertex, fragment: Shaders.shapeFragment)
    depths = try ShaderProgram(
      "shape shadow", vertex: Shaders.shapeVertex, fragment: Shaders.depthFragment)
  }

  /// A shape in the memory of the graphics card, and room for its placements.
  private final class Stock {
    let store = VertexStore()
    let placements: GLuint
    let indexCount: Int

    init(_ mesh: ShapeMesh) {
      indexCount = mesh.indices.count
      let vertices = store.addBuffer()
      VertexStore.fill(vertices, mesh.vertices)
      let stride = 4 * ShapeMesh.numbersPerVertex
      for (index, (count, offset)) in [(3, 0), (3, 12), (1, 24)].enumerated() {
        store.attribute(index, vertices, count: count, stride: stride, offset: offset)
      }
      placements = store.addBuffer()
      for row in 0..<5 {
        store.attribute(
          3 + row, placements, count: 4, stride: 4 * Placements.numbersEach, offset: 16 * row,
          perInstance: true)
      }
      store.bind()
      VertexStore.fill(store.addBuffer(), mesh.indices, target: GL_ELEMENT_ARRAY_BUFFER)
    }

    func draw(_ count: Int) {
      guard count > 0 else { return }
      store.bind()
      glDrawElementsInstanced(
        GLenum(GL_TRIANGLES), GLsizei(indexCount), GLenum(GL_UNSIGNED_INT), nil, GLsizei(count))
    }
  }

  private func stock(_ form: DrawList.Form) -> Stock {
    switch form {
    case .box: boxes
    case .capsule: capsules
    case .cylinder: cylinders
    }
  }

  /// Sends the placements of the opaque shapes.
  func upload(_ list: DrawList) {
    VertexStore.fill(boxes.placements, list.boxes.numbers)
    VertexStore.fill(capsules.placements, list.capsules.numbers)
    VertexStore.fill(cylinders.placements, list.cylinders.numbers)
  }

  private func drawAll(_ list: DrawList) {
    boxes.draw(list.boxes.count)
    capsules.draw(list.capsules.count)
    cylinders.draw(list.cylinders.count)
  }

  func drawDepths(_ list: DrawList, _ matrix: Matrix4) {
    depths.use()
    depths.set("viewProjection", matrix)
    drawAll(list)
  }

  func draw(_ list: DrawList, _ pass: Pass) {
    pass.set(colours)
    drawAll(list)
  }

  /// From the farthest to the nearest, each over what is behind. All shapes are convex, so that
  /// their front faces alone cover every pixel once.
  func drawTranslucent(_ list: DrawList, _ pass: Pass) {
    guard !list.translucent.isEmpty else { return }
    pass.set(colours)
    let order = list.translucent.indices.sorted { a, b in
      let far = (list.translucent[a].centre - pass.camera.eye).lengthSquared
      let near = (list.translucent[b].centre - pass.camera.eye).lengthSquared
      return far == near ? a < b : far > near
    }
    for index in order {
      let thing = list.translucent[index]
      let stock = stock(thing.form)
      VertexStore.fill(stock.placements, thing.placement.numbers)
      stock.draw(1)
    }
    upload(list)
  }
}

#endif
