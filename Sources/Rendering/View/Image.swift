/// A finished picture: rows from the top down, four bytes a pixel, red first.
public struct Image: Sendable, Hashable {
  public let width: Int
  public let height: Int
  public var pixels: [UInt8]

  public init(width: Int, height: Int, pixels: [UInt8]) {
    precondition(pixels.count == 4 * width * height)
    self.width = width
    self.height = height
    self.pixels = pixels
  }

  /// How many of the pixels differ from those of `other` by more than `tolerance` in any colour, as
  /// a part of all; 1 for pictures of different sizes.
  public func differingShare(from other: Image, tolerance: Int) -> Double {
    guard width == other.width, height == other.height else { return 1 }
    var differing = 0
    for pixel in stride(from: 0, to: pixels.count, by: 4) {
      var worst = 0
      for part in pixel..<pixel + 3 {
        worst = max(worst, abs(Int(pixels[part]) - Int(other.pixels[part])))
      }
      if worst > tolerance { differing += 1 }
    }
    return Double(differing) / Double(max(1, width * height))
  }
}
