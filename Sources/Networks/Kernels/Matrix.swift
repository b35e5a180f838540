import COpenBLAS

/// A row-major matrix somewhere in a buffer that outlives it. Internal to passes over a network,
/// which check their buffers once; the view itself owns nothing and checks only in debug builds.
struct Matrix {
  let start: UnsafeMutablePointer<Float>
  let rows: Int
  let columns: Int
  /// Distance between the starts of two stored rows.
  let stride: Int
  /// Whether `rows` and `columns` name the transpose of what is stored.
  let isTransposed: Bool

  init(_ start: UnsafeMutablePointer<Float>, rows: Int, columns: Int, stride: Int? = nil) {
    self.init(start, rows, columns, stride ?? columns, false)
  }

  /// A matrix that is only read.
  init(_ start: UnsafePointer<Float>, rows: Int, columns: Int, stride: Int? = nil) {
    self.init(UnsafeMutablePointer(mutating: start), rows, columns, stride ?? columns, false)
  }

  private init(
    _ start: UnsafeMutablePointer<Float>, _ rows: Int, _ columns: Int, _ stride: Int,
    _ isTransposed: Bool
  ) {
    self.start = start
    self.rows = rows
    self.columns = columns
    self.stride = stride
    self.isTransposed = isTransposed
  }

  /// The transpose, without moving a number.
  var transposed: Matrix { Matrix(start, columns, rows, stride, !isTransposed) }
}

/// One BLAS thread: two threads gain nothing on matrices of our size and collapse on busy cores,
/// and callers split batches over their own threads. Read once before the first product.
let singleThreadedBLAS: Void = openblas_set_num_threads(1)

/// result = scale a b, or, if `adding`, result += scale a b.
///
/// The order of additions inside OpenBLAS depends on the machine and on the number of rows:
/// results repeat bit for bit on one machine for one shape, and to rounding elsewhere.
func multiply(
  _ a: Matrix, _ b: Matrix, into result: Matrix, adding: Bool = false, scale: Float = 1
) {
  assert(a.columns == b.rows && result.rows == a.rows && result.columns == b.columns)
  assert(!result.isTransposed)
  guard result.rows > 0, result.columns > 0 else { return }
  cblas_sgemm(
    CblasRowMajor, a.isTransposed ? CblasTrans : CblasNoTrans,
    b.isTransposed ? CblasTrans : CblasNoTrans, CInt(result.rows), CInt(result.columns),
    CInt(a.columns), scale, a.start, CInt(a.stride), b.start, CInt(b.stride), adding ? 1 : 0,
    result.start, CInt(result.stride))
}

/// result = x weights^T for few rows, in an order of additions that is the same on every machine
/// and for every number of rows. This is what acting uses, so that recordings repeat anywhere.
func multiplyRepeatably(
  _ x: Matrix, byTransposed weights: Matrix, into result: Matrix, adding: Bool
) {
  assert(x.columns == weights.columns && result.columns == weights.rows)
  for row in 0..<x.rows {
    dotProducts(
      of: x.start + row * x.stride, with: weights, into: result.start + row * result.stride,
      adding: adding)
  }
}

/// result[i] = x . weights[i], eight partial sums each, four rows of weights at a time.
private func dotProducts(
  of x: UnsafePointer<Float>, with weights: Matrix, into result: UnsafeMutablePointer<Float>,
  adding: Bool
) {
  let stride = weights.stride
  var output = 0
  while output + 4 <= weights.rows {
    let w = UnsafePointer(weights.start + output * stride)
    let sums = fourDotProducts(x, w, stride, count: weights.columns)
    for k in 0..<4 {
      result[output + k] = adding ? result[output + k] + sums[k] : sums[k]
    }
    output += 4
  }
  while output < weights.rows {
    let w = UnsafePointer(weights.start + output * stride)
    let sum = fourDotProducts(x, w, 0, count: weights.columns)[0]
    result[output] = adding ? result[output] + sum : sum
    output += 1
  }
}

/// The products of `x` with four rows that lie `stride` apart.
@inline(__always)
private func fourDotProducts(
  _ x: UnsafePointer<Float>, _ w: UnsafePointer<Float>, _ stride: Int, count: Int
) -> SIMD4<Float> {
  var a = SIMD8<Float>.zero
  var b = a
  var c = a
  var d = a
  let whole = count & ~7
  var i = 0
  while i < whole {
    let part = eight(x + i)
    a += part * eight(w + i)
    b += part * eight(w + stride + i)
    c += part * eight(w + 2 * stride + i)
    d += part * eight(w + 3 * stride + i)
    i += 8
  }
  var sums = folded(a, b, c, d)
  while i < count {
    sums += x[i] * SIMD4(w[i], w[stride + i], w[2 * stride + i], w[3 * stride + i])
    i += 1
  }
  return sums
}

@inline(__always)
private func eight(_ start: UnsafePointer<Float>) -> SIMD8<Float> {
  UnsafeRawPointer(start).loadUnaligned(as: SIMD8<Float>.self)
}

/// The sums of four vectors, each added up in the same order.
@inline(__always)
private func folded(
  _ a: SIMD8<Float>, _ b: SIMD8<Float>, _ c: SIMD8<Float>, _ d: SIMD8<Float>
) -> SIMD4<Float> {
  let (a, b) = (a.lowHalf + a.highHalf, b.lowHalf + b.highHalf)
  let (c, d) = (c.lowHalf + c.highHalf, d.lowHalf + d.highHalf)
  let ab = SIMD4(lowHalf: a.lowHalf + a.highHalf, highHalf: b.lowHalf + b.highHalf)
  let cd = SIMD4(lowHalf: c.lowHalf + c.highHalf, highHalf: d.lowHalf + d.highHalf)
  return SIMD4(lowHalf: ab.evenHalf + ab.oddHalf, highHalf: cd.evenHalf + cd.oddHalf)
}
