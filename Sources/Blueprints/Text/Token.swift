/// A word, a number, a mark or a picture in what somebody wrote, with the bytes it came from.
struct Token: Hashable, Sendable {
  enum Kind: Hashable, Sendable {
    case word, mark, unreadable
    /// A whole number.
    case number(Int)
    /// A place in an order: 3rd.
    case ordinal(Int)
    /// Rows of a drawn picture, topmost first.
    case picture([String])
    /// Words to be written in blocks.
    case inscription(String)
    /// One letter of a picture, where the text says what it stands for.
    case letter(String)
  }

  /// In lower case and plain ASCII.
  var text: String
  var kind: Kind
  /// The bytes of the text that it stands for.
  var span: Range<Int>
}
