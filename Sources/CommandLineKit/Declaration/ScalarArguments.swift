package import Scalars

extension Day: ArgumentValue {
  package init?(argument: String) { try? self.init(text: Array(argument.utf8).span) }

  package var argument: String { description }

  package static var wanted: String { "a day such as 2026-11-20" }
}

extension Timestamp: ArgumentValue {
  /// Reads an instant; without an offset it is refused, because guessing one loses hours.
  package init?(argument: String) { try? self.init(rfc3339: Array(argument.utf8).span) }

  package var argument: String { description }

  package static var wanted: String { "a time such as 2026-11-20T15:29:58+05:30" }
}

extension TimeSpan: ArgumentValue {
  package init?(argument: String) { self.init(argument) }

  package var argument: String { description }

  package static var wanted: String { "a length of time such as 250ms, 30s or 1h30m" }
}

extension Number: ArgumentValue {
  package init?(argument: String) { self.init(argument) }

  package var argument: String { description }

  package static var wanted: String { "a number" }
}

extension ExactDecimal: ArgumentValue {
  /// Reads a number that can be held exactly.
  package init?(argument: String) {
    guard case .exact(let decimal) = Number(argument) else { return nil }
    self = decimal
  }

  package var argument: String { description }

  package static var wanted: String { "a number of at most 18 digits" }
}
