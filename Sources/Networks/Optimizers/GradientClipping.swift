/// Shortens `gradient` to a length of at most `limit` and keeps its direction (Pascanu, Mikolov
/// and Bengio, 2013); as in PyTorch the length is taken 1e-6 longer than it is.
///
/// - Returns: the length before. Not a number or infinite if the gradient has such a number, which
///   then stays as it is: check before stepping.
@discardableResult
public func clip(_ gradient: inout [Float], toLength limit: Float) -> Float {
  let length = length(of: gradient)
  let scale = limit / (length + 1e-6)
  if scale < 1 && length.isFinite {
    var g = gradient.mutableSpan
    for i in 0..<g.count { g[i] *= scale }
  }
  return length
}

/// The Euclidean length of a vector, summed in double precision and in a fixed order.
public func length(of vector: [Float]) -> Float {
  let v = vector.span
  var parts = SIMD8<Double>.zero
  let whole = v.count & ~7
  var i = 0
  while i < whole {
    let x = SIMD8(
      Double(v[i]), Double(v[i + 1]), Double(v[i + 2]), Double(v[i + 3]), Double(v[i + 4]),
      Double(v[i + 5]), Double(v[i + 6]), Double(v[i + 7]))
    parts += x * x
    i += 8
  }
  var sum = parts.sum()
  while i < v.count {
    sum += Double(v[i]) * Double(v[i])
    i += 1
  }
  return Float(sum.squareRoot())
}
