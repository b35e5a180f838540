import Arena
import Math
import Physics

/// The air, the table and the net of one episode: every constant of the ball's motion but the
/// rackets.
public struct Hall: Sendable, Hashable {
  public var flight: FlightModel
  public var tableTop: SurfaceMaterial

  /// The table top as a solid, its upper face at z = 0.
  public static let tableBox = Box(
    centre: Vector3(0, 0, -0.5 * Table.thickness),
    halfSize: Vector3(Table.halfWidth, Table.halfLength, 0.5 * Table.thickness))
  /// The net as a thin solid across the table; the cord runs along its upper edge.
  public static let netBox = Box(
    centre: Vector3(0, 0, 0.5 * Table.netHeight),
    halfSize: Vector3(Table.netHalfWidth, 0.002, 0.5 * Table.netHeight))

  /// What the net is made of at a point of its surface: a tape along the cord, 15 mm wide, a post at
  /// either end, mesh between them.
  static func netMaterial(at point: Vector3) -> SurfaceMaterial {
    if abs(point.x) > Table.netHalfWidth - 0.02 { return .netPost }
    return point.z > Table.netHeight - 0.015 ? .netTape : .net
  }

  /// A flight over this table, for planners that look ahead. Arcs of the default length are good to
  /// a tenth of a millimetre at the speeds of play.
  public func trajectory(of ball: Ball, step: Double = 0.05) -> Trajectory {
    Trajectory(of: ball, model: flight, over: Hall.tableBox, of: tableTop, step: step)
  }

  /// Which laws of motion hold, and how they differ from episode to episode.
  public struct Setup: Configuration, Hashable {
    /// `real` agrees with measured flights and bounces; `dm` is the simulator of arXiv 2408.03906.
    public var preset = Preset.real
    /// Half the range by which the table's restitution differs between episodes.
    public var tableRestitutionSpread = 0.0
    /// Half the range by which the table's friction differs between episodes.
    public var tableFrictionSpread = 0.0
    /// How this table and these balls differ from what is known of their kind. Players who plan do
    /// not know it.
    public var wear = Wear()

    public init() {}
  }

  /// What use and another maker change.
  public struct Wear: Configuration, Hashable {
    /// The table's restitution and friction, added.
    public var tableRestitution = 0.0
    public var tableFriction = 0.0
    /// The drag and the lift of the ball, as multiples: a worn ball is smoother.
    public var drag = 1.0
    public var lift = 1.0

    public init() {}

    func validate(at path: String) throws {
      try require(tableRestitution, in: -0.2...0.05, at: "\(path).table-restitution")
      try require(tableFriction, in: -0.2...0.5, at: "\(path).table-friction")
      try require(drag, in: 0.5...2, at: "\(path).drag")
      try require(lift, in: 0...2, at: "\(path).lift")
    }
  }

  public enum Preset: String, Codable, Sendable, CaseIterable {
    case real
    case dm
  }

  /// The hall as specified, without its randomness.
  public init(_ setup: Setup) {
    switch setup.preset {
    case .real:
      flight = .real
      tableTop = .tableReal
    case .dm:
      flight = .dm
      tableTop = .tableDM
    }
  }

  /// The hall of one episode.
  init(_ setup: Setup, random: inout Random) {
    self.init(setup)
    tableTop.shift(
      restitution: random.uniform(-1, 1) * setup.tableRestitutionSpread
        + setup.wear.tableRestitution,
      friction: random.uniform(-1, 1) * setup.tableFrictionSpread + setup.wear.tableFriction)
    flight.dragCoefficient *= setup.wear.drag
    flight.spinlessRelief *= setup.wear.drag
    flight.lift = flight.lift.scaled(by: setup.wear.lift)
  }
}

extension SurfaceMaterial {
  /// Changes the material by as much as two specimens of it may differ.
  mutating func shift(restitution change: Double, friction: Double) {
    restitution.atRest += change
    self.friction = max(0, self.friction + friction)
  }
}
