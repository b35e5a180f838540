internal import CZlib

/// Pictures as files in the PNG format (ISO/IEC 15948).
public enum PNG {
  private static let magic: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
  private static let longestSide = 16384

  /// The bytes of a file that holds the picture without its transparency, 8 bits per channel.
  ///
  /// - Parameter effort: 1 for speed ... 9 for small files.
  public static func bytes(of image: Image, effort: Int = 6) -> [UInt8] {
    var file = magic
    let size = bigEndian(UInt32(image.width)) + bigEndian(UInt32(image.height))
    // Depth 8, colour type 2 (red, green, blue), deflate, adaptive filters, no interlace.
    append("IHDR", size + [8, 2, 0, 0, 0], to: &file)
    append("IDAT", deflated(filtered(image), effort), to: &file)
    append("IEND", [], to: &file)
    return file
  }

  /// Each row as its difference from the row above (filter 2), which suits drawings.
  private static func filtered(_ image: Image) -> [UInt8] {
    let stride = 4 * image.width
    var rows = [UInt8](repeating: 2, count: (3 * image.width + 1) * image.height)
    var next = 0
    for row in 0..<image.height {
      next += 1
      for place in row * stride..<(row + 1) * stride where place & 3 != 3 {
        rows[next] = image.pixels[place] &- (row == 0 ? 0 : image.pixels[place - stride])
        next += 1
      }
    }
    return rows
  }

  private static func deflated(_ bytes: [UInt8], _ effort: Int) -> [UInt8] {
    var length = compressBound(UInt(bytes.count))
    var packed = [UInt8](repeating: 0, count: Int(length))
    let status = compress2(&packed, &length, bytes, UInt(bytes.count), Int32(effort))
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

extension PNG {
  /// Reads a file that `bytes(of:)` has written; nil for any other.
  public static func image(_ file: [UInt8]) -> Image? {
    guard file.starts(with: magic) else { return nil }
    var position = magic.count
    var size: (width: Int, height: Int)?
    var packed: [UInt8] = []
    while position + 12 <= file.count {
      let length = number(file, position)
      guard length <= file.count - position - 12 else { return nil }
      let data = file[position + 8..<position + 8 + length]
      switch String(decoding: file[position + 4..<position + 8], as: UTF8.self) {
      case "IHDR":
        guard length == 13, Array(data.suffix(5)) == [8, 2, 0, 0, 0] else { return nil }
        size = (number(file, position + 8), number(file, position + 12))
      case "IDAT": packed += data
      default: break
      }
      position += 12 + length
    }
    guard let size, (1...longestSide).contains(size.width),
      (1...longestSide).contains(size.height)
    else { return nil }
    return unpacked(packed, size.width, size.height)
  }

  private static func unpacked(_ packed: [UInt8], _ width: Int, _ height: Int) -> Image? {
    let row = 3 * width + 1
    var rows = [UInt8](repeating: 0, count: row * height)
    var length = UInt(rows.count)
    guard uncompress(&rows, &length, packed, UInt(packed.count)) == Z_OK, length == rows.count
    else { return nil }
    var pixels = [UInt8](repeating: 255, count: 4 * width * height)
    for y in 0..<height {
      guard rows[y * row] == 2 else { return nil }
      for x in 0..<width {
        for part in 0..<3 {
          let place = 4 * (y * width + x) + part
          let above = y == 0 ? 0 : pixels[place - 4 * width]
          pixels[place] = rows[y * row + 1 + 3 * x + part] &+ above
        }
      }
    }
    return Image(width: width, height: height, pixels: pixels)
  }

  private static func number(_ bytes: [UInt8], _ start: Int) -> Int {
    (0..<4).reduce(0) { $0 << 8 | Int(bytes[start + $1]) }
  }
}
