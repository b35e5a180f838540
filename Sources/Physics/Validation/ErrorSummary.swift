/// Median and 90th percentile of some errors.
public struct ErrorSummary: Hashable, Codable, Sendable {
  public let count: Int
  public let median: Double
  public let p90: Double

  /// nil for no errors. Between two errors the percentiles lie on the straight line.
  public init?(_ errors: [Double]) {
    guard !errors.isEmpty else { return nil }
    let sorted = errors.sorted()
    func quantile(_ share: Double) -> Double {
      let place = share * Double(sorted.count - 1)
      let low = Int(place)
      let high = min(low + 1, sorted.count - 1)
      return sorted[low] + (place - Double(low)) * (sorted[high] - sorted[low])
    }
    count = sorted.count
    median = quantile(0.5)
    p90 = quantile(0.9)
  }
}
