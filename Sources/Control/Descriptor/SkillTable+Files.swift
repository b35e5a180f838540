import Networks

extension SkillTable {
  /// The most rows that are read.
  public static let mostRows = 1 << 20

  /// The bytes of a file with the tensors "keys" [rows, key numbers] and "effects" [rows, 9].
  public var safetensors: Safetensors {
    var file = Safetensors(metadata: ["kind": "descriptor"])
    file.append(.init(name: "keys", shape: [count, keyWidth], values: .single(keys)))
    file.append(.init(name: "effects", shape: [count, Self.columns], values: .single(effects)))
    return file
  }

  /// Reads what `safetensors` gave. `digest` is that of the measurement: numbers that were changed
  /// since are refused.
  public init(reading bytes: [UInt8], digest: String) throws(PolicyError) {
    let file: Safetensors
    do {
      file = try Safetensors(bytes: bytes)
    } catch { throw .weights("\(error)") }
    guard let keys = file["keys"], let effects = file["effects"], file.entries.count == 2 else {
      throw .weights("a descriptor has the tensors 'keys' and 'effects' and no other")
    }
    guard keys.shape.count == 2, let rows = keys.shape.first, rows >= 1, rows <= Self.mostRows,
      (1...255).contains(keys.shape[1])
    else {
      throw .weights("tensor 'keys' has shape \(keys.shape); [rows, key numbers] is needed")
    }
    guard effects.shape == [rows, Self.columns] else {
      throw .weights("tensor 'effects' has shape \(effects.shape); [\(rows), 9] is needed")
    }
    self.init(
      keyWidth: keys.shape[1], keys: keys.values.singles, effects: effects.values.singles)
    try checkRanges()
    guard "\(self.digest)" == digest else {
      throw .weights("the numbers are not those that were measured: their digest differs")
    }
  }

  private func checkRanges() throws(PolicyError) {
    for row in 0..<count {
      let shares = [self[row, .attempts], self[row, .successes]]
      guard shares.allSatisfy({ $0 >= 0 && $0 <= 1 }), self[row, .trials] >= 1,
        self[row, .trials] <= 1e6
      else { throw .weights("row \(row) of tensor 'effects' holds no shares of trials") }
    }
  }
}
