internal import CZlib

extension Gzip {
  /// The most bytes that a file may unpack to: more than any blueprint there can be needs as a
  /// schematic, and little enough that no small file fills the memory.
  static let mostBytes = 1 << 27

  /// What a file holds: unpacked if it is packed by gzip or zlib, otherwise itself.
  static func contents(of file: [UInt8]) throws(BlueprintFileError) -> [UInt8] {
    let isPacked = file.starts(with: [0x1F, 0x8B]) || file.first == 0x78
    guard isPacked else {
      guard file.count <= mostBytes else { throw tooLarge }
      return file
    }
    var stream = z_stream()
    // 47: a window of 2^15 bytes, and either kind of head.
    guard inflateInit2_(&stream, 47, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK
    else { throw BlueprintFileError("zlib ran out of memory") }
    defer { inflateEnd(&stream) }
    guard file.count <= Int(UInt32.max) else { throw tooLarge }
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    let status = file.withUnsafeBufferPointer { source -> Int32 in
      stream.next_in = UnsafeMutablePointer(mutating: source.baseAddress)
      stream.avail_in = UInt32(source.count)
      var status = Z_OK
      while status == Z_OK, bytes.count <= mostBytes {
        status = unpackPiece(&stream, &piece, to: &bytes)
      }
      return status
    }
    guard bytes.count <= mostBytes else { throw tooLarge }
    guard status == Z_STREAM_END else {
      throw BlueprintFileError("the packed data are damaged or end too soon")
    }
    return bytes
  }

  private static func unpackPiece(
    _ stream: inout z_stream, _ piece: inout [UInt8], to bytes: inout [UInt8]
  ) -> Int32 {
    let size = piece.count
    let status = piece.withUnsafeMutableBufferPointer { target -> Int32 in
      stream.next_out = target.baseAddress
      stream.avail_out = UInt32(size)
      return inflate(&stream, Z_NO_FLUSH)
    }
    bytes += piece[..<(size - Int(stream.avail_out))]
    return status
  }

  private static var tooLarge: BlueprintFileError {
    BlueprintFileError("the file holds more than \(mostBytes >> 20) MiB")
  }
}
