import Pricing

/// What is kept of a row until its snapshot is valued.
struct ValuedRow {
  /// The option's number in the valuer; -1 where the row is about something else.
  var option = -1
  /// The lot; not a number where it is not wanted or not known.
  var lot = Double.nan
  /// Whether the row has a forward of its own.
  var hasForward = false
}

extension ValueColumn {
  /// Whether it is the field of the forward, which stays where it was given.
  var isForward: Bool { if case .forward = content { true } else { false } }

  /// Whether nothing but numbers stands in it.
  var isNumber: Bool {
    switch content {
    case .forward, .forwardSource, .status, .priceSource: false
    default: true
    }
  }

  /// The number in the column, in the units of the formula; nil where words stand in it, or where the
  /// forward stays what it is.
  @inline(__always)
  func number(
    _ row: ValuedRow, _ valuer: borrowing Valuer, _ rules: ValuationRules
  ) -> Double? {
    switch content {
    case .forward:
      row.hasForward && valuer.valuations[row.option].forwardSource == .given
        ? nil : valuer.valuations[row.option].forward
    case .years: valuer.inputs[row.option].years
    case .rate: rules.rate
    case .volatility: valuer.valuations[row.option].volatility
    case .price: valuer.valuations[row.option].price
    case .intrinsic: valuer.valuations[row.option].intrinsic
    case .timeValue: valuer.valuations[row.option].timeValue
    case .nextDay: valuer.valuations[row.option].nextDay
    case .quantity(let quantity): valuer.value(quantity, row.option)
    case .lotPrice: valuer.valuations[row.option].price * row.lot
    case .lotQuantity(let quantity): valuer.value(quantity, row.option) * row.lot
    case .forwardSource, .status, .priceSource: nil
    }
  }

  /// The word in the column; nil where there is none.
  @inline(__always)
  func word(_ valuation: Valuation) -> StaticString? {
    switch content {
    case .forwardSource: valuation.forwardSource?.word
    case .status: valuation.status.word
    case .priceSource: valuation.priceWord
    default: nil
    }
  }

  /// The value in the column of a record that is made.
  func value(
    _ row: ValuedRow, _ valuer: borrowing Valuer, _ rules: ValuationRules
  ) -> MadeRecords.Value {
    if let number = number(row, valuer, rules) { return .number(written(number)) }
    return word(valuer.valuations[row.option]).map { .text($0.description) } ?? .null
  }
}
