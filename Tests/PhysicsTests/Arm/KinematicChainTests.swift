import Math
import Physics
import Testing

@Suite struct KinematicChainTests {
  /// A tree of all kinds of joints: joint 3 branches off joint 1 and carries no tool.
  static let chain: KinematicChain = {
    let drive = Joint.Drive(
      stiffness: 1, derivative: 1, forceLimit: 1, damping: 0, friction: 0, inertia: 1)
    func joint(_ parent: Int, _ kind: Joint.Kind, _ axis: Vector3, _ origin: Transform) -> Joint {
      Joint(
        name: "joint", kind: kind, parent: parent, origin: origin, axis: axis, range: -3...3,
        speedLimit: 1, drive: drive)
    }
    let turned = Transform(
      position: Vector3(0.1, -0.2, 0.5), rotation: Rotation(angle: 0.7, axis: .unitX))
    let slanted = Vector3(1, 2, -1).normalized()
    return KinematicChain(
      base: turned,
      joints: [
        joint(-1, .prismatic, .unitY, .identity), joint(0, .revolute, .unitZ, turned),
        joint(1, .revolute, slanted, Transform(position: Vector3(0.3, 0, 0.1))),
        joint(1, .revolute, .unitX, turned), joint(2, .prismatic, slanted, turned),
        joint(4, .revolute, .unitY, .identity),
      ],
      tool: Transform(position: Vector3(0.2, 0.05, 0), rotation: Rotation(angle: 1, axis: .unitZ)))
  }()

  private func tool(_ positions: [Double]) -> Transform {
    var frames = [Transform](repeating: .identity, count: positions.count)
    var span = frames.mutableSpan
    Self.chain.place(positions.span, into: &span)
    return Self.chain.toolFrame(frames.span)
  }

  private func randomNumbers(_ random: inout Random) -> [Double] {
    (0..<Self.chain.count).map { _ in random.uniform(-2, 2) }
  }

  @Test func theJacobianIsTheDerivativeOfTheToolFrame() {
    var random = Random(seed: 1)
    for _ in 0..<50 {
      let positions = randomNumbers(&random)
      var frames = [Transform](repeating: .identity, count: positions.count)
      var span = frames.mutableSpan
      Self.chain.place(positions.span, into: &span)
      var columns = [Twist](repeating: .zero, count: positions.count)
      var columnSpan = columns.mutableSpan
      let here = Self.chain.toolFrame(frames.span)
      Self.chain.jacobian(at: here.position, frames.span, into: &columnSpan)
      for index in positions.indices {
        var (ahead, behind) = (positions, positions)
        ahead[index] += 1e-5
        behind[index] -= 1e-5
        let (a, b) = (tool(ahead), tool(behind))
        let linear = (a.position - b.position) / 2e-5
        let angular = (a.rotation * b.rotation.inverse).rotationVector / 2e-5
        #expect((columns[index].linear - linear).length < 1e-8)
        #expect((columns[index].angular - angular).length < 1e-8)
      }
      #expect(columns[3] == .zero)
    }
  }

  @Test func theVelocityOfAPointIsTheJacobianTimesTheRates() {
    var random = Random(seed: 2)
    let positions = randomNumbers(&random)
    let rates = randomNumbers(&random)
    var frames = [Transform](repeating: .identity, count: positions.count)
    var span = frames.mutableSpan
    Self.chain.place(positions.span, into: &span)
    var columns = [Twist](repeating: .zero, count: positions.count)
    var columnSpan = columns.mutableSpan
    let point = Self.chain.toolFrame(frames.span)(Vector3(0.03, -0.2, 0.1))
    Self.chain.jacobian(at: point, frames.span, into: &columnSpan)
    let twist = Self.chain.velocity(at: point, frames.span, rates.span)
    var sum = Twist.zero
    for (column, rate) in zip(columns, rates) {
      sum.linear += rate * column.linear
      sum.angular += rate * column.angular
    }
    #expect((sum.linear - twist.linear).length < 1e-12)
    #expect((sum.angular - twist.angular).length < 1e-12)
  }

  @Test func aTransformAndItsInverseCancel() {
    let a = Transform(
      position: Vector3(1, -2, 3), rotation: Rotation(angle: 2, axis: Vector3(1, 1, 0).normalized())
    )
    let b = Transform(position: Vector3(0, 1, 0), rotation: Rotation(angle: -1, axis: .unitZ))
    let point = Vector3(0.3, 0.4, -0.5)
    #expect(((a * b)(point) - a(b(point))).length < 1e-14)
    #expect(((a * a.inverse)(point) - point).length < 1e-14)
  }
}
