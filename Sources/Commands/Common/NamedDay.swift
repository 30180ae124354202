import CommandLineKit
import Scalars

/// A day that is typed by its date, or by a name that has its meaning elsewhere.
protocol NamedDay: ArgumentValue, Equatable {
  /// The names; of two for the same the first is the one that is written.
  static var words: KeyValuePairs<String, Self> { get }
  /// The day of a date.
  static func day(_ day: Day) -> Self
  /// The day, where it is that of a date.
  var date: Day? { get }
}

extension NamedDay {
  init?(argument: String) {
    if let word = Self.words.first(where: { $0.key == argument }) {
      self = word.value
    } else if let day = Day(argument: argument) {
      self = .day(day)
    } else {
      return nil
    }
  }

  var argument: String {
    date?.description ?? Self.words.first { $0.value == self }?.key ?? ""
  }

  static var completion: CompletionKind { .choices(words.map(\.key)) }
}
