import Foundation

/// Standard output, for results, and standard error, for everything else.
public enum Output {
  public static func result(_ text: String) {
    write(text + "\n", to: .standardOutput)
  }

  public static func result(_ json: JSON) { result(json.text) }

  public static func note(_ text: String) {
    write(text + "\n", to: .standardError)
  }

  /// Text as it is, for progress bars.
  public static func raw(_ text: String) { write(text, to: .standardError) }

  private static func write(_ text: String, to file: FileHandle) {
    // A reader that has gone away, as `| head` does, is no reason to complain.
    try? file.write(contentsOf: Data(text.utf8))
  }

  /// Lines in columns: the first line is the heading, numbers stand to the right.
  public static func table(_ rows: [[String]]) -> String {
    let columns = rows.map(\.count).max() ?? 0
    let widths = (0..<columns).map { column in
      rows.map { column < $0.count ? $0[column].count : 0 }.max() ?? 0
    }
    return rows.map { row in
      let cells = row.enumerated().map { column, cell in
        let padding = String(repeating: " ", count: widths[column] - cell.count)
        let isNumber = Double(cell.replacing(" %", with: "")) != nil
        return isNumber ? padding + cell : cell + padding
      }
      let line = cells.joined(separator: "  ")
      return String(line.reversed().drop { $0 == " " }.reversed())
    }.joined(separator: "\n")
  }

  /// A number for people: as many digits as say something.
  public static func rounded(_ number: Double) -> String {
    guard number.isFinite else { return "\(number)" }
    let size = abs(number)
    let digits = size >= 1000 ? 0 : size >= 100 ? 1 : size >= 10 ? 2 : size == 0 ? 0 : 3
    return String(format: "%.\(digits)f", number)
  }
}
