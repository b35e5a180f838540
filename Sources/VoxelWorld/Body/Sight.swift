/// Where a ray first hits a block.
public struct Sight: Hashable, Sendable {
  public let cell: Cell
  /// The face that it hits.
  public let face: Direction
  /// Blocks from the eye.
  public let distance: Double
  /// The point that it hits.
  public let x: Double
  public let y: Double
  public let z: Double
}

extension World {
  /// What a body looks at within its reach.
  public func sight(of body: Body, reach: Double = Body.reach) -> Sight? {
    let look = body.look
    return sight(
      from: (body.x, body.y + Body.eyeHeight, body.z), towards: (look.x, look.y, look.z),
      reach: reach)
  }

  /// What a ray meets first, cell by cell (Amanatides and Woo, 1987).
  ///
  /// - Parameters:
  ///   - eye: where the ray starts.
  ///   - way: a unit vector.
  ///   - reach: how far it goes, in blocks.
  public func sight(
    from eye: (x: Double, y: Double, z: Double), towards way: (x: Double, y: Double, z: Double),
    reach: Double
  ) -> Sight? {
    var cell = Cell(
      Int(eye.x.rounded(.down)), Int(eye.y.rounded(.down)), Int(eye.z.rounded(.down)))
    func next(_ at: Double, _ way: Double, _ cell: Int) -> Double {
      way > 0 ? (Double(cell + 1) - at) / way : way < 0 ? (Double(cell) - at) / way : .infinity
    }
    var tx = next(eye.x, way.x, cell.x)
    var ty = next(eye.y, way.y, cell.y)
    var tz = next(eye.z, way.z, cell.z)
    var travelled = 0.0
    while travelled <= reach {
      if let hit = hit(cell, eye, way, reach) { return hit }
      travelled = min(tx, ty, tz)
      if tx <= ty, tx <= tz {
        cell.x += way.x > 0 ? 1 : -1
        tx += abs(1 / way.x)
      } else if ty <= tz {
        cell.y += way.y > 0 ? 1 : -1
        ty += abs(1 / way.y)
      } else {
        cell.z += way.z > 0 ? 1 : -1
        tz += abs(1 / way.z)
      }
    }
    return nil
  }

  /// Where the ray meets the outline of one cell's block.
  private func hit(
    _ cell: Cell, _ eye: (x: Double, y: Double, z: Double),
    _ way: (x: Double, y: Double, z: Double), _ reach: Double
  ) -> Sight? {
    let state = self[cell]
    guard !state.isAir else { return nil }
    let shape = Int(traits[Int(state.id)].outline)
    var best: Sight?
    for index in boxStarts[shape]..<boxStarts[shape + 1] {
      let box = Box(boxes[index], in: cell)
      guard let entry = entry(into: box, eye, way), entry.distance <= reach,
        entry.distance < best?.distance ?? .infinity
      else { continue }
      best = Sight(
        cell: cell, face: entry.face, distance: entry.distance, x: eye.x + entry.distance * way.x,
        y: eye.y + entry.distance * way.y, z: eye.z + entry.distance * way.z)
    }
    return best
  }

  /// Where a ray enters a box, by the slabs between its opposite faces; nil if it misses or starts
  /// inside.
  private func entry(
    into box: Box, _ eye: (x: Double, y: Double, z: Double),
    _ way: (x: Double, y: Double, z: Double)
  ) -> (distance: Double, face: Direction)? {
    var enter = 0.0
    var leave = Double.infinity
    var face: Direction?
    func clip(
      _ at: Double, _ way: Double, _ low: Double, _ high: Double, _ lowFace: Direction
    ) -> Bool {
      guard way != 0 else { return at > low && at < high }
      let near = ((way > 0 ? low : high) - at) / way
      let far = ((way > 0 ? high : low) - at) / way
      if near > enter {
        enter = near
        face = way > 0 ? lowFace : lowFace.opposite
      }
      leave = min(leave, far)
      return enter < leave
    }
    guard clip(eye.x, way.x, box.x0, box.x1, .west), clip(eye.y, way.y, box.y0, box.y1, .down),
      clip(eye.z, way.z, box.z0, box.z1, .north), let face
    else { return nil }
    return (enter, face)
  }
}
