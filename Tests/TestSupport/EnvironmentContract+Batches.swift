import Arena
import Math

extension EnvironmentContract {
  /// In a batch of any size and for any number of threads, every world goes its own way and shows
  /// what it shows alone.
  public func batches() -> [String] {
    var found: [String] = []
    // The last two worlds lie in another shard than the first.
    let sizes = [1, 258]
    for count in sizes {
      let batch = played(count: count, threads: 1)
      if played(count: count, threads: 2).digest != batch.digest {
        found.append("\(count) worlds went another way on two threads")
      }
      for index in [0, count / 2, count - 1] {
        found += differences(batch, index).map { "world \(index) of \(count) \($0)" }
      }
    }
    return found
  }

  private static var batchSteps: Int { 40 }

  private func action(_ world: Int, _ step: Int) -> [Float] {
    var random = Random(seed: Random.seed(UInt64(world), UInt64(step)))
    return actions(&random)
  }

  private func played(count: Int, threads: Int) -> Episodes<World> {
    var batch = Episodes(world, count: count)
    batch.reset(seed: 50)
    for step in 0..<Self.batchSteps {
      for index in 0..<count {
        for (column, number) in action(index, step).enumerated() {
          batch.actions[index * batch.actionWidth + column] = number
        }
      }
      batch.step(threads: threads)
    }
    return batch
  }

  /// What a world of a batch does not share with the same world alone.
  private func differences(_ batch: Episodes<World>, _ index: Int) -> [String] {
    var alone = world
    var rewards = [Float](repeating: 0, count: world.seats.count)
    var status = Status.running
    var episode: UInt64 = 0
    alone.reset(seed: Episodes<World>.seed(50, world: index, episode: episode))
    for step in 0..<Self.batchSteps {
      var span = rewards.mutableSpan
      status = alone.step(action(index, step).span, rewards: &span)
      if status != .running {
        episode += 1
        alone.reset(seed: Episodes<World>.seed(50, world: index, episode: episode))
      }
    }
    let observations = world.seats.indices.flatMap { seat in
      var numbers = [Float](repeating: 0, count: world.seats[seat].observation.width)
      alone.observe(seat: seat, into: &numbers)
      return numbers
    }
    let (width, seats) = (batch.observationWidth, batch.seatCount)
    var found: [String] = []
    if batch.world(index).digest != alone.digest { found.append("went another way") }
    if Array(batch.observations[index * width..<(index + 1) * width]) != observations {
      found.append("shows something else")
    }
    if Array(batch.rewards[index * seats..<(index + 1) * seats]) != rewards
      || batch.statuses[index] != status
    {
      found.append("was rewarded or ended otherwise")
    }
    return found
  }
}
