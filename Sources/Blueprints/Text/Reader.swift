/// Understands requests to build: text in, typed descriptions out, likeliest first.
public struct Reader: Sendable {
  let lexicon: Lexicon

  /// A reader that knows the blocks named, beside the words of building.
  public init(blocks: [String]) { lexicon = Lexicon(blocks: blocks) }

  /// The readings of a text, at most six, best first; never none.
  public func readings(of text: String) -> [Reading] {
    if let reason = Refusal.atSight(text) { return [Reader.refused(reason)] }
    let tokens = Tokeniser.tokens(of: text)
    let units = Segmenter(lexicon: lexicon).units(of: tokens)
    if let reason = Refusal.atWords(units) { return [Reader.refused(reason)] }
    let chunks = Chunker.chunks(of: units)
    if let reason = Refusal.atChunks(chunks) { return [Reader.refused(reason)] }
    let (attachments, unused) = Attacher.readings(of: chunks)
    return attachments.map { attachment in
      let acts = attachment.result()
      let verdict = Refusal.verdict(acts, unused: unused, units)
      return Reading(
        acts: acts, unused: unused.map(\.text), verdict: verdict, score: attachment.score)
    }
  }

  /// The likeliest reading.
  public func reading(of text: String) -> Reading { readings(of: text)[0] }

  private static func refused(_ reason: String) -> Reading {
    Reading(acts: [], unused: [], verdict: .refuse(reason: reason), score: 0)
  }
}
