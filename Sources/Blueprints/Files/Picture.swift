import Arena

/// A picture of colours, some of its places transparent.
public struct Picture: Sendable {
  /// The most places a file may have.
  public static let mostPlaces = 1 << 22

  public let width: Int
  public let height: Int
  /// Red, green, blue and opacity of each place, row by row from the top.
  let samples: [UInt8]

  /// The colour of a place, counted from the upper left.
  func colour(_ x: Int, _ y: Int) -> Arena.Scene.Colour {
    let place = 4 * (y * width + x)
    return Arena.Scene.Colour(
      samples[place], samples[place + 1], samples[place + 2], alpha: samples[place + 3])
  }

  /// A picture made smaller, so that neither side is longer than `longest`: each place becomes the
  /// mean of those it covers, weighed by their opacity. One that fits stays as it is.
  public func fitted(to longest: Int) -> Picture {
    guard max(width, height) > longest else { return self }
    let side = max(width, height)
    let (newWidth, newHeight) = (max(1, width * longest / side), max(1, height * longest / side))
    var result: [UInt8] = []
    result.reserveCapacity(4 * newWidth * newHeight)
    for y in 0..<newHeight {
      let rows = y * height / newHeight..<(y + 1) * height / newHeight
      for x in 0..<newWidth {
        result += mean(x * width / newWidth..<(x + 1) * width / newWidth, rows)
      }
    }
    return Picture(width: newWidth, height: newHeight, samples: result)
  }

  private func mean(_ columns: Range<Int>, _ rows: Range<Int>) -> [UInt8] {
    var sums = (0, 0, 0, 0)
    for y in rows {
      for x in columns {
        let place = 4 * (y * width + x)
        let opacity = Int(samples[place + 3])
        sums.0 += opacity * Int(samples[place])
        sums.1 += opacity * Int(samples[place + 1])
        sums.2 += opacity * Int(samples[place + 2])
        sums.3 += opacity
      }
    }
    guard sums.3 > 0 else { return [0, 0, 0, 0] }
    let opacity = sums.3 / (columns.count * rows.count)
    return [sums.0 / sums.3, sums.1 / sums.3, sums.2 / sums.3, opacity].map { UInt8($0) }
  }
}
