/// Corrects what nobody spells so: the nearest word of the lexicon, by letters left out, put in,
/// changed or swapped.
struct Spelling {
  /// Few corrections per text: a text that needs more is not English about building.
  static let mostCorrections = 24
  private let lexicon: Lexicon

  init(lexicon: Lexicon) { self.lexicon = lexicon }

  /// The word meant, if it is near enough to only one: one slip in four to six letters, two in
  /// more. The first letter is rarely wrong and stays.
  func correction(of word: String) -> String? {
    let letters = Array(word.utf8)
    guard letters.count >= 4, letters.count <= 20, !Spelling.english.contains(word) else {
      return nil
    }
    let most = letters.count >= 8 ? 2 : 1
    var best: (word: String, cost: Int, shared: Int)?
    for candidate in lexicon.words {
      let other = candidate.utf8
      guard abs(other.count - letters.count) <= most, other.count >= 4, other.first == letters[0]
      else { continue }
      let cost = Spelling.distance(letters, Array(other), most)
      guard cost <= most, best.map({ cost <= $0.cost }) ?? true else { continue }
      // Of two that are as near, the one that begins alike for longer.
      let shared = zip(letters, other).prefix { $0 == $1 }.count
      if let best, best.cost == cost, best.shared >= shared { continue }
      best = (candidate, cost, shared)
      if cost == 0 { break }
    }
    return best?.word
  }

  /// Damerau-Levenshtein distance of neighbours, `most + 1` where it is more than `most`.
  private static func distance(_ a: [UInt8], _ b: [UInt8], _ most: Int) -> Int {
    var older = [Int](repeating: 0, count: b.count + 1)
    var previous = Array(0...b.count)
    var current = previous
    for i in 1...a.count {
      current[0] = i
      var least = i
      for j in 1...b.count {
        let change = previous[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)
        current[j] = min(change, previous[j] + 1, current[j - 1] + 1)
        if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
          current[j] = min(current[j], older[j - 2] + 1)
        }
        least = min(least, current[j])
      }
      if least > most { return most + 1 }
      older = previous
      previous = current
    }
    return previous[b.count]
  }

  /// Common words that are near to words of building and are spelt as they are meant.
  private static let english: Set<String> = {
    let text = """
      ever very your four five nine when then them they there here where what that this with from
      have been were will would could should than some such same more most many much into onto over
      good food mood cool pool tool wall well will ball call fall tall hall mall bell sell tell door
      poor floor flour flow slow show snow grow know like lake cake make take bake wake face race
      place plate late date gate rate fate base case vase ease time line fine mine wine live love
      move give gave able cable fable table maple apple people purple little middle riddle letter
      better later water winter wonder under order other another mother father brother sister number
      remember member people person world word work worker story sorry happy hello money today
      night light right might fight sight think thing bring sing song long strong wrong among
      string spring start stars story small smell shell spell spill still skill kill fill hill mill
      tale sale male pale game name same fame came tame lame cost most post host lost last past fast
      cast vast mast rest best test nest west list fist mist must just dust rust trust hope rope
      rise wise noise voice choice ride wide side hide tide guide code mode node rode hold cold
      gold told sold bold fold old read head dead lead bread road load toad boat coat goat soap
      soup loud cloud proud sound found round bound pound mound hound ground group cook book look
      took hook wood hood stood blood flood bird third word form farm warm harm charm arm army
      ignore print write wrote written poem paint point joint plant plan plane train rain main pain
      brain drain grain chain stain again against begin began never seven eleven even event every
      tomato onion carrots simmer minutes hours chop heat season taste paste price stock market
      science biology history language english french german spanish question answer email message
      """
    return Set(text.split(whereSeparator: { $0 == " " || $0 == "\n" }).map(String.init))
  }()
}
