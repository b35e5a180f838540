import Catalog
import Foundation

/// The version of the sources a folder holds, for records of how something was made.
enum Commit {
  /// The commit that is checked out in `folder`; empty where there is none.
  static func current(_ folder: String) -> String {
    guard let head = text(folder + "/.git/HEAD") else { return "" }
    guard head.hasPrefix("ref: ") else { return head }
    let reference = String(head.dropFirst(5))
    if let commit = text(folder + "/.git/" + reference) { return commit }
    let packed = text(folder + "/.git/packed-refs") ?? ""
    let line = packed.split(separator: "\n").first { $0.hasSuffix(" " + reference) }
    return line.map { String($0.prefix { $0 != " " }) } ?? ""
  }

  private static func text(_ path: String) -> String? {
    guard let bytes = try? Project.bytes(of: path, limit: 1 << 20) else { return nil }
    return String(decoding: bytes, as: UTF8.self)
      .trimmingCharacters(in: .whitespacesAndNewlines)
  }
}
