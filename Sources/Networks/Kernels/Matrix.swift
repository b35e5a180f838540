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
  let count = weights.columns
  let tail = tail(of: x, count: count)
  var output = 0
  while output < weights.rows {
    let isWhole = output + 4 <= weights.rows
    let w = UnsafePointer(weights.start + output * stride)
    let y = result + output
    let sums = fourDotProducts(x, tail, w, isWhole ? stride : 0, count: count)
    if isWhole {
      let old = adding ? UnsafeRawPointer(y).loadUnaligned(as: SIMD4<Float>.self) : .zero
      UnsafeMutableRawPointer(y).storeBytes(of: old + sums, as: SIMD4<Float>.self)
    } else {
      y[0] = (adding ? y[0] : 0) + sums[0]
    }
    output += isWhole ? 4 : 1
  }
}

/// The last numbers of `x` that do not fill eight, at the end of a vector that starts with zeros,
/// to meet the last eight numbers of a row of weights. Zero if nothing is left.
private func tail(of x: UnsafePointer<Float>, count: Int) -> SIMD8<Float> {
  var tail = SIMD8<Float>.zero
  let rest = count & 7
  for i in 0..<rest { tail[8 - rest + i] = x[count - rest + i] }
  return tail
}

/// The products of `x` with four rows that lie `stride` apart.
@inline(__always)
private func fourDotProducts(
  _ x: UnsafePointer<Float>, _ tail: SIMD8<Float>, _ w: UnsafePointer<Float>, _ stride: Int,
  count: Int
) -> SIMD4<Float> {
  guard count >= 8 else { return shortDotProducts(x, w, stride, count) }
  var a = SIMD8<Float>.zero
  var b = a
  var c = a
  var d = a
  let (w1, w2, w3) = (w + stride, w + 2 * stride, w + 3 * stride)
  var i = 0
  while i &+ 8 <= count {
    let part = eight(x + i)
    a += part * eight(w + i)
    b += part * eight(w1 + i)
    c += part * eight(w2 + i)
    d += part * eight(w3 + i)
    i &+= 8
  }
  if i < count {
    let last = count - 8
    a += tail * eight(w + last)
    b += tail * eight(w1 + last)
    c += tail * eight(w2 + last)
    d += tail * eight(w3 + last)
  }
  return SIMD4(total(a), total(b), total(c), total(d))
}

/// `fourDotProducts` of fewer than eight numbers.
private func shortDotProducts(
  _ x: UnsafePointer<Float>, _ w: UnsafePointer<Float>, _ stride: Int, _ count: Int
) -> SIMD4<Float> {
  var sums = SIMD4<Float>.zero
  for i in 0..<count {
    sums += x[i] * SIMD4(w[i], w[stride + i], w[2 * stride + i], w[3 * stride + i])
  }
  return sums
}

@inline(__always)
private func eight(_ start: UnsafePointer<Float>) -> SIMD8<Float> {
  UnsafeRawPointer(start).loadUnaligned(as: SIMD8<Float>.self)
}

/// The sum of eight numbers in an order that suits vector units.
@inline(__always)
private func total(_ x: SIMD8<Float>) -> Float {
  let four = x.lowHalf + x.highHalf
  let two = four.lowHalf + four.highHalf
  return two.x + two.y
}
