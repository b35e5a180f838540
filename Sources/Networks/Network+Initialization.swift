import Math

extension Network {
  /// Parameters to start learning from: orthogonal matrices, zero biases, each with the gain its
  /// layer was recorded with. The same stream of random numbers gives the same parameters.
  public func initialParameters(random: inout Random) -> [Float] {
    var parameters = [Float](repeating: 0, count: parameterCount)
    for tensor in tensors {
      switch tensor.initial {
      case .constant(let value):
        for i in tensor.range { parameters[i] = value }
      case .normal(let deviation):
        for i in tensor.range { parameters[i] = deviation * Float(random.normal()) }
      case .orthogonal(let gain, let blocks):
        fillOrthogonally(&parameters, tensor, gain, blocks, &random)
      }
    }
    return parameters
  }

  private func fillOrthogonally(
    _ parameters: inout [Float], _ tensor: Tensor, _ gain: Float, _ blocks: Int,
    _ random: inout Random
  ) {
    let columns = tensor.shape[tensor.shape.count - 1]
    let size = tensor.range.count / blocks
    for start in stride(from: tensor.range.lowerBound, to: tensor.range.upperBound, by: size) {
      let matrix = orthogonalMatrix(rows: size / columns, columns: columns, random: &random)
      for i in 0..<size { parameters[start + i] = gain * Float(matrix[i]) }
    }
  }
}

/// A matrix, row-major, whose rows have length 1 and stand at right angles, or whose columns do if
/// it has more rows than columns. Uniform over all such matrices, as the Gram-Schmidt process
/// turns normal numbers into (Saxe, McClelland and Ganguli, 2014).
public func orthogonalMatrix(rows: Int, columns: Int, random: inout Random) -> [Double] {
  let count = min(rows, columns)
  let length = max(rows, columns)
  var vectors = [Double](repeating: 0, count: count * length)
  for v in 0..<count {
    for i in 0..<length { vectors[v * length + i] = random.normal() }
    orthogonalize(&vectors, v, length)
  }
  guard rows > columns else { return vectors }
  var transposed = vectors
  for row in 0..<rows {
    for column in 0..<columns {
      transposed[row * columns + column] = vectors[column * length + row]
    }
  }
  return transposed
}

/// Takes from vector `index` its parts along the vectors before it, then makes its length 1.
private func orthogonalize(_ vectors: inout [Double], _ index: Int, _ length: Int) {
  vectors.withUnsafeMutableBufferPointer { all in
    guard let start = all.baseAddress else { return }
    let vector = start + index * length
    var before = dotProduct(vector, vector, length)
    // Where little is left of a vector, what is left is inexact: once more, from that.
    for _ in 0..<3 {
      for other in 0..<index {
        let direction = start + other * length
        let part = dotProduct(vector, direction, length)
        for i in 0..<length { vector[i] -= part * direction[i] }
      }
      let after = dotProduct(vector, vector, length)
      if after > 0.5 * before { break }
      before = after
    }
    let scale = 1 / dotProduct(vector, vector, length).squareRoot()
    for i in 0..<length { vector[i] *= scale }
  }
}

/// The product of two vectors in eight partial sums: fast, and in a fixed order.
private func dotProduct(
  _ a: UnsafePointer<Double>, _ b: UnsafePointer<Double>, _ count: Int
) -> Double {
  var parts = SIMD8<Double>.zero
  let whole = count & ~7
  var i = 0
  while i < whole {
    let x = UnsafeRawPointer(a + i).loadUnaligned(as: SIMD8<Double>.self)
    parts += x * UnsafeRawPointer(b + i).loadUnaligned(as: SIMD8<Double>.self)
    i += 8
  }
  var sum = parts.sum()
  while i < count {
    sum += a[i] * b[i]
    i += 1
  }
  return sum
}
