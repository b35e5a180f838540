import Arena
import Math

/// What every environment promises, checked by playing it. Each check returns complaints, so that
/// an empty list is a world that keeps its word.
public struct EnvironmentContract<World: Environment>: Sendable {
  let world: World
  /// How many steps most checks play.
  let steps: Int

  public init(_ world: World, steps: Int = 400) {
    self.world = world
    self.steps = steps
  }

  /// Every check but the one for allocations, which needs an optimised build.
  public func complaints() -> [String] {
    names() + repetition() + snapshot() + drawing() + numbers() + extremes() + ending()
      + batches()
  }

  /// Random actions for one step.
  func actions(_ random: inout Random) -> [Float] {
    world.seats.flatMap { $0.action.ranges }.map { range in
      let number = random.uniform(Double(range.lowerBound), Double(range.upperBound))
      return clamp(Float(number), range)
    }
  }

  /// One step; starts the next episode where one ends.
  static func advance(
    _ world: inout World, _ actions: [Float], _ rewards: inout [Float], _ seed: inout UInt64
  ) {
    var span = rewards.mutableSpan
    if world.step(actions.span, rewards: &span) != .running {
      seed += 1
      world.reset(seed: seed)
    }
  }

  /// Plays `count` random steps and calls `visit` after each.
  func play(
    _ world: inout World, _ count: Int, random: inout Random,
    visit: (World, [Float]) -> Void = { _, _ in }
  ) {
    var rewards = [Float](repeating: .nan, count: world.seats.count)
    var seed: UInt64 = 100
    for _ in 0..<count {
      Self.advance(&world, actions(&random), &rewards, &seed)
      visit(world, rewards)
    }
  }

  /// The digests along random play from a seed.
  func digests(_ start: World, seed: UInt64, actionSeed: UInt64 = 1) -> [Digest] {
    var world = start
    var random = Random(seed: actionSeed)
    world.reset(seed: seed)
    var digests = [world.digest]
    play(&world, steps, random: &random) { world, _ in digests.append(world.digest) }
    return digests
  }
}

extension EnvironmentContract {
  /// Names are in kebab case and mean one thing; ranges are finite; a step takes time.
  public func names() -> [String] {
    var found: [String] = []
    let parts = World.name.split(separator: "/", omittingEmptySubsequences: false)
    if parts.count != 2 || !parts.allSatisfy({ isKebabCase(String($0)) }) {
      found.append("the name `\(World.name)` is not of the form world/thing")
    }
    if !(world.stepDuration > 0 && world.stepDuration.isFinite) {
      found.append("a step lasts \(world.stepDuration) s")
    }
    if world.seats.isEmpty { found.append("there is no seat") }
    if world.outcome.isEmpty { found.append("there is no outcome") }
    found += unique(world.seats.map(\.name), "seats")
    found += fields(world.outcome, "the outcome")
    for seat in world.seats {
      found += fields(seat.observation, "the observation of \(seat.name)")
      found += fields(seat.action, "the action of \(seat.name)")
    }
    return found
  }

  private func fields(_ fields: [Field], _ place: String) -> [String] {
    let bounds = fields.flatMap(\.ranges).flatMap { [$0.lowerBound, $0.upperBound] }
    return unique(fields.map(\.name), place)
      + (bounds.allSatisfy(\.isFinite) ? [] : ["\(place) has an infinite range"])
      + fields.filter { $0.unit.isEmpty }.map { "\(place): `\($0.name)` has no unit" }
  }

  private func unique(_ names: [String], _ place: String) -> [String] {
    names.filter { !isKebabCase($0) }.map { "\(place): `\($0)` is not in kebab case" }
      + (Set(names).count == names.count ? [] : ["\(place): a name stands twice"])
  }

