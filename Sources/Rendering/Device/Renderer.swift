#if Viewer

internal import CGL
import Arena
import Math

/// Draws scenes with OpenGL 3.3 into a picture of its own, whether there is a window or not. Needs a
/// current context, and belongs to its thread.
public final class Renderer {
  public let typeface: Typeface
  let shapes: ShapePainter
  let blocks: BlockPainter
  let lines: LinePainter
  let sheets: SheetPainter
  let ground: GroundPainter
  let shadows: ShadowMap
  private var frame: FrameBuffer?
  private var list = DrawList()

  /// - Parameter font: the path of the font for all text.
  public init(font: String) throws(GraphicsError) {
    typeface = try Typeface(path: font)
    shapes = try ShapePainter()
    blocks = try BlockPainter()
    lines = try LinePainter()
    sheets = try SheetPainter()
    ground = try GroundPainter()
    shadows = try ShadowMap()
  }

  /// The driver's name for the device.
  public static var device: String {
    glGetString(GLenum(GL_RENDERER)).map { String(cString: $0) } ?? "unknown"
  }

  /// A part of the picture with a camera of its own.
  public struct View: Sendable {
    public var camera: Camera
    /// In parts of the whole picture, from the upper left corner: 0 ... 1.
    public var frame: Sheet.Frame

    public init(_ camera: Camera, frame: Sheet.Frame = Sheet.Frame(0, 0, 1, 1)) {
      self.camera = camera
      self.frame = frame
    }
  }

  /// Draws a scene as each of the views sees it, and `sheet`, which must have the picture's size,
  /// over all of them.
  ///
  /// - Parameter extra: lines besides those of the scene.
  public func draw(
    _ scene: Scene, extra: Lines = Lines(), views: [View], sheet: Sheet
  ) throws(GraphicsError) {
    let (width, height) = (Int(sheet.width), Int(sheet.height))
    if frame?.width != width || frame?.height != height {
      frame = nil
      frame = try FrameBuffer(width: width, height: height)
    }
    list.removeAll()
    list.add(scene)
    blocks.update(scene)
    shapes.upload(list)
    let light = Light(scene.surroundings)
    let lightMatrix = drawShadows(scene, light, views)
    frame?.bind()
    glDisable(GLenum(GL_SCISSOR_TEST))
    glViewport(0, 0, GLsizei(width), GLsizei(height))
    glClearColor(0, 0, 0, 1)
    glDepthMask(1)
    glClear(GLbitfield(GL_COLOR_BUFFER_BIT | GL_DEPTH_BUFFER_BIT))
    var sheet = sheet
    var labels = Sheet(width: width, height: height, typeface: typeface)
    for view in views { draw(view, of: scene, extra, light, lightMatrix, &labels) }
    labels.add(sheet)
    sheet = labels
    glViewport(0, 0, GLsizei(width), GLsizei(height))
    sheets.draw(sheet)
  }

  /// Waits until everything has been drawn.
  public func finish() { glFinish() }

  /// What was drawn last.
  public func image() -> Image {
    frame?.image() ?? Image(width: 0, height: 0, pixels: [])
  }

  /// Copies what was drawn last into the window, which must be current and as large.
  public func show() { frame?.show() }
}

extension Renderer {
  /// Everything that throws a shadow, as the light sees it.
  private func drawShadows(_ scene: Scene, _ light: Light, _ views: [View]) -> Matrix4 {
    let matrix = lightMatrix(scene, light, views)
    let cast = ShadowMap.Cast(matrix: matrix.numbers, list, blocks: blocks.revision)
    // While nothing moves, the shadows stay where they are.
    guard shadows.cast != cast else { return matrix }
    shadows.cast = cast
    shadows.begin()
    glEnable(GLenum(GL_CULL_FACE))
    shapes.drawDepths(list, matrix)
    blocks.drawDepths(matrix)
    shadows.end()
    return matrix
  }

  private func lightMatrix(_ scene: Scene, _ light: Light, _ views: [View]) -> Matrix4 {
    var middle = 0.5 * (scene.lowerCorner + scene.upperCorner)
    var reach = 0.5 * (scene.upperCorner - scene.lowerCorner).length + 0.3
    if !scene.chunks.isEmpty, let camera = views.first?.camera {
      // Blocks reach far beyond the box. Where they are too many for one map, the shadows go with
      // whoever looks.
      reach = min(64, max(24, blocks.reach))
      middle =
        blocks.reach <= 64
        ? blocks.middle
        : camera.eye + min(40, (camera.target - camera.eye).length) * camera.look
    }
    let texel = 2 * reach / Double(ShadowMap.side)
    // Whole steps of a texel, or shadows would crawl when the camera moves.
    middle = Vector3(
      (middle.x / texel).rounded() * texel, (middle.y / texel).rounded() * texel,
      (middle.z / texel).rounded() * texel)
    let eye = middle + (reach + 60) * light.direction
    return Matrix4.orthographic(halfSide: reach, near: 1, far: 2 * reach + 120)
      * Matrix4.look(from: eye, to: middle, up: .unitY)
  }

