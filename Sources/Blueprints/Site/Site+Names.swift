import VoxelWorld

extension Site {
  /// The sites that can be named: `flat`, `river-9` (width), `slope-south-2` (where it falls to,
  /// and blocks per step down); numbers may be left out.
  public static let names = [
    "flat", "river", "slope-south", "slope-north", "slope-east", "slope-west",
  ]

  /// The site of a name; nil if no site is called that.
  public static func named(_ name: String) -> Site? {
    let words = name.split(separator: "-").map(String.init)
    switch words.first {
    case "flat" where words.count == 1: return .flat
    case "river" where words.count <= 2:
      guard let width = words.count == 2 ? Int(words[1]) : 9, (1...64).contains(width) else {
        return nil
      }
      return .river(width: width)
    case "slope" where (2...3).contains(words.count):
      guard let direction = Direction(named: words[1]), direction.isHorizontal,
        let run = words.count == 3 ? Int(words[2]) : 2, (1...32).contains(run)
      else { return nil }
      return .slope(towards: direction, run: run)
    default: return nil
    }
  }
}
