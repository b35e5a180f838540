import Math

/// A line through which vectors arrive late. Samples go in at an even period and come out delayed,
/// interpolated linearly between the two samples on either side of the moment asked for; the
/// paper's simulator delays observations and actions in this way. Nothing allocates after `init`.
public struct LatencyChannel: Hashable, Sendable {
  /// The numbers in a sample.
  public let width: Int
  /// The seconds between samples.
  public let period: Double
  /// The delay of this episode, in seconds.
  public private(set) var delay: Double
  private let capacity: Int
  /// The samples of the last `capacity` periods in a ring, sample by sample.
  private var ring: [Float]
  /// Where in the ring the next sample goes.
  private var next = 0

  /// - Parameters:
  ///   - ceiling: The largest delay that will be set, in seconds.
  public init(width: Int, period: Double, ceiling: Double) {
    precondition(width > 0 && period > 0 && ceiling >= 0, "a channel needs a width and a period")
    self.width = width
    self.period = period
    capacity = Int((ceiling / period).rounded(.up)) + 2
    ring = Array(repeating: 0, count: capacity * width)
    delay = 0
  }

  /// Starts an episode in which `sample` has been sent forever.
  /// - Parameter delay: Seconds, held between 0 and the ceiling.
  public mutating func reset(delay: Double, to sample: Span<Float>) {
    precondition(sample.count == width, "one number per column")
    self.delay = min(max(delay, 0), Double(capacity - 2) * period)
    next = 0
    for slot in 0..<capacity { Self.store(sample, in: &ring, at: slot * width) }
  }

  /// Sends the sample of the next period.
  public mutating func send(_ sample: Span<Float>) {
    precondition(sample.count == width, "one number per column")
    Self.store(sample, in: &ring, at: next * width)
    next = next + 1 == capacity ? 0 : next + 1
  }

  /// What arrives `elapsed` seconds after the newest sample was sent. Until a newer one arrives the
  /// newest counts as lasting, so a delay shorter than `elapsed` holds it.
  public func receive(after elapsed: Double = 0, into sample: inout MutableSpan<Float>) {
    precondition(sample.count == width, "one number per column")
    if delay <= elapsed {
      let newest = slot(0) * width
      let ring = ring.span
      for column in 0..<width { sample[column] = ring[newest + column] }
      return
    }
    let age = min(max((delay - elapsed) / period, 0), Double(capacity - 1))
    let whole = min(Int(age), capacity - 2)
    let share = Float(age - Double(whole))
    let newer = slot(whole) * width
    let older = slot(whole + 1) * width
    let ring = ring.span
    for column in 0..<width {
      sample[column] = ring[newer + column] + share * (ring[older + column] - ring[newer + column])
    }
  }

  public func hash(into digest: inout Digest) {
    digest.combine(delay)
    let ring = ring.span
    for back in 0..<capacity {
      for column in 0..<width { digest.combine(ring[slot(back) * width + column]) }
    }
  }

  /// The place of the sample that was sent `back` periods before the newest.
  private func slot(_ back: Int) -> Int {
    let place = next - 1 - back
    return place < 0 ? place + capacity : place
  }

  private static func store(_ sample: Span<Float>, in ring: inout [Float], at start: Int) {
    var ring = ring.mutableSpan
    for column in sample.indices { ring[start + column] = sample[column] }
  }
}
