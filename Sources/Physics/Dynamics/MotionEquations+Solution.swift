import Math

extension MotionEquations {
  /// Solves (mass + diag `extra`) a = `force` by elimination from the tips inwards, which fills no
  /// element that is 0 (Featherstone, 2008, section 6.5).
  @inline(__always)
  func solved(_ force: JointVector, extra: JointVector, count: Int) -> JointVector {
    // Row 8 holds the right side, row 9 the added diagonal, row 10 the factors of a pivot, row 11
    // the inverse pivots, row 12 the result.
    var table = LaneTable<13>()
    for index in 0..<count { table[index] = mass[index] }
    table[8] = force.wide
    table[9] = extra.wide
    var pivot = count - 1
    while pivot >= 0 {
      let row = table[pivot]
      let inverse = 1 / (table.columns[pivot][pivot] + table.columns[9][pivot])
      let rest = table.columns[8][pivot]
      table.columns[11][pivot] = inverse
      table[10] = inverse * row
      for index in 0..<pivot {
        table[index] = table[index] - table.columns[10][index] * row
        table.columns[8][index] -= table.columns[10][index] * rest
      }
      pivot -= 1
    }
    for index in 0..<count {
      var sum = table.columns[8][index]
      for carrier in 0..<index {
        sum -= table.columns[index][carrier] * table.columns[12][carrier]
      }
      table.columns[12][index] = sum * table.columns[11][index]
    }
    return JointVector(table[12])
  }
}

/// Sine and cosine of each lane, by the arithmetic of `sincos(_: Double)`.
@inline(__always)
func sincos(_ angles: JointVector) -> (sines: JointVector, cosines: JointVector) {
  let x = angles.wide
  // Adding and taking away 1.5 x 2^52 rounds to the nearest even whole number.
  let rounder = Lanes(repeating: 6_755_399_441_055_744)
  let quarter = (x * 0.636_619_772_367_581_343 + rounder) - rounder
  let r = (x - quarter * 1.570_796_326_734_125_614) - quarter * 6.077_100_506_506_192_6e-11
  let s = r * r
  var sine = Lanes(repeating: -1.0 / 1_307_674_368_000)
  sine = sine * s + 1.0 / 6_227_020_800
  sine = sine * s - 1.0 / 39_916_800
  sine = sine * s + 1.0 / 362_880
  sine = sine * s - 1.0 / 5040
  sine = sine * s + 1.0 / 120
  sine = sine * s - 1.0 / 6
  sine = sine * s * r + r
  var cosine = Lanes(repeating: 1.0 / 20_922_789_888_000)
  cosine = cosine * s - 1.0 / 87_178_291_200
  cosine = cosine * s + 1.0 / 479_001_600
  cosine = cosine * s - 1.0 / 3_628_800
  cosine = cosine * s + 1.0 / 40_320
  cosine = cosine * s - 1.0 / 720
  cosine = cosine * s + 1.0 / 24
  cosine = cosine * s - 0.5
  cosine = cosine * s + 1
  // How many quarter turns beyond whole ones: -2 to 2.
  let turn = quarter - 4 * ((quarter * 0.25 + rounder) - rounder)
  let isSwapped = turn * turn .== 1
  let isBack = turn * turn .== 4
  let a = sine.replacing(with: cosine, where: isSwapped)
  let b = cosine.replacing(with: sine, where: isSwapped)
  return (
    JointVector(a.replacing(with: -a, where: isBack .| (turn .== -1))),
    JointVector(b.replacing(with: -b, where: isBack .| (turn .== 1)))
  )
}
