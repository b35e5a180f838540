/// The JSON header of a safetensors file, parsed strictly: exactly the format's grammar, of fixed
/// depth, so that no input can exhaust the stack or leave a field unchecked.
struct SafetensorsHeader {
  struct Entry {
    var name: String
    var type: String
    var shape: [Int]
    /// Positions in the data that follows the header.
    var start: Int
    var end: Int
  }

  private(set) var entries: [Entry] = []
  private(set) var metadata: [String: String] = [:]
  private var reader: JSONReader

  init(_ bytes: ArraySlice<UInt8>) throws(SafetensorsError) {
    reader = JSONReader(bytes)
    var names: Set<String> = []
    var hasMetadata = false
    guard reader.peek == UInt8(ascii: "{") else { throw reader.error("'{' expected") }
    var isFirst = true
    while let name = try reader.nextKey(isFirst: isFirst) {
      isFirst = false
      if name == "__metadata__" {
        guard !hasMetadata else { throw .duplicateName(name) }
        hasMetadata = true
        metadata = try readMetadata()
      } else {
        guard names.insert(name).inserted else { throw .duplicateName(name) }
        entries.append(try readEntry(name))
      }
    }
    reader.skipSpace()
    guard reader.isAtEnd else { throw reader.error("nothing may follow the closing brace") }
  }

  private mutating func readMetadata() throws(SafetensorsError) -> [String: String] {
    var result: [String: String] = [:]
    var isFirst = true
    while let key = try reader.nextKey(isFirst: isFirst) {
      isFirst = false
      guard result.updateValue(try reader.string(), forKey: key) == nil else {
        throw .duplicateName(key)
      }
    }
    return result
  }

  private mutating func readEntry(_ name: String) throws(SafetensorsError) -> Entry {
    var type: String?
    var shape: [Int]?
    var offsets: [Int]?
    var isFirst = true
    while let key = try reader.nextKey(isFirst: isFirst) {
      isFirst = false
      switch key {
      case "dtype" where type == nil: type = try reader.string()
      case "shape" where shape == nil: shape = try reader.integers(atMost: 8)
      case "data_offsets" where offsets == nil: offsets = try reader.integers(atMost: 2)
      default: throw reader.error("a tensor has one dtype, one shape and one data_offsets")
      }
    }
    guard let type, let shape, let offsets, offsets.count == 2 else {
      throw reader.error("a tensor needs dtype, shape and two data_offsets")
    }
    return Entry(name: name, type: type, shape: shape, start: offsets[0], end: offsets[1])
  }
}
