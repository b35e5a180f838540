import Foundation
import Networks
import Testing

/// Runs programs in Python.
private enum Python {
  private static let name = ProcessInfo.processInfo.environment["REPERTOIRE_PYTHON"] ?? "python3"

  /// Whether a program ends well.
  static func run(_ program: String, _ arguments: String...) -> Bool {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [name, "-c", program] + arguments
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return false }
    process.waitUntilExit()
    return process.terminationStatus == 0
  }
}

/// Files go both ways between us and the format's own package (`pip install safetensors numpy`), in
/// the Python that REPERTOIRE_PYTHON names or the one on the path.
@Suite(
  .enabled(
    if: Python.run("import safetensors.numpy"),
    "needs a Python with safetensors and numpy"))
struct SafetensorsPackageTests {
  private func withFile(_ body: (URL) throws -> Void) throws {
    let file = FileManager.default.temporaryDirectory.appending(
      path: "repertoire-\(UUID().uuidString).safetensors")
    defer { try? FileManager.default.removeItem(at: file) }
    try body(file)
  }

  @Test func thePackageReadsWhatWeWrite() throws {
    var file = Safetensors(metadata: ["note": "a \"quoted\" line\nand another"])
    file.append(.init(name: "a.weight", shape: [2, 3], values: .single([0, 1, 2, 3, 4, 5.5])))
    file.append(.init(name: "größe", shape: [], values: .double([-1e300])))
    file.append(.init(name: "empty", shape: [0, 4], values: .single([])))
    let program = """
      import sys, numpy, safetensors, safetensors.numpy
      t = safetensors.numpy.load_file(sys.argv[1])
      assert sorted(t) == ["a.weight", "empty", "größe"], sorted(t)
      a = t["a.weight"]
      assert a.dtype == numpy.float32 and a.tolist() == [[0, 1, 2], [3, 4, 5.5]]
      g = t["größe"]
      assert g.dtype == numpy.float64 and g.shape == () and g == -1e300
      assert t["empty"].shape == (0, 4)
      with safetensors.safe_open(sys.argv[1], "numpy") as f:
        assert f.metadata()["note"] == 'a "quoted" line\\nand another'
      """
    try withFile { url in
      try Data(file.bytes).write(to: url)
      #expect(Python.run(program, url.path))
    }
  }

  @Test func weReadWhatThePackageWrites() throws {
    let program = """
      import sys, numpy
      from safetensors.numpy import save_file
      save_file({
        "b.single": numpy.arange(6, dtype="f4").reshape(3, 2) / 7,
        "a.double": numpy.array([1e-300, -2.5]),
        "c.half": numpy.array([[0.5], [-65504], [6e-8]], dtype="f2"),
      }, sys.argv[1], metadata={"format": "pt"})
      """
    try withFile { url in
      #expect(Python.run(program, url.path))
      let file = try Safetensors(bytes: Array(try Data(contentsOf: url)))
      #expect(file.metadata == ["format": "pt"])
      #expect(file.entries.count == 3)
      let single = try #require(file["b.single"])
      #expect(single.shape == [3, 2])
      #expect(single.values == .single((0..<6).map { Float($0) / 7 }))
      #expect(file["a.double"]?.values == .double([1e-300, -2.5]))
      #expect(file["c.half"]?.values == .single([0.5, -65504, 0x1p-24]))
    }
  }
}
