/// Finds the units of a text: at each place the longest phrase of the lexicon, numbers put together,
/// slips of spelling mended.
struct Segmenter {
  let lexicon: Lexicon

  func units(of text: [Token]) -> [Unit] {
    let (tokens, words) = mended(text)
    var units: [Unit] = []
    var at = 0
    while at < tokens.count {
      let (unit, count) = longest(at, tokens, words)
      units.append(unit)
      at += count
    }
    return numbersJoined(units)
  }

  /// The tokens with slips mended, and the plain form of each.
  private func mended(_ text: [Token]) -> ([Token], [String]) {
    let spelling = Spelling(lexicon: lexicon)
    var corrections = 0
    var tokens: [Token] = []
    var words: [String] = []
    for token in text {
      var word = Morphology.lemma(token.text)
      if token.kind == .word, !lexicon.knows(word), corrections < Spelling.mostCorrections {
        corrections += 1
        if let (left, right) = halves(of: token.text) {
          tokens.append(token)
          words.append(left)
          word = right
        } else if let better = spelling.correction(of: token.text) ?? spelling.correction(of: word)
        {
          word = better
        }
      }
      tokens.append(token)
      words.append(word)
    }
    return (tokens, words)
  }

  /// Two words written as one: blocksfacing.
  private func halves(of word: String) -> (String, String)? {
    let letters = Array(word)
    guard letters.count >= 7, letters.count <= 24 else { return nil }
    for cut in 3...letters.count - 3 {
      let left = Morphology.lemma(String(letters[..<cut]))
      let right = Morphology.lemma(String(letters[cut...]))
      if lexicon.senses(of: left) != nil, lexicon.senses(of: right) != nil {
        return (left, right)
      }
    }
    return nil
  }

  private func longest(_ at: Int, _ tokens: [Token], _ words: [String]) -> (Unit, Int) {
    let token = tokens[at]
    switch token.kind {
    case .number(let value):
      return (Unit(senses: [.number(value)], text: token.text, span: token.span), 1)
    case .ordinal(let value):
      return (Unit(senses: [.ordinal(value)], text: token.text, span: token.span), 1)
    case .picture(let rows):
      return (Unit(senses: [.picture(rows)], text: token.text, span: token.span), 1)
    case .inscription(let text):
      return (Unit(senses: [.inscription(text)], text: "text", span: token.span), 1)
    case .letter(let letter):
      return (Unit(senses: [.letter(letter)], text: letter, span: token.span), 1)
    case .mark:
      return (Unit(senses: [Segmenter.mark(token.text)], text: token.text, span: token.span), 1)
    case .unreadable: return (Unit(senses: [], text: token.text, span: token.span), 1)
    case .word: break
    }
    var end = at + 1
    while end < tokens.count, end - at < Lexicon.mostWords, tokens[end].kind == .word { end += 1 }
    while end > at {
      let phrase = end - at == 1 ? words[at] : words[at..<end].joined(separator: " ")
      if let senses = lexicon.senses(of: phrase) {
        let text = end - at == 1 ? token.text : phrase
        let span = token.span.lowerBound..<tokens[end - 1].span.upperBound
        return (Unit(senses: senses, text: text, span: span), end - at)
      }
      end -= 1
    }
    return (Unit(senses: [], text: token.text, span: token.span), 1)
  }

  private static func mark(_ text: String) -> Sense {
    switch text {
    case ",": .comma
    case ".", "!", "?", ";": .stop
    case ":": .colon
    case "(": .open
    case ")": .close
    default: .comma
    }
  }

  /// Twenty two is one number, and so is two hundred.
  private func numbersJoined(_ units: [Unit]) -> [Unit] {
    var result: [Unit] = []
    for unit in units {
      if case .number(let small)? = unit.senses.first, let last = result.last,
        case .number(let big)? = last.senses.first, last.text.first?.isLetter == true,
        unit.text.first?.isLetter == true
      {
        let joined: Int? =
          big >= 20 && big < 100 && small < 10
          ? big + small
          : small == 100 && big < 100
            ? big * 100
            : nil
        if let joined {
          result[result.count - 1] = Unit(
            senses: [.number(joined)], text: last.text + " " + unit.text,
            span: last.span.lowerBound..<unit.span.upperBound)
          continue
        }
      }
      result.append(unit)
    }
    return result
  }
}
