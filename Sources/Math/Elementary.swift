// The C library's elementary functions differ in the last bit between its versions, which would
// make state digests depend on the machine. These are plain arithmetic, hence equal everywhere.
// Each is a Taylor series on an interval short enough for the first dropped term to lie below
// half a unit in the last place.

/// Sine and cosine of `x` radians; absolute error below 4e-16 for |x| up to 1e5.
@inlinable
public func sincos(_ x: Double) -> (sine: Double, cosine: Double) {
  let quarter = (x * 0.636_619_772_367_581_343).rounded(.toNearestOrEven)
  // pi / 2 in two pieces, the first with 33 significant bits so that its products are exact.
  let r = (x - quarter * 1.570_796_326_734_125_614) - quarter * 6.077_100_506_506_192_6e-11
  let (sine, cosine) = sincosNearZero(r)
  let turn = Int(truncatingIfNeeded: Int64(quarter)) & 3
  let swapped = turn & 1 == 1
  let a = swapped ? cosine : sine
  let b = swapped ? sine : cosine
  return (turn & 2 == 0 ? a : -a, (turn == 1 || turn == 2) ? -b : b)
}

/// Sine and cosine of angles up to pi / 4, where they equal those of `sincos` bit for bit. There is
/// nothing in it but arithmetic, so a loop over many angles is done several at a time.
@inlinable @inline(__always)
public func sincosNearZero(_ r: Double) -> (sine: Double, cosine: Double) {
  let s = r * r
  var sine = -1.0 / 1_307_674_368_000
  sine = sine * s + 1.0 / 6_227_020_800
  sine = sine * s - 1.0 / 39_916_800
  sine = sine * s + 1.0 / 362_880
  sine = sine * s - 1.0 / 5040
  sine = sine * s + 1.0 / 120
  sine = sine * s - 1.0 / 6
  sine = sine * s * r + r
  var cosine = 1.0 / 20_922_789_888_000
  cosine = cosine * s - 1.0 / 87_178_291_200
  cosine = cosine * s + 1.0 / 479_001_600
  cosine = cosine * s - 1.0 / 3_628_800
  cosine = cosine * s + 1.0 / 40_320
  cosine = cosine * s - 1.0 / 720
  cosine = cosine * s + 1.0 / 24
  cosine = cosine * s - 0.5
  cosine = cosine * s + 1
  return (sine, cosine)
}

/// The angle of the point (x, y) from the x axis, in -pi ... pi.
@inlinable
public func atan2(_ y: Double, _ x: Double) -> Double {
  let ax = abs(x)
  let ay = abs(y)
  let large = max(ax, ay)
  guard large > 0 else { return 0 }
  var angle = arctanUpToOne(min(ax, ay) / large)
  if ay > ax { angle = 0.5 * .pi - angle }
  if x < 0 { angle = .pi - angle }
  return y < 0 ? -angle : angle
}

/// The arc tangent for arguments 0 ... 1.
@inlinable
func arctanUpToOne(_ x: Double) -> Double {
  // atan x = atan c + atan((x - c) / (1 + c x)) with c the nearer of 0, tan(pi/8) and 1.
  let upper = x > 0.668_178_637_919_298_9
  let middle = x > 0.198_912_367_379_658_0
  let c = upper ? 1.0 : (middle ? 0.414_213_562_373_095_05 : 0)
  let base = upper ? 0.25 * Double.pi : (middle ? 0.125 * Double.pi : 0)
  let t = (x - c) / (1 + c * x)
  let s = t * t
  var sum = 1.0 / 21
  sum = 1.0 / 19 - sum * s
  sum = 1.0 / 17 - sum * s
  sum = 1.0 / 15 - sum * s
  sum = 1.0 / 13 - sum * s
  sum = 1.0 / 11 - sum * s
  sum = 1.0 / 9 - sum * s
  sum = 1.0 / 7 - sum * s
  sum = 1.0 / 5 - sum * s
  sum = 1.0 / 3 - sum * s
  return base + (t - t * s * sum)
}

/// The angle whose cosine is `x`, in 0 ... pi; arguments outside -1 ... 1 count as the nearer end.
@inlinable
public func acos(_ x: Double) -> Double {
  let c = min(max(x, -1), 1)
  return atan2(((1 - c) * (1 + c)).squareRoot(), c)
}

/// e to the power `x`; relative error below 4e-16, 0 below -708 and finite up to 709.
@inlinable
public func exp(_ x: Double) -> Double {
  let clamped = min(max(x, -708), 709)
  let n = (clamped * 1.442_695_040_888_963_407).rounded(.toNearestOrEven)
  // ln 2 in two pieces, the first with 32 significant bits.
  let r = (clamped - n * 0.693_147_180_369_123_816) - n * 1.908_214_929_270_587_7e-10
  let scale = Double(bitPattern: UInt64(bitPattern: Int64(n) + 1023) << 52)
  return x < -708 ? 0 : (exponentialTail(r) * r * r + r + 1) * scale
}

/// The natural logarithm of a positive normal number; relative error below 1e-15.
@inlinable
public func log(_ x: Double) -> Double {
  precondition(x > 0 && x.isFinite, "log needs a positive finite number")
  // Taken apart by hand: the library's exponent and significand are calls that cannot be inlined.
  let isSubnormal = x < 0x1p-1022
  let bits = (isSubnormal ? x * 0x1p54 : x).bitPattern
  var exponent = Double(Int(bits >> 52) - (isSubnormal ? 1077 : 1023))
  var mantissa = Double(bitPattern: bits & 0xF_FFFF_FFFF_FFFF | 0x3FF0_0000_0000_0000)
  if mantissa > 1.414_213_562_373_095_05 {
    mantissa *= 0.5
    exponent += 1
  }
  let t = (mantissa - 1) / (mantissa + 1)
  let s = t * t
  var sum = 1.0 / 21
  sum = sum * s + 1.0 / 19
  sum = sum * s + 1.0 / 17
  sum = sum * s + 1.0 / 15
  sum = sum * s + 1.0 / 13
  sum = sum * s + 1.0 / 11
  sum = sum * s + 1.0 / 9
  sum = sum * s + 1.0 / 7
  sum = sum * s + 1.0 / 5
  sum = sum * s + 1.0 / 3
  return exponent * 0.693_147_180_559_945_309 + (2 * t + 2 * t * s * sum)
}

/// The hyperbolic tangent; absolute error below 1e-15.
@inlinable
public func tanh(_ x: Double) -> Double {
  let size = abs(x)
  // tanh x = t / (t + 2) with t = e^(2x) - 1, which keeps its digits near 0.
  let r = 2 * min(size, 0.17)
  let t = r + r * r * exponentialTail(r)
  let e = exp(-2 * min(size, 20))
  let value = size < 0.17 ? t / (t + 2) : (1 - e) / (1 + e)
  return x < 0 ? -value : value
}

/// (e^r - 1 - r) / r^2 for |r| up to 0.35.
@inlinable
func exponentialTail(_ r: Double) -> Double {
  var sum = 1.0 / 6_227_020_800
  sum = sum * r + 1.0 / 479_001_600
  sum = sum * r + 1.0 / 39_916_800
  sum = sum * r + 1.0 / 3_628_800
  sum = sum * r + 1.0 / 362_880
  sum = sum * r + 1.0 / 40_320
  sum = sum * r + 1.0 / 5040
  sum = sum * r + 1.0 / 720
  sum = sum * r + 1.0 / 120
  sum = sum * r + 1.0 / 24
  sum = sum * r + 1.0 / 6
  return sum * r + 0.5
}
