import Math
import VoxelWorld

/// Something that can be built: parameters that are plain values, and steps of a plan that follow
/// from them.
///
/// Sizes along x and z are those of the finished thing as it stands, whichever way its front looks.
public protocol Structure: Equatable, Sendable {
  /// What it is called in plans and parts.
  static var name: String { get }
  /// Blocks from west to east and from north to south, without eaves and steps.
  var footprint: (x: Int, z: Int) { get }
  /// Writes its steps. `corner` is the cell with the least coordinates of its footprint, in the
  /// first layer above the ground. Throws `PlanError` if the parameters do not fit together.
  func write(
    into plan: inout PlanWriter, at corner: Cell, on site: Site, random: inout Random
  ) throws(PlanError)
  /// Where it wants to stand on a site, when it is alone there.
  func place(on site: Site) -> Cell
}

extension Structure {
  public var name: String { Self.name }

  /// Whether another structure is of the same kind with the same parameters.
  func isSame(as other: any Structure) -> Bool { (other as? Self) == self }

  /// In the middle of the site, on the ground below its middle.
  public func place(on site: Site) -> Cell {
    let x = -footprint.x / 2
    let z = -footprint.z / 2
    let (a, b) = (x + footprint.x / 2, z + footprint.z / 2)
    return Cell(x, max(site.height(a, b), site.water(a, b).map { $0 + 1 } ?? .min), z)
  }

  /// The plan of this alone.
  public func plan(on site: Site = .flat, seed: UInt64 = 0) throws(PlanError) -> Plan {
    var plan = PlanWriter(name)
    var random = Random(seed: seed)
    try write(into: &plan, at: place(on: site), on: site, random: &random)
    return try plan.finished()
  }
}

/// Why parameters make no structure, as a plan error of no line in particular.
extension PlanError {
  static func unfit(_ message: String) -> PlanError { PlanError(line: 0, message) }
}
