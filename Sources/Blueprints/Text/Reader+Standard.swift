import VoxelWorld

extension Reader {
  /// The reader that knows every block of the standard table.
  public static let standard = Reader(blocks: BlockTable.standard.blocks.map(\.name))
}
