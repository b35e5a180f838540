extension StoredTag {
  static func kind(_ byte: UInt8, at place: Int) throws(BlueprintFileError) -> Kind {
    guard let kind = Kind(rawValue: byte) else {
      throw BlueprintFileError("byte \(place): no tag has the kind \(byte)")
    }
    return kind
  }

  func number(_ width: Int, at place: Int) throws(BlueprintFileError) -> Int {
    guard place >= 0, place <= file.count - width else {
      throw BlueprintFileError("byte \(file.count): the file ends too soon")
    }
    var number: UInt64 = 0
    for offset in 0..<width { number = number << 8 | UInt64(file[place + offset]) }
    return Int(truncatingIfNeeded: number)
  }

  /// The number of elements of an array.
  func length(at place: Int) throws(BlueprintFileError) -> Int {
    let length = Int(Int32(truncatingIfNeeded: try number(4, at: place)))
    guard length >= 0 else {
      throw BlueprintFileError("byte \(place): an array has \(length) elements")
    }
    return length
  }

  /// The text whose length stands at a place, in the form of Java (see `Tag`). Halves that do not
  /// belong together become replacement characters.
  func text(at place: Int) throws(BlueprintFileError) -> String {
    let count = try number(2, at: place)
    let bytes = file[place + 2..<place + 2 + count]
    guard bytes.contains(where: { $0 == 0xED || $0 == 0xC0 }) else {
      return String(decoding: bytes, as: UTF8.self)
    }
    var units: [UInt16] = []
    var next = bytes.startIndex
    while next < bytes.endIndex {
      let (unit, width) = Self.javaUnit(bytes[next...])
      units.append(unit)
      next += width
    }
    return String(decoding: units, as: UTF16.self)
  }

  private static func javaUnit(_ bytes: ArraySlice<UInt8>) -> (unit: UInt16, width: Int) {
    let lead = bytes[bytes.startIndex]
    func tail(_ offset: Int) -> UInt16 { UInt16(bytes[bytes.startIndex + offset] & 63) }
    switch lead {
    case 0..<0x80: return (UInt16(lead), 1)
    case 0xC0..<0xE0 where bytes.count >= 2: return (UInt16(lead & 31) << 6 | tail(1), 2)
    case 0xE0..<0xF0 where bytes.count >= 3:
      return (UInt16(lead & 15) << 12 | tail(1) << 6 | tail(2), 3)
    default: return (0xFFFD, 1)
    }
  }

  /// Where a value ends.
  func end(of kind: Kind, at place: Int, depth: Int) throws(BlueprintFileError) -> Int {
    let end: Int
    switch kind {
    case .byte: end = place + 1
    case .short: end = place + 2
    case .int, .float: end = place + 4
    case .long, .double: end = place + 8
    case .string: end = place + 2 + (try number(2, at: place))
    case .bytes: end = place + 4 + (try length(at: place))
    case .ints: end = place + 4 + 4 * (try length(at: place))
    case .longs: end = place + 4 + 8 * (try length(at: place))
    case .list: return try endOfList(at: place, depth: depth)
    case .compound: return try endOfCompound(at: place, depth: depth)
    }
    guard end <= file.count else {
      throw BlueprintFileError("byte \(place): the value runs past the end of the file")
    }
    return end
  }

  private func endOfList(at place: Int, depth: Int) throws(BlueprintFileError) -> Int {
    try checkDepth(depth, at: place)
    let element = UInt8(try number(1, at: place))
    let count = Int(Int32(truncatingIfNeeded: try number(4, at: place + 1)))
    guard count > 0 else { return place + 5 }
    let kind = try Self.kind(element, at: place)
    var next = place + 5
    for _ in 0..<count { next = try end(of: kind, at: next, depth: depth + 1) }
    return next
  }

  private func endOfCompound(at place: Int, depth: Int) throws(BlueprintFileError) -> Int {
    try checkDepth(depth, at: place)
    var next = place
    while true {
      let byte = UInt8(try number(1, at: next))
      if byte == 0 { return next + 1 }
      let kind = try Self.kind(byte, at: next)
      let name = try end(of: .string, at: next + 1, depth: depth)
      next = try end(of: kind, at: name, depth: depth + 1)
    }
  }

  private func checkDepth(_ depth: Int, at place: Int) throws(BlueprintFileError) {
    guard depth <= Self.deepest else {
      throw BlueprintFileError("byte \(place): values lie more than \(Self.deepest) deep")
    }
  }
}
