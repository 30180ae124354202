/// A type that can be typed as one word on a command line.
public protocol ArgumentValue: Sendable {
  /// Reads a word; nil when the word is not of this type.
  ///
  /// Reading only looks at the word: it opens no file and asks no clock.
  init?(argument: String)
  /// The value as a word that reads back to it.
  var argument: String { get }
  /// What a word must be, to follow "wants", such as `a whole number`.
  static var wanted: String { get }
  /// All words there are, when they are few; empty otherwise.
  static var choices: [String] { get }
  /// What a shell offers when the word is being typed.
  static var completion: CompletionKind { get }
}

extension ArgumentValue {
  /// No words, as there are many.
  public static var choices: [String] { [] }

  /// The words there are, when they are few.
  public static var completion: CompletionKind {
    choices.isEmpty ? .none : .choices(choices)
  }
}

extension ArgumentValue where Self: CustomStringConvertible {
  /// The value as it describes itself.
  public var argument: String { description }
}

extension ArgumentValue where Self: CaseIterable & RawRepresentable, RawValue == String {
  /// Reads the word of a case.
  public init?(argument: String) { self.init(rawValue: argument) }

  /// The word of the case.
  public var argument: String { rawValue }

  /// What a word must be.
  public static var wanted: String { "one of \(choices.joined(separator: ", "))" }

  /// The words of all cases.
  public static var choices: [String] { allCases.map { $0.rawValue } }
}

/// What a shell offers while a value is being typed.
public enum CompletionKind: Sendable, Equatable {
  case none
  case choices([String])
  case file
  case folder
  /// Asks the program itself: `angelx __complete KEY PREFIX COMMAND` answers one value a line.
  case dynamic(key: String)
}