  private func draw(
    _ view: View, of scene: Scene, _ extra: Lines, _ light: Light, _ lightMatrix: Matrix4,
    _ labels: inout Sheet
  ) {
    let part = Sheet.Frame(
      (view.frame.x * labels.width).rounded(), (view.frame.y * labels.height).rounded(),
      (view.frame.width * labels.width).rounded(), (view.frame.height * labels.height).rounded())
    let bottom = labels.height - part.y - part.height
    glViewport(GLint(part.x), GLint(bottom), GLsizei(part.width), GLsizei(part.height))
    let aspect = part.width / max(1, part.height)
    let pass = Pass(
      camera: view.camera, matrix: view.camera.viewProjection(aspect: aspect), light: light,
      lightMatrix: lightMatrix,
      shadowTexel: 2 / Double(ShadowMap.side) / Double(lightMatrix.scale),
      size: (part.width, part.height), unit: labels.unit * part.height / labels.height)
    shadows.bind(unit: 0)
    glEnable(GLenum(GL_DEPTH_TEST))
    glEnable(GLenum(GL_CULL_FACE))
    glDisable(GLenum(GL_BLEND))
    glDepthMask(1)
    shapes.draw(list, pass)
    blocks.drawOpaque(pass)
    if scene.surroundings != .openAir { ground.draw(scene, pass) }
    ground.drawSky(pass)
    glEnable(GLenum(GL_BLEND))
    glBlendFuncSeparate(
      GLenum(GL_SRC_ALPHA), GLenum(GL_ONE_MINUS_SRC_ALPHA), GLenum(GL_ONE),
      GLenum(GL_ONE_MINUS_SRC_ALPHA))
    glDepthMask(0)
    blocks.drawTranslucent(pass)
    shapes.drawTranslucent(list, pass)
    lines.draw(list.lines, pass)
    lines.draw(extra, pass)
    glDepthMask(1)
    for label in list.labels { put(label, view.camera, part, aspect, &labels) }
  }

  private func put(
    _ label: (place: Vector3, text: String), _ camera: Camera, _ part: Sheet.Frame,
    _ aspect: Double, _ sheet: inout Sheet
  ) {
    guard let place = camera.place(of: label.place, aspect: aspect), (0...1).contains(place.x),
      (0...1).contains(place.y)
    else { return }
    let (x, y) = (part.x + place.x * part.width, part.y + place.y * part.height)
    let size = sheet.letters(13)
    let width = Double(typeface.width(of: label.text, size: size))
    let height = Double(typeface.lineHeight(size: size))
    sheet.fill(
      Sheet.Frame(x - 0.5 * width - 4, y - 0.5 * height, width + 8, height), corner: 4,
      Scene.Colour(15, 18, 24, alpha: 150))
    sheet.text(label.text, x, y - 0.5 * height, size: size, Scene.Colour(240, 243, 248), .middle)
  }
}

/// What is the same for everything drawn in one view.
struct Pass {
  let camera: Camera
  let matrix: Matrix4
  let light: Light
  let lightMatrix: Matrix4
  /// The side of a pixel of the shadow map, metres.
  let shadowTexel: Double
  /// In pixels.
  let size: (width: Double, height: Double)
  /// Pixels per pixel of a picture 720 high.
  let unit: Double

  /// Tells a shader that lights things what it needs.
  func set(_ program: ShaderProgram) {
    program.use()
    program.set("viewProjection", matrix)
    program.set("lightMatrix", lightMatrix)
    program.set("shadowMap", 0)
    program.set("shadowTexel", Float(shadowTexel))
    program.set("eye", camera.eye)
    program.set("sun", light.direction)
    program.set("skyLight", light.sky)
    program.set("groundLight", light.ground)
    program.set("sunLight", light.sun)
    program.set("haze", light.haze)
    program.set("hazeStart", Float(0.12 * camera.far))
    program.set("hazeEnd", Float(camera.far))
  }
}

extension ShaderProgram {
  func set(_ uniform: String, _ vector: Vector3) {
    set(uniform, Float(vector.x), Float(vector.y), Float(vector.z))
  }

  func set(_ uniform: String, _ vector: SIMD3<Float>) {
    set(uniform, vector.x, vector.y, vector.z)
  }
}

extension Matrix4 {
  /// By how much lengths grow along the first row.
  var scale: Float {
    let row = SIMD3(columns.0.x, columns.1.x, columns.2.x)
    return (row * row).sum().squareRoot()
  }
}

extension Sheet {
  /// Adds everything of another sheet of the same size on top.
  mutating func add(_ other: Sheet) { append(other.vertices) }
}

#endif
