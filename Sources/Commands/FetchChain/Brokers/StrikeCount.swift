import Brokers
import CommandLineKit

/// How many strikes are wanted on either side of the money.
enum StrikeCount: ArgumentValue, Equatable {
  case all
  case number(Int)

  init?(argument: String) {
    if argument == "all" {
      self = .all
    } else if let number = Int(argument), (0...1000).contains(number) {
      self = .number(number)
    } else {
      return nil
    }
  }

  var argument: String {
    switch self {
    case .all: "all"
    case .number(let number): String(number)
    }
  }

  static var wanted: String { "all, or a number up to 1000" }

  /// The number; nil for all.
  var count: Int? { if case .number(let number) = self { number } else { nil } }
}

/// In which order the options of a chain are written.
enum StrikeOrder: String, CaseIterable, ArgumentValue {
  /// The nearest to the money first.
  case money
  /// The lowest strike first.
  case strike
}

extension BrokerID: ArgumentValue {
  init?(argument: String) { self.init(name: argument) }
}
