import Arena
import Control
import Math
import Networks
import Testing

@Suite struct NeuralPolicyTests {
  static let seat = Seat(
    name: "robot",
    observation: [
      Field("ball-position", unit: "m", count: 3, in: -2...2),
      Field("joints", unit: "rad", count: 2, in: -3...3),
    ],
    action: [
      Field("speed", unit: "m/s", ranges: [-2...2, 0...4]),
      Field("gear", unit: "choice", in: 1...3),
    ])

  private func policy(
    _ architecture: NetworkArchitecture = NetworkArchitecture(hidden: [12]), seed: UInt64 = 1
  ) throws -> NeuralPolicy {
    var random = Random(seed: seed)
    let design = try PolicyDesign(for: Self.seat, architecture: architecture)
    var moments = RunningMoments(fields: design.inputs)
    let rows = (0..<50).map { _ in Float(random.normal() + 0.5) }
    moments.update(rows.span)
    let parameters = design.network.initialParameters(random: &random).map { 20 * $0 }
    return try NeuralPolicy(design, parameters: parameters, moments: moments, in: Self.seat)
  }

  /// The answers to a few steps of an episode.
  private func answers(
    _ policy: NeuralPolicy, to sights: [[Float]], width: Int = 3
  ) -> [[Float]] {
    var policy = policy
    policy.reset(seed: 0)
    return sights.map { sight in
      var action = [Float](repeating: .nan, count: width)
      var span = action.mutableSpan
      policy.act(on: sight.span, into: &span)
      return action
    }
  }

  private func sights(_ count: Int, width: Int = 5) -> [[Float]] {
    var random = Random(seed: 9)
    return (0..<count).map { _ in (0..<width).map { _ in Float(random.uniform(-2, 2)) } }
  }

  @Test func actionsAreTheNetworksOutputsStretchedOverTheirRanges() throws {
    let policy = try policy()
    let sight = sights(1)[0]
    var row = sight
    var span = row.mutableSpan
    policy.moments.standardize(&span)
    let network = policy.design.network
    var workspace = Workspace(for: network, rows: 1)
    network.forward(row.span, parameters: policy.parameters.span, in: &workspace)
    let outputs = workspace.outputs
    let action = answers(policy, to: [sight])[0]
    #expect(outputs.count == 5)
    #expect(action[0] == 2 * clamp(outputs[0], -1...1))
    #expect(action[1] == 2 + 2 * clamp(outputs[1], -1...1))
    let options = Array(outputs[2..<5])
    #expect(action[2] == Float(options.firstIndex(of: options.max()!)! + 1))
  }

