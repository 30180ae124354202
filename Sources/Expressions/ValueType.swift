/// The type of a value or of a field, as declared or as found.
@frozen
public enum ValueType: UInt8, Sendable, CaseIterable {
  /// An exact or binary number.
  case number
  /// A run of UTF-8 bytes, compared byte by byte.
  case text
  /// True or false: the type of a condition.
  case boolean
  /// A moment in milliseconds.
  case time
  /// A calendar day.
  case day
  /// An array or an object of the input; it can only be compared with null.
  case other

  /// The type with its article, as messages name it: "a number".
  public var phrase: String {
    switch self {
    case .number: "a number"
    case .text: "text"
    case .boolean: "a condition"
    case .time: "a time"
    case .day: "a day"
    case .other: "a list or an object"
    }
  }

  /// Several of the type, as hints name them: "numbers".
  var plural: String {
    switch self {
    case .number: "numbers"
    case .text: "text"
    case .boolean: "conditions"
    case .time: "times"
    case .day: "days"
    case .other: "lists"
    }
  }

  /// A constant of the type as it would be written in an expression.
  var example: String {
    switch self {
    case .number: "24000"
    case .text: #""CE""#
    case .boolean: "true"
    case .time: #""2026-11-20T09:15:00+05:30""#
    case .day: #""2026-11-26""#
    case .other: "null"
    }
  }
}
