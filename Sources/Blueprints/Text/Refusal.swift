/// Tells what is no request to build, and what was understood too little of to go on without asking.
enum Refusal {
  /// Blocks along one side that no request may exceed.
  static let mostBlocks = 512

  /// What can be told from the bytes alone.
  static func atSight(_ text: String) -> String? {
    let bytes = text.utf8
    if bytes.count > Tokeniser.mostBytes {
      return "the text is longer than \(Tokeniser.mostBytes) bytes; please say it shorter"
    }
    var letters = 0
    var strange = 0
    for byte in bytes {
      if byte.isLetter { letters += 1 } else if byte >= 128 || byte < 9 { strange += 1 }
    }
    if letters == 0, !bytes.contains(where: \.isDigit) { return "there is nothing to build in it" }
    return strange > letters ? "it is not written in English letters" : nil
  }

  /// What can be told from the words: too many that mean nothing here.
  static func atWords(_ units: [Unit]) -> String? {
    var known = 0
    var unknown = 0
    var foreign = 0
    for unit in units {
      if unit.has(.foreign) { foreign += 1 }
      if unit.senses.isEmpty { unknown += 1 } else if isContent(unit) { known += 1 }
    }
    if foreign > 0, foreign + unknown >= known || foreign > 1 {
      return "I build things of blocks; this asks for something else"
    }
    if known == 0 { return "I found nothing in it that I could build" }
    if unknown > 4, unknown > 2 * known { return "I understand too few of its words" }
    return nil
  }

  /// The things that one text may name.
  static let mostThings = 120

  /// What can be told from the pieces: more things than any one building has.
  static func atChunks(_ chunks: [Chunk]) -> String? {
    var things = 0
    for chunk in chunks { if case .entity = chunk.kind { things += 1 } }
    guard things > mostThings else { return nil }
    return "it names more than \(mostThings) things; please ask for them one after another"
  }

  /// Traits that say what something is to look like.
  private static let forms: Set<String> = [
    "hollow", "solid", "round", "square", "flat", "gable", "hip", "mansard", "domed", "pyramidal",
    "striped", "chequered", "topless", "medieval", "modern", "japanese", "nordic", "gothic",
  ]

  private static func isContent(_ unit: Unit) -> Bool {
    unit.concept != nil && unit.concept?.category != .place || unit.block != nil
      || unit.family != nil
      || unit.colour != nil || unit.comparative != nil || unit.dimension != nil
      || [.undo, .remove, .extend, .replace, .fill, .dig].contains(unit.verb)
      || unit.text == "more" || forms.contains(unit.trait ?? "")
      || unit.quantity == .another || [.copy, .move, .turn, .paint].contains(unit.verb)
      || unit.senses.contains { sense in
        switch sense {
        case .picture, .inscription: true
        default: false
        }
      }
  }

  static func verdict(_ acts: [Act], unused: [Chunk], _ units: [Unit]) -> Reading.Verdict {
    if acts.isEmpty { return .refuse(reason: "I found nothing in it that I could build") }
    for act in acts {
      for entity in act.objects {
        if let size = entity.measures.flatMap(\.values).max(), size > mostBlocks {
          return .refuse(
            reason: "\(size) blocks are more than I can build along one side (\(mostBlocks))")
        }
        if let count = entity.count, count > 100_000 {
          return .refuse(reason: "\(count) of them are more than I can build")
        }
      }
    }
    guard let first = unused.first else { return .build }
    let words = unused.map(\.text).joined(separator: ", ")
    return .clarify(question: "What do you mean by `\(first.text)`? I left out: \(words).")
  }
}
