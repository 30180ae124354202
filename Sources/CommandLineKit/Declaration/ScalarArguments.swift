public import Scalars

extension Day: ArgumentValue {
  /// Reads a day such as `2026-11-20`.
  public init?(argument: String) { try? self.init(text: Array(argument.utf8).span) }

  /// What a word must be.
  public static var wanted: String { "a day such as 2026-11-20" }
}

extension Timestamp: ArgumentValue {
  /// Reads an instant; without an offset it is refused, because guessing one loses hours.
  public init?(argument: String) { try? self.init(rfc3339: Array(argument.utf8).span) }

  /// What a word must be.
  public static var wanted: String { "a time with its offset, such as 2026-11-20T15:29:58+05:30" }
}

extension TimeSpan: ArgumentValue {
  /// Reads a length of time such as `250ms`.
  public init?(argument: String) { self.init(argument) }

  /// What a word must be.
  public static var wanted: String { "a length of time such as 250ms, 30s or 1h30m" }
}

extension Number: ArgumentValue {
  /// Reads a number such as `0.25`.
  public init?(argument: String) { self.init(argument) }

  /// What a word must be.
  public static var wanted: String { "a number" }
}

extension ExactDecimal: ArgumentValue {
  /// Reads a number that can be held exactly.
  public init?(argument: String) {
    guard case .exact(let decimal) = Number(argument) else { return nil }
    self = decimal
  }

  /// What a word must be.
  public static var wanted: String { "a number of at most 18 digits" }
}
