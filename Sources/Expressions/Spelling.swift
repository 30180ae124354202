/// The signs of the language, and those of other languages with what to write instead.
struct Spelling {
  enum Meaning {
    case token(Token.Kind)
    /// Not of this language; the text says what is.
    case mistake(instead: String)
  }

  var bytes: [UInt8]
  var meaning: Meaning

  /// All signs, longer ones first, so that the first that fits is the right one.
  static let all: [Self] = (signs + mistakes).sorted { $0.bytes.count > $1.bytes.count }

  private static let signs: [Self] =
    Relation.allCases.map { Self($0.spelling, .token(.joint(.relation($0)))) }
    + Arithmetic.allCases.map { Self($0.spelling, .token(.joint(.arithmetic($0)))) }
    + [.openParenthesis, .closeParenthesis, .openBracket, .closeBracket, .comma].map {
      (mark: Mark) in Self(mark.rawValue, .token(.mark(mark)))
    }

  private static let mistakes: [Self] = [
    ("use 'and'", ["&&", "&"]),
    ("use 'or'", ["||", "|"]),
    ("use 'not'", ["!", "~"]),
    ("use contains(text, part) or startswith(text, prefix)", ["=~", "~=", "~~"]),
    ("use not contains(text, part)", ["!~"]),
    ("use '=='", ["=", "==="]),
    ("use '!='", ["<>", "!==", "≠"]),
    ("use '<='", ["=<", "≤"]),
    ("use '>='", ["=>", "≥"]),
    ("use '*'", ["×"]),
    ("use '/'", ["÷"]),
    ("use '-'", ["−", "–"]),
    ("use floor(a / b)", ["//"]),
    ("multiply instead: x * x", ["**", "^"]),
    ("write 5 percent as 0.05", ["%"]),
    ("put a list in [ ]", ["{", "}"]),
    ("use a straight quote: \"CE\"", ["“", "”", "„", "‘", "’"]),
    ("write amounts as plain numbers", ["₹", "$"]),
    ("use 'and' and 'or'", ["?", ":"]),
    ("one expression is enough", [";"]),
    ("use a plain space", ["\u{A0}"]),
  ].flatMap { (instead: String, spellings: [String]) in
    spellings.map { Self($0, .mistake(instead: instead)) }
  }

  private init(_ spelling: String, _ meaning: Meaning) {
    bytes = Array(spelling.utf8)
    self.meaning = meaning
  }
}
