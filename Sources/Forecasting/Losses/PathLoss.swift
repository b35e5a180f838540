import Math

/// The mean distance between predicted and true places, in the unit of the numbers:
///
///     loss = 1 / (rows places) sum |p - y|
///
/// It is the average displacement error itself. Rows hold `places` pairs of x and y.
public enum PathLoss {
  /// Adds `weight` times the loss's derivatives to `gradients` for the rows in `range`.
  ///
  /// - Parameters:
  ///   - stride: the numbers per row of `outputs` and `gradients`, of which the first 2 `places`
  ///     count; rows of `targets` have no others.
  ///   - weight: the derivative of whatever is minimised by this loss.
  /// - Returns: the loss.
  @discardableResult
  public static func add(
    _ outputs: Span<Float>, _ targets: Span<Float>, rows range: Range<Int>, stride: Int,
    places: Int, weight: Float, to gradients: inout MutableSpan<Float>
  ) -> Double {
    let share = weight / Float(max(range.count * places, 1))
    var sum = 0.0
    for row in range {
      var (o, t) = (row * stride, row * places * 2)
      for _ in 0..<places {
        let (dx, dy) = (outputs[o] - targets[t], outputs[o + 1] - targets[t + 1])
        let distance = (dx * dx + dy * dy).squareRoot()
        sum += Double(distance)
        // Where the prediction is exact any direction is as good; none keeps it there.
        let pull = distance > 0 ? share / distance : 0
        gradients[o] += pull * dx
        gradients[o + 1] += pull * dy
        (o, t) = (o + 2, t + 2)
      }
    }
    return sum / Double(max(range.count * places, 1))
  }

  /// The mean over rows of the least loss among `paths` predictions per row, which lie one after
  /// the other from column `offset` on. Only the best path of a row learns from it, but for a
  /// share `leak` that all others get, so that none is left behind.
  @discardableResult
  public static func addBest(
    of paths: Int, _ outputs: Span<Float>, _ targets: Span<Float>, rows range: Range<Int>,
    stride: Int, offset: Int, places: Int, weight: Float, leak: Float = 0,
    to gradients: inout MutableSpan<Float>
  ) -> Double {
    let share = weight / Float(max(range.count * places, 1))
    var sum = 0.0
    for row in range {
      var (best, least) = (0, Float.infinity)
      for path in 0..<paths {
        let start = row * stride + offset + path * 2 * places
        let distance = distance(outputs, start, targets, row * places * 2, places)
        if distance < least { (best, least) = (path, distance) }
      }
      sum += Double(least)
      for path in 0..<paths {
        let part = path == best ? 1 - leak : leak / Float(max(paths - 1, 1))
        guard part > 0 else { continue }
        var (o, t) = (row * stride + offset + path * 2 * places, row * places * 2)
        for _ in 0..<places {
          let (dx, dy) = (outputs[o] - targets[t], outputs[o + 1] - targets[t + 1])
          let distance = (dx * dx + dy * dy).squareRoot()
          let pull = distance > 0 ? part * share / distance : 0
          gradients[o] += pull * dx
          gradients[o + 1] += pull * dy
          (o, t) = (o + 2, t + 2)
        }
      }
    }
    return sum / Double(max(range.count * places, 1))
  }

  /// The summed distance of one path.
  private static func distance(
    _ outputs: Span<Float>, _ o: Int, _ targets: Span<Float>, _ t: Int, _ places: Int
  ) -> Float {
    var sum: Float = 0
    for place in 0..<places {
      let dx = outputs[o + 2 * place] - targets[t + 2 * place]
      let dy = outputs[o + 2 * place + 1] - targets[t + 2 * place + 1]
      sum += (dx * dx + dy * dy).squareRoot()
    }
    return sum
  }
}
