import Catalog

/// A table of numbers separated by commas, below a line of names.
struct RoundTable {
  let names: [String]
  private let rows: [[Double?]]

  /// Lines of another width are an error; cells that are no finite numbers are empty.
  init(_ text: String, file: String) throws {
    let lines = text.split(whereSeparator: \.isNewline)
    guard let first = lines.first else {
      throw ContentError(file, line: 1, "the table is empty", expected: "expected names and rows")
    }
    names = first.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    rows = try lines.dropFirst().enumerated().map { index, line in
      let cells = line.split(separator: ",", omittingEmptySubsequences: false)
      guard cells.count == first.split(separator: ",", omittingEmptySubsequences: false).count
      else {
        throw ContentError(
          file, line: index + 2, "the line has \(cells.count) cells",
          expected: "expected as many as the first line has")
      }
      return cells.map { cell in Double(cell).flatMap { $0.isFinite ? $0 : nil } }
    }
  }

  /// The numbers under a name, from the top down.
  func column(_ name: String) -> [Double?]? {
    names.firstIndex(of: name).map { index in rows.map { $0[index] } }
  }
}
