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
