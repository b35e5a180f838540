import Arena
import Control
import Math
import Networks

/// Past selves as opponents: every so often the policy joins a pool, from which opponents are drawn,
/// the ones that are hard to beat more often (prioritised fictitious self-play; Vinyals et al., 2019,
/// "Grandmaster level in StarCraft II", methods).
struct League: Sendable {
  /// A past self.
  struct Member: Sendable {
    /// Counts members from 0 in the order they joined.
    let number: Int
    let parameters: [Float]
    let moments: RunningMoments
    /// Episodes against it, and those the learner won.
    var games = 0.0
    var wins = 0.0
    /// Whether it is drawn no more, and only finishes its episodes.
    var isRetired = false
  }

  /// The place of the opponent's seat among the other seats.
  let companion: Int
  /// The index of the opponent's seat.
  let seat: Int
  private(set) var members: [Member] = []
  private let configuration: LeagueConfiguration
  private let template: NeuralPolicy

  /// Nil if the settings name no seat; throws if the learner's policy cannot sit there.
  init?(
    _ configuration: LeagueConfiguration, seats: [Seat], own: Int, policy: NeuralPolicy
  ) throws {
    guard !configuration.seat.isEmpty else { return nil }
    guard let seat = seats.firstIndex(where: { $0.name == configuration.seat }), seat != own else {
      let names = seats.indices.filter { $0 != own }.map { seats[$0].name }
      throw SetupError(
        "training.ppo.league.seat",
        "expected another seat than the learner's: "
          + names.joined(separator: ", "))
    }
    guard configuration.size >= 1, configuration.size <= 1000, configuration.interval >= 1,
      configuration.newestShare >= 0, configuration.newestShare <= 1
    else {
      throw SetupError(
        "training.ppo.league",
        "expected a size of 1 ... 1000, an interval of at least 1, and a "
          + "newest-share of 0 ... 1")
    }
    self.configuration = configuration
    self.seat = seat
    companion = seat < own ? seat : seat - 1
    template = try policy.seated(in: seats[seat])
    join(policy)
  }

  /// Adds the policy as it is; the member that is beaten most often makes room.
  mutating func join(_ policy: NeuralPolicy) {
    let active = members.indices.filter { !members[$0].isRetired }
    if active.count >= configuration.size {
      let easiest = active.max { (winRate($0), -$0) < (winRate($1), -$1) }
      if let easiest { members[easiest].isRetired = true }
    }
    members.append(
      Member(
        number: (members.last?.number ?? -1) + 1, parameters: policy.parameters,
        moments: policy.moments))
  }

  /// After how many rounds another self joins.
  var interval: Int { configuration.interval }

  private func winRate(_ index: Int) -> Double {
    // One game won and one lost before the first.
    (members[index].wins + 1) / (members[index].games + 2)
  }

  /// The number of the next opponent.
  func choose(random: inout Random) -> Int {
    let newest = members[members.count - 1].number
    guard random.uniform() >= configuration.newestShare else { return newest }
    let active = members.indices.filter { !members[$0].isRetired }
    let weights = active.map { (1 - winRate($0)) * (1 - winRate($0)) }
    var rest = random.uniform() * weights.reduce(0, +)
    for (index, weight) in zip(active, weights) {
      rest -= weight
      if rest < 0 { return members[index].number }
    }
    return newest
  }

  /// The policy of a member, which forgets nothing but its episodes.
  func policy(_ number: Int) -> NeuralPolicy {
    var policy = template
    let member = members.first { $0.number == number } ?? members[members.count - 1]
    policy.replaceParameters(by: member.parameters)
    policy.replaceMoments(by: member.moments)
    return policy
  }

  /// Takes in the results of a round as triples of a member's number, games and wins, and lets go of
  /// retired members nobody plays against.
  mutating func update(_ results: [Double], inUse: [Double]) {
    for start in stride(from: 0, to: results.count, by: 3) {
      guard let index = members.firstIndex(where: { Double($0.number) == results[start] })
      else { continue }
      members[index].games += results[start + 1]
      members[index].wins += results[start + 2]
    }
    members.removeAll { $0.isRetired && !inUse.contains(Double($0.number)) }
  }

  /// Adds the members to a checkpoint, as tensors named "league...".
  func save(to file: inout Safetensors) {
    let numbers = members.flatMap { member -> [Double] in
      [Double(member.number), member.games, member.wins, member.isRetired ? 1 : 0]
    }
    file.append(
      .init(name: "league.members", shape: [members.count, 4], values: .double(numbers)))
    for (place, member) in members.enumerated() {
      file.append(
        .init(
          name: "league.\(place).parameters", shape: [member.parameters.count],
          values: .single(member.parameters)))
      file.append(member.moments, as: "league.\(place).observation")
    }
  }

  /// Takes up saved members.
  mutating func restore(from file: Safetensors) throws(PolicyError) {
    guard let entry = file["league.members"], entry.shape.count == 2, entry.shape[0] >= 1,
      entry.shape[1] == 4
    else { throw .weights("tensor 'league.members' is missing or has another shape") }
    let numbers = entry.values.doubles
    guard numbers.allSatisfy({ $0 >= 0 && $0 < 1e15 }) else {
      throw .weights("tensor 'league.members' holds no counts")
    }
    var members: [Member] = []
    for place in 0..<entry.shape[0] {
      let parameters = try file.doubles(
        "league.\(place).parameters", shape: [template.parameters.count])
      let row = numbers[4 * place..<4 * place + 4].map { $0 }
      members.append(
        Member(
          number: Int(row[0]), parameters: parameters.map(Float.init),
          moments: try file.moments(
            "league.\(place).observation", fields: template.moments.fields),
          games: row[1], wins: row[2], isRetired: row[3] > 0))
    }
    self.members = members
  }
}

/// The settings of a league.
public struct LeagueConfiguration: Configuration, Hashable {
  /// The seat in which past selves play; empty for no league.
  public var seat = ""
  /// How many past selves are drawn from.
  public var size = 8
  /// How many rounds pass before another joins.
  public var interval = 20
  /// The share of episodes that are played against the newest.
  public var newestShare = 0.5

  public init() {}
}
