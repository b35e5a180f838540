internal import CZlib

/// Files of the program gzip (RFC 1952).
enum Gzip {
  /// `bytes` compressed; equal bytes give equal files.
  static func file(of bytes: [UInt8]) -> [UInt8] {
    var length = compressBound(UInt(bytes.count))
    var packed = [UInt8](repeating: 0, count: Int(length))
    let status = compress2(&packed, &length, bytes, UInt(bytes.count), 6)
    precondition(status == Z_OK, "zlib ran out of memory")
    // The same stream between another head and another tail, without a time.
    var file: [UInt8] = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255]
    file += packed[2..<Int(length) - 4]
    for number in [
      UInt32(truncatingIfNeeded: crc32(0, bytes, UInt32(bytes.count))),
      UInt32(truncatingIfNeeded: bytes.count),
    ] {
      for shift in stride(from: 0, to: 32, by: 8) {
        file.append(UInt8(truncatingIfNeeded: number >> UInt32(shift)))
      }
    }
    return file
  }
}
