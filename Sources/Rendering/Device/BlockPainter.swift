#if Viewer

internal import CGL
import Arena
import Math

/// Keeps the chunks of a block world as faces on the graphics card and draws them. A chunk is worked
/// out anew when its cells, or those beside them, have changed.
final class BlockPainter {
  private let colours: ShaderProgram
  private let depths: ShaderProgram
  private var chunks: [Place: Held] = [:]
  /// The drawn chunks in an order that repeats.
  private var order: [Place] = []
  private let quads: GLuint
  private let quadStore = VertexStore()
  /// Another number after every change of what is drawn.
  private(set) var revision = 0
  private let grains: GrainTexture
  private var looks: [Scene.BlockLook] = []
  private var hides: [Bool] = []
  private var isCube: [Bool] = []

  private struct Place: Hashable, Comparable {
    let x: Int
    let y: Int
    let z: Int

    static func < (a: Place, b: Place) -> Bool { (a.y, a.z, a.x) < (b.y, b.z, b.x) }
  }

  /// A chunk and its faces.
  private struct Held {
    var chunk: Scene.BlockChunk
    var opaque: Stock?
    var translucent: Stock?
  }

  /// Faces in the memory of the graphics card.
  private final class Stock {
    let store = VertexStore()
    /// Where the faces of each of the six sides begin, and how many there are.
    private let starts: [Int]

    init?(_ faces: ChunkVertices, quads: GLuint) {
      guard faces.faceCount > 0 else { return nil }
      let (vertices, starts) = faces.bySide()
      self.starts = starts
      let buffer = store.addBuffer()
      VertexStore.fill(buffer, vertices.bytes)
      store.bind()
      glBindBuffer(GLenum(GL_ARRAY_BUFFER), buffer)
      let stride = GLsizei(ChunkVertices.bytesPerVertex)
      glEnableVertexAttribArray(0)
      glVertexAttribIPointer(0, 4, GLenum(GL_UNSIGNED_SHORT), stride, nil)
      glEnableVertexAttribArray(1)
      glVertexAttribPointer(
        1, 4, GLenum(GL_UNSIGNED_BYTE), 1, stride, UnsafeRawPointer(bitPattern: 8))
      glBindBuffer(GLenum(GL_ELEMENT_ARRAY_BUFFER), quads)
    }

    /// - Parameter sides: those that can be seen.
    func draw(_ sides: [Bool]) {
      store.bind()
      var side = 0
      while side < 6 {
        let first = starts[side]
        guard sides[side] else {
          side += 1
          continue
        }
        // Sides beside each other go together.
        while side < 6, sides[side] { side += 1 }
        let count = starts[side] - first
        guard count > 0 else { continue }
        glDrawElements(
          GLenum(GL_TRIANGLES), GLsizei(6 * count), GLenum(GL_UNSIGNED_INT),
          UnsafeRawPointer(bitPattern: 24 * first))
      }
    }
  }

  /// The most faces a chunk can have: each cell of a chequered chunk shows its boxes' six sides.
  private static let mostFaces = 1 << 17

  init() throws(GraphicsError) {
    colours = try ShaderProgram(
      "block", vertex: Shaders.chunkVertex, fragment: Shaders.chunkFragment)
    depths = try ShaderProgram(
      "block shadow", vertex: Shaders.chunkVertex, fragment: Shaders.depthFragment)
    grains = try GrainTexture()
    quads = quadStore.addBuffer()
    var indices: [UInt32] = []
    indices.reserveCapacity(6 * Self.mostFaces)
    for face in 0..<UInt32(Self.mostFaces) {
      for corner in [0, 1, 2, 0, 2, 3] as [UInt32] { indices.append(4 * face + corner) }
    }
    quadStore.bind()
    VertexStore.fill(quads, indices, target: GL_ELEMENT_ARRAY_BUFFER)
  }

  /// The middle of all chunks together.
  var middle: Vector3 { 0.5 * (lowest + highest) }

  /// Half the diagonal of all chunks together, metres.
  var reach: Double { 0.5 * (highest - lowest).length }

  /// The corners of the box about all chunks.
  private var lowest = Vector3.zero
  private var highest = Vector3.zero

  private func measure() {
    guard let first = order.first else {
      (lowest, highest) = (.zero, .zero)
      return
    }
    var (low, high) = (first, first)
    for place in order {
      low = Place(x: min(low.x, place.x), y: min(low.y, place.y), z: min(low.z, place.z))
      high = Place(x: max(high.x, place.x), y: max(high.y, place.y), z: max(high.z, place.z))
    }
    let side = Double(Scene.BlockChunk.side)
    lowest = side * Vector3(Double(low.x), -Double(high.z + 1), Double(low.y))
    highest = side * Vector3(Double(high.x + 1), -Double(low.z), Double(high.y + 1))
  }
}

