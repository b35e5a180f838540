import Arena
import Control
import Math
import Networks

/// Many copies of a world that gather experience for a learner, on a few threads.
///
/// Worlds are grouped into lanes whose number depends on nothing but the number of worlds; threads
/// take whole lanes and meet once per round, not once per step. Every world has its own random
/// stream and lanes are summed in order, so results do not depend on the number of threads.
/// Ended episodes start again by themselves.
struct Rollouts<World: Environment>: Sendable {
  private(set) var lanes: [Lane<World>]
  /// Worlds in all lanes.
  let count: Int
  /// Steps of every world per round.
  let horizon: Int
  /// What ended in the last round.
  private(set) var tally: Tally
  /// Per world: the discounted sum of the rewards of its episode so far.
  private var runningReturns: [Double]
  private var returnRows: [Float]

  init(
    _ stage: Stage<World>, count: Int, horizon: Int, actor: Actor, seed: UInt64
  ) {
    // At least 16 rows per matrix product, and at most 16 lanes for threads to share.
    let laneCount = max(1, min(16, count / 16))
    lanes = (0..<laneCount).map { index in
      let first = index * count / laneCount
      return Lane(
        stage.world, count: (index + 1) * count / laneCount - first, first: first,
        seat: stage.seat, companions: stage.companions, seed: seed, horizon: horizon,
        actor: actor)
    }
    self.count = count
    self.horizon = horizon
    tally = Tally(width: stage.world.outcome.width)
    runningReturns = Array(repeating: 0, count: count)
    returnRows = Array(repeating: 0, count: count * horizon)
  }

  /// Plays one round. `noise` is the seed of its exploration.
  mutating func collect(with actor: Actor, noise: UInt64, threads: Int) {
    let horizon = horizon
    lanes.forEachInParallel(threads: threads) { lane, _ in
      lane.collect(horizon, with: actor, noise: noise)
    }
    tally.removeAll()
    for lane in lanes { tally.add(lane.tally) }
  }

  /// Takes every observation of the last round into `moments`, in the order of lanes.
  func update(_ moments: inout RunningMoments, frameWidth: Int, history: Int) {
    for lane in lanes {
      if history == 1 {
        moments.update(lane.observations.span)
      } else {
        // Of each window the newest frame: every observation counts once.
        let width = frameWidth * history
        for start in stride(from: 0, to: lane.observations.count, by: width) {
          moments.update(
            lane.observations.span.extracting(start + width - frameWidth..<start + width))
        }
      }
    }
  }

  /// Takes the discounted sums of rewards of the last round into `moments`, whose deviation is the
  /// scale of what a value estimate has to learn.
  mutating func updateReturns(_ moments: inout RunningMoments, discount: Double) {
    var row = 0
    for lane in lanes {
      for entry in lane.rewards.indices {
        let world = lane.first + entry % lane.count
        runningReturns[world] = discount * runningReturns[world] + Double(lane.rewards[entry])
        returnRows[row] = Float(runningReturns[world])
        row += 1
        if lane.ends[entry] { runningReturns[world] = 0 }
      }
    }
    moments.update(returnRows.span)
  }
}

extension Rollouts {
  /// Adds all that the next round depends on, as tensors named "worlds...".
  func save(to file: inout Safetensors) {
    let journals = lanes.flatMap(\.journals)
    file.append(
      .init(
        name: "worlds.episodes", shape: [count],
        values: .double(lanes.flatMap(\.episodes).map(Double.init))))
    file.append(
      .init(
        name: "worlds.returns", shape: [count], values: .double(runningReturns)))
    file.append(
      .init(
        name: "worlds.lengths", shape: [count],
        values: .double(journals.map { Double($0.count) })))
    let actions = journals.flatMap { $0 }
    file.append(
      .init(name: "worlds.actions", shape: [actions.count], values: .single(actions)))
  }

  /// Plays every world's episode again up to the state that was saved.
  mutating func restore(
    from file: Safetensors, actor: Actor, threads: Int
  ) throws(PolicyError) {
    let episodes = try file.doubles("worlds.episodes", shape: [count])
    let lengths = try file.doubles("worlds.lengths", shape: [count])
    runningReturns = try file.doubles("worlds.returns", shape: [count])
    let width = lanes[0].commandColumns.last?.upperBound ?? 0
    guard
      (episodes + lengths).allSatisfy({ $0 >= 0 && $0 < 1e15 && $0 == $0.rounded() }),
      lengths.allSatisfy({ Int($0) % width == 0 })
    else {
      throw .weights("tensor 'worlds.lengths' or 'worlds.episodes' holds no count")
    }
    let total = lengths.reduce(0) { $0 + Int($1) }
    guard let entry = file["worlds.actions"], entry.shape == [total] else {
      throw .weights("tensor 'worlds.actions' is missing or has not \(total) numbers")
    }
    let actions = entry.values.singles
    var starts = [0]
    for length in lengths { starts.append(starts[starts.count - 1] + Int(length)) }
    lanes.forEachInParallel(threads: threads) { [starts] lane, _ in
      for world in 0..<lane.count {
        let index = lane.first + world
        lane.episodes[world] = Int(episodes[index])
        lane.replay(world, Array(actions[starts[index]..<starts[index + 1]]), actor)
      }
    }
  }
}
