internal import Scalars

/// A word, a literal or a sign of the source.
struct Token {
  enum Kind: Equatable {
    case number(Number)
    case text([UInt8])
    /// A field or, if `isWord` (one name without backquotes), perhaps a function.
    case path(FieldPath, isWord: Bool)
    case keyword(Keyword)
    case joint(Joint)
    case mark(Mark)
    case end
  }

  var kind: Kind

  /// The bytes of the source that it covers; empty at the end of the source.
  var range: Range<Int>
}

/// A word with a meaning of its own; the words `and` and `or` are joints.
enum Keyword {
  case not, `in`, `true`, `false`, null
}

/// A sign that groups.
enum Mark: String {
  case openParenthesis = "("
  case closeParenthesis = ")"
  case openBracket = "["
  case closeBracket = "]"
  case comma = ","
}

extension Token.Kind {
  /// The meaning of a reserved word, or nil for every other.
  init?(reserved word: String) {
    switch word {
    case "and": self = .joint(.and)
    case "or": self = .joint(.or)
    case "not": self = .keyword(.not)
    case "in": self = .keyword(.in)
    case "true", "True": self = .keyword(.true)
    case "false", "False": self = .keyword(.false)
    case "null", "None": self = .keyword(.null)
    default: return nil
    }
  }
}

extension UInt8 {
  /// Whether a name may begin with this byte.
  var startsName: Bool {
    switch self {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
      UInt8(ascii: "_"):
      true
    default: false
    }
  }

  /// Whether a name may go on with this byte.
  var continuesName: Bool {
    startsName || isDigit
  }

  /// Whether this byte is one of 0 to 9.
  var isDigit: Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self)
  }
}
