import Math

extension Scene {
  /// Sixteen cubed cells of a block world. The arrays share their storage with the world's own, so
  /// that drawing copies nothing and an unchanged chunk is recognised at once.
  public struct BlockChunk: Sendable, Hashable {
    /// Cells along each edge.
    public static let side = 16

    /// Where in the grid of chunks this one lies: to the east, up and to the south.
    public let x: Int
    public let y: Int
    public let z: Int
    /// The looks in use, as indices into the scene's `blockLooks`.
    public let palette: [UInt16]
    /// Indices into `palette`, in rows to the east, rows from north to south, layers upwards; empty
    /// where the whole chunk is `palette[0]`.
    public let cells: [UInt8]
    /// Looks themselves in the same order, for a chunk with too many for a palette; else empty.
    public let wide: [UInt16]

    public init(x: Int, y: Int, z: Int, palette: [UInt16], cells: [UInt8], wide: [UInt16]) {
      precondition(wide.isEmpty || wide.count == Self.side * Self.side * Self.side)
      precondition(cells.isEmpty || cells.count == Self.side * Self.side * Self.side)
      precondition(!wide.isEmpty || !palette.isEmpty)
      self.x = x
      self.y = y
      self.z = z
      self.palette = palette
      self.cells = cells
      self.wide = wide
    }

    /// The look of a cell: the index runs as in `cells`.
    @inlinable
    public func look(at index: Int) -> UInt16 {
      if !cells.isEmpty { return palette[Int(cells[index])] }
      return wide.isEmpty ? palette[0] : wide[index]
    }

    /// The corner of the chunk that is lowest, farthest west and farthest north, in the scene's
    /// axes: x to the east, y to the north, z up; cells are cubes of one metre.
    public var corner: Vector3 {
      Vector3(Double(Self.side * x), Double(-Self.side * z), Double(Self.side * y))
    }
  }

  /// What a block looks like.
  public struct BlockLook: Sendable, Hashable {
    /// Nothing at all.
    public static let empty = BlockLook(boxes: [], colour: Colour(0, 0, 0))

    /// The parts of the cell that are filled; empty for what is not to be seen.
    public var boxes: [Part]
    /// The colour of the sides.
    public var colour: Colour
    /// The colour of what faces up.
    public var topColour: Colour
    public var grain: Grain
    /// Whether it gives light of its own.
    public var glows: Bool

    public init(
      boxes: [Part], colour: Colour, topColour: Colour? = nil, grain: Grain = .plain,
      glows: Bool = false
    ) {
      self.boxes = boxes
      self.colour = colour
      self.topColour = topColour ?? colour
      self.grain = grain
      self.glows = glows
    }

    /// Whether it fills its cell and hides what is behind.
    public var isOpaqueCube: Bool { isCube && colour.alpha == 255 }

    /// Whether it fills its cell.
    public var isCube: Bool { boxes.count == 1 && boxes[0] == .whole }

    /// A box inside a cell, its corners in sixteenths: x to the east, y up, z to the south.
    public struct Part: Sendable, Hashable {
      public static let whole = Part(0, 0, 0, 16, 16, 16)

      public var x0: UInt8
      public var y0: UInt8
      public var z0: UInt8
      public var x1: UInt8
      public var y1: UInt8
      public var z1: UInt8

      public init(_ x0: UInt8, _ y0: UInt8, _ z0: UInt8, _ x1: UInt8, _ y1: UInt8, _ z1: UInt8) {
        self.x0 = x0
        self.y0 = y0
        self.z0 = z0
        self.x1 = x1
        self.y1 = y1
        self.z1 = z1
      }
    }

    /// The pattern on the faces, worked out from the place on the face.
    public enum Grain: UInt8, Sendable, Hashable, CaseIterable {
      case plain, speckled, planks, bark, bricks, cobbles, leaves, turf, pane, cloth, ore, rippled
      case tiles
    }
  }
}
