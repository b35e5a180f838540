/// Who was where in a recording of pedestrians: the text files of Social-GAN (Gupta et al., 2018),
/// in which the ETH and UCY recordings are published. A line holds frame, pedestrian, x and y,
/// separated by tabs or spaces; positions in metres.
public struct TrackFile: Sendable, Hashable {
  /// A pedestrian's position in a frame.
  public struct Row: Sendable, Hashable {
    public let frame: Int
    public let pedestrian: Int
    public let x: Double
    public let y: Double
  }

  /// In the order of the file.
  public let rows: [Row]

  /// Reads the bytes of a file; `file` is what errors call it.
  public init(_ bytes: [UInt8], file: String) throws(MotionFileError) {
    var rows: [Row] = []
    var line = 1
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: newline) ?? bytes.count
      let fields = bytes[start..<end].split { $0 == 9 || $0 == 32 || $0 == 13 }
      if !fields.isEmpty { rows.append(try Row(fields, file, line)) }
      // A file that was cut off mostly ends within a line.
      if end == bytes.count, !fields.isEmpty {
        throw MotionFileError(
          file, line: line, "the last line has no end",
          expected: "a whole line: the file is cut off")
      }
      start = end + 1
      line += 1
    }
    guard !rows.isEmpty else {
      throw MotionFileError(file, "the file is empty", expected: "lines of frame, pedestrian, x, y")
    }
    self.rows = rows
  }
}

private let newline: UInt8 = 10

extension TrackFile.Row {
  fileprivate init(
    _ fields: [ArraySlice<UInt8>], _ file: String, _ line: Int
  ) throws(MotionFileError) {
    guard fields.count == 4 else {
      throw MotionFileError(
        file, line: line, "the line has \(fields.count) fields",
        expected: "4: frame, pedestrian, x, y")
    }
    frame = try Self.whole(fields[0], "the frame", file, line)
    pedestrian = try Self.whole(fields[1], "the pedestrian", file, line)
    x = try Self.number(fields[2], "x", file, line)
    y = try Self.number(fields[3], "y", file, line)
  }

  private static func whole(
    _ field: ArraySlice<UInt8>, _ name: String, _ file: String, _ line: Int
  ) throws(MotionFileError) -> Int {
    // Some of the files write whole numbers as 780.0.
    let number = try number(field, name, file, line)
    guard number == number.rounded(), abs(number) < 1e9 else {
      throw MotionFileError(
        file, line: line, "\(name) is `\(text(field))`", expected: "a whole number")
    }
    return Int(number)
  }

  private static func number(
    _ field: ArraySlice<UInt8>, _ name: String, _ file: String, _ line: Int
  ) throws(MotionFileError) -> Double {
    guard let number = Double(text(field)), abs(number) < 1e12 else {
      throw MotionFileError(file, line: line, "\(name) is `\(text(field))`", expected: "a number")
    }
    return number
  }

  private static func text(_ field: ArraySlice<UInt8>) -> String {
    String(decoding: field.prefix(40), as: UTF8.self)
  }
}
