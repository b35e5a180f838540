import VoxelWorld

/// What a file held.
public struct ImportedBlueprint: Sendable {
  public var blueprint: Blueprint
  /// Which layer is the first above the ground, where a file says so.
  public var ground = 0
  /// What could not be taken over as it was written, a line each; empty if every cell is exactly
  /// what the file says.
  public var notes: [String]

  /// Throws for a size that no blueprint can have.
  static func checked(_ x: Int, _ y: Int, _ z: Int) throws(BlueprintFileError) -> WorldSize {
    let size = WorldSize(x, y, z)
    guard size.isSensible, size.blockCount <= Blueprint.mostBlocks else {
      throw BlueprintFileError(
        "the size is \(x) x \(y) x \(z); expected 1 to \(WorldSize.longest) a side and at most "
          + "\(Blueprint.mostBlocks) cells")
    }
    return size
  }
}
