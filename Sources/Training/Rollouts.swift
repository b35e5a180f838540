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
  /// The numbers of the worlds in all lanes among those of all ranks.
  let worlds: Range<Int>
  /// Steps of every world per round.
  let horizon: Int
  /// What ended in the last round.
  private(set) var tally: Tally
  /// Per world: the discounted sum of the rewards of its episode so far.
  private var runningReturns: [Double]
  private var returnRows: [Float]

  init(
    _ stage: Stage<World>, worlds: Range<Int>, horizon: Int, actor: Actor, seed: UInt64
  ) {
    let count = worlds.count
    // At least 16 rows per matrix product, and at most 16 lanes for threads to share.
    let laneCount = max(1, min(16, count / 16))
    lanes = (0..<laneCount).map { index in
      let first = index * count / laneCount
      return Lane(
        stage.world, count: (index + 1) * count / laneCount - first,
        first: worlds.lowerBound + first,
        seat: stage.seat, companions: stage.companions, seed: seed, horizon: horizon,
        actor: actor)
    }
    self.worlds = worlds
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

  /// Worlds in all lanes.
  var count: Int { worlds.count }

  /// The moments of every observation of the last round, in the order of lanes.
  func moments(of actor: Actor) -> RunningMoments {
    var moments = RunningMoments(fields: actor.frameWidth)
    for lane in lanes {
      if actor.inputWidth == actor.frameWidth {
        moments.update(lane.observations.span)
      } else {
        // Of each window the newest frame: every observation counts once.
        let newest = actor.frameWidth * (actor.history - 1)..<actor.frameWidth * actor.history
        for start in stride(from: 0, to: lane.observations.count, by: actor.inputWidth) {
          moments.update(
            lane.observations.span.extracting(
              start + newest.lowerBound..<start + newest.upperBound))
        }
      }
    }
    return moments
  }

  /// The moments of the discounted sums of rewards of the last round, whose deviation is the scale
  /// of what a value estimate has to learn.
  mutating func returnMoments(discount: Double) -> RunningMoments {
    var row = 0
    for lane in lanes {
      sumUp(
        lane.rewards, lane.ends, discount: discount, into: &runningReturns,
        at: lane.first - worlds.lowerBound, of: lane.count, &returnRows, at: row)
      row += lane.rewards.count
    }
    var moments = RunningMoments(fields: 1)
    moments.update(returnRows.span)
    return moments
  }
}

/// Continues the discounted sums of rewards of a lane's worlds, and copies them after every step.
private func sumUp(
  _ rewards: [Float], _ ends: [Bool], discount: Double, into sums: inout [Double],
  at first: Int, of worlds: Int, _ rows: inout [Float], at row: Int
) {
  let (rewards, ends) = (rewards.span, ends.span)
  var sums = sums.mutableSpan
  var rows = rows.mutableSpan
  for start in stride(from: 0, to: rewards.count, by: worlds) {
    for world in 0..<worlds {
      let sum = discount * sums[first + world] + Double(rewards[start + world])
      rows[row + start + world] = Float(sum)
      sums[first + world] = ends[start + world] ? 0 : sum
    }
  }
}

extension Rollouts {
  /// Adds all that the next round depends on, of all ranks, as tensors named "worlds...".
  func save(to file: inout Safetensors, _ actor: Actor, _ ranks: Ranks) {
    let journals = lanes.flatMap(\.journals)
    func append(_ name: String, _ own: [Double]) {
      let all = ranks.gather(own)
      file.append(.init(name: "worlds." + name, shape: [all.count], values: .double(all)))
    }
    append("episodes", lanes.flatMap(\.episodes).map(Double.init))
    append("attempts", lanes.flatMap(\.attempts).map(Double.init))
    append("opponents", lanes.flatMap(\.opponents).map(Double.init))
    append("returns", runningReturns)
    if actor.stateWidth > 0 {
      append("states", lanes.flatMap { $0.states(actor).map(Double.init) })
    }
    append("lengths", journals.map { Double($0.count) })
    let actions = ranks.gather(journals.flatMap { $0.map(Double.init) }).map(Float.init)
    file.append(
      .init(name: "worlds.actions", shape: [actions.count], values: .single(actions)))
  }

  /// Plays every world's episode again up to the state that was saved.
  ///
  /// - Parameter total: the worlds of all ranks.
  mutating func restore(
    from file: Safetensors, total: Int, actor: Actor, threads: Int
  ) throws(PolicyError) {
    let episodes = try file.doubles("worlds.episodes", shape: [total])
    let attempts = try file.doubles("worlds.attempts", shape: [total])
    let opponents = try file.doubles("worlds.opponents", shape: [total])
    let lengths = try file.doubles("worlds.lengths", shape: [total])
    runningReturns = Array(try file.doubles("worlds.returns", shape: [total])[worlds])
    let stateWidth = actor.stateWidth
    let states =
      stateWidth > 0 ? try file.doubles("worlds.states", shape: [total * stateWidth]) : []
    let width = lanes[0].commandColumns.last?.upperBound ?? 0
    guard
      (episodes + attempts + opponents + lengths).allSatisfy({
        $0 >= 0 && $0 < 1e15 && $0 == $0.rounded()
      }),
      lengths.allSatisfy({ Int($0) % width == 0 })
    else {
      throw .weights("tensor 'worlds.lengths' or 'worlds.episodes' holds no count")
    }
    let sum = lengths.reduce(0) { $0 + Int($1) }
    guard let entry = file["worlds.actions"], entry.shape == [sum] else {
      throw .weights("tensor 'worlds.actions' is missing or has not \(sum) numbers")
    }
    let actions = entry.values.singles
    var starts = [0]
    for length in lengths { starts.append(starts[starts.count - 1] + Int(length)) }
    lanes.forEachInParallel(threads: threads) { [starts] lane, _ in
      for world in 0..<lane.count {
        let index = lane.first + world
        lane.episodes[world] = Int(episodes[index])
        lane.replay(
          world, Array(actions[starts[index]..<starts[index + 1]]),
          attempt: Int(attempts[index]), opponent: Int(opponents[index]), actor)
        lane.put(states[index * stateWidth..<(index + 1) * stateWidth], into: world, actor)
      }
    }
  }
}
