import VoxelWorld

extension PlanWriter {
  /// Puts merlons on every second cell of a ring of walls, always on its corners, one block high.
  mutating func battlements(
    _ rectangle: Rectangle, at y: Int, _ state: BlockState, part: String = "battlements"
  ) {
    var cells: Set<Cell> = []
    for x in rectangle.x {
      let step = min(x - rectangle.x.lowerBound, rectangle.x.upperBound - x)
      guard step % 2 == 0 else { continue }
      cells.insert(Cell(x, 0, 0))
      cells.insert(Cell(x, 0, rectangle.depth - 1))
    }
    for z in rectangle.z {
      let step = min(z - rectangle.z.lowerBound, rectangle.z.upperBound - z)
      guard step % 2 == 0 else { continue }
      cells.insert(Cell(rectangle.x.lowerBound, 0, z - rectangle.z.lowerBound))
      cells.insert(Cell(rectangle.x.upperBound, 0, z - rectangle.z.lowerBound))
    }
    let rows = (0..<rectangle.depth).map { z in
      String(rectangle.x.map { cells.contains(Cell($0, 0, z)) ? "#" : "." })
    }
    paint(picture(Mask(rows, .xz), at: rectangle.lower(y)), state, part: part)
  }
}
