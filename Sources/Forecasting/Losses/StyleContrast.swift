import Math

/// The supervised contrastive loss (Khosla et al., SupCon, 2020): samples of one style shall lie
/// together and apart from those of others. Vectors are brought to length 1 first; then
///
///     loss = mean over i of -mean over p of log(exp(z_i z_p / t) / sum over a of exp(z_i z_a / t))
///
/// with p the others of the style of i and a all others; samples alone in their style do not count.
public struct StyleContrast: Sendable, Hashable {
  /// t; 0.07 in arXiv 2111.14820.
  public var temperature: Float

  public init(temperature: Float = 0.07) {
    self.temperature = temperature
  }

  /// Adds `weight` times the loss's derivatives to `gradients`, both laid out like `vectors`.
  ///
  /// - Parameters:
  ///   - vectors: one row of `width` numbers per sample.
  ///   - styles: the style of each sample.
  /// - Returns: the loss.
  @discardableResult
  public func add(
    _ vectors: Span<Float>, width: Int, styles: [Int], weight: Float,
    to gradients: inout MutableSpan<Float>
  ) -> Double {
    let count = styles.count
    precondition(vectors.count == count * width, "there is not one row per sample")
    let (units, lengths) = normalized(vectors, count, width)
    var pulls = [Float](repeating: 0, count: count * width)
    var loss = 0.0
    let counted = (0..<count).filter { i in styles.filter { $0 == styles[i] }.count > 1 }
    let share = 1 / Float(max(counted.count, 1))
    for i in counted {
      loss += Double(share) * anchor(i, units, width, styles, share / temperature, &pulls)
    }
    // Through the normalisation: the part along the vector is lost.
    for i in 0..<count {
      var along: Float = 0
      for k in 0..<width { along += pulls[i * width + k] * units[i * width + k] }
      for k in 0..<width {
        let across = pulls[i * width + k] - along * units[i * width + k]
        gradients[i * width + k] += weight * across / lengths[i]
      }
    }
    return loss
  }

  private func normalized(
    _ vectors: Span<Float>, _ count: Int, _ width: Int
  ) -> (units: [Float], lengths: [Float]) {
    var units = [Float](repeating: 0, count: count * width)
    var lengths = [Float](repeating: 0, count: count)
    for i in 0..<count {
      var sum: Float = 0
      for k in 0..<width { sum += vectors[i * width + k] * vectors[i * width + k] }
      lengths[i] = max(sum.squareRoot(), 1e-8)
      for k in 0..<width { units[i * width + k] = vectors[i * width + k] / lengths[i] }
    }
    return (units, lengths)
  }

  /// The loss of one sample against all others; adds its derivatives by the units.
  private func anchor(
    _ i: Int, _ units: [Float], _ width: Int, _ styles: [Int], _ share: Float,
    _ pulls: inout [Float]
  ) -> Double {
    let count = styles.count
    var products = [Float](repeating: -.infinity, count: count)
    for j in 0..<count where j != i {
      var product: Float = 0
      for k in 0..<width { product += units[i * width + k] * units[j * width + k] }
      products[j] = product / temperature
    }
    let largest = products.max() ?? 0
    var exponentials = [Double](repeating: 0, count: count)
    for j in 0..<count where j != i { exponentials[j] = exp(Double(products[j] - largest)) }
    let sum = exponentials.reduce(0, +)
    let positives = (0..<count).filter { $0 != i && styles[$0] == styles[i] }
    let part = 1 / Double(positives.count)
    var loss = 0.0
    for j in positives {
      loss -= part * (Double(products[j] - largest) - log(sum))
    }
    for j in 0..<count where j != i {
      let isPositive = styles[j] == styles[i]
      let slope = share * Float(exponentials[j] / sum - (isPositive ? part : 0))
      for k in 0..<width {
        pulls[i * width + k] += slope * units[j * width + k]
        pulls[j * width + k] += slope * units[i * width + k]
      }
    }
    return loss
  }
}
