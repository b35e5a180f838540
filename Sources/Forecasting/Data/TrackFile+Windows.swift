extension TrackFile {
  /// The scenes of the benchmark: every run of `length` recorded frames, one frame apart, with the
  /// pedestrians who are in all of them; runs with fewer than `fewest` such pedestrians are left
  /// out. Positions are rounded to 4 decimals. These are the windows of Social-GAN's loader.
  ///
  /// - Parameters:
  ///   - length: frames per window, observed and predicted together.
  ///   - fewest: 2 in all published tables.
  public func windows(_ name: String, length: Int = 20, fewest: Int = 2) -> MotionSet {
    var set = MotionSet(name, frames: length)
    let frames = groupedByFrame()
    guard frames.count >= length else { return set }
    for start in 0...frames.count - length {
      let window = frames[start..<start + length]
      var scene: [Float] = []
      var count = 0
      for pedestrian in pedestrians(of: window) {
        let before = scene.count
        for frame in window {
          guard let row = frame.first(where: { $0.pedestrian == pedestrian }) else { break }
          scene.append(Self.rounded(row.x))
          scene.append(Self.rounded(row.y))
        }
        if scene.count == before + 2 * length {
          count += 1
        } else {
          scene.removeLast(scene.count - before)
        }
      }
      if count >= fewest { set.append(scene: scene) }
    }
    return set
  }

  /// The rows of each recorded frame, frames in rising order.
  private func groupedByFrame() -> [[Row]] {
    let sorted = rows.enumerated().sorted {
      ($0.element.frame, $0.offset) < ($1.element.frame, $1.offset)
    }
    var groups: [[Row]] = []
    for (_, row) in sorted {
      if let last = groups.last?.last, last.frame == row.frame {
        groups[groups.count - 1].append(row)
      } else {
        groups.append([row])
      }
    }
    return groups
  }

  /// Those in the first and the last frame, in rising order: nobody else is in all.
  private func pedestrians(of window: ArraySlice<[Row]>) -> [Int] {
    guard let first = window.first, let last = window.last else { return [] }
    let atEnd = last.map(\.pedestrian)
    return first.map(\.pedestrian).filter(atEnd.contains).sorted()
  }

  private static func rounded(_ metres: Double) -> Float {
    Float((metres * 1e4).rounded(.toNearestOrEven) / 1e4)
  }
}
