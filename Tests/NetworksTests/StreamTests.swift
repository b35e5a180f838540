import Math
import Networks
import Testing

struct StreamTests {
  @Test func aStreamGivesTheBitsOfTheWholeHistory() {
    let network = Network.gatedConvolution()
    var random = Random(seed: 1)
    let parameters = network.initialParameters(random: &random)
    let frames = (0..<20 * 16).map { _ in Float(random.normal()) }
    var stream = Stream(of: network)
    var workspace = Workspace(for: network, rows: 1)
    for episode in 0..<2 {
      stream.reset()
      for time in 0..<20 {
        stream.step(frames.span.extracting(time * 16..<time * 16 + 16), parameters: parameters.span)
        // Before its first eight steps are over, history repeats the first.
        let history = (time - 7...time).flatMap { frames[max($0, 0) * 16..<max($0, 0) * 16 + 16] }
        network.forward(history.span, parameters: parameters.span, in: &workspace)
        #expect(stream.outputs == workspace.outputs, "episode \(episode), step \(time)")
      }
    }
  }

  @Test func aCopyOfAStreamIsASnapshot() {
    let network = Network.gatedConvolution(channels: 2, outputs: 1, filters: (4, 4))
    var random = Random(seed: 2)
    let parameters = network.initialParameters(random: &random)
    var stream = Stream(of: network)
    for time in 0..<5 {
      stream.step([Float(time), 1].span, parameters: parameters.span)
    }
    var copy = stream
    stream.step([0.5, 0.5].span, parameters: parameters.span)
    copy.step([0.5, 0.5].span, parameters: parameters.span)
    #expect(copy.outputs == stream.outputs)
  }

  @Test func threeTapsStreamToo() {
    let network = Network(inputs: 2, steps: 7) { graph in
      let node = graph.convolution(graph.input, 3, taps: 3, dilation: 2, name: "a")
      return graph.lastStep(graph.convolution(node, 2, taps: 1, activation: .tanh, name: "b"))
    }
    var random = Random(seed: 3)
    let parameters = network.initialParameters(random: &random)
    let frames = (0..<24).map { _ in Float(random.normal()) }
    var stream = Stream(of: network)
    var workspace = Workspace(for: network, rows: 1)
    for time in 0..<12 {
      stream.step(frames.span.extracting(time * 2..<time * 2 + 2), parameters: parameters.span)
      guard time >= 6 else { continue }
      network.forward(
        frames.span.extracting((time - 6) * 2..<time * 2 + 2), parameters: parameters.span,
        in: &workspace)
      #expect(stream.outputs == workspace.outputs)
    }
  }

  @Test func aRecurrentStateStreamsFromZero() {
    let network = Network(inputs: 3, steps: 6) { graph in
      let frames = graph.convolution(graph.input, 5, activation: .tanh, name: "a")
      return graph.lastStep(graph.gatedRecurrence(frames, 4, name: "b"))
    }
    var random = Random(seed: 4)
    let parameters = network.initialParameters(random: &random)
    let frames = (0..<15).map { _ in Float(random.normal()) }
    var stream = Stream(of: network)
    for episode in 0..<2 {
      stream.reset()
      for time in 0..<5 {
        stream.step(frames.span.extracting(time * 3..<time * 3 + 3), parameters: parameters.span)
      }
      var workspace = Workspace(for: network, rows: 1)
      // The convolution takes the first frame for the one before it.
      let history = frames[..<3] + frames
      network.forward(Array(history).span, parameters: parameters.span, in: &workspace)
      #expect(stream.outputs == workspace.outputs, "episode \(episode)")
    }
  }

  /// Acting goes through no library whose order of additions depends on the machine: this number
  /// holds for every processor, with or without its vector instructions.
  @Test func theBitsAreTheSameOnEveryMachine() {
    let network = Network.gatedConvolution()
    var random = Random(seed: 10_676)
    let parameters = network.initialParameters(random: &random)
    var stream = Stream(of: network)
    var digest = Digest()
    for _ in 0..<100 {
      let frame = (0..<16).map { _ in Float(random.normal()) }
      stream.step(frame.span, parameters: parameters.span)
      for output in stream.outputs { digest.combine(output) }
    }
    #expect(digest.description == "e9d1b2190c0dda0f")
  }
}
