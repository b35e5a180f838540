import Arena
import Foundation
import Math
import Networks
import Testing

@testable import Control

/// Exported models give what the policy gives. They are run by onnxruntime, in the Python that
/// REPERTOIRE_PYTHON names or the one on the path.
@Suite struct ONNXTests {
  static let python = ProcessInfo.processInfo.environment["REPERTOIRE_PYTHON"] ?? "python3"
  static let hasRuntime = run("import onnxruntime, numpy")

  private static func run(_ program: String, _ arguments: String...) -> Bool {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [python, "-c", program] + arguments
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return false }
    process.waitUntilExit()
    return process.terminationStatus == 0
  }

  private static let seat = Seat(
    name: "driver",
    observation: [
      Field("place", unit: "m", count: 3, in: -1...1), Field("speed", unit: "m/s", in: -2...2),
    ],
    action: [
      Field("gear", unit: "choice", in: 1...4),
      Field("wheel", unit: "rad", ranges: [-1...1, 0...5]),
      Field("lights", unit: "choice", count: 2, in: 0...1),
    ])

  @Test(
    .enabled(if: hasRuntime, "needs a Python with onnxruntime and numpy"),
    arguments: [
      NetworkArchitecture(hidden: [16, 12], activation: .relu),
      NetworkArchitecture(hidden: [16], history: 3),
      NetworkArchitecture(kind: .gatedConvolution, hidden: [12, 8], history: 8),
      NetworkArchitecture(kind: .recurrent, hidden: [12, 8]),
    ])
  func modelsGiveWhatThePolicyGives(architecture: NetworkArchitecture) throws {
    let design = try PolicyDesign(for: Self.seat, architecture: architecture)
    var random = Random(seed: 5)
    var parameters = design.network.initialParameters(random: &random)
    for i in parameters.indices { parameters[i] += 0.3 * Float(random.normal()) }
    var moments = RunningMoments(fields: 4)
    let seen = (0..<400).map { Float(random.uniform(-2, 3)) * Float($0 % 4 + 1) }
    moments.update(seen.span)
    var policy = try NeuralPolicy(
      design, parameters: parameters, moments: moments, in: Self.seat)
    // Each row is a whole history, or what a state has gone through; the action is the one after
    // its last observation.
    let rows = 40
    let units = architecture.stateWidth
    let history = units > 0 ? 5 : architecture.history
    let inputs = (0..<rows * history * 4).map { _ in Float(4 * random.normal()) }
    var expected: [Float] = []
    for row in 0..<rows {
      policy.reset(seed: 0)
      var action = [Float](repeating: 0, count: 5)
      for step in 0..<history {
        let start = (row * history + step) * 4
        var span = action.mutableSpan
        policy.act(on: inputs.span.extracting(start..<start + 4), into: &span)
      }
      expected += action
    }
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "repertoire-onnx-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let model = folder.appending(path: "policy.onnx")
    try Data(try policy.onnx(producer: "test")).write(to: model)
    func write(_ numbers: [Float], _ name: String) throws -> String {
      let file = folder.appending(path: name)
      try numbers.withUnsafeBytes { try Data($0).write(to: file) }
      return file.path
    }
    let program = """
      import sys, numpy, onnxruntime
      session = onnxruntime.InferenceSession(sys.argv[1])
      x = numpy.fromfile(sys.argv[2], "<f4").reshape(\(rows), \(history), 4)
      y = numpy.fromfile(sys.argv[3], "<f4").reshape(\(rows), 5)
      if \(units):
        state = numpy.zeros((\(rows), 1, \(units)), "<f4")
        for step in range(\(history)):
          seen = {"observation": x[:, step:step + 1], "state": state}
          z, state = session.run(["action", "next-state"], seen)
      else:
        z, = session.run(["action"], {"observation": x})
      assert z.shape == y.shape and z.dtype == y.dtype, (z.shape, z.dtype)
      assert abs(z - y).max() < 1e-4, abs(z - y).max()
      """
    #expect(Self.run(program, model.path, try write(inputs, "x"), try write(expected, "y")))
  }

  /// The bytes of the smallest graph there is, decoded by hand with onnx.proto.
  @Test func graphsAreWrittenAsTheFormatSays() {
    var graph = ONNXGraph(name: "g", input: "x", shape: [2])
    let name = graph.append("Tanh", ["x"], named: "y")
    let bytes = graph.model(output: name, shape: [2], producer: "p")
    let value: (String) -> [UInt8] = { name in
      [0x0A, 1] + Array(name.utf8) + [0x12, 0x13, 0x0A, 0x11, 0x08, 1, 0x12, 0x0D]
        + [0x0A, 7, 0x12, 5] + Array("batch".utf8) + [0x0A, 2, 0x08, 2]
    }
    let node: [UInt8] =
      [0x0A, 1] + Array("x".utf8) + [0x12, 1] + Array("y".utf8) + [0x22, 4] + Array("Tanh".utf8)
    let (input, output) = (value("x"), value("y"))
    let body: [UInt8] =
      [0x12, 1] + Array("g".utf8) + [0x5A, UInt8(input.count)] + input
      + [0x0A, UInt8(node.count)] + node + [0x62, UInt8(output.count)] + output
    let expected: [UInt8] =
      [0x08, 8, 0x12, 1] + Array("p".utf8) + [0x3A, UInt8(body.count)] + body
      + [0x42, 4, 0x0A, 0, 0x10, 13]
    #expect(bytes == expected)
  }
}
