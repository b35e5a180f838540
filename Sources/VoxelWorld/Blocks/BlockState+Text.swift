/// Why a text names no block state.
public struct BlockNameError: Error, Hashable, Sendable, CustomStringConvertible {
  public let description: String
}

extension BlockState: CustomStringConvertible {
  /// Reads `minecraft:oak_stairs[facing=east,half=top]`; the prefix may be left out, and so may
  /// properties, which then have their usual value.
  public init(parsing text: String) throws(BlockNameError) {
    guard text.utf8.count <= 512 else {
      throw BlockNameError(description: "the block state has more than 512 letters")
    }
    let parts = text.split(separator: "[", maxSplits: 1, omittingEmptySubsequences: false)
    guard let block = BlockTable.standard.block(named: String(parts[0])) else {
      throw BlockNameError(description: "no block is called `\(parts[0])`")
    }
    var state = block.usual
    if parts.count == 2 {
      guard parts[1].hasSuffix("]") else {
        throw BlockNameError(description: "`\(text)` lacks the closing bracket")
      }
      for pair in parts[1].dropLast().split(separator: ",") {
        state = try state.applying(pair, to: block)
      }
    }
    self = state
  }

  private func applying(_ pair: Substring, to block: Block) throws(BlockNameError) -> BlockState {
    let sides = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let slots = BlockTable.standard.slots[block.slots]
    guard sides.count == 2, let slot = slots.first(where: { $0.key.rawValue == sides[0] }) else {
      let names = slots.map(\.key.rawValue).joined(separator: ", ")
      throw BlockNameError(
        description: "`\(block.name)` has no property `\(sides[0])`; it has "
          + (names.isEmpty ? "none" : names))
    }
    guard let code = slot.domain.code(sides[1]) else {
      let values = slot.domain.codes.map(slot.domain.text).joined(separator: ", ")
      throw BlockNameError(
        description: "`\(sides[0])` of `\(block.name)` cannot be `\(sides[1])`; it is one of "
          + values)
    }
    return with(slot.key, code: code)
  }

  /// The state as people write it, with `minecraft:` and with every property.
  public var description: String {
    let block = block
    let pairs = BlockTable.standard.slots[block.slots].map { slot in
      slot.key.rawValue + "=" + slot.domain.text(code(slot.key) ?? 0)
    }
    return "minecraft:" + block.name
      + (pairs.isEmpty ? "" : "[" + pairs.joined(separator: ",") + "]")
  }
}

extension BlockState: ExpressibleByStringLiteral {
  /// A state the program itself names; misspelling one is a programming error.
  public init(stringLiteral text: String) {
    do {
      self = try BlockState(parsing: text)
    } catch {
      preconditionFailure(error.description)
    }
  }
}

extension BlockState: Codable {
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    do {
      self = try BlockState(parsing: text)
    } catch {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: error.description)
    }
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
