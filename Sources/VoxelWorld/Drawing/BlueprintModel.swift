import Arena
import Math

/// A blueprint as it will stand: finished, on a meadow.
public struct BlueprintModel: Sendable {
  private let blueprint: Blueprint
  private let world: World
  /// The layer of the meadow on which the blueprint's lowest stands.
  private let bottom: Int

  /// Blocks of meadow on every side.
  private static let margin = 8

  /// Throws `SetupError` for a blueprint that leaves no room for a meadow.
  ///
  /// - Parameter ground: which of its layers is the first above the meadow; what lies deeper than
  ///   the meadow reaches lifts the whole out of it.
  public init(_ blueprint: Blueprint, ground: Int = 0) throws(SetupError) {
    let margin = Self.margin
    let size = WorldSize(
      blueprint.size.x + 2 * margin, blueprint.size.y + Ground.height,
      blueprint.size.z + 2 * margin)
    guard size.isSensible else {
      throw SetupError("", "the blueprint is larger than what can be shown")
    }
    self.blueprint = blueprint
    var world = Ground.flat(size)
    let bottom = Ground.height - min(max(0, ground), Ground.height)
    blueprint.forEachCell { cell, state in
      world.write(state, at: cell + Cell(margin, bottom, margin))
    }
    self.world = world
    self.bottom = bottom
  }

  public func draw(into scene: inout Scene) {
    scene.surroundings = .openAir
    let middle = Cell(world.size.x / 2, 0, world.size.z / 2)
    world.drawChunks(around: middle, into: &scene)
    let margin = Double(Self.margin) - 2
    let size = blueprint.size
    scene.lowerCorner = Vector3(margin, -margin - Double(size.z) - 4, Double(Ground.height))
    scene.upperCorner = Vector3(
      margin + Double(size.x) + 4, -margin,
      Double(max(Ground.height + 1, bottom + size.y)))
    scene.captions.append(
      "\(blueprint.name): \(size.x) x \(size.y) x \(size.z), \(blueprint.blockCount) blocks")
  }
}
