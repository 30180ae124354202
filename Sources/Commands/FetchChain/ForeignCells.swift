import CommandLineKit
import Market
import Records
import Scalars

extension RecordReader {
  /// The text of a column; nil where it is empty.
  mutating func cell(_ column: ForeignColumn) -> String? {
    guard let text = plainText(column.slot), !text.isEmpty else { return nil }
    return text
  }

  /// The text of a column that must have one.
  mutating func needed(_ column: ForeignColumn) throws(RecordProblem) -> String {
    guard let text = cell(column) else {
      throw refusal("missing", column.slot, "a contract needs this column")
    }
    return text
  }

  /// The number in a column; nil where it is empty.
  mutating func decimal(_ column: ForeignColumn) throws(RecordProblem) -> ExactDecimal? {
    guard let text = cell(column) else { return nil }
    guard let decimal = ExactDecimal(argument: text) else {
      throw refusal("number", column.slot, "expected a number")
    }
    return decimal
  }

  /// The rupees in a column that are not zero; zero stands for no price.
  mutating func price(_ column: ForeignColumn) throws(RecordProblem) -> Money? {
    guard let decimal = try decimal(column) else { return nil }
    // What is finer than a paisa is an average, and none was paid.
    guard let money = Money(rupees: decimal), money.paise >= 0 else {
      throw refusal("price", column.slot, "expected rupees and paise, zero or above")
    }
    return money.paise == 0 ? nil : money
  }

  /// The count in a column, which may be written as `75.00`.
  mutating func count(
    _ column: ForeignColumn, mayFall: Bool = false
  ) throws(RecordProblem) -> Int64? {
    guard let decimal = try decimal(column) else { return nil }
    guard let count = decimal.scaled(toDecimals: 0), mayFall || count >= 0 else {
      throw refusal("count", column.slot, "expected a whole number")
    }
    return count
  }

  /// The strike in a column, and above zero.
  mutating func strike(
    _ column: ForeignColumn, dividedBy divisor: Int64 = 1
  ) throws(RecordProblem) -> Money {
    let decimal = try decimal(column)
    let paise = decimal?.scaled(toDecimals: 2).map { $0 / divisor }
    guard let paise, paise > 0 else {
      throw refusal("strike", column.slot, "expected a strike above 0")
    }
    return Money(paise: paise)
  }

  /// The right that a column names.
  mutating func right(_ column: ForeignColumn) throws(RecordProblem) -> OptionRight {
    guard let right = OptionRight(rawValue: try needed(column)) else {
      throw refusal("right", column.slot, "expected CE or PE")
    }
    return right
  }
}