  /// Equal seeds and actions give equal states, whatever was played before; other seeds others.
  public func repetition() -> [String] {
    var found: [String] = []
    let first = digests(world, seed: 7)
    if digests(world, seed: 7) != first { found.append("equal seeds gave different states") }
    var used = world
    var random = Random(seed: 9)
    used.reset(seed: 3)
    play(&used, steps / 2 + 1, random: &random)
    if digests(used, seed: 7) != first { found.append("a reset does not forget what was before") }
    if digests(world, seed: 8) == first { found.append("the seed changes nothing") }
    if digests(world, seed: 7, actionSeed: 2) == first { found.append("actions change nothing") }
    return found
  }

  /// A copy is a snapshot.
  public func snapshot() -> [String] {
    var found: [String] = []
    var original = world
    var random = Random(seed: 4)
    original.reset(seed: 5)
    play(&original, steps / 3, random: &random)
    let saved = original
    let before = saved.digest
    var stream = random
    play(&original, steps / 3, random: &stream)
    if saved.digest != before { found.append("playing one copy changed the other") }
    var copy = saved
    stream = random
    play(&copy, steps / 3, random: &stream)
    if copy.digest != original.digest { found.append("a copy went another way") }
    return found
  }

  /// Looking changes nothing, and what is seen is finite and the same every time.
  public func drawing() -> [String] {
    var found: [String] = []
    var plain = world
    var watched = world
    plain.reset(seed: 6)
    watched.reset(seed: 6)
    var random = Random(seed: 6)
    var stream = random
    play(&plain, steps, random: &stream)
    var scene = Scene()
    var again = Scene()
    var observation = watched.seats.map { [Float](repeating: 0, count: $0.observation.width) }
    play(&watched, steps, random: &random) { world, _ in
      scene.removeAll()
      again.removeAll()
      world.draw(into: &scene)
      world.draw(into: &again)
      for seat in observation.indices { world.observe(seat: seat, into: &observation[seat]) }
      _ = world.currentOutcome
      if scene.items != again.items { found.append("drawing twice drew two things") }
      if !scene.items.allSatisfy(\.shape.isFinite) { found.append("something infinite was drawn") }
    }
    if scene.items.isEmpty { found.append("nothing is drawn") }
    if plain.digest != watched.digest { found.append("looking at the world changed it") }
    return Array(Set(found)).sorted()
  }

  /// Every number is written, finite, and where its field says it is.
  public func numbers() -> [String] {
    var found: Set<String> = []
    var world = world
    var random = Random(seed: 11)
    world.reset(seed: 12)
    let seats = world.seats
    func look(_ world: World, _ rewards: [Float]) {
      if !rewards.allSatisfy(\.isFinite) { found.insert("a reward is not finite or not written") }
      for (index, seat) in seats.enumerated() {
        var numbers = [Float](repeating: .nan, count: seat.observation.width)
        world.observe(seat: index, into: &numbers)
        found.formUnion(outside(numbers, seat.observation, "observation of \(seat.name)"))
      }
      var numbers = [Float](repeating: .nan, count: world.outcome.width)
      var span = numbers.mutableSpan
      world.score(into: &span)
      found.formUnion(outside(numbers, world.outcome, "outcome"))
    }
    look(world, [])
    play(&world, 3 * steps, random: &random, visit: look)
    return found.sorted()
  }

  private func outside(_ numbers: [Float], _ fields: [Field], _ place: String) -> [String] {
    let names = fields.flatMap { field in field.ranges.map { (field.name, $0) } }
    return zip(numbers, names).compactMap { number, field in
      let (name, range) = field
      guard number.isFinite else { return "\(place): `\(name)` is not finite or not written" }
      // Noise may carry an observation a little over the edge.
      let slack = 0.05 * (range.upperBound - range.lowerBound)
      guard number >= range.lowerBound - slack, number <= range.upperBound + slack else {
        return "\(place): `\(name)` is outside its range \(range)"
      }
      return nil
    }
  }

