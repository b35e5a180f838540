import Math
import Physics

/// Five numbers: three of position and two of direction.
typealias AimVector = InlineArray<5, Double>

/// What the racket lacks to be where it should, to first order in the joints: five rows over the
/// joints, and the errors that they should remove.
struct AimTask {
  let rows: InlineArray<5, JointVector>
  let error: AimVector
  /// Metres.
  let positionError: Double
  /// Radians.
  let angleError: Double

  init(_ jacobian: RacketJacobian, centre: Vector3, normal: Vector3) {
    let current = jacobian.tool.rotation(.unitY)
    // Two axes at right angles to the normal; turning about the normal itself is free.
    let first = current.anyPerpendicular
    let second = current.cross(first)
    rows = [
      jacobian.x, jacobian.y, jacobian.z, jacobian.turning(about: first),
      jacobian.turning(about: second),
    ]
    let gap = centre - jacobian.tool.position
    let turn = Rotation(from: current, to: normal).rotationVector
    error = [gap.x, gap.y, gap.z, turn.dot(first), turn.dot(second)]
    positionError = gap.length
    angleError = turn.length
  }

  /// The rows times `joints`.
  func applied(to joints: JointVector) -> AimVector {
    AimVector { (rows[$0] * joints).sum() }
  }
}

/// The weighted, damped pseudo-inverse of the rows of a task: W J' (J W J' + d)^-1.
struct AimSolver {
  private let rows: InlineArray<5, JointVector>
  private let weight: JointVector
  /// The lower Cholesky factor, row by row.
  private var factor = InlineArray<25, Double>(repeating: 0)

  /// - Parameter weight: How willingly each joint moves; 0 keeps it still.
  init(_ task: AimTask, weight: JointVector) {
    rows = task.rows
    self.weight = weight
    for i in 0..<5 {
      let row = weight * rows[i]
      for j in 0...i {
        var sum = (row * rows[j]).sum()
        // The damping keeps steps finite where the arm cannot move in some direction.
        if i == j { sum += 1e-4 }
        for k in 0..<j { sum -= factor[5 * i + k] * factor[5 * j + k] }
        factor[5 * i + j] = i == j ? max(sum, 1e-12).squareRoot() : sum / factor[6 * j]
      }
    }
  }

  func solve(_ error: AimVector) -> JointVector {
    var y = error
    for i in 0..<5 {
      for k in 0..<i { y[i] -= factor[5 * i + k] * y[k] }
      y[i] /= factor[6 * i]
    }
    for i in (0..<5).reversed() {
      for k in (i + 1)..<5 { y[i] -= factor[5 * k + i] * y[k] }
      y[i] /= factor[6 * i]
    }
    var joints = JointVector.zero
    for i in 0..<5 { joints += y[i] * rows[i] }
    return weight * joints
  }
}
