#if Viewer

internal import CSDL2

/// A font in all sizes that are asked for, its glyphs gathered in one picture.
public final class Typeface {
  static let side = 1024

  private let path: String
  private var fonts: [Int: OpaquePointer] = [:]
  private var glyphs: [Key: Glyph] = [:]
  /// The gathered glyphs, one byte of coverage a pixel.
  private(set) var coverage = [UInt8](repeating: 0, count: side * side)
  /// Whether `coverage` changed since this was last set to false.
  var isChanged = true
  private var nextX = 1
  private var nextY = 1
  private var rowHeight = 0

  private struct Key: Hashable {
    let size: Int
    let scalar: UInt32
  }

  /// Where a glyph lies in the picture, and how it is set, in pixels.
  struct Glyph {
    let x: Int
    let y: Int
    let width: Int
    let height: Int
    /// From the pen to the glyph's left edge.
    let bearing: Int
    /// From this pen to the next.
    let advance: Int
  }

  /// Opens the font in `path`.
  public init(path: String) throws(GraphicsError) {
    self.path = path
    guard TTF_Init() == 0 else { throw GraphicsError("SDL2_ttf cannot start; reinstall it") }
    guard let font = TTF_OpenFont(path, 16) else {
      throw GraphicsError(
        "cannot read the font `\(path)`; expected the one in Assets/fonts of the project")
    }
    fonts[16] = font
  }

  deinit {
    for font in fonts.values { TTF_CloseFont(font) }
  }

  private func font(_ size: Int) -> OpaquePointer? {
    if let font = fonts[size] { return font }
    let font = TTF_OpenFont(path, Int32(size))
    fonts[size] = font
    return font
  }

  /// From one line to the next, in pixels.
  public func lineHeight(size: Int) -> Int {
    font(size).map { Int(TTF_FontLineSkip($0)) } ?? size
  }

  /// The width of a line of text, in pixels.
  public func width(of text: String, size: Int) -> Int {
    text.unicodeScalars.reduce(0) { $0 + glyph($1, size: size).advance }
  }

  func glyph(_ scalar: Unicode.Scalar, size: Int) -> Glyph {
    let key = Key(size: size, scalar: scalar.value)
    if let glyph = glyphs[key] { return glyph }
    let glyph = draw(scalar, size)
    glyphs[key] = glyph
    return glyph
  }

  /// Makes room where the picture is nearly full. What was laid out before is void.
  func prepare() {
    guard nextY > Self.side * 3 / 4 else { return }
    glyphs.removeAll()
    for place in coverage.indices { coverage[place] = 0 }
    (nextX, nextY, rowHeight) = (1, 1, 0)
    isChanged = true
  }

  private func draw(_ scalar: Unicode.Scalar, _ size: Int) -> Glyph {
    var (left, advance): (Int32, Int32) = (0, Int32(size / 2))
    let white = SDL_Color(r: 255, g: 255, b: 255, a: 255)
    guard let font = font(size),
      TTF_GlyphMetrics32(font, scalar.value, &left, nil, nil, nil, &advance) == 0,
      let surface = TTF_RenderGlyph32_Blended(font, scalar.value, white)
    else { return Glyph(x: 0, y: 0, width: 0, height: 0, bearing: 0, advance: Int(advance)) }
    defer { SDL_FreeSurface(surface) }
    let (width, height) = (Int(surface.pointee.w), Int(surface.pointee.h))
    if nextX + width + 1 > Self.side {
      (nextX, nextY) = (1, nextY + rowHeight + 1)
      rowHeight = 0
    }
    guard width < Self.side, nextY + height < Self.side, let pixels = surface.pointee.pixels
    else {
      return Glyph(x: 0, y: 0, width: 0, height: 0, bearing: 0, advance: Int(advance))
    }
    let pitch = Int(surface.pointee.pitch)
    for y in 0..<height {
      for x in 0..<width {
        // Blended surfaces are blue, green, red, alpha in memory.
        coverage[(nextY + y) * Self.side + nextX + x] = pixels.load(
          fromByteOffset: y * pitch + 4 * x + 3, as: UInt8.self)
      }
    }
    let glyph = Glyph(
      x: nextX, y: nextY, width: width, height: height, bearing: min(0, Int(left)),
      advance: Int(advance))
    nextX += width + 1
    rowHeight = max(rowHeight, height)
    isChanged = true
    return glyph
  }
}

#endif
