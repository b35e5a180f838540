extension Reading {
  /// What was understood, in one line a reader can check: `build cottage 9x7 of oak (roof gable)`.
  public var summary: String {
    acts.map(\.summary).joined(separator: "; ")
  }
}

extension Act {
  var summary: String {
    var words = [(isNegated ? "not " : "") + verb.rawValue]
    words += traits
    words += measures.map(\.summary)
    words.append(objects.map(\.summary).joined(separator: " + "))
    if !results.isEmpty { words.append("=> " + results.map(\.summary).joined(separator: " + ")) }
    words += links.map(\.summary)
    return words.filter { !$0.isEmpty }.joined(separator: " ")
  }
}

extension Measure {
  var summary: String {
    let sign = isRelative && (values.first ?? 0) > 0 ? "+" : ""
    let bound = [.exactly: "", .atLeast: ">=", .atMost: "<=", .about: "~"][self.bound] ?? ""
    let numbers = values.map(String.init).joined(separator: "x")
    return dimension == .footprint
      ? bound + numbers : "\(dimension.rawValue)=\(bound)\(sign)\(numbers)"
  }
}

extension Entity {
  /// The thing with its parts in brackets.
  public var summary: String {
    var words: [String] = []
    if isNegated { words.append("no") }
    if let quantity { words.append(quantity.rawValue) }
    if let ordinal { words.append("#\(ordinal)") }
    if let count, reference != .pronoun {
      words.append(
        (countBound == .atLeast ? ">=" : countBound == .atMost ? "<=" : "") + String(count))
    }
    words += extremes.map { $0.rawValue + "most" }
    words += sides.map(\.rawValue)
    words += traits
    words += colours
    words += qualifiers.map(\.name)
    if let concept {
      words.append(concept.name)
    } else if reference == .pronoun {
      words.append("it")
    }
    let isNamed = concept.map { materials == [$0.name] } ?? false
    if !materials.isEmpty, !isNamed {
      words.append((concept == nil ? "" : "of ") + materials.joined(separator: " "))
    }
    words += measures.map(\.summary)
    if !picture.isEmpty { words.append("picture \(picture.count) rows") }
    if let inscription { words.append("`\(inscription)`") }
    if let letter { words.append("letter \(letter)") }
    if !links.isEmpty { words.append("(" + links.map(\.summary).joined(separator: ", ") + ")") }
    return words.joined(separator: " ")
  }
}

extension Link {
  var summary: String {
    var words = relation == .with ? [] : [relation.rawValue]
    if let quantity { words.append(quantity.rawValue) }
    words += measures.flatMap(\.values).map(String.init)
    words += sides.map(\.rawValue)
    if var ground {
      if relation == .without { ground.isNegated = false }
      words.append(ground.summary)
    }
    return words.joined(separator: " ")
  }
}
