import Foundation

/// A JSON value of a file of expectations.
public enum Demand: Decodable, Sendable, Hashable {
  case nothing
  case flag(Bool)
  case number(Double)
  case text(String)
  case list([Demand])
  case object([String: Demand])

  public init(from decoder: any Decoder) throws {
    let value = try decoder.singleValueContainer()
    if value.decodeNil() {
      self = .nothing
    } else if let flag = try? value.decode(Bool.self) {
      self = .flag(flag)
    } else if let number = try? value.decode(Double.self) {
      self = .number(number)
    } else if let text = try? value.decode(String.self) {
      self = .text(text)
    } else if let list = try? value.decode([Demand].self) {
      self = .list(list)
    } else {
      self = .object(try value.decode([String: Demand].self))
    }
  }

  public init(json text: String) throws {
    self = try JSONDecoder().decode(Demand.self, from: Data(text.utf8))
  }

  public subscript(key: String) -> Demand {
    if case .object(let fields) = self { fields[key] ?? .nothing } else { .nothing }
  }

  public subscript(index: Int) -> Demand {
    let list = list
    return list.indices.contains(index) ? list[index] : .nothing
  }

  public var isNothing: Bool { self == .nothing }
  public var list: [Demand] { if case .list(let list) = self { list } else { [] } }
  public var text: String? { if case .text(let text) = self { text } else { nil } }
  public var number: Double? { if case .number(let number) = self { number } else { nil } }
  public var whole: Int? { number.map { Int($0) } }
  public var isTrue: Bool { self == .flag(true) }
  /// One text, or several.
  public var texts: [String] { text.map { [$0] } ?? list.compactMap(\.text) }
  public var wholes: [Int] { list.compactMap(\.whole) }
  public var fields: [String: Demand] {
    if case .object(let fields) = self { fields } else { [:] }
  }
}
