import Math
import Testing

@testable import PlanarWorlds

@Suite struct PlanarWorldTests {
  /// Boxes and balls that fall into a pit onto each other, and a jointed arm that stirs them.
  private func heap(_ seed: UInt64) -> PlanarWorld {
    var random = Random(seed: seed)
    var world = PlanarWorld(gravity: Planar(0, -10))
    let ground = world.add(.fixed, at: .zero)
    var material = PlanarWorld.Material()
    material.restitution = 0.3
    for (from, to) in [((-4, 6), (-4, 0)), ((-4, 0), (4, 0)), ((4, 0), (4, 6))] {
      world.addSegment(
        to: ground, Planar(Double(from.0), Double(from.1)), Planar(Double(to.0), Double(to.1)),
        material)
    }
    for index in 0..<14 {
      let place = Planar(random.uniform(-3, 3), 1.5 + 0.5 * Double(index))
      let body = world.add(.free, at: place, angle: random.uniform(-3, 3))
      if index % 2 == 0 {
        world.addCircle(to: body, radius: random.uniform(0.2, 0.4), material)
      } else {
        let (x, y) = (random.uniform(0.2, 0.5), random.uniform(0.2, 0.5))
        world.addPolygon(
          to: body, [Planar(x, y), Planar(-x, y), Planar(-x, -y), Planar(x, -y)], material)
      }
    }
    let sledge = world.add(.free, at: Planar(0, 1))
    world.addCircle(to: sledge, radius: 0.2, material)
    var rail = PlanarWorld.Joint(ground, sledge, anchors: (Planar(0, 1), .zero))
    rail.axis = Planar(3, 1)
    rail.range = -2...2
    rail.motor = (speed: 1, limit: 100)
    _ = world.addPrismatic(rail)
    let arm = world.add(.free, at: Planar(0, 1))
    world.addPolygon(
      to: arm, [Planar(0.1, 1), Planar(-0.1, 1), Planar(-0.1, -1), Planar(0.1, -1)], material)
    var shoulder = PlanarWorld.Joint(sledge, arm, anchors: (.zero, .zero))
    shoulder.motor = (speed: 4, limit: 300)
    _ = world.addRevolute(shoulder)
    return world
  }

  private func digest(_ world: PlanarWorld) -> Digest {
    var digest = Digest()
    world.hash(into: &digest)
    return digest
  }

  private func step(_ world: inout PlanarWorld, _ index: Int) {
    if index % 40 == 0 {
      world.setMotor(of: 0, speed: index % 80 == 0 ? 2 : -2, limit: 100)
    }
    world.step(0.02, velocityRounds: 8, positionRounds: 3)
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func copiesGoOnBitForBit(seed: UInt64) {
    var original = heap(seed)
    for index in 0..<400 {
      // Copies of copies, at every stage of the heap's fall.
      var copy = original
      let before = digest(original)
      step(&copy, index)
      #expect(digest(original) == before, "moving a copy moved the original")
      var second = copy
      step(&second, index + 1)
      step(&original, index)
      #expect(digest(copy) == digest(original), "step \(index)")
      var third = original
      step(&third, index + 1)
      #expect(digest(second) == digest(third), "step \(index)")
      if index % 50 == 49 { original = copy }
    }
    #expect(original.contacts.count > 10)
  }

  @Test func aBallFallsAsGalileoSaid() {
    var world = PlanarWorld(gravity: Planar(0, -10))
    let ball = world.add(.free, at: Planar(0, 100))
    world.addCircle(to: ball, radius: 0.1, .init())
    for _ in 0..<100 { world.step(0.01, velocityRounds: 1, positionRounds: 1) }
    // Velocities first: n steps of size h fall g h^2 n (n + 1) / 2.
    #expect(abs(world[ball].position.y - (100 - 10 * 1e-4 * 5050)) < 1e-3)
    #expect(abs(world[ball].velocity.y + 10) < 1e-4)
  }

  @Test func aRestingBoxIsCarriedByImpulsesThatEqualItsWeight() {
    var world = PlanarWorld(gravity: Planar(0, -10))
    let ground = world.add(.fixed, at: .zero)
    world.addSegment(to: ground, Planar(-5, 0), Planar(5, 0), .init())
    let box = world.add(.free, at: Planar(0, 0.5))
    world.addPolygon(
      to: box, [Planar(0.5, 0.5), Planar(-0.5, 0.5), Planar(-0.5, -0.5), Planar(0.5, -0.5)],
      .init())
    for _ in 0..<20 { world.step(0.02, velocityRounds: 50, positionRounds: 10) }
    let contacts = world.contacts
    #expect(contacts.count == 1)
    let impulse = contacts.reduce(0) { $0 + $1.normalImpulse }
    #expect(abs(impulse - 10 * 0.02 * world.mass(of: box)) < 1e-3)
    #expect(world.touching(box) == 1)
  }

  @Test func raysFindTheNearestFixture() throws {
    var world = PlanarWorld(gravity: .zero)
    for x in [3.0, 2.0, 5.0] {
      let body = world.add(.fixed, at: Planar(x, 0))
      world.addCircle(to: body, radius: 0.5, .init())
    }
    let hit = try #require(world.ray(from: .zero, to: Planar(10, 0)))
    #expect(hit.body == 1)
    #expect(abs(hit.place.x - 1.5) < 1e-5 && abs(hit.fraction - 0.15) < 1e-6)
    #expect(hit.normal.x < -0.999)
    #expect(world.ray(from: .zero, to: Planar(0, 9)) == nil)
  }
}
