/// Named tensors and notes in the safetensors format (huggingface.co/docs/safetensors): eight
/// bytes with the header's length, a JSON header, then the numbers, all little-endian. Only bytes:
/// reading and writing files is the caller's business.
public struct Safetensors: Sendable, Hashable {
  /// The longest header that is read, in bytes.
  public static let largestHeader = 1 << 20

  /// The numbers of a tensor. Half-precision tensors are read as single precision.
  public enum Values: Sendable, Hashable {
    case single([Float])
    case double([Double])
  }

  /// A tensor with its numbers.
  public struct Entry: Sendable, Hashable {
    public let name: String
    /// The extents, slowest first; empty for a single number.
    public let shape: [Int]
    /// As many as the extents multiply to, in row-major order.
    public let values: Values

    public init(name: String, shape: [Int], values: Values) {
      self.name = name
      self.shape = shape
      self.values = values
      precondition(
        shape.reduce(1, *) == values.count, "tensor \(name) has not as many numbers as its shape")
    }
  }

  /// The tensors in the order of their numbers in the file. Names differ.
  public private(set) var entries: [Entry] = []
  /// Free notes.
  public var metadata: [String: String]

  public init(metadata: [String: String] = [:]) {
    self.metadata = metadata
  }

  /// The tensor called `name`, if there is one.
  public subscript(name: String) -> Entry? {
    entries.first { $0.name == name }
  }

  /// Adds a tensor; no other may have its name.
  public mutating func append(_ entry: Entry) {
    precondition(self[entry.name] == nil, "two tensors are named \(entry.name)")
    entries.append(entry)
  }

  /// Replaces all tensors, whose names the caller knows to differ.
  mutating func setEntries(_ entries: [Entry]) {
    self.entries = entries
  }
}

extension Safetensors.Values {
  /// How many numbers there are.
  public var count: Int {
    switch self {
    case .single(let values): values.count
    case .double(let values): values.count
    }
  }

  /// The numbers in single precision.
  public var singles: [Float] {
    switch self {
    case .single(let values): values
    case .double(let values): values.map(Float.init)
    }
  }

  /// The numbers in double precision.
  public var doubles: [Double] {
    switch self {
    case .single(let values): values.map(Double.init)
    case .double(let values): values
    }
  }

  var isFinite: Bool {
    switch self {
    case .single(let values): values.allSatisfy(\.isFinite)
    case .double(let values): values.allSatisfy(\.isFinite)
    }
  }
}
