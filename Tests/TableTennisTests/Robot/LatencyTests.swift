import Math
import Testing

@testable import TableTennis

@Suite struct LatencyTests {
  /// What arrives at each tick when the time, as two columns, is sent.
  private func arrivals(_ delay: Double, period: Double, after elapsed: Double = 0) -> [Float] {
    var channel = LatencyChannel(width: 2, period: period, ceiling: 0.1)
    let zeros: [Float] = [0, 0]
    channel.reset(delay: delay, to: zeros.span)
    return (1...200).map { tick in
      let sample = [Float(Double(tick) * period), Float(Double(tick) * period * 2)]
      channel.send(sample.span)
      var received: [Float] = [-1, -1]
      var span = received.mutableSpan
      channel.receive(after: elapsed, into: &span)
      #expect(abs(received[1] - 2 * received[0]) < 1e-5)
      return received[0]
    }
  }

  @Test(arguments: [0, 0.02, 0.0331, 0.0999], [0.001, 0.02])
  func aRampArrivesLateByTheDelay(delay: Double, period: Double) {
    for (index, value) in arrivals(delay, period: period).enumerated() {
      let expected = max(0, Double(index + 1) * period - delay)
      #expect(abs(Double(value) - expected) < 1e-5)
    }
  }

  @Test func betweenSamplesTheNewestIsReachedGradually() {
    let values = arrivals(0.03, period: 0.02, after: 0.015)
    #expect(abs(Double(values[10]) - (11 * 0.02 + 0.015 - 0.03)) < 1e-6)
    let newest = arrivals(0.01, period: 0.02, after: 0.015)
    #expect(abs(newest[10] - 11 * 0.02) < 1e-6)
  }

  @Test func aCopyIsASnapshotAndDigestsTellChannelsApart() {
    func digest(_ channel: LatencyChannel) -> Digest {
      var digest = Digest()
      channel.hash(into: &digest)
      return digest
    }
    var channel = LatencyChannel(width: 1, period: 0.001, ceiling: 0.05)
    let (zero, one): ([Float], [Float]) = ([0], [1])
    channel.reset(delay: 0.0123, to: zero.span)
    let before = channel
    channel.send(one.span)
    #expect(digest(before) != digest(channel))
    var again = before
    again.send(one.span)
    #expect(digest(again) == digest(channel))
    // An equal past gives an equal digest, wherever in the ring it lies.
    for _ in 0..<1000 { channel.send(zero.span) }
    #expect(digest(channel) == digest(before))
  }

  @Test func thePaperNumbersAreDrawnWithTheirDeviations() {
    var random = Random(seed: 3)
    let latency = Latencies.paper.slideYAction
    let draws = (0..<4000).map { _ in latency.sample(&random) }
    let mean = draws.reduce(0, +) / 4000
    let variance = draws.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 4000
    #expect(abs(mean - 0.084) < 2e-4)
    #expect(abs(variance - 12.3e-6) < 1e-6)
    #expect(draws.allSatisfy { $0 > 0 && $0 < latency.ceiling })
    #expect(Latency.none.sample(&random) == 0)
  }
}
