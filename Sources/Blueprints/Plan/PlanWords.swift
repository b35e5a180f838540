import VoxelWorld

/// An axis: x to the east, y up, z to the south.
public enum Axis: String, CaseIterable, Hashable, Sendable {
  case x, y, z

  /// The coordinate of a cell along the axis.
  func of(_ cell: Cell) -> Int {
    switch self {
    case .x: cell.x
    case .y: cell.y
    case .z: cell.z
    }
  }
}

/// A solid that fills a box.
public enum ShapeKind: String, CaseIterable, Hashable, Sendable {
  case box
  /// An ellipsoid that touches all sides of the box.
  case sphere
  /// An upright column with an elliptic floor.
  case cylinder
  /// A column that tapers to a point.
  case cone
  /// The upper half of an ellipsoid.
  case dome
  /// Layers that lose one cell on every side.
  case pyramid
  /// Layers that lose one cell to the north and to the south; the ridge runs along x.
  case gableX = "gable-x"
  /// Layers that lose one cell to the west and to the east; the ridge runs along z.
  case gableZ = "gable-z"
  /// A slope of full steps that rises to the east, west, south or north.
  case rampEast = "ramp-east"
  case rampWest = "ramp-west"
  case rampSouth = "ramp-south"
  case rampNorth = "ramp-north"
  /// A box with a round passage along z, or along x.
  case archX = "arch-x"
  case archZ = "arch-z"
}

/// Which ends of a shell stay open.
public enum Opening: String, CaseIterable, Hashable, Sendable {
  case none, top, bottom, both

  /// The sides on which a shell has a skin.
  var closedSides: [Direction] {
    [.north, .south, .west, .east]
      + (self == .top || self == .both ? [] : [.up])
      + (self == .bottom || self == .both ? [] : [.down])
  }
}

/// How one volume is put to another.
public enum Relation: String, CaseIterable, Hashable, Sendable {
  case on, under, inside, north, south, west, east
}

/// The order in which the agent is to build.
public enum BuildingOrder: String, CaseIterable, Hashable, Sendable {
  /// From the ground up, what hangs on others after what it hangs on.
  case support
  /// As the steps are given.
  case given
}

public enum Comparison: String, CaseIterable, Hashable, Sendable {
  case atLeast = ">="
  case atMost = "<="
  case equal = "="

  func holds(_ a: Int, _ b: Int) -> Bool {
    switch self {
    case .atLeast: a >= b
    case .atMost: a <= b
    case .equal: a == b
    }
  }
}

/// One condition on the cells of a volume.
public enum Condition: Hashable, Sendable {
  case compare(Axis, Comparison, Int)
  /// Every nth cell along an axis, counted from a coordinate.
  case every(Axis, Int, from: Int)
  /// The cells with nothing of the volume beyond that side.
  case face(Direction)
}

/// A picture on a plane: rows from the top, `#` for a cell and `.` for none.
public struct Mask: Hashable, Sendable {
  /// The plane it stands or lies in. Columns go to the east, or to the south on `zy`; rows go down,
  /// or to the south on `xz`.
  public enum Plane: String, CaseIterable, Hashable, Sendable { case xy, zy, xz }

  public var rows: [String]
  public var plane: Plane

  public init(_ rows: [String], _ plane: Plane) {
    self.rows = rows
    self.plane = plane
  }
}

extension Direction {
  /// The name as plans write it.
  public var name: String { "\(self)" }

  init?(named name: String) {
    guard let match = Direction.allCases.first(where: { $0.name == name }) else { return nil }
    self = match
  }
}
