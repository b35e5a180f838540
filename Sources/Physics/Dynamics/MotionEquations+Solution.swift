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
