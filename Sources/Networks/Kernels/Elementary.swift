// Single-precision exponentials for long rows of activations: plain arithmetic without branches or
// library calls, so that loops over them vectorise and the bits are the same on every machine.

/// e to the power `x`; relative error below 2e-7, 0 below -87.3 and finite (1.7e38) above 88.
@inlinable
public func exp(_ x: Float) -> Float {
  let clamped = min(max(x, -87.3), 88)
  let (power, remainder) = powerOfTwo(in: clamped)
  let value = power + power * exponentialMinusOne(ofSmall: remainder)
  return x < -87.3 ? 0 : value
}

/// The hyperbolic tangent; relative error below 4e-7, odd to the last bit, never beyond -1 ... 1.
@inlinable
public func tanh(_ x: Float) -> Float {
  // tanh x = e / (e + 2) with e = exp(2x) - 1, which loses no digits near zero.
  let (power, remainder) = powerOfTwo(in: 2 * min(abs(x), 9.02))
  let e = power * exponentialMinusOne(ofSmall: remainder) + (power - 1)
  let size = e / (e + 2)
  return Float(bitPattern: size.bitPattern | (x.bitPattern & 0x8000_0000))
}

/// The logistic function 1 / (1 + exp(-x)), in 0 ... 1; relative error below 4e-7 for x > -87.
@inlinable
public func sigmoid(_ x: Float) -> Float {
  1 / (1 + exp(-x))
}

/// The natural logarithm of a normal positive number; absolute error below 3e-7, or relative where
/// that is larger.
@inlinable
public func log(_ x: Float) -> Float {
  let bits = x.bitPattern &- 0x3F35_04F3
  // x = 2^n m with m from 2^-0.5 to 2^0.5.
  let n = Float(Int32(bitPattern: bits) >> 23)
  let m = Float(bitPattern: (bits & 0x7F_FFFF) &+ 0x3F35_04F3)
  // log m = 2 artanh t with |t| at most 0.172: the series, whose first dropped term is below 4e-9.
  let t = (m - 1) / (m + 1)
  let s = t * t
  let sum = ((s * (1.0 / 9) + 1.0 / 7) * s + 0.2) * s + 1.0 / 3
  return n * 0.693_147_18 + (2 * t + 2 * t * s * sum)
}

/// The split exp(x) = 2^n exp(r) with |r| at most half of ln 2; `x` must lie in -87.3 ... 88.
@inlinable
func powerOfTwo(in x: Float) -> (power: Float, remainder: Float) {
  // Adding 1.5 * 2^23 leaves the nearest integer in the low bits, with no conversion to trap.
  let shifted = x * 1.442_695_04 + 0x1.8p23
  let n = shifted - 0x1.8p23
  // ln 2 in two pieces, the first with 12 significant bits so that its products are exact.
  let remainder = (x - n * 0.693_115_234_375) - n * 3.194_618_494_6e-5
  let power = Float(bitPattern: (shifted.bitPattern << 23) &+ 0x3F80_0000)
  return (power, remainder)
}

/// exp(r) - 1 for |r| up to 0.35: the Taylor series, whose first dropped term is below 6e-9.
@inlinable
func exponentialMinusOne(ofSmall r: Float) -> Float {
  var sum: Float = 1.0 / 5040
  sum = sum * r + 1.0 / 720
  sum = sum * r + 1.0 / 120
  sum = sum * r + 1.0 / 24
  sum = sum * r + 1.0 / 6
  sum = sum * r + 0.5
  return sum * (r * r) + r
}

/// The square root of a finite number of at least 0; relative error below 3e-7. The library's own
/// is exact but may set an error number, which keeps loops that use it from vectorising.
@inlinable
func squareRoot(_ x: Float) -> Float {
  // Halving the exponent gives 1 / x^0.5 to 4 %; each of Newton's steps doubles the digits.
  var inverse = Float(bitPattern: 0x5F37_59DF &- (x.bitPattern >> 1))
  let half = 0.5 * x
  inverse *= 1.5 - half * inverse * inverse
  inverse *= 1.5 - half * inverse * inverse
  inverse *= 1.5 - half * inverse * inverse
  return x * inverse
}
