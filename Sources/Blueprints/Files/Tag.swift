/// A value of the Named Binary Tag format, in which block worlds are stored: big-endian, every
/// compound's values named and with their types.
indirect enum Tag {
  case byte(Int8)
  case short(Int16)
  case int(Int32)
  case long(Int64)
  case string(String)
  case bytes([UInt8])
  case ints([Int32])
  case longs([Int64])
  /// All of one kind.
  case list([Tag])
  case compound([(name: String, value: Tag)])

  /// A whole file: the value under `name`.
  func file(named name: String) -> [UInt8] {
    var bytes = [kind]
    Self.append(name, to: &bytes)
    append(to: &bytes)
    return bytes
  }

  private var kind: UInt8 {
    switch self {
    case .byte: 1
    case .short: 2
    case .int: 3
    case .long: 4
    case .bytes: 7
    case .string: 8
    case .list: 9
    case .compound: 10
    case .ints: 11
    case .longs: 12
    }
  }

  private func append(to bytes: inout [UInt8]) {
    switch self {
    case .byte(let number): bytes.append(UInt8(bitPattern: number))
    case .short(let number): Self.append(number, to: &bytes)
    case .int(let number): Self.append(number, to: &bytes)
    case .long(let number): Self.append(number, to: &bytes)
    case .string(let text): Self.append(text, to: &bytes)
    case .bytes(let values):
      Self.append(Int32(values.count), to: &bytes)
      bytes += values
    case .ints(let values):
      Self.append(Int32(values.count), to: &bytes)
      for value in values { Self.append(value, to: &bytes) }
    case .longs(let values):
      Self.append(Int32(values.count), to: &bytes)
      for value in values { Self.append(value, to: &bytes) }
    case .list(let values):
      bytes.append(values.first?.kind ?? 0)
      Self.append(Int32(values.count), to: &bytes)
      for value in values { value.append(to: &bytes) }
    case .compound(let pairs):
      for pair in pairs {
        bytes.append(pair.value.kind)
        Self.append(pair.name, to: &bytes)
        pair.value.append(to: &bytes)
      }
      bytes.append(0)
    }
  }

  private static func append(_ number: some FixedWidthInteger, to bytes: inout [UInt8]) {
    for shift in stride(from: number.bitWidth - 8, through: 0, by: -8) {
      bytes.append(UInt8(truncatingIfNeeded: number >> shift))
    }
  }

  /// Text in the form of Java (its class DataInput): zero in two bytes, and what lies beyond 16 bits
  /// as two halves. The length goes first in two bytes; longer text loses its end.
  private static func append(_ text: String, to bytes: inout [UInt8]) {
    var encoded: [UInt8] = []
    for scalar in text.unicodeScalars {
      let letter = javaEncoding(of: scalar)
      guard encoded.count + letter.count <= Int(UInt16.max) else { break }
      encoded += letter
    }
    append(UInt16(encoded.count), to: &bytes)
    bytes += encoded
  }

  private static func javaEncoding(of scalar: Unicode.Scalar) -> [UInt8] {
    if scalar.value == 0 { return [0xC0, 0x80] }
    guard scalar.value > 0xFFFF else { return Array(String(scalar).utf8) }
    return Array(String(scalar).utf16).flatMap { half in
      [0xE0 | UInt8(half >> 12), 0x80 | UInt8(half >> 6 & 63), 0x80 | UInt8(half & 63)]
    }
  }
}
