import Arena
import Catalog

/// Finds the longest rally of a recording and draws it.
struct RallyPhotographer {
  let recording: Recording
  let name: String
  /// Which episode, counted from 0; nil for the one with the longest rally.
  let episode: Int?

  /// How much of a rally is drawn, in seconds.
  private static let longest = 4.0

  func photograph<World: Environment>(in world: World) throws -> RallyPicture {
    guard !recording.episodes.isEmpty else {
      throw WorkFailed(description: "`\(name)` holds no episode to draw")
    }
    if let episode, !recording.episodes.indices.contains(episode) {
      throw WorkFailed(
        description: "`\(name)` has no episode \(episode);"
          + " expected 0 to \(recording.episodes.count - 1)")
    }
    let candidates = episode.map { [$0] } ?? Array(recording.episodes.indices)
    var best: (index: Int, trail: BallTrail)?
    for index in candidates {
      let trail = try trail(of: index, in: world)
      if trail.longestFlight.count > best?.trail.longestFlight.count ?? -1 { best = (index, trail) }
      try Interruption.check()
    }
    guard let best else { throw WorkFailed(description: "`\(name)` holds nothing to draw") }
    return picture(of: best.index, best.trail, in: world)
  }

  private func only(_ index: Int) -> Recording {
    Recording(header: recording.header, episodes: [recording.episodes[index]])
  }

  private func trail<World: Environment>(of index: Int, in world: World) throws -> BallTrail {
    var trail = BallTrail(stepDuration: world.stepDuration)
    let mismatch = replay(only(index), in: world) { world, _ in trail.look(at: world) }
    if let mismatch {
      throw WorkFailed(
        description: "`\(name)` cannot be replayed by this version of the program (\(mismatch))")
    }
    return trail
  }

  private func picture<World: Environment>(
    of index: Int, _ trail: BallTrail, in world: World
  ) -> RallyPicture {
    let flight = trail.longestFlight
    // A long rally would hide itself.
    let steps =
      flight.isEmpty ? 0..<trail.positions.count : trail.end(of: flight, seconds: Self.longest)
    // The scene as it is when something happens in the middle of the rally, without the ball, which
    // the trail shows.
    let middle = (steps.lowerBound + steps.upperBound) / 2
    let moment =
      trail.marks.filter { steps.contains($0.step) }
      .min { abs($0.step - middle) < abs($1.step - middle) }?.step ?? middle
    var scene = Scene()
    _ = replay(only(index), in: world) { world, step in
      guard step == moment || step == steps.upperBound - 1 else { return }
      var now = Scene()
      world.draw(into: &now)
      if step == moment { scene = now.without("ball") } else { scene.captions = now.captions }
    }
    let players = recording.header.seats.map { "\($0.name): \($0.policy)" }
    let start = Double(steps.lowerBound) * world.stepDuration
    let length = Double(steps.count) * world.stepDuration
    return RallyPicture(
      scene: scene, trail: trail, steps: steps,
      title: recording.header.scenario.isEmpty ? World.name : recording.header.scenario,
      subtitle: (players + [
        "episode \(index), seed \(recording.episodes[index].seed)",
        "\(Output.rounded(start)) s to \(Output.rounded(start + length)) s",
      ]).joined(separator: "  ·  "))
  }
}

extension Scene {
  /// The scene without the thing of that name.
  fileprivate func without(_ name: String) -> Scene {
    var scene = Scene()
    scene.captions = captions
    scene.lowerCorner = lowerCorner
    scene.upperCorner = upperCorner
    for item in items where item.name != name {
      scene.add(item.shape, item.colour, name: item.name)
    }
    return scene
  }
}
