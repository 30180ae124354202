/// The functions of the language.
enum Function: UInt8, CaseIterable {
  case min, max, abs, round, floor, ceil
  case hour, minute, date
  case startswith, endswith, contains

  /// The function of a name.
  init?(named name: String) {
    guard let found = Self.allCases.first(where: { $0.declaration.name == name }) else {
      return nil
    }
    self = found
  }

  /// What the checker, the messages and the manual know of the function.
  var declaration: FunctionDeclaration {
    switch self {
    case .min:
      .init(
        "min", [.number("a"), .number("b")], .repeatingLast, returns: .number,
        "The smallest value; null if any is."
      )
    case .max:
      .init(
        "max", [.number("a"), .number("b")], .repeatingLast, returns: .number,
        "The largest value; null if any is.")
    case .abs:
      .init("abs", [.number("x")], returns: .number, "The value without its sign.")
    case .round:
      .init(
        "round", Self.rounding, .optionalLast, returns: .number,
        "The nearest number with so many decimals (none unless given); halves go away from zero.")
    case .floor:
      .init(
        "floor", Self.rounding, .optionalLast, returns: .number,
        "The largest number with so many decimals (none unless given) that is not above x.")
    case .ceil:
      .init(
        "ceil", Self.rounding, .optionalLast, returns: .number,
        "The smallest number with so many decimals (none unless given) that is not below x.")
    case .hour:
      .init("hour", [.time("ts")], returns: .number, "The hour of the time in India, 0 to 23.")
    case .minute:
      .init("minute", [.time("ts")], returns: .number, "The minute of the hour in India, 0 to 59.")
    case .date:
      .init("date", [.time("ts")], returns: .day, "The calendar day of the time in India.")
    case .startswith:
      .init(
        "startswith", [.text("text"), .text("prefix")], returns: .boolean,
        "Whether the text begins with the prefix.")
    case .endswith:
      .init(
        "endswith", [.text("text"), .text("suffix")], returns: .boolean,
        "Whether the text ends with the suffix.")
    case .contains:
      .init(
        "contains", [.text("text"), .text("part")], returns: .boolean,
        "Whether the part occurs anywhere in the text.")
    }
  }

  private static let rounding: [FunctionDeclaration.Parameter] = [
    .number("x"), .number("decimals"),
  ]
}

/// The name, the parameters, the result and the meaning of a function.
struct FunctionDeclaration {
  /// How many values may be given.
  enum Arity {
    case exact
    case optionalLast
    case repeatingLast
  }

  struct Parameter {
    var name: String
    var type: ValueType

    static func number(_ name: String) -> Self { Self(name: name, type: .number) }
    static func text(_ name: String) -> Self { Self(name: name, type: .text) }
    static func time(_ name: String) -> Self { Self(name: name, type: .time) }
  }

  var name: String
  var parameters: [Parameter]
  var arity: Arity
  var result: ValueType
  var summary: String

  init(
    _ name: String, _ parameters: [Parameter], _ arity: Arity = .exact, returns result: ValueType,
    _ summary: String
  ) {
    self.name = name
    self.parameters = parameters
    self.arity = arity
    self.result = result
    self.summary = summary
  }

  /// How a call looks: `round(x[, decimals])`.
  var form: String {
    let names = parameters.map(\.name)
    switch arity {
    case .exact: return "\(name)(\(names.joined(separator: ", ")))"
    case .repeatingLast: return "\(name)(\(names.joined(separator: ", ")), ...)"
    case .optionalLast:
      return "\(name)(\(names.dropLast().joined(separator: ", "))[, \(names.last ?? "")])"
    }
  }

  /// The type of the value number `index` of a call.
  func type(at index: Int) -> ValueType {
    parameters[min(index, parameters.count - 1)].type
  }

  /// Whether a call may have so many values.
  func accepts(count: Int) -> Bool {
    switch arity {
    case .exact: count == parameters.count
    case .optionalLast: count == parameters.count || count == parameters.count - 1
    case .repeatingLast: count >= parameters.count
    }
  }

  /// How many values a call takes, for a message: "2 or more values".
  var takes: String {
    switch arity {
    case .exact: parameters.count == 1 ? "1 value" : "\(parameters.count) values"
    case .optionalLast: "\(parameters.count - 1) or \(parameters.count) values"
    case .repeatingLast: "\(parameters.count) or more values"
    }
  }
}
