import Math
import VoxelWorld

/// A blueprint that exists already, as a plan builds it: layer by layer, a picture for each state.
public struct Replica: Structure {
  public static let name = "replica"

  public let blueprint: Blueprint
  /// Which layer of the blueprint is the first above the ground.
  public var ground = 0

  public init(_ blueprint: Blueprint, ground: Int = 0) {
    self.blueprint = blueprint
    self.ground = ground
  }

  public var name: String { blueprint.name }
  public var footprint: (x: Int, z: Int) { (blueprint.size.x, blueprint.size.z) }

  public func write(
    into plan: inout PlanWriter, at corner: Cell, on site: Site, random: inout Random
  ) throws(PlanError) {
    let size = blueprint.size
    guard max(size.x, size.z) <= Self.widest, size.y <= Self.highest else {
      throw .unfit(
        "a blueprint that is to be built is at most \(Self.widest) x \(Self.highest) x "
          + "\(Self.widest), not \(size.x) x \(size.y) x \(size.z)")
    }
    let foot = corner - Cell(0, ground, 0)
    for y in 0..<size.y {
      for state in states(ofLayer: y) {
        let (rows, isWhole) = rows(of: state, inLayer: y)
        let far = Cell(size.x - 1, y, size.z - 1)
        let volume =
          isWhole
          ? plan.box(foot + Cell(0, y, 0), foot + far)
          : plan.picture(Mask(rows, .xz), at: foot + Cell(0, y, 0))
        plan.paint(volume, state, part: part(ofLayer: y))
      }
    }
  }

  /// What a picture of the plan language can hold, and the layers there are room for.
  static let widest = 256
  static let highest = 256

  private func part(ofLayer y: Int) -> String { "layer.\(y + 1)" }

  /// The states of a layer in the order of their first cells.
  private func states(ofLayer y: Int) -> [BlockState] {
    var isSeen = [Bool](repeating: false, count: BlockTable.standard.states.count)
    var states: [BlockState] = []
    for z in 0..<blueprint.size.z {
      for x in 0..<blueprint.size.x {
        guard let state = blueprint[Cell(x, y, z)], !isSeen[Int(state.id)] else { continue }
        isSeen[Int(state.id)] = true
        states.append(state)
      }
    }
    return states
  }

  /// A layer from north to south, `#` where it holds a state; and whether it does everywhere.
  private func rows(of state: BlockState, inLayer y: Int) -> (rows: [String], isWhole: Bool) {
    var isWhole = true
    let rows = (0..<blueprint.size.z).map { z in
      let row = (0..<blueprint.size.x).map { x -> UInt8 in
        let isThere = blueprint[Cell(x, y, z)] == state
        isWhole = isWhole && isThere
        return isThere ? UInt8(ascii: "#") : UInt8(ascii: ".")
      }
      return String(decoding: row, as: UTF8.self)
    }
    return (rows, isWhole)
  }
}