  /// Actions that make no sense are survived: too large ones count as the nearest bound, and NaN
  /// as the number in range that is nearest to zero.
  public func extremes() -> [String] {
    var found: [String] = []
    let ranges = world.seats.flatMap { $0.action.ranges }
    let cases: [(name: String, wild: [Float], tame: [Float])] = [
      ("1e30", ranges.map { _ in 1e30 }, ranges.map(\.upperBound)),
      ("infinity", ranges.map { _ in .infinity }, ranges.map(\.upperBound)),
      ("-infinity", ranges.map { _ in -.infinity }, ranges.map(\.lowerBound)),
      ("NaN", ranges.map { _ in .nan }, ranges.map { clamp(0, $0) }),
    ]
    for (name, wild, tame) in cases {
      var left = world
      var right = world
      var rewards = [Float](repeating: 0, count: world.seats.count)
      var (seed, otherSeed): (UInt64, UInt64) = (20, 20)
      left.reset(seed: 20)
      right.reset(seed: 20)
      for step in 0..<steps {
        // Now and then, so that the world is not only ever at its edge.
        Self.advance(&left, step % 3 == 0 ? wild : tame, &rewards, &seed)
        if !rewards.allSatisfy(\.isFinite) { found.append("\(name) as an action broke a reward") }
        Self.advance(&right, tame, &rewards, &otherSeed)
      }
      if left.digest != right.digest { found.append("\(name) as an action is not clamped") }
    }
    return Array(Set(found)).sorted()
  }

  /// Episodes end.
  public func ending(limit: Int = 1_000_000) -> [String] {
    var world = world
    var random = Random(seed: 30)
    var rewards = [Float](repeating: 0, count: world.seats.count)
    world.reset(seed: 31)
    for _ in 0..<limit {
      let actions = self.actions(&random)
      var span = rewards.mutableSpan
      if world.step(actions.span, rewards: &span) != .running { return [] }
    }
    return ["an episode has not ended after \(limit) steps"]
  }

  /// How many blocks of memory `count` steps and looks ask for, resets left out.
  public func allocationsPerStep(_ count: Int = 300) -> Double {
    var world = world
    var random = Random(seed: 40)
    let actions = (0..<count).map { _ in self.actions(&random) }
    var rewards = [Float](repeating: 0, count: world.seats.count)
    var observations = world.seats.map { [Float](repeating: 0, count: $0.observation.width) }
    var outcome = [Float](repeating: 0, count: world.outcome.width)
    world.reset(seed: 41)
    var total = 0
    for step in 0..<count {
      let action = actions[step]
      var status = Status.running
      total += allocations {
        var span = rewards.mutableSpan
        status = world.step(action.span, rewards: &span)
        for seat in observations.indices { world.observe(seat: seat, into: &observations[seat]) }
        var outcomeSpan = outcome.mutableSpan
        world.score(into: &outcomeSpan)
      }
      if status != .running { world.reset(seed: 42 + UInt64(step)) }
    }
    return Double(total) / Double(count)
  }
}

/// Whether a name is made of words in small letters and digits, joined by single dashes.
public func isKebabCase(_ name: String) -> Bool {
  let words = name.split(separator: "-", omittingEmptySubsequences: false)
  return words.allSatisfy { word in
    !word.isEmpty && word.allSatisfy { $0.isASCII && ($0.isLowercase || $0.isNumber) }
  } && name.first?.isNumber != true
}

extension Scene.Shape {
  /// Whether every number of the shape is finite.
  var isFinite: Bool {
    switch self {
    case .sphere(let centre, let radius): centre.isFinite && radius.isFinite
    case .capsule(let from, let to, let radius):
      from.isFinite && to.isFinite && radius.isFinite
    case .box(let centre, let half, let rotation):
      centre.isFinite && half.isFinite && rotation.v.isFinite && rotation.w.isFinite
    case .cylinder(let centre, let axis, let radius, let halfLength):
      centre.isFinite && axis.isFinite && radius.isFinite && halfLength.isFinite
    case .line(let from, let to): from.isFinite && to.isFinite
    case .label(let place, _): place.isFinite
    }
  }
}

extension Vector3 {
  fileprivate var isFinite: Bool { x.isFinite && y.isFinite && z.isFinite }
}
