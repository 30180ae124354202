/// What a key may hold.
public indirect enum Shape: Sendable {
  case boolean
  case number(Measure)
  case text(TextRule)
  /// One of a few words.
  case choice([Word])
  /// A time of day in India, such as `'15:15'`.
  case timeOfDay
  /// `None`, or what else it may be.
  case optional(Shape)
  /// One of two things.
  case either(Shape, Shape)
  /// Any number of values, within limits.
  case list(of: Shape, count: ClosedRange<Int> = 0...1000)
  /// A tuple with these places, in this order.
  case row([Member])
  /// A dictionary in which these names may stand, and no others.
  case record([Member])
  /// A dictionary with names of the user's own.
  case table(names: TextRule, of: Shape, count: ClosedRange<Int> = 0...1000)

  /// A word that may be chosen.
  public struct Word: Sendable, ExpressibleByStringLiteral {
    /// The word as it is kept.
    public let text: String
    /// Other spellings, which are read as the same word.
    public let otherSpellings: [String]

    /// A word with other spellings.
    public init(_ text: String, alsoRead otherSpellings: String...) {
      self.text = text
      self.otherSpellings = otherSpellings
    }

    /// A word without other spellings.
    public init(stringLiteral text: String) {
      self.init(text)
    }
  }

  /// A place of a tuple or a name of a dictionary.
  public struct Member: Sendable {
    /// The name, which of a tuple is only shown.
    public let name: String
    /// What stands there.
    public let shape: Shape
    /// Whether it must be there.
    public let isRequired: Bool
    /// What holds where it is left out, in the language of the configuration; nil for nothing.
    public let standard: String?
    /// One sentence.
    public let meaning: String

    /// A member that may be left out.
    public init(
      _ name: String, _ shape: Shape, default standard: String? = nil, isRequired: Bool = false,
      _ meaning: String = ""
    ) {
      self.name = name
      self.shape = shape
      self.standard = standard
      self.isRequired = isRequired
      self.meaning = meaning
    }
  }
}

extension Shape {
  /// Words to choose from.
  public static func choice(_ words: Word...) -> Self { .choice(words) }

  /// What is wanted, to follow "expected".
  public var wanted: String {
    switch self {
    case .boolean: "True or False"
    case .number(let measure): measure.wanted
    case .text(let rule): rule.wanted
    case .choice(let words): Self.alternatives(words.map { "'\($0.text)'" })
    case .timeOfDay: "a time such as '15:15'"
    case .optional(let shape): "\(shape.wanted), or None"
    case .either(let first, let second): "\(first.wanted), or \(second.wanted)"
    case .list(let shape, _): "a list, each of it \(shape.wanted)"
    case .row(let members): "(\(members.map(\.name).joined(separator: ", ")))"
    case .record(let members):
      "a dictionary of \(members.map { "'\($0.name)'" }.joined(separator: ", "))"
    case .table(let names, let shape, _):
      "a dictionary, the names being \(names.wanted) and the values \(shape.wanted)"
    }
  }

  /// The unit of its numbers; empty where there are none.
  public var unit: String {
    switch self {
    case .number(let measure): measure.unit
    case .optional(let shape), .list(let shape, _), .table(_, let shape, _): shape.unit
    case .either(let first, let second): first.unit.isEmpty ? second.unit : first.unit
    default: ""
    }
  }

  private static func alternatives(_ words: [String]) -> String {
    guard let last = words.last, words.count > 1 else { return words.joined() }
    return "\(words.dropLast().joined(separator: ", ")) or \(last)"
  }
}
