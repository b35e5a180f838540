// Decodes what libFuzzer makes of the scenarios of the project, builds the worlds they describe, and
// moves those on. Nothing may crash, hang, or take more than 256 MiB. `Tests/Fuzz/run` builds it.
import Arena
import Catalog

private let catalog = Catalog(Project(root: "."))

@c(LLVMFuzzerTestOneInput)
public func fuzzScenario(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let input = unsafe Array(UnsafeBufferPointer(start: bytes, count: count))
  do {
    let tree = try TreeParser.parse(input, file: "f.yaml")
    let scenario = try Scenario(tree, name: "f", file: "f.yaml")
    var world = try catalog.world(of: scenario)
    try live(&world)
  } catch {
    precondition(!"\(error)".utf8.contains(0x0A), "a message is one line")
  }
  return 0
}

/// An episode's first steps, with everybody still.
private func live<World: Environment>(_ world: inout World) throws {
  world.reset(seed: 1)
  let actions = [Float](repeating: 0, count: world.actionWidth)
  var rewards = [Float](repeating: 0, count: world.seats.count)
  for _ in 0..<4 {
    var span = rewards.mutableSpan
    if world.step(actions.span, rewards: &span) != .running { return }
  }
}
