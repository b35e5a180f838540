import Blueprints
import Console

/// What was understood of a conversation, or a plan that needs no understanding.
struct BuildRequest {
  var plan: Plan?
  /// The plan worked out, where that has been done already.
  var commission: Commission?
  /// Who wrote the plan: the built-in reader, a language model, or a file.
  var author = "reader"
  var unused: [String] = []
  var question: String?
  var fault: String?
  /// The conversation and what it came to, where there was one.
  var turns: [String] = []
  var dialogue: Dialogue?
  /// What the user called it.
  var name: String?
  /// What was taken over from memory.
  var recalled: [String] = []

  /// Takes one turn in.
  mutating func add(_ turn: Dialogue.Turn) {
    plan = turn.plan
    fault = turn.fault
    unused += turn.unused
    if let question = turn.question { self.question = question }
  }

  var status: String { plan == nil ? "refused" : question == nil ? "built" : "clarify" }

  /// The object for what cannot be built.
  var refusal: JSON {
    .object([
      ("status", .text(status)), ("reason", .optional(fault, JSON.text)),
      ("unused", .list(unused.map(JSON.text))), ("files", .list([])),
    ])
  }
}

extension BuildRequest {
  /// Takes a plan that a file gives.
  init(written plan: Plan) {
    self.plan = plan
    author = "file"
  }

  /// Takes a conversation in, with what is remembered of earlier ones.
  init(hearing texts: [String], on site: Site, seed: UInt64, remembering memory: Memory?) {
    self.init()
    var dialogue = Dialogue(site: site, seed: seed)
    for text in texts {
      let (said, called) = memory == nil ? (text, nil) : Memory.naming(text)
      name = called ?? name
      let all = turns.isEmpty ? memory?.turns(for: said) ?? [said] : [said]
      if all != [said] { recalled.append("as once said: " + all.joined(separator: "; ")) }
      for turn in all {
        var reading = Reader.standard.reading(of: turn)
        if all.count == 1, turns.isEmpty, let memory {
          recalled += memory.prefer(in: &reading, on: site)
        }
        add(dialogue.take(reading))
        guard plan != nil else { return }
        turns.append(turn)
      }
    }
    self.dialogue = dialogue
  }
}
