import VoxelWorld

/// A pattern of block ids: `*` stands for any letters, `|` parts alternatives.
struct Glob: Sendable {
  private let alternatives: [[UInt8]]

  init(_ pattern: String) {
    alternatives = pattern.split(separator: "|").map { Array($0.utf8) }
  }

  func matches(_ state: BlockState) -> Bool {
    let name = Array(state.block.name.utf8)
    return alternatives.contains { Glob.matches($0[...], name[...]) }
  }

  private static func matches(_ pattern: ArraySlice<UInt8>, _ name: ArraySlice<UInt8>) -> Bool {
    guard let first = pattern.first else { return name.isEmpty }
    if first == UInt8(ascii: "*") {
      return (name.startIndex...name.endIndex).contains {
        matches(pattern.dropFirst(), name[$0...])
      }
    }
    return name.first == first && matches(pattern.dropFirst(), name.dropFirst())
  }
}
