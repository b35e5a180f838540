import Math

/// Sine and cosine of every lane, in radians up to 1e5: what `Math.sincos` gives, bit for bit.
@inlinable @inline(__always)
public func sincos(_ angles: JointVector) -> (sine: JointVector, cosine: JointVector) {
  let x = angles.wide
  // Adding 1.5 x 2^52 rounds to a whole number, whose last bits then end the sum's.
  let shift = SIMD8<Double>(repeating: 0x1.8p52)
  let shifted = x * 0.636_619_772_367_581_343 + shift
  let quarter = shifted - shift
  let turn = unsafe unsafeBitCast(shifted, to: SIMD8<Int64>.self)
  let r = (x - quarter * 1.570_796_326_734_125_614) - quarter * 6.077_100_506_506_192_6e-11
  let s = r * r
  var sine = SIMD8(repeating: -1.0 / 1_307_674_368_000)
  sine = sine * s + 1.0 / 6_227_020_800
  sine = sine * s - 1.0 / 39_916_800
  sine = sine * s + 1.0 / 362_880
  sine = sine * s - 1.0 / 5040
  sine = sine * s + 1.0 / 120
  sine = sine * s - 1.0 / 6
  sine = sine * s * r + r
  var cosine = SIMD8(repeating: 1.0 / 20_922_789_888_000)
  cosine = cosine * s - 1.0 / 87_178_291_200
  cosine = cosine * s + 1.0 / 479_001_600
  cosine = cosine * s - 1.0 / 3_628_800
  cosine = cosine * s + 1.0 / 40_320
  cosine = cosine * s - 1.0 / 720
  cosine = cosine * s + 1.0 / 24
  cosine = cosine * s - 0.5
  cosine = cosine * s + 1
  let isSwapped = (turn & 1) .== 1
  let a = sine.replacing(with: cosine, where: isSwapped)
  let b = cosine.replacing(with: sine, where: isSwapped)
  return (
    JointVector(a.replacing(with: -a, where: (turn & 2) .!= 0)),
    JointVector(b.replacing(with: -b, where: ((turn &+ 1) & 2) .!= 0))
  )
}
