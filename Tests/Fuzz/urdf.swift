// Feeds the URDF reader with what libFuzzer makes of the robots of the project, and moves what is
// read. Nothing may crash, hang, or take more than 256 MiB. `Tests/Fuzz/run` builds it.
import Math
import Physics

@c(LLVMFuzzerTestOneInput)
public func fuzzURDF(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let input = unsafe Array(UnsafeBufferPointer(start: bytes, count: count))
  do {
    let robot = try RobotDescription(urdf: input)
    let dynamics = robot.dynamics
    var workspace = DynamicsWorkspace(for: dynamics)
    let numbers = robot.chain.joints.map { min(max(0, $0.range.lowerBound), $0.range.upperBound) }
    var result = numbers
    var span = result.mutableSpan
    dynamics.forwardDynamics(
      numbers.span, numbers.span, numbers.span, into: &span, in: &workspace)
    if robot.chain.count <= JointVector.scalarCount {
      var state = DynamicState(restingAt: .zero)
      DynamicArm(dynamics).advance(&state, JointVector(repeating: 1), steps: 3)
    }
  } catch {
    precondition(!error.message(file: "f").utf8.contains(0x0A), "a message is one line")
  }
  return 0
}
