extension Safetensors {
  /// Reads a file's bytes. Accepts what the format's own library accepts, with F64, F32, F16 and
  /// BF16 tensors of finite numbers and a header of at most `largestHeader` bytes.
  public init(bytes: [UInt8]) throws(SafetensorsError) {
    guard bytes.count >= 8 else { throw .truncated(expected: 8, found: bytes.count) }
    let length = Safetensors.number(UInt64.self, in: bytes, at: 0)
    guard length <= Safetensors.largestHeader else { throw .headerTooLarge(bytes: length) }
    let dataStart = 8 + Int(length)
    guard bytes.count >= dataStart else {
      throw .truncated(expected: dataStart, found: bytes.count)
    }
    let header = try SafetensorsHeader(bytes[8..<dataStart])
    self.init(metadata: header.metadata)
    var entries: [Entry] = []
    var end = 0
    let dataCount = bytes.count - dataStart
    let ordered = header.entries.sorted { ($0.start, $0.end) < ($1.start, $1.end) }
    for entry in ordered {
      guard entry.start <= entry.end && entry.end <= dataCount else {
        throw .outOfRange(tensor: entry.name)
      }
      guard entry.start == end else { throw .notAdjacent(tensor: entry.name) }
      end = entry.end
      entries.append(try Safetensors.read(entry, bytes, dataStart))
    }
    guard end == dataCount else { throw .trailingBytes(dataCount - end) }
    setEntries(entries)
  }

  private static func read(
    _ entry: SafetensorsHeader.Entry, _ bytes: [UInt8], _ dataStart: Int
  ) throws(SafetensorsError) -> Entry {
    guard let size = ["F64": 8, "F32": 4, "F16": 2, "BF16": 2][entry.type] else {
      throw .unknownType(tensor: entry.name, type: entry.type)
    }
    var expected = size
    for extent in entry.shape {
      let (product, isTooLarge) = expected.multipliedReportingOverflow(by: extent)
      guard !isTooLarge else { throw .shapeTooLarge(tensor: entry.name) }
      expected = product
    }
    let found = entry.end - entry.start
    guard expected == found else {
      throw .wrongLength(tensor: entry.name, expected: expected, found: found)
    }
    let start = dataStart + entry.start
    let values = decode(entry.type, bytes, start, count: found / size)
    guard values.isFinite else { throw .notFinite(tensor: entry.name) }
    return Entry(name: entry.name, shape: entry.shape, values: values)
  }

  private static func decode(
    _ type: String, _ bytes: [UInt8], _ start: Int, count: Int
  ) -> Values {
    switch type {
    case "F64":
      .double(
        (0..<count).map { Double(bitPattern: number(UInt64.self, in: bytes, at: start + 8 * $0)) })
    case "F32":
      .single(
        (0..<count).map { Float(bitPattern: number(UInt32.self, in: bytes, at: start + 4 * $0)) })
    case "BF16":
      .single(
        (0..<count).map {
          Float(bitPattern: UInt32(number(UInt16.self, in: bytes, at: start + 2 * $0)) << 16)
        })
    default:
      .single(
        (0..<count).map { widened(number(UInt16.self, in: bytes, at: start + 2 * $0)) })
    }
  }

  /// The little-endian number at a position.
  private static func number<Number: FixedWidthInteger>(
    _: Number.Type, in bytes: [UInt8], at position: Int
  ) -> Number {
    bytes.withUnsafeBytes {
      Number(littleEndian: $0.loadUnaligned(fromByteOffset: position, as: Number.self))
    }
  }

  /// The value of an IEEE half-precision number.
  private static func widened(_ half: UInt16) -> Float {
    let sign = UInt32(half & 0x8000) << 16
    let exponent = UInt32(half >> 10) & 0x1F
    let fraction = UInt32(half & 0x3FF)
    switch exponent {
    case 0:
      let size = Float(fraction) * 0x1p-24
      return Float(bitPattern: size.bitPattern | sign)
    case 31: return Float(bitPattern: sign | 0x7F80_0000 | fraction << 13)
    default: return Float(bitPattern: sign | (exponent + 112) << 23 | fraction << 13)
    }
  }
}

extension Safetensors {
  /// The file's bytes. Equal values give equal bytes.
  public var bytes: [UInt8] {
    var header = "{"
    if !metadata.isEmpty {
      let notes = metadata.keys.sorted().map { "\(json($0)):\(json(metadata[$0] ?? ""))" }
      header += "\"__metadata__\":{" + notes.joined(separator: ",") + "}"
    }
    var position = 0
    for entry in entries {
      if header.utf8.count > 1 { header += "," }
      let shape = entry.shape.map(String.init).joined(separator: ",")
      let end = position + entry.values.count * entry.values.size
      header += json(entry.name) + ":{\"dtype\":\"\(entry.values.type)\",\"shape\":[\(shape)],"
      header += "\"data_offsets\":[\(position),\(end)]}"
      position = end
    }
    header += "}"
    // The format asks for data that starts at a multiple of eight.
    while header.utf8.count % 8 != 0 { header += " " }
    var result: [UInt8] = []
    result.reserveCapacity(8 + header.utf8.count + position)
    append(UInt64(header.utf8.count), to: &result)
    result.append(contentsOf: Array(header.utf8))
    for entry in entries { append(entry.values, to: &result) }
    return result
  }

  private func append(_ values: Values, to bytes: inout [UInt8]) {
    switch values {
    case .single(let values): for value in values { append(value.bitPattern, to: &bytes) }
    case .double(let values): for value in values { append(value.bitPattern, to: &bytes) }
    }
  }

  private func append(_ number: some FixedWidthInteger, to bytes: inout [UInt8]) {
    withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
  }

  /// A JSON string.
  private func json(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": result += "\\" + String(scalar)
      case _ where scalar.value < 0x20:
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}

extension Safetensors.Values {
  /// The bytes of one number.
  fileprivate var size: Int {
    switch self {
    case .single: 4
    case .double: 8
    }
  }

  fileprivate var type: String {
    switch self {
    case .single: "F32"
    case .double: "F64"
    }
  }
}
