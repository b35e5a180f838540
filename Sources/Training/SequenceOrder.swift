/// The way from a lane's entries, where the worlds of each step lie side by side, to sequences of
/// steps of one world.
struct SequenceOrder {
  let worlds: Int
  /// The steps of a sequence. Sequences of one step lie as the entries do.
  let length: Int

  /// The entry that comes at a row.
  func entry(_ row: Int) -> Int {
    if length == 1 { return row }
    let (sequence, step) = row.quotientAndRemainder(dividingBy: length)
    let (time, world) = sequence.quotientAndRemainder(dividingBy: worlds)
    return (time * length + step) * worlds + world
  }

  /// Appends a lane's entries, each of `width` numbers.
  func append(_ entries: [Float], width: Int, to rows: inout [Float]) {
    if length == 1 {
      rows.append(contentsOf: entries)
      return
    }
    let source = entries.span
    for row in 0..<entries.count / width {
      let start = entry(row) * width
      for i in start..<start + width { rows.append(source[i]) }
    }
  }
}
