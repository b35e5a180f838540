extension Scenario {
  /// The names of the kinds of balls that are drawn, in order; empty where balls have no kinds.
  public var categories: [String] {
    let balls = setup["balls"]
    let only = Self.items(balls?["only"]).compactMap(\.text)
    let names = Self.items(balls?["categories"]).compactMap { $0["name"]?.text }
    return only.isEmpty ? names : names.filter(only.contains)
  }

  /// The scenario with balls of one kind only.
  public func drawing(only category: String) -> Scenario {
    var copy = self
    copy.setup["balls", default: .empty]["only"] = Tree(.sequence([.text(category)]))
    return copy
  }

  /// The scenario with the return rates that were counted, by which balls are drawn from now on.
  public func drawing(by rates: [(category: String, rate: Double)]) -> Scenario {
    var copy = self
    var items = Self.items(setup["balls"]?["categories"])
    for index in items.indices {
      guard let rate = rates.first(where: { $0.category == items[index]["name"]?.text })?.rate
      else { continue }
      items[index]["return-rate"] = Tree(.scalar("\(rate)", isPlain: true))
    }
    if !items.isEmpty {
      copy.setup["balls", default: .empty]["categories"] = Tree(.sequence(items))
    }
    return copy
  }

  private static func items(_ tree: Tree?) -> [Tree] {
    if case .sequence(let items)? = tree?.content { items } else { [] }
  }
}

extension Tree {
  /// The value of `key`, or `standIn` where it is not there.
  fileprivate subscript(key: String, default standIn: Tree) -> Tree {
    get { self[key] ?? standIn }
    set { self[key] = newValue }
  }
}
