import Arena
import Catalog
import Control
import Foundation
import Math
import Networks
import Synchronization
import Training

/// Fits the networks of a controller: the work of `evaluate --fit`.
struct FitRun {
  let catalog: Catalog
  let controller: String
  let ladder: Ladder
  /// Where openings are watched.
  let scenario: String
  let matches: Int
  let shared: SharedOptions

  /// Openings as a classifier sees them.
  private struct Examples: Sendable {
    var features: [Float] = []
    var labels: [Bool] = []
    var motionWidth = 0
  }

  func run() throws {
    guard let folder = try catalog.controller(controller) else {
      throw MissingError("`\(controller)` is no controller; expected one for --fit")
    }
    let (style, styleReport) = try fitStyle(folder)
    let (classifier, classifierReport) = try fitClassifier(folder)
    try folder.write(classifier: classifier, style: style)
    let report: [(String, JSON)] = [
      ("policy", .text(controller)), ("style", styleReport), ("classifier", classifierReport),
    ]
    Output.result(
      shared.json
        ? JSON.object(report).text
        : report.map { "\($0): \($1.text)" }.joined(
          separator: "\n"))
  }

  private func fitStyle(_ folder: ControllerFolder) throws -> (StyleNetwork?, JSON) {
    let world = try catalog.environment(of: try catalog.scenario(scenario)).world
    let cast = try catalog.cast(try catalog.scenario(scenario), overrides: [0: controller])
    let request = PolicyRequest(
      world: cast.world,
      setup: try catalog.environment(of: cast.scenario).setup(of: cast.scenario), seat: 0)
    let skills = try folder.skills(request, folder.manifest.settings, world: world, in: catalog)
    let examples: StyleExamples
    do {
      examples = try StyleExamples(skills)
    } catch { return (nil, .text("\(error)")) }
    let styles = examples.styles.count
    let network = StyleNetwork.design(keyWidth: examples.keyWidth, styles: styles)
    let result = SupervisedFit(network, seed: shared.seed)
      .fit(examples.keys, to: examples.successes, as: .numbers)
    var (same, reached, best) = (0.0, 0.0, 0.0)
    for (place, row) in result.heldOutRows.enumerated() {
      let wanted = Array(examples.successes[row * styles..<(row + 1) * styles])
      let found = Array(result.heldOutOutputs[place * styles..<(place + 1) * styles])
      let choice = found.indices.max { found[$0] < found[$1] } ?? 0
      let surest = wanted.indices.max { wanted[$0] < wanted[$1] } ?? 0
      same += choice == surest ? 1 : 0
      reached += Double(wanted[choice])
      best += Double(wanted[surest])
    }
    let count = Double(result.heldOutRows.count)
    return (
      StyleNetwork(
        styles: examples.styles, keyWidth: examples.keyWidth, parameters: result.parameters,
        moments: result.moments),
      .object([
        ("examples", .whole(examples.keys.count / examples.keyWidth)),
        ("parameters", .whole(network.parameterCount)), ("same_style", .number(same / count)),
        ("success_by_network", .number(reached / count)),
        ("success_by_descriptors", .number(best / count)),
      ])
    )
  }

  private func fitClassifier(_ folder: ControllerFolder) throws -> (ActClassifier?, JSON) {
    let interface = try catalog.controlInterface(of: folder.manifest.interface)
    guard !interface.trait.name.isEmpty else { return (nil, .text("the world has no traits")) }
    let examples = try watch(interface, wait: folder.manifest.settings.wait)
    let underspin = examples.labels.count { $0 }
    guard examples.labels.count >= 50, underspin > 4, underspin < examples.labels.count - 4 else {
      return (nil, .text("\(examples.labels.count) openings, \(underspin) of them with the trait"))
    }
    let network = ActClassifier.design(motionWidth: examples.motionWidth)
    let result = SupervisedFit(network, seed: shared.seed)
      .fit(examples.features, to: examples.labels.map { $0 ? 1 : 0 }, as: .labels)
    var (hits, said, there) = (0.0, 0.0, 0.0)
    for (place, row) in result.heldOutRows.enumerated() {
      let isSaid = result.heldOutOutputs[place] > 0
      said += isSaid ? 1 : 0
      there += examples.labels[row] ? 1 : 0
      hits += isSaid && examples.labels[row] ? 1 : 0
    }
    return (
      ActClassifier(
        trait: interface.trait.name, otherwise: interface.trait.otherwise,
        motionWidth: examples.motionWidth, parameters: result.parameters,
        moments: result.moments),
      .object([
        ("trait", .text(interface.trait.name)), ("examples", .whole(examples.labels.count)),
        ("with_trait", .whole(underspin)), ("held_out", .whole(result.heldOutRows.count)),
        ("precision", .number(hits / max(said, 1))), ("recall", .number(hits / max(there, 1))),
        ("parameters", .whole(network.parameterCount)),
      ])
    )
  }

  /// Watches the openings of every opponent of the ladder.
  private func watch(_ interface: ControlInterface, wait: Int) throws -> Examples {
    let scenario = try catalog.scenario(scenario)
    let casts = try ladder.rungs.map { rung in
      try catalog.cast(scenario, overrides: [1: rung.opponent])
    }
    let watchers = try casts.map { cast in
      try OpeningWatcher(
        cast.policies[0], interface: interface, wait: wait, in: cast.world.seats[0])
    }
    let found = Mutex<[Int: Examples]>([:])
    let (matches, first) = (matches, shared.seed)
    DispatchQueue.concurrentPerform(iterations: casts.count) { index in
      let cast = casts[index]
      func play<World: Environment>(_ world: World) -> Examples {
        let seed = Random.seed(first, UInt64(index))
        return Self.play(world, watchers[index], cast.policies[1], matches: matches, seed: seed)
      }
      let examples = play(cast.world)
      found.withLock { $0[index] = examples }
    }
    try Interruption.check()
    var all = Examples()
    let lists = found.withLock { found in casts.indices.compactMap { found[$0] } }
    for list in lists {
      all.features += list.features
      all.labels += list.labels
      all.motionWidth = list.motionWidth
    }
    return all
  }

  private static func play<World: Environment>(
    _ world: World, _ watcher: OpeningWatcher, _ opponent: any Policy, matches: Int, seed: UInt64
  ) -> Examples {
    var episode = Episode(world, policies: [watcher, opponent])
    var examples = Examples()
    for match in 0..<matches where !Interruption.isRequested {
      episode.reset(seed: Random.seed(seed, UInt64(match)))
      episode.run(limit: 100_000)
    }
    if let watched = episode.policies[0] as? OpeningWatcher {
      examples.features = watched.features
      examples.labels = watched.labels
      examples.motionWidth = watched.motionWidth
    }
    return examples
  }
}
