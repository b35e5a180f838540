/// A size, distance or number of storeys, in blocks.
public struct Measure: Hashable, Sendable, Codable {
  public var dimension: Dimension
  /// One number; two or three where a footprint or a box is named.
  public var values: [Int]
  public var bound: Bound
  /// Measured against what stands or what is named beside it: four blocks longer.
  public var isRelative: Bool
  /// As many times as large: twice as tall is 2 over 1.
  public var factor: Ratio?

  public struct Ratio: Hashable, Sendable, Codable {
    public var over: Int
    public var under: Int
  }

  public init(
    _ dimension: Dimension, _ values: [Int], bound: Bound = .exactly, isRelative: Bool = false
  ) {
    self.dimension = dimension
    self.values = values
    self.bound = bound
    self.isRelative = isRelative
  }
}