  /// Fields are found by name, wherever they stand, and fields nobody knows get 0.
  @Test func aPolicyFindsItsFieldsInAnotherSeat() throws {
    let policy = try policy()
    let other = Seat(
      name: "player",
      observation: [
        Self.seat.observation[1], Field("score", unit: "1", in: 0...11), Self.seat.observation[0],
      ],
      action: [Field("toss", unit: "1", in: 1...2)] + Self.seat.action.reversed())
    let moved = try policy.seated(in: other)
    let sights = sights(20)
    let here = answers(policy, to: sights)
    let there = answers(
      moved, to: sights.map { Array($0[3..<5]) + [7] + Array($0[0..<3]) }, width: 4)
    for (a, b) in zip(here, there) { #expect(b == [0, a[2], a[0], a[1]]) }
  }

  @Test func seatsThatDoNotFitAreRefusedInOneSentence() throws {
    let policy = try policy()
    func complaint(_ observation: [Field]) -> String {
      let seat = Seat(name: "away", observation: observation, action: Self.seat.action)
      do {
        _ = try policy.seated(in: seat)
        return "none"
      } catch { return "\(error)" }
    }
    let ball = Self.seat.observation[0]
    #expect(
      complaint([ball])
        == "seat `away` has no observation field `joints`; it has ball-position")
    #expect(
      complaint([ball, Field("joints", unit: "rad", count: 6, in: -1...1)])
        == "observation field `joints` of seat `away` holds 6 numbers; the policy expects 2")
    #expect(
      complaint([ball, Field("joints", unit: "m", count: 2, in: -1...1)])
        == "observation field `joints` of seat `away` is in m; the policy expects rad")
    #expect(complaint(Self.seat.observation) == "none")
  }

  @Test func policiesSurviveBeingWrittenAndRead() throws {
    for architecture in [
      NetworkArchitecture(hidden: [12]), NetworkArchitecture(hidden: [7, 5], history: 4),
      .tableTennis, NetworkArchitecture(kind: .recurrent, hidden: [7, 5]),
    ] {
      let policy = try policy(architecture)
      let (manifest, weights) = policy.encode(summary: "", training: .init())
      let read = try NeuralPolicy(manifest, weights: weights, in: Self.seat)
      #expect(answers(read, to: sights(12)) == answers(policy, to: sights(12)))
      #expect(read.encode(summary: "", training: .init()).weights == weights)
    }
  }

  @Test func weightsThatDoNotFitNameTheirTensor() throws {
    let policy = try policy()
    let (manifest, weights) = policy.encode(summary: "", training: .init())
    func complaint(_ manifest: PolicyManifest, _ weights: [UInt8]) -> String {
      do {
        _ = try NeuralPolicy(manifest, weights: weights, in: Self.seat)
        return "none"
      } catch { return "\(error)" }
    }
    var wide = manifest
    wide.network.hidden = [13]
    #expect(
      complaint(wide, weights)
        == "tensor 'policy.0.weight' has shape [12, 5]; [13, 5] is needed")
    var deep = manifest
    deep.network.hidden = [12, 12]
    #expect(complaint(deep, weights) == "tensor 'policy.1.weight' is missing")
    #expect(complaint(manifest, Array(weights.dropLast())).contains("lies outside the file"))
    var newer = manifest
    newer.format = 2
    #expect(complaint(newer, weights).hasPrefix("format: "))
    var empty = manifest
    empty.action[0].lower = [0]
    #expect(complaint(empty, weights).hasPrefix("action.speed: "))
    var file = policy.safetensors()
    file.append(.init(name: "surprise", shape: [1], values: .single([1])))
    #expect(complaint(manifest, file.bytes) == "tensor 'surprise' does not belong to this network")
  }

  /// A stream through the convolution answers as a pass over the last eight observations does.
  @Test func theConvolutionSeesEightObservations() throws {
    let policy = try policy(.tableTennis)
    let network = policy.design.network
    let sights = sights(15)
    let answers = answers(policy, to: sights)
    for step in [0, 3, 9, 14] {
      // Before there are eight, the first counts for those that are missing.
      var window = (step - 7...step).flatMap { sights[max($0, 0)] }
      var span = window.mutableSpan
      policy.moments.standardize(&span)
      var workspace = Workspace(for: network, rows: 1)
      network.forward(window.span, parameters: policy.parameters.span, in: &workspace)
      #expect(abs(answers[step][0] - 2 * clamp(workspace.outputs[0], -1...1)) < 1e-5)
    }
  }

  /// With a history a policy is another function of the last observation alone.
  @Test func historyReachesTheNetworkOldestFirst() throws {
    let policy = try policy(NetworkArchitecture(hidden: [12], history: 3))
    let sights = sights(6)
    let answers = answers(policy, to: sights)
    let network = policy.design.network
    for step in 0..<6 {
      var window = (step - 2...step).flatMap { sights[max($0, 0)] }
      var span = window.mutableSpan
      policy.moments.standardize(&span)
      var workspace = Workspace(for: network, rows: 1)
      network.forward(window.span, parameters: policy.parameters.span, in: &workspace)
      #expect(answers[step][0] == 2 * clamp(workspace.outputs[0], -1...1))
    }
  }

  /// A recurrent policy answers as the learner's network does over the whole episode, and a new
  /// episode knows nothing of the one before.
  @Test func aRecurrentPolicyRemembersItsEpisodeAndNoOther() throws {
    let architecture = NetworkArchitecture(kind: .recurrent, hidden: [7, 5])
    var policy = try policy(architecture)
    let learner = architecture.actorCritic(
      inputs: 5, outputs: 5, numbers: 2, logDeviation: 0, critic: [3], steps: 9)
    var random = Random(seed: 2)
    var parameters = learner.initialParameters(random: &random)
    parameters.replaceSubrange(policy.parameters.indices, with: policy.parameters)
    // An episode of four steps, and then one of five.
    let sights = sights(9)
    var rows: [Float] = []
    for (step, sight) in sights.enumerated() {
      var row = sight
      var span = row.mutableSpan
      policy.moments.standardize(&span)
      rows += row + [step == 4 ? 0 : 1] + (0..<5).map { _ in step == 0 ? 0 : Float.nan }
    }
    var workspace = Workspace(for: learner, rows: 1)
    learner.forward(rows.span, parameters: parameters.span, in: &workspace)
    for (step, sight) in sights.enumerated() {
      if step == 0 || step == 4 { policy.reset(seed: 0) }
      var action: [Float] = [0, 0, 0]
      var span = action.mutableSpan
      policy.act(on: sight.span, into: &span)
      #expect(action[0] == 2 * clamp(workspace.outputs[step * 11], -1...1), "step \(step)")
    }
    #expect(answers(policy, to: sights)[4] != answers(policy, to: [sights[4]])[0])
  }

  @Test func impossibleNetworksAreRefused() {
    for architecture in [
      NetworkArchitecture(history: 0), NetworkArchitecture(hidden: [0]),
      NetworkArchitecture(kind: .gatedConvolution, hidden: [76, 96]),
      NetworkArchitecture(kind: .gatedConvolution, hidden: [75, 96], history: 8),
      NetworkArchitecture(kind: .recurrent, hidden: []),
      NetworkArchitecture(kind: .recurrent, history: 2),
    ] {
      #expect(throws: PolicyError.self) { try architecture.validate(at: "network") }
    }
  }
}
