import Foundation
import Math
import Networks
import Testing

struct SafetensorsTests {
  private func referenceBytes() throws -> [UInt8] {
    let file = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Goldens/safetensors/reference.safetensors")
    return try [UInt8](Data(contentsOf: file))
  }

  /// Bytes with this header and so much data after it.
  private func file(_ header: String, data: [UInt8] = []) -> [UInt8] {
    var length = UInt64(header.utf8.count)
    var bytes: [UInt8] = []
    for _ in 0..<8 {
      bytes.append(UInt8(truncatingIfNeeded: length))
      length >>= 8
    }
    return bytes + Array(header.utf8) + data
  }

  @Test func aFileOfTheReferenceLibraryIsRead() throws {
    let file = try Safetensors(bytes: referenceBytes())
    #expect(file["single"]?.shape == [2, 3])
    #expect(file["single"]?.values == .single([1.5, -2.25, 0x1p-140, 3e38, 0.1, 0]))
    #expect(file["double"]?.values == .double([0.1, -1e300]))
    #expect(file["half"]?.values == .single([1, -0.333251953125, 0x1p-24, 65504]))
    #expect(file["brain"]?.values.singles.prefix(2) == [1, -3.140625])
    #expect(file["scalar"]?.shape == [])
    #expect(file["scalar"]?.values == .single([7]))
    #expect(file["empty"]?.shape == [0, 3])
    #expect(file["quote \" backslash \\ greek λ 🏓"]?.values == .single([42]))
    #expect(file.metadata["note"] == "line\nbreak \"λ\"")
  }

  @Test func whatIsWrittenIsReadBack() throws {
    var file = Safetensors(metadata: ["seed": "7", "a\u{1}\"\\": "λ\n"])
    file.append(.init(name: "x", shape: [2, 1], values: .single([.pi, -.leastNonzeroMagnitude])))
    file.append(.init(name: "y \"\\\t", shape: [], values: .double([1e-300])))
    file.append(.init(name: "none", shape: [0], values: .single([])))
    let bytes = file.bytes
    #expect(try Safetensors(bytes: bytes) == file)
    #expect(try Safetensors(bytes: bytes).bytes == bytes)
    // The numbers start at a multiple of eight.
    #expect((bytes.count - 4 * 2 - 8) % 8 == 0)
    let again = try Safetensors(bytes: referenceBytes())
    #expect(try Safetensors(bytes: again.bytes) == again)
  }

  @Test func aNetworkIsSavedAndLoaded() throws {
    let network = Network.gatedConvolution()
    var random = Random(seed: 1)
    let parameters = network.initialParameters(random: &random)
    let bytes = network.safetensors(parameters, metadata: ["seed": "1"]).bytes
    #expect(try network.parameters(from: Safetensors(bytes: bytes)) == parameters)
  }

