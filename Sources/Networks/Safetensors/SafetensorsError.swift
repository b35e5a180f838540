/// Why bytes are no safetensors file, or not the weights of a certain network. Each describes
/// itself in one sentence.
public enum SafetensorsError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The file ends before its header or its data does.
  case truncated(expected: Int, found: Int)
  case headerTooLarge(bytes: UInt64)
  case malformedHeader(byte: Int, reason: String)
  case duplicateName(String)
  case unknownType(tensor: String, type: String)
  /// The shape multiplies to more numbers than memory can hold.
  case shapeTooLarge(tensor: String)
  /// The tensor's bytes are more or fewer than its shape and type ask for.
  case wrongLength(tensor: String, expected: Int, found: Int)
  case outOfRange(tensor: String)
  /// The tensor starts before the one stored before it ends, or leaves a gap.
  case notAdjacent(tensor: String)
  case trailingBytes(Int)
  case notFinite(tensor: String)
  case missing(tensor: String)
  case unexpected(tensor: String)
  case wrongShape(tensor: String, expected: [Int], found: [Int])

  public var description: String {
    switch self {
    case .truncated(let expected, let found):
      "the file is cut short: \(expected) bytes expected, \(found) found"
    case .headerTooLarge(let bytes):
      "the header claims \(bytes) bytes; at most \(Safetensors.largestHeader) are read"
    case .malformedHeader(let byte, let reason):
      "the header is malformed at byte \(byte): \(reason)"
    case .duplicateName(let name): "the name \(quoted(name)) appears twice"
    case .unknownType(let tensor, let type):
      "tensor \(quoted(tensor)) has type \(quoted(type)); F64, F32, F16 and BF16 are read"
    case .shapeTooLarge(let tensor): "tensor \(quoted(tensor)) is too large"
    case .wrongLength(let tensor, let expected, let found):
      "tensor \(quoted(tensor)) has \(found) bytes where its shape needs \(expected)"
    case .outOfRange(let tensor): "tensor \(quoted(tensor)) lies outside the file"
    case .notAdjacent(let tensor):
      "tensor \(quoted(tensor)) overlaps the one before it or leaves a gap"
    case .trailingBytes(let count): "\(count) bytes follow the last tensor"
    case .notFinite(let tensor): "tensor \(quoted(tensor)) holds a number that is not finite"
    case .missing(let tensor): "tensor \(quoted(tensor)) is missing"
    case .unexpected(let tensor): "tensor \(quoted(tensor)) does not belong to this network"
    case .wrongShape(let tensor, let expected, let found):
      "tensor \(quoted(tensor)) has shape \(found); \(expected) is needed"
    }
  }
}

/// A name from a file, shortened and without control characters, fit for one line of a message.
private func quoted(_ name: String) -> String {
  var text = "'"
  for scalar in name.unicodeScalars.prefix(60) {
    let isPlain = scalar.value >= 0x20 && !(0x7F...0x9F).contains(scalar.value)
    text.unicodeScalars.append(isPlain ? scalar : "?")
  }
  return text + (name.unicodeScalars.count > 60 ? "...'" : "'")
}
