import Math

/// Where a replay parted from its recording.
public struct ReplayMismatch: Hashable, Sendable, CustomStringConvertible {
  /// The episode, from 0.
  public let episode: Int
  /// Steps since the start of the episode.
  public let step: Int
  /// What differed: `digest`, `status`, `steps` or `outcome`.
  public let field: String
  public let recorded: String
  public let replayed: String

  public var description: String {
    "episode \(episode), step \(step): \(field) was \(recorded) and is now \(replayed)"
  }
}

/// Plays the actions of `recording` in `world`, which must be built from the recording's scenario,
/// and compares every recorded digest; nil if all are met.
///
/// - Parameter visit: called with the world after every reset and every step.
public func replay<World: Environment>(
  _ recording: Recording, in world: World, visit: (World, Int) -> Void = { _, _ in }
) -> ReplayMismatch? {
  var world = world
  precondition(world.actionWidth == recording.header.actionWidth, "a world of another shape")
  var rewards = [Float](repeating: 0, count: world.seats.count)
  for (index, episode) in recording.episodes.enumerated() {
    if let mismatch = replay(episode, index, in: &world, rewards: &rewards, visit: visit) {
      return mismatch
    }
  }
  return nil
}

private func replay<World: Environment>(
  _ episode: RecordedEpisode, _ index: Int, in world: inout World, rewards: inout [Float],
  visit: (World, Int) -> Void
) -> ReplayMismatch? {
  let width = world.actionWidth
  var next = 0
  var status = Status.running
  var step = 0
  /// Compares the state with the checkpoint that belongs to it, if there is one.
  func check() -> ReplayMismatch? {
    while next < episode.checkpoints.count, episode.checkpoints[next].step < step { next += 1 }
    guard next < episode.checkpoints.count, episode.checkpoints[next].step == step else {
      return nil
    }
    return mismatch(
      "digest", hexadecimal(episode.checkpoints[next].digest), "\(world.digest)", index, step)
  }
  world.reset(seed: episode.seed)
  visit(world, step)
  if let found = check() { return found }
  let steps = width == 0 ? episode.end?.steps ?? 0 : episode.actions.count / width
  while step < steps {
    guard status == .running else {
      return mismatch("steps", "\(steps)", "\(step)", index, step)
    }
    var span = rewards.mutableSpan
    let actions = episode.actions.span.extracting(step * width..<(step + 1) * width)
    status = world.step(actions, rewards: &span)
    step += 1
    visit(world, step)
    if let found = check() { return found }
  }
  guard let end = episode.end else { return nil }
  return mismatch("status", "\(end.status)", "\(status)", index, step)
    ?? mismatch("digest", hexadecimal(end.digest), "\(world.digest)", index, step)
    ?? mismatch("outcome", "\(end.outcome)", "\(world.currentOutcome)", index, step)
}

private func mismatch(
  _ field: String, _ recorded: String, _ replayed: String, _ episode: Int, _ step: Int
) -> ReplayMismatch? {
  recorded == replayed
    ? nil
    : ReplayMismatch(
      episode: episode, step: step, field: field, recorded: recorded, replayed: replayed)
}