  @Test func weightsOfAnotherNetworkAreRefusedByName() throws {
    var random = Random(seed: 1)
    let small = Network.mlp(inputs: 2, hidden: [3], outputs: 1)
    let file = small.safetensors(small.initialParameters(random: &random))
    #expect(throws: SafetensorsError.missing(tensor: "hidden.1.weight")) {
      try Network.mlp(inputs: 2, hidden: [3, 3], outputs: 1).parameters(from: file)
    }
    let wide = SafetensorsError.wrongShape(
      tensor: "hidden.0.weight", expected: [4, 2], found: [3, 2])
    #expect(wide.description == "tensor 'hidden.0.weight' has shape [3, 2]; [4, 2] is needed")
    #expect(throws: wide) {
      try Network.mlp(inputs: 2, hidden: [4], outputs: 1).parameters(from: file)
    }
    var more = file
    more.append(.init(name: "adam.means", shape: [1], values: .single([0])))
    #expect(throws: SafetensorsError.unexpected(tensor: "adam.means")) {
      try small.parameters(from: more)
    }
    #expect(try small.parameters(from: more, ignoring: { $0.hasPrefix("adam.") }).count == 13)
  }

  @Test func shortAndOversizedFilesAreRefused() {
    #expect(throws: SafetensorsError.truncated(expected: 8, found: 3)) {
      try Safetensors(bytes: [1, 2, 3])
    }
    #expect(throws: SafetensorsError.headerTooLarge(bytes: .max)) {
      try Safetensors(bytes: Array(repeating: 255, count: 64))
    }
    #expect(throws: SafetensorsError.truncated(expected: 10, found: 9)) {
      try Safetensors(bytes: Array(file("{}").dropLast()))
    }
    #expect(throws: SafetensorsError.trailingBytes(3)) {
      try Safetensors(bytes: file("{}", data: [1, 2, 3]))
    }
    #expect(throws: Never.self) { try Safetensors(bytes: file("{}   ")) }
  }

  /// Headers whose tensor lists are wrong, each with the error it earns.
  static let badTensors: [(header: String, error: SafetensorsError)] = [
    (
      #""a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},"a":{"dtype":"F32","#
        + #""shape":[0],"data_offsets":[8,8]}"#, .duplicateName("a")
    ),
    (
      #""a":{"dtype":"I64","shape":[1],"data_offsets":[0,8]}"#,
      .unknownType(tensor: "a", type: "I64")
    ),
    (
      #""a":{"dtype":"F32","shape":[3],"data_offsets":[0,8]}"#,
      .wrongLength(tensor: "a", expected: 12, found: 8)
    ),
    (
      #""a":{"dtype":"F32","shape":[4294967296,4294967296],"data_offsets":[0,8]}"#,
      .shapeTooLarge(tensor: "a")
    ),
    (#""a":{"dtype":"F32","shape":[3],"data_offsets":[0,12]}"#, .outOfRange(tensor: "a")),
    (#""a":{"dtype":"F32","shape":[1],"data_offsets":[8,4]}"#, .outOfRange(tensor: "a")),
    (#""a":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}"#, .notAdjacent(tensor: "a")),
    (
      #""a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},"#
        + #""b":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}"#, .notAdjacent(tensor: "b")
    ),
    (#""a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}"#, .trailingBytes(4)),
  ]

  @Test(arguments: badTensors)
  func badTensorsAreRefused(header: String, error: SafetensorsError) {
    #expect(throws: error) {
      try Safetensors(bytes: file("{" + header + "}", data: Array(repeating: 0, count: 8)))
    }
  }

  @Test(arguments: [
    "", "[]", " {}", "{", "{}x", "{\"a\"}", "{\"a\":1}", "{\"a\":{}}", "{\"a\":{}", "{,}",
    #"{"a":{"dtype":"F32","shape":[],"data_offsets":[0,4]},}"#,
    #"{"a":{"dtype":"F32","shape":[-1],"data_offsets":[0,4]}}"#,
    #"{"a":{"dtype":"F32","shape":[1.0],"data_offsets":[0,4]}}"#,
    #"{"a":{"dtype":"F32","shape":[01],"data_offsets":[0,4]}}"#,
    #"{"a":{"dtype":"F32","shape":[1,],"data_offsets":[0,4]}}"#,
    #"{"a":{"dtype":"F32","shape":[99999999999999999999],"data_offsets":[0,4]}}"#,
    #"{"a":{"dtype":"F32","shape":[1,1,1,1,1,1,1,1,1],"data_offsets":[0,4]}}"#,
    #"{"a":{"dtype":"F32","shape":[1],"data_offsets":[0]}}"#,
    #"{"a":{"dtype":"F32","dtype":"F32","shape":[1],"data_offsets":[0,4]}}"#,
    #"{"a":{"dtype":"F32","shape":[1]}}"#,
    #"{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4],"more":"x"}}"#,
    #"{"__metadata__":{"a":1}}"#, #"{"__metadata__":[]}"#,
    #"{"\ud800":{}}"#, #"{"\ud800A":{}}"#, #"{"\udc00":{}}"#, #"{"\x":{}}"#,
    #"{"\u00g0":{}}"#, "{\"a\nb\":{}}",
  ])
  func malformedHeadersAreRefusedWithTheirPlace(header: String) {
    do {
      _ = try Safetensors(bytes: file(header, data: [0, 0, 0, 0]))
      Issue.record("accepted")
    } catch {
      guard case .malformedHeader(let byte, _) = error else {
        Issue.record("\(error)")
        return
      }
      #expect((8...8 + header.utf8.count).contains(byte))
      #expect(!error.description.contains("\n"))
    }
  }

  @Test func namesThatAreNotUTF8AreRefused() {
    var bytes = file("{\"?\":{}}")
    bytes[10] = 0xFF
    #expect(throws: SafetensorsError.self) { try Safetensors(bytes: bytes) }
  }

  @Test func numbersThatAreNotFiniteAreRefusedWithTheirTensor() {
    for (type, count, bytes) in [
      ("F32", 1, [0, 0, 0xC0, 0x7F]), ("F32", 1, [0, 0, 0x80, 0xFF]),
      ("F16", 2, [0, 0, 0, 0x7C]), ("BF16", 2, [0, 0, 0x80, 0x7F]),
    ] as [(String, Int, [UInt8])] {
      let header = #"{"w\n":{"dtype":"\#(type)","shape":[\#(count)],"data_offsets":[0,4]}}"#
      #expect(throws: SafetensorsError.notFinite(tensor: "w\n")) {
        try Safetensors(bytes: file(header, data: bytes))
      }
    }
    #expect(!SafetensorsError.notFinite(tensor: "w\n").description.contains("\n"))
  }

  /// Whatever happens to a valid file, reading it ends in a value or an error.
  @Test func mutatedFilesNeverCrash() throws {
    var random = Random(seed: 1)
    let seeds = [try referenceBytes(), try Safetensors(bytes: referenceBytes()).bytes]
    let spices = Array("{}[]\",:\\u0019e-F64".utf8) + [0, 0x7F, 0x80, 0xFF]
    var accepted = 0
    for trial in 0..<40_000 {
      var bytes = seeds[trial % 2]
      for _ in 0...random.index(below: 4) {
        let place = random.index(below: bytes.count)
        switch random.index(below: 5) {
        case 0: bytes[place] = UInt8(truncatingIfNeeded: random.next())
        case 1: bytes[place] = spices[random.index(below: spices.count)]
        case 2: bytes[place] ^= 1 << UInt8(random.index(below: 8))
        case 3: bytes.insert(spices[random.index(below: spices.count)], at: place)
        default: bytes.removeSubrange(place..<min(bytes.count, place + random.index(below: 9)))
        }
        if bytes.isEmpty { break }
      }
      do {
        let file = try Safetensors(bytes: bytes)
        accepted += 1
        #expect(try Safetensors(bytes: file.bytes) == file)
      } catch {
        #expect(!error.description.isEmpty)
      }
    }
    // Changed weights are still weights; almost everything else is refused.
    #expect(accepted > 100 && accepted < 20_000)
  }
}
