/// A computation in the Open Neural Network Exchange format, being written: values by name,
/// operations that make one from others, and numbers that are part of the model. The field numbers
/// are those of onnx.proto (IR version 8), the operations those of operator set 13.
public struct ONNXGraph: Sendable {
  private var graph = ProtocolBuffer()
  private var count = 0
  /// Whether the model reads and returns a state.
  private(set) var hasState = false

  /// What an operation is told besides its inputs.
  public enum Attribute: Sendable {
    case whole(Int)
    case wholes([Int])
  }

  /// A graph with one input, a batch of any size of what `shape` says.
  public init(name: String, input: String, shape: [Int]) {
    graph.append(2, name)
    graph.append(11, Self.value(input, shape))
  }

  /// Adds the input "state" and the output "next-state", each a batch of what `shape` says; a
  /// model has at most one state. The operation that makes the output must be so named.
  mutating func addState(shape: [Int]) {
    precondition(!hasState, "a model has one state")
    hasState = true
    graph.append(11, Self.value("state", shape))
    graph.append(12, Self.value("next-state", shape))
  }

  /// Appends an operation, and returns the name of its result.
  public mutating func append(
    _ operation: String, _ inputs: [String], _ attributes: [(name: String, value: Attribute)] = [],
    named name: String? = nil
  ) -> String {
    let result = name ?? freshName()
    var node = ProtocolBuffer()
    for input in inputs { node.append(1, input) }
    node.append(2, result)
    node.append(4, operation)
    for (name, value) in attributes { node.append(5, Self.attribute(name, value)) }
    graph.append(1, node)
    return result
  }

  /// Adds single-precision numbers to the model, and returns their name.
  public mutating func constant(
    _ values: some Sequence<Float>, shape: [Int], named name: String? = nil
  ) -> String {
    var bytes: [UInt8] = []
    for value in values {
      withUnsafeBytes(of: value.bitPattern.littleEndian) { bytes.append(contentsOf: $0) }
    }
    return tensor(type: 1, shape, bytes, name)
  }

  /// Adds a list of whole numbers to the model, and returns its name.
  public mutating func constant(_ values: [Int]) -> String {
    var bytes: [UInt8] = []
    for value in values {
      withUnsafeBytes(of: Int64(value).littleEndian) { bytes.append(contentsOf: $0) }
    }
    return tensor(type: 7, [values.count], bytes, nil)
  }

  /// The elements `range` along an axis.
  public mutating func slice(_ input: String, _ range: Range<Int>, axis: Int) -> String {
    let (start, end) = (constant([range.lowerBound]), constant([range.upperBound]))
    return append("Slice", [input, start, end, constant([axis])])
  }

  /// The bytes of a model file whose output is the value called `output`.
  ///
  /// - Parameter notes: free text by key.
  public func model(
    output: String, shape: [Int], producer: String, notes: [(key: String, value: String)] = []
  ) -> [UInt8] {
    var graph = graph
    graph.append(12, Self.value(output, shape))
    var operatorSet = ProtocolBuffer()
    operatorSet.append(1, "")
    operatorSet.append(2, 13 as Int)
    var model = ProtocolBuffer()
    model.append(1, 8 as Int)
    model.append(2, producer)
    model.append(7, graph)
    model.append(8, operatorSet)
    for (key, value) in notes {
      var note = ProtocolBuffer()
      note.append(1, key)
      note.append(2, value)
      model.append(14, note)
    }
    return model.bytes
  }

  private mutating func freshName() -> String {
    count += 1
    return "value.\(count)"
  }

  private mutating func tensor(
    type: Int, _ shape: [Int], _ bytes: [UInt8], _ name: String?
  ) -> String {
    let name = name ?? freshName()
    var tensor = ProtocolBuffer()
    for extent in shape { tensor.append(1, extent) }
    tensor.append(2, type)
    tensor.append(8, name)
    tensor.append(9, bytes)
    graph.append(5, tensor)
    return name
  }

  /// A single-precision value whose first extent is the batch's.
  private static func value(_ name: String, _ shape: [Int]) -> ProtocolBuffer {
    var extents = ProtocolBuffer()
    var batch = ProtocolBuffer()
    batch.append(2, "batch")
    extents.append(1, batch)
    for extent in shape {
      var dimension = ProtocolBuffer()
      dimension.append(1, extent)
      extents.append(1, dimension)
    }
    var tensor = ProtocolBuffer()
    tensor.append(1, 1 as Int)
    tensor.append(2, extents)
    var type = ProtocolBuffer()
    type.append(1, tensor)
    var value = ProtocolBuffer()
    value.append(1, name)
    value.append(2, type)
    return value
  }

  private static func attribute(_ name: String, _ value: Attribute) -> ProtocolBuffer {
    var attribute = ProtocolBuffer()
    attribute.append(1, name)
    switch value {
    case .whole(let number):
      attribute.append(3, number)
      attribute.append(20, 2 as Int)
    case .wholes(let numbers):
      for number in numbers { attribute.append(8, number) }
      attribute.append(20, 7 as Int)
    }
    return attribute
  }
}
