/// How recordings lie in a file. All numbers are little-endian.
///
/// A file is the magic, the version as `UInt16`, and chunks. A chunk is its kind (one byte), the
/// length of its payload (`UInt32`), the payload, and a CRC-32 over all of these. The first chunk
/// is the header; then each episode is one `episode` chunk, any number of `actions`, `digest`,
/// `decision` and `result` chunks, and one `end` chunk. Because every chunk stands for itself, whatever was written before
/// a crash can be read.
enum RecordingFormat {
  /// The first eight bytes of every recording. The high bit, the line ends and the end-of-file
  /// character make any program notice that treats the file as text.
  static let magic: [UInt8] = [0x89, 0x52, 0x45, 0x50, 0x0D, 0x0A, 0x1A, 0x0A]
  /// The version this program writes, and the only one it reads.
  static let version: UInt16 = 1
  /// Steps per chunk of actions.
  static let stepsPerChunk = 64
  /// Steps between two state digests.
  static let stepsPerDigest = 50

  /// No chunk may be longer: far above what a writer produces, far below what would hurt.
  static let longestChunk = 1 << 24
  /// No header may name more seats, fields or outcome numbers.
  static let mostNames = 4096
  /// No step may hold more action numbers.
  static let widestAction = 1 << 16
  /// Deflate cannot do better than 1032 to 1; a chunk that says so lies.
  static let deepestCompression = 1032

  enum Kind: UInt8 {
    case header = 0x48  // H
    case episode = 0x45  // E
    case actions = 0x41  // A
    case digest = 0x44  // D
    case decision = 0x43  // C
    case result = 0x52  // R
    case end = 0x5A  // Z
  }
}
