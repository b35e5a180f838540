/// What a model pays for predicting differently well, or wanting another scale, in different
/// domains: the sign that it leans on something which changes between them.
public enum InvariancePenalty: String, Sendable, Hashable, Codable, CaseIterable {
  /// Nothing: empirical risk minimisation.
  case none
  /// The variance over domains of the mean distance (Krueger et al., V-REx, 2021).
  case variance
  /// The mean over domains of the squared derivative of the mean squared error by a common factor
  /// on all predictions, at 1 (Arjovsky et al., IRMv1, 2019).
  case gradient
  /// The same with the product of that derivative over even and over odd rows instead of its
  /// square, which is unbiased; this is what the code of arXiv 2111.14820 uses.
  case gradientProduct = "gradient-product"

  /// Adds `weight` times the penalty's derivatives to `gradients`.
  ///
  /// - Parameters:
  ///   - domains: the rows of each domain.
  ///   - stride: the numbers per row of `outputs` and `gradients`; the first 2 `places` count.
  /// - Returns: the penalty.
  @discardableResult
  public func add(
    _ outputs: Span<Float>, _ targets: Span<Float>, domains: [Range<Int>], stride: Int,
    places: Int, weight: Float, to gradients: inout MutableSpan<Float>
  ) -> Double {
    guard weight != 0, self != .none else { return 0 }
    let batch = Batch(domains: domains, stride: stride, places: places)
    switch self {
    case .none: return 0
    case .variance: return batch.addVariance(outputs, targets, weight, &gradients)
    case .gradient:
      return batch.addProducts(outputs, targets, weight, &gradients, halves: [(0, 1), (0, 1)])
    case .gradientProduct:
      return batch.addProducts(outputs, targets, weight, &gradients, halves: [(0, 2), (1, 2)])
    }
  }
}

/// The rows of a batch by domain.
private struct Batch {
  let domains: [Range<Int>]
  let stride: Int
  let places: Int

  func addVariance(
    _ outputs: Span<Float>, _ targets: Span<Float>, _ weight: Float,
    _ gradients: inout MutableSpan<Float>
  ) -> Double {
    let risks = domains.map { risk(outputs, targets, $0) }
    let count = Double(max(risks.count, 1))
    let mean = risks.reduce(0, +) / count
    var variance = 0.0
    for (domain, risk) in zip(domains, risks) {
      variance += (risk - mean) * (risk - mean) / count
      PathLoss.add(
        outputs, targets, rows: domain, stride: stride, places: places,
        weight: weight * Float(2 * (risk - mean) / count), to: &gradients)
    }
    return variance
  }

  /// The mean distance in one domain.
  private func risk(
    _ outputs: Span<Float>, _ targets: Span<Float>, _ range: Range<Int>
  ) -> Double {
    var sum = 0.0
    for row in range {
      for place in 0..<places {
        let (o, t) = (row * stride + 2 * place, (row * places + place) * 2)
        let (dx, dy) = (outputs[o] - targets[t], outputs[o + 1] - targets[t + 1])
        sum += Double((dx * dx + dy * dy).squareRoot())
      }
    }
    return sum / Double(max(range.count * places, 1))
  }

  /// The mean over domains of the product of two halves' derivatives; a half is the rows that
  /// leave its first number when divided by its second.
  func addProducts(
    _ outputs: Span<Float>, _ targets: Span<Float>, _ weight: Float,
    _ gradients: inout MutableSpan<Float>, halves: [(Int, Int)]
  ) -> Double {
    var penalty = 0.0
    for domain in domains {
      let rows = halves.map { half in domain.filter { ($0 - domain.lowerBound) % half.1 == half.0 }
      }
      let slopes = rows.map { slope(outputs, targets, $0) }
      penalty += slopes[0] * slopes[1] / Double(domains.count)
      for half in 0..<2 {
        let scale =
          Double(weight) * slopes[1 - half]
          / Double(domains.count * max(rows[half].count, 1) * places)
        for row in rows[half] {
          for i in 0..<2 * places {
            // d/dp of (p - y)^2 by the factor: d/dp of 2 (p - y) p.
            let (p, y) = (outputs[row * stride + i], targets[row * 2 * places + i])
            gradients[row * stride + i] += Float(scale) * 2 * (2 * p - y)
          }
        }
      }
    }
    return penalty
  }

  /// The derivative of the mean squared distance by the factor.
  private func slope(_ outputs: Span<Float>, _ targets: Span<Float>, _ rows: [Int]) -> Double {
    var sum = 0.0
    for row in rows {
      for i in 0..<2 * places {
        let (p, y) = (outputs[row * stride + i], targets[row * 2 * places + i])
        sum += 2 * Double((p - y) * p)
      }
    }
    return sum / Double(max(rows.count * places, 1))
  }
}
