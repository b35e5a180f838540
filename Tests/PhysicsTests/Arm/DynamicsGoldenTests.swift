import Foundation
import Math
import Physics
import Testing

/// Agreement with MuJoCo and Pinocchio, which read the same files: see generate.py.
struct DynamicsGoldenTests {
  struct Golden: Codable {
    var joints: [String]
    var full: [Result]
    var mujoco: [[Double]]
    var pinocchio: [[Double]]

    struct Result: Codable {
      var forces: [Double]
      var mass: [Double]
      var accelerations: [Double]
    }
  }

  /// The equations of one arm, and room for them.
  struct Bench {
    let dynamics: ArmDynamics
    var workspace: DynamicsWorkspace

    init(_ dynamics: ArmDynamics) {
      self.dynamics = dynamics
      workspace = DynamicsWorkspace(for: dynamics)
    }

    mutating func result(_ q: [Double], _ v: [Double], _ a: [Double], _ f: [Double])
      -> Golden.Result
    {
      var forces = q
      var mass = [Double](repeating: 0, count: q.count * q.count)
      var accelerations = q
      var span = forces.mutableSpan
      dynamics.inverseDynamics(q.span, v.span, a.span, into: &span, in: &workspace)
      var massSpan = mass.mutableSpan
      dynamics.massMatrix(q.span, into: &massSpan, in: &workspace)
      var accelerationSpan = accelerations.mutableSpan
      dynamics.forwardDynamics(q.span, v.span, f.span, into: &accelerationSpan, in: &workspace)
      return Golden.Result(forces: forces, mass: mass, accelerations: accelerations)
    }
  }

  static let arms = ["table-tennis", "six-axis", "seven-axis", "tree"]

  @Test(arguments: arms)
  func forcesMassesAndAccelerationsAgree(arm: String) throws {
    let robot = try RobotFile.read(arm)
    let golden = try JSONDecoder().decode(
      Golden.self,
      from: Data(contentsOf: RobotFile.goldens.appendingPathComponent("\(arm).json")))
    #expect(robot.chain.joints.map(\.name) == golden.joints)
    #expect(golden.full.count == 20 && golden.mujoco.count == 1000)
    var bench = Bench(robot.dynamics)
    var random = Random(seed: 7)
    func draw(_ size: Double) -> [Double] {
      robot.chain.joints.map { _ in random.uniform(-size, size) }
    }
    var worst = 0.0
    for state in golden.mujoco.indices {
      let (q, v, a, f) = (draw(2), draw(3), draw(10), draw(50))
      let (left, right) = (draw(1), draw(1))
      let found = bench.result(q, v, a, f)
      if state < golden.full.count {
        let expected = golden.full[state]
        worst = max(worst, distance(found.forces, expected.forces))
        worst = max(worst, distance(found.mass, expected.mass))
        worst = max(worst, distance(found.accelerations, expected.accelerations))
      }
      let rows = left.indices.map { row in
        zip(right.indices, right).map { left[row] * $1 * found.mass[row * left.count + $0] }
          .reduce(0, +)
      }
      let sums = [dot(left, found.forces), rows.reduce(0, +), dot(left, found.accelerations)]
      let sizes = [found.forces, found.mass, found.accelerations].map { dot($0, $0).squareRoot() }
      for expected in [golden.mujoco[state], golden.pinocchio[state]] {
        for k in 0..<3 { worst = max(worst, abs(sums[k] - expected[k]) / sizes[k]) }
      }
    }
    #expect(worst < 1e-9)
    print("\(arm): differs from MuJoCo and Pinocchio by at most \(worst)")
  }
}

/// The length of the difference against that of `b`.
private func distance(_ a: [Double], _ b: [Double]) -> Double {
  let difference = zip(a, b).map { $0 - $1 }
  return (dot(difference, difference) / dot(b, b)).squareRoot()
}

private func dot(_ a: [Double], _ b: [Double]) -> Double {
  zip(a, b).map { $0 * $1 }.reduce(0, +)
}
