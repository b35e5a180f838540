import CZlib

/// Writes pictures in the PNG format (ISO/IEC 15948).
enum PNG {
  /// The bytes of a file that holds the canvas, 8 bits per channel.
  static func bytes(of canvas: Canvas) -> [UInt8] {
    var file: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    let size = bigEndian(UInt32(canvas.width)) + bigEndian(UInt32(canvas.height))
    // Depth 8, colour type 2 (red, green, blue), deflate, adaptive filters, no interlace.
    append("IHDR", size + [8, 2, 0, 0, 0], to: &file)
    append("IDAT", deflated(filtered(canvas)), to: &file)
    append("IEND", [], to: &file)
    return file
  }

  /// Each row as its difference from the row above (filter 2), which suits drawings.
  private static func filtered(_ canvas: Canvas) -> [UInt8] {
    let length = 3 * canvas.width
    var rows: [UInt8] = []
    rows.reserveCapacity((length + 1) * canvas.height)
    for row in 0..<canvas.height {
      rows.append(2)
      for place in row * length..<(row + 1) * length {
        rows.append(canvas.pixels[place] &- (row == 0 ? 0 : canvas.pixels[place - length]))
      }
    }
    return rows
  }

  private static func deflated(_ bytes: [UInt8]) -> [UInt8] {
    var length = compressBound(UInt(bytes.count))
    var packed = [UInt8](repeating: 0, count: Int(length))
    let status = compress2(&packed, &length, bytes, UInt(bytes.count), 9)
    precondition(status == Z_OK, "zlib ran out of memory")
    return Array(packed[..<Int(length)])
  }

  private static func append(_ kind: String, _ data: [UInt8], to file: inout [UInt8]) {
    let body = Array(kind.utf8) + data
    file += bigEndian(UInt32(data.count)) + body
    file += bigEndian(UInt32(truncatingIfNeeded: crc32(0, body, UInt32(body.count))))
  }

  private static func bigEndian(_ number: UInt32) -> [UInt8] {
    withUnsafeBytes(of: number.bigEndian) { Array($0) }
  }
}
