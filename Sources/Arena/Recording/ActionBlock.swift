internal import CZlib

/// The actions of a few steps, compressed.
///
/// The numbers are laid out one column after the other and, within that, split into their four
/// bytes: signs and exponents of successive actions are nearly equal, so they deflate well where
/// whole floats would not.
enum ActionBlock {
  /// The number of steps, the width, and the deflated planes.
  static func pack(_ actions: [Float], width: Int) -> ByteWriter {
    let steps = width == 0 ? 0 : actions.count / width
    var planes = [UInt8](repeating: 0, count: actions.count * 4)
    transpose(actions, width: width, steps: steps, into: &planes)
    var bytes = ByteWriter()
    bytes.append(UInt32(steps))
    bytes.append(UInt32(width))
    bytes.bytes.append(contentsOf: deflate(planes))
    return bytes
  }

  /// The actions of a chunk, or nil if it does not hold what it should. At most `limit` numbers
  /// are unpacked.
  static func unpack(_ payload: ArraySlice<UInt8>, width: Int, limit: Int) -> [Float]? {
    var reader = ByteReader(payload)
    guard let steps = try? reader.number(UInt32.self), let stored = try? reader.number(UInt32.self),
      width > 0, stored == width, steps > 0,
      let packed = try? reader.slice(reader.left)
    else { return nil }
    let count = Int(steps) * width
    let size = count * 4
    guard count <= limit, size / RecordingFormat.deepestCompression <= packed.count,
      let planes = inflate(packed, size: size)
    else { return nil }
    return restore(planes, width: width, steps: Int(steps))
  }

  private static func transpose(
    _ actions: [Float], width: Int, steps: Int, into planes: inout [UInt8]
  ) {
    for column in 0..<width {
      for step in 0..<steps {
        let bits = actions[step * width + column].bitPattern
        for byte in 0..<4 {
          let plane = (byte * width + column) * steps
          planes[plane + step] = UInt8(truncatingIfNeeded: bits >> UInt32(8 * byte))
        }
      }
    }
  }

  private static func restore(_ planes: [UInt8], width: Int, steps: Int) -> [Float] {
    var actions = [Float](repeating: 0, count: width * steps)
    for column in 0..<width {
      for step in 0..<steps {
        var bits: UInt32 = 0
        for byte in 0..<4 {
          bits |= UInt32(planes[(byte * width + column) * steps + step]) << UInt32(8 * byte)
        }
        actions[step * width + column] = Float(bitPattern: bits)
      }
    }
    return actions
  }

  private static func deflate(_ bytes: [UInt8]) -> ArraySlice<UInt8> {
    var length = compressBound(UInt(bytes.count))
    var packed = [UInt8](repeating: 0, count: Int(length))
    let status = compress2(&packed, &length, bytes, UInt(bytes.count), 6)
    precondition(status == Z_OK, "zlib ran out of memory")
    return packed[..<Int(length)]
  }

  private static func inflate(_ packed: ArraySlice<UInt8>, size: Int) -> [UInt8]? {
    var bytes = [UInt8](repeating: 0, count: size)
    var length = UInt(size)
    let status = packed.withUnsafeBufferPointer { buffer in
      uncompress(&bytes, &length, buffer.baseAddress, UInt(buffer.count))
    }
    return status == Z_OK && length == size ? bytes : nil
  }
}
