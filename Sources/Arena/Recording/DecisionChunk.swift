/// How decisions and their results lie in the chunks of a recording.
///
/// A decision: the step (`UInt64`), the seat (`UInt32`), the occasion, the beliefs as names and
/// numbers, the names of the measures, the candidates (skill, reasons, one number per measure),
/// and the choice (`UInt32`). A result: the seat, the step of its decision, its own step, and its
/// numbers by name.
extension Decision {
  func write(to bytes: inout ByteWriter) {
    bytes.append(UInt64(step))
    bytes.append(UInt32(seat))
    bytes.append(occasion)
    bytes.append(beliefs)
    bytes.append(measures)
    bytes.append(UInt32(candidates.count))
    for candidate in candidates {
      bytes.append(candidate.skill)
      bytes.append(candidate.reasons)
      for number in candidate.numbers { bytes.append(number.bitPattern) }
    }
    bytes.append(UInt32(choice))
  }

  /// Reads what `write` wrote; throws where the bytes are no decision.
  init(reading bytes: inout ByteReader) throws(ByteReader.Shortage) {
    step = try bytes.step()
    seat = try bytes.seat()
    occasion = try bytes.text()
    beliefs = try bytes.namedNumbers()
    measures = try bytes.texts()
    candidates = []
    for _ in 0..<(try bytes.count(atMost: RecordingFormat.mostNames)) {
      let skill = try bytes.text()
      let reasons = try bytes.texts()
      var numbers: [Float] = []
      for _ in measures { numbers.append(Float(bitPattern: try bytes.number(UInt32.self))) }
      candidates.append(Candidate(skill: skill, reasons: reasons, numbers: numbers))
    }
    choice = Int(try bytes.number(UInt32.self))
    guard candidates.indices.contains(choice) else { throw ByteReader.Shortage() }
  }
}

extension Decision.Result {
  func write(to bytes: inout ByteWriter, seat: Int, decisionStep: Int) {
    bytes.append(UInt32(seat))
    bytes.append(UInt64(decisionStep))
    bytes.append(UInt64(step))
    bytes.append(numbers)
  }

  /// Reads the result together with the decision it belongs to.
  static func read(
    _ bytes: inout ByteReader
  ) throws(ByteReader.Shortage) -> (seat: Int, decisionStep: Int, result: Decision.Result) {
    let seat = try bytes.seat()
    let decisionStep = try bytes.step()
    let step = try bytes.step()
    return (seat, decisionStep, Decision.Result(step: step, numbers: try bytes.namedNumbers()))
  }
}

extension ByteWriter {
  /// How many as `UInt32`, then each name and number.
  mutating func append(_ numbers: [NamedNumber]) {
    append(UInt32(numbers.count))
    for number in numbers {
      append(number.name)
      append(number.value.bitPattern)
    }
  }
}

extension ByteReader {
  mutating func namedNumbers() throws(Shortage) -> [NamedNumber] {
    var numbers: [NamedNumber] = []
    for _ in 0..<(try count(atMost: RecordingFormat.mostNames)) {
      let name = try text()
      numbers.append(NamedNumber(name, Float(bitPattern: try number(UInt32.self))))
    }
    return numbers
  }

  mutating func step() throws(Shortage) -> Int {
    let step = try number(UInt64.self)
    guard step <= 1 << 40 else { throw Shortage() }
    return Int(step)
  }

  mutating func seat() throws(Shortage) -> Int {
    let seat = Int(try number(UInt32.self))
    guard seat < RecordingFormat.mostNames else { throw Shortage() }
    return seat
  }
}