extension BlockPainter {
  /// Takes over the chunks of a scene.
  func update(_ scene: Scene) {
    if looks.count != scene.blockLooks.count || looks != scene.blockLooks {
      looks = scene.blockLooks
      hides = looks.map(\.isOpaqueCube)
      isCube = looks.map(\.isCube)
      chunks.removeAll()
    }
    var changed: Set<Place> = []
    var present: Set<Place> = []
    for chunk in scene.chunks {
      let place = Place(x: chunk.x, y: chunk.y, z: chunk.z)
      present.insert(place)
      // Arrays that share their storage are found equal without a look at the cells.
      if chunks[place]?.chunk == chunk { continue }
      chunks[place, default: Held(chunk: chunk)].chunk = chunk
      changed.insert(place)
    }
    for place in chunks.keys where !present.contains(place) {
      chunks[place] = nil
      changed.insert(place)
    }
    guard !changed.isEmpty else { return }
    revision += 1
    var stale: Set<Place> = []
    for place in changed {
      for y in -1...1 {
        for z in -1...1 {
          for x in -1...1 {
            stale.insert(Place(x: place.x + x, y: place.y + y, z: place.z + z))
          }
        }
      }
    }
    for place in stale where chunks[place] != nil { mesh(place) }
    order = chunks.keys.sorted()
    measure()
  }

  private func mesh(_ place: Place) {
    let surroundings = ChunkSurroundings(empty: 0) { x, y, z in
      chunks[Place(x: place.x + x, y: place.y + y, z: place.z + z)]?.chunk
    }
    let mesher = ChunkMesher(surroundings, looks: looks, hides: hides, isCube: isCube)
    chunks[place]?.opaque = Stock(mesher.opaque, quads: quads)
    chunks[place]?.translucent = Stock(mesher.translucent, quads: quads)
  }

  func drawDepths(_ matrix: Matrix4) {
    guard !order.isEmpty else { return }
    depths.use()
    depths.set("viewProjection", matrix)
    for place in order { draw(chunks[place]?.opaque, place, depths, Self.allSides) }
  }

  func drawOpaque(_ pass: Pass) {
    guard !order.isEmpty else { return }
    pass.set(colours)
    grains.bind(unit: 1)
    colours.set("grains", 1)
    // What is near first, so that what it hides need not be coloured.
    for place in sorted(pass).reversed() where isSeen(place, pass) {
      draw(chunks[place]?.opaque, place, colours, sides(of: place, from: pass.camera.eye))
    }
  }

  func drawTranslucent(_ pass: Pass) {
    guard !order.isEmpty else { return }
    pass.set(colours)
    grains.bind(unit: 1)
    colours.set("grains", 1)
    for place in sorted(pass) where isSeen(place, pass) {
      draw(chunks[place]?.translucent, place, colours, Self.allSides)
    }
  }

  private static let allSides = [Bool](repeating: true, count: 6)

  /// Which sides of blocks in a chunk can be seen from somewhere: west, east, down, up, north, south.
  private func sides(of place: Place, from eye: Vector3) -> [Bool] {
    let half = 0.5 * Double(Scene.BlockChunk.side)
    let way = eye - middle(place)
    return [
      way.x < half, way.x > -half, way.z < half, way.z > -half, way.y > -half, way.y < half,
    ]
  }

  private func draw(
    _ stock: Stock?, _ place: Place, _ program: ShaderProgram, _ sides: [Bool]
  ) {
    guard let stock, let chunk = chunks[place]?.chunk else { return }
    program.set("corner", chunk.corner)
    stock.draw(sides)
  }

  private func middle(_ place: Place) -> Vector3 {
    let half = 0.5 * Double(Scene.BlockChunk.side)
    return Vector3(
      half * Double(2 * place.x + 1), -half * Double(2 * place.z + 1),
      half * Double(2 * place.y + 1))
  }

  /// From the farthest to the nearest.
  private func sorted(_ pass: Pass) -> [Place] {
    order.sorted { a, b in
      let far = (middle(a) - pass.camera.eye).lengthSquared
      let near = (middle(b) - pass.camera.eye).lengthSquared
      return far == near ? a < b : far > near
    }
  }

  /// Whether the sphere about a chunk reaches into the picture.
  private func isSeen(_ place: Place, _ pass: Pass) -> Bool {
    let point = pass.matrix(middle(place))
    let radius = Float(0.5 * Double(Scene.BlockChunk.side) * 1.7321)
    guard point.w > -radius else { return false }
    let m = pass.matrix
    for row in [
      SIMD4(m.columns.0.x, m.columns.1.x, m.columns.2.x, m.columns.3.x),
      SIMD4(m.columns.0.y, m.columns.1.y, m.columns.2.y, m.columns.3.y),
    ] {
      let w = SIMD4(m.columns.0.w, m.columns.1.w, m.columns.2.w, m.columns.3.w)
      let centre = middle(place)
      let at = SIMD4(Float(centre.x), Float(centre.y), Float(centre.z), 1)
      for plane in [w + row, w - row] {
        let normal = SIMD3(plane.x, plane.y, plane.z)
        let length = (normal * normal).sum().squareRoot()
        if (plane * at).sum() < -radius * length { return false }
      }
    }
    return true
  }
}

#endif
