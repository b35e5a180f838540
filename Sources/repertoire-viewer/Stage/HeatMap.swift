#if Viewer

import Arena
import Math

/// How often a ball bounced where, up to a step, as tinted squares on the surface it bounced on.
enum HeatMap {
  /// The side of a square, metres.
  private static let side = 0.12

  static func add(_ tape: any Tape, until step: Int, to scene: inout Scene) {
    var counts: [Cell: Int] = [:]
    for mark in tape.marks {
      if mark.step > step { break }
      guard mark.mark.text == "bounce", let place = mark.mark.place else { continue }
      let cell = Cell(
        x: Int((place.x / side).rounded(.down)), y: Int((place.y / side).rounded(.down)))
      counts[cell, default: 0] += 1
    }
    let most = counts.values.max() ?? 1
    for cell in counts.keys.sorted() {
      let share = Double(counts[cell] ?? 0) / Double(most)
      let middle = Vector3((Double(cell.x) + 0.5) * side, (Double(cell.y) + 0.5) * side, 0.004)
      scene.add(
        .box(
          centre: middle, half: Vector3(0.5 * side, 0.5 * side, 0.002), rotation: .identity),
        Theme.speed(share, alpha: UInt8(110 + 110 * share)), finish: .glowing)
    }
  }

  private struct Cell: Hashable, Comparable {
    let x: Int
    let y: Int

    static func < (a: Cell, b: Cell) -> Bool { (a.y, a.x) < (b.y, b.x) }
  }
}

#endif
