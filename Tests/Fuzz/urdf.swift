// Feeds the URDF reader with what libFuzzer makes of the robots of the project, and moves what is
// read. Nothing may crash, hang, or take more than 256 MiB. From the root of the project:
//
//   mkdir -p .build-fuzz/corpus && cp Assets/robots/*.urdf Tests/Goldens/dynamics/tree.urdf \
//     .build-fuzz/corpus
//   swiftc -O -wmo -parse-as-library -module-name Math -emit-module \
//     -emit-module-path .build-fuzz/Math.swiftmodule -sanitize=fuzzer,address \
//     -c Sources/Math/*.swift -o .build-fuzz/Math.o
//   swiftc -O -wmo -parse-as-library -module-name Fuzz -I .build-fuzz \
//     -sanitize=fuzzer,address $(find Sources/Physics -name '*.swift') Tests/Fuzz/urdf.swift \
//     .build-fuzz/Math.o -o .build-fuzz/urdf
//   SWIFT_BACKTRACE=enable=no .build-fuzz/urdf .build-fuzz/corpus -dict=Tests/Fuzz/urdf.dict \
//     -max_len=16384 -timeout=5 -rss_limit_mb=256 -max_total_time=600
import Math

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
