import Testing

@testable import Math

@Suite("Rotations")
struct RotationTests {
  private func direction(_ random: inout Random) -> Vector3 {
    random.normalVector(deviation: 1).normalized()
  }

  @Test("A rotation keeps lengths and angles, and its inverse undoes it")
  func isometry() {
    var random = Random(seed: 4)
    for _ in 0..<1000 {
      let turn = Rotation(angle: random.uniform(-7, 7), axis: direction(&random))
      let (a, b) = (random.normalVector(deviation: 2), random.normalVector(deviation: 2))
      #expect(abs(turn(a).dot(turn(b)) - a.dot(b)) < 1e-12)
      #expect((turn.inverse(turn(a)) - a).length < 1e-12)
      #expect((turn(a.cross(b)) - turn(a).cross(turn(b))).length < 1e-11)
    }
  }

  @Test("A quarter turn about z takes x to y")
  func handedness() {
    let turn = Rotation(angle: 0.5 * .pi, axis: .unitZ)
    #expect((turn(.unitX) - .unitY).length < 1e-15)
    #expect((turn(.unitY) + .unitX).length < 1e-15)
  }

  @Test("Products apply the right factor first")
  func order() {
    let a = Rotation(angle: 0.7, axis: .unitX)
    let b = Rotation(angle: -1.1, axis: .unitY)
    let vector = Vector3(1, 2, 3)
    #expect(((a * b)(vector) - a(b(vector))).length < 1e-14)
  }

  @Test("The shortest rotation takes one direction to the other, opposite ones too")
  func shortest() {
    var random = Random(seed: 5)
    for _ in 0..<1000 {
      let (from, to) = (direction(&random), direction(&random))
      #expect((Rotation(from: from, to: to)(from) - to).length < 1e-9)
      #expect((Rotation(from: from, to: -from)(from) + from).length < 1e-9)
    }
  }

  @Test("Turning by the rotation vector in one second is the rotation")
  func vectors() {
    var random = Random(seed: 6)
    for _ in 0..<1000 {
      let turn = Rotation(angle: random.uniform(-3.1, 3.1), axis: direction(&random))
      let again = Rotation.identity.turned(by: turn.rotationVector, for: 1)
      #expect((again(Vector3(1, 2, 3)) - turn(Vector3(1, 2, 3))).length < 1e-12)
    }
    #expect(Rotation.identity.rotationVector == .zero)
  }
}
