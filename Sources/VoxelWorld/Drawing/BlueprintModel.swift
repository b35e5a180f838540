import Arena
import Math

/// A blueprint as it will stand: finished, on a meadow.
public struct BlueprintModel: Sendable {
  private let blueprint: Blueprint
  private let world: World

  /// Blocks of meadow on every side.
  private static let margin = 8

  /// Throws `SetupError` for a blueprint that leaves no room for a meadow.
  public init(_ blueprint: Blueprint) throws(SetupError) {
    let margin = Self.margin
    let size = WorldSize(
      blueprint.size.x + 2 * margin, blueprint.size.y + Ground.height,
      blueprint.size.z + 2 * margin)
    guard size.isSensible else {
      throw SetupError("", "the blueprint is larger than what can be shown")
    }
    self.blueprint = blueprint
    var world = Ground.flat(size)
    blueprint.forEachCell { cell, state in
      world.write(state, at: cell + Cell(margin, Ground.height, margin))
    }
    self.world = world
  }

  public func draw(into scene: inout Scene) {
    scene.surroundings = .openAir
    let middle = Cell(world.size.x / 2, 0, world.size.z / 2)
    world.drawChunks(around: middle, into: &scene)
    let margin = Double(Self.margin) - 2
    let size = blueprint.size
    scene.lowerCorner = Vector3(margin, -margin - Double(size.z) - 4, Double(Ground.height))
    scene.upperCorner = Vector3(
      margin + Double(size.x) + 4, -margin, Double(Ground.height + size.y))
    scene.captions.append(
      "\(blueprint.name): \(size.x) x \(size.y) x \(size.z), \(blueprint.blockCount) blocks")
  }
}
