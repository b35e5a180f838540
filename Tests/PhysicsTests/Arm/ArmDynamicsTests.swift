import Math
import Physics
import Testing

/// What holds between the algorithms whatever the arm.
struct ArmDynamicsTests {
  let dynamics: ArmDynamics
  var random = Random(seed: 3)

  init() throws {
    dynamics = try RobotFile.read("tree").dynamics
  }

  private mutating func draw(_ size: Double) -> [Double] {
    (0..<dynamics.count).map { _ in random.uniform(-size, size) }
  }

  private func forces(_ q: [Double], _ v: [Double], _ a: [Double]) -> [Double] {
    var workspace = DynamicsWorkspace(for: dynamics)
    var result = q
    var span = result.mutableSpan
    dynamics.inverseDynamics(q.span, v.span, a.span, into: &span, in: &workspace)
    return result
  }

  @Test mutating func accelerationsUndoForces() {
    for _ in 0..<50 {
      let (q, v, a) = (draw(2), draw(3), draw(10))
      let forces = forces(q, v, a)
      var found = q
      var span = found.mutableSpan
      var workspace = DynamicsWorkspace(for: dynamics)
      dynamics.forwardDynamics(q.span, v.span, forces.span, into: &span, in: &workspace)
      for (x, y) in zip(found, a) { #expect(abs(x - y) < 1e-10) }
    }
  }

  @Test mutating func theMassMatrixHoldsTheForcesOfUnitAccelerations() {
    let q = draw(2)
    let still = q.map { _ in 0.0 }
    var matrix = [Double](repeating: 0, count: q.count * q.count)
    var span = matrix.mutableSpan
    var workspace = DynamicsWorkspace(for: dynamics)
    dynamics.massMatrix(q.span, into: &span, in: &workspace)
    let rest = forces(q, still, still)
    for joint in q.indices {
      var unit = still
      unit[joint] = 1
      let column = forces(q, still, unit)
      for row in q.indices {
        #expect(abs(column[row] - rest[row] - matrix[row * q.count + joint]) < 1e-12)
        #expect(matrix[row * q.count + joint] == matrix[joint * q.count + row])
      }
    }
  }

  @Test mutating func gravityForcesAreTheSlopeOfThePotential() {
    let q = draw(2)
    let still = q.map { _ in 0.0 }
    var workspace = DynamicsWorkspace(for: dynamics)
    var weight = q
    var span = weight.mutableSpan
    dynamics.gravityForces(q.span, into: &span, in: &workspace)
    for joint in q.indices {
      var (ahead, behind) = (q, q)
      ahead[joint] += 1e-5
      behind[joint] -= 1e-5
      let high = dynamics.energy(ahead.span, still.span, in: &workspace).potential
      let low = dynamics.energy(behind.span, still.span, in: &workspace).potential
      #expect(abs((high - low) / 2e-5 - weight[joint]) < 1e-7)
    }
    for (x, y) in zip(weight, forces(q, still, still)) { #expect(abs(x - y) < 1e-12) }
  }

  /// A joint's force times its velocity is the rate of the energy.
  @Test mutating func powerIsTheRateOfTheEnergy() {
    let (q, v, a) = (draw(2), draw(3), draw(5))
    var workspace = DynamicsWorkspace(for: dynamics)
    func energy(_ t: Double) -> Double {
      let there = q.indices.map { q[$0] + t * v[$0] + 0.5 * t * t * a[$0] }
      let speed = q.indices.map { v[$0] + t * a[$0] }
      let (kinetic, potential) = dynamics.energy(there.span, speed.span, in: &workspace)
      return kinetic + potential
    }
    let power = zip(forces(q, v, a), v).map { $0 * $1 }.reduce(0, +)
    #expect(abs((energy(1e-5) - energy(-1e-5)) / 2e-5 - power) < 1e-5 * abs(power))
  }

  @Test func inertiasJoinAndTurn() {
    // A rod of 2 kg and 1 m is two of 1 kg and half a metre, however they are turned.
    func rod(_ mass: Double, _ length: Double) -> Inertia {
      let across = mass * length * length / 12
      return Inertia(mass: mass, rotational: SymmetricMatrix(xx: 0, yy: across, zz: across))
    }
    let pose = Transform(
      position: Vector3(1, 2, 3),
      rotation: Rotation(angle: 0.8, axis: Vector3(1, -1, 2).normalized()))
    let halves = [-0.25, 0.25].map {
      rod(1, 0.5).placed(at: pose * Transform(position: Vector3($0, 0, 0)))
    }
    let (joined, whole) = (halves[0] + halves[1], rod(2, 1).placed(at: pose))
    #expect((joined.centre - whole.centre).length < 1e-14)
    for axis in [Vector3.unitX, .unitY, .unitZ] {
      #expect((joined.rotational(axis) - whole.rotational(axis)).length < 1e-14)
    }
    #expect(whole.isPossible)
    let flat = SymmetricMatrix(xx: 1, yy: 1, zz: 3)
    #expect(!Inertia(mass: 1, rotational: flat).isPossible)
  }
}
