import Arena

extension BlockState {
  /// The colour of its sides, for pictures in which a block is a cube of one colour.
  public var colour: Scene.Colour { BlockLooks.all[Int(id)].colour }
}
