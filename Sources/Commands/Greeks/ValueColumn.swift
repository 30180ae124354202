import Market
import Pricing
import Records
import Scalars

/// A field that `greeks` adds to a row.
struct ValueColumn: Sendable {
  /// What stands in it.
  enum Content: Sendable {
    case forward
    case forwardSource
    case years
    case rate
    case volatility
    case status
    case priceSource
    case price
    case intrinsic
    case timeValue
    case nextDay
    case quantity(Quantity)
    case lotPrice
    case lotQuantity(Quantity)
  }

  let content: Content
  /// The field, with the decimals and the words that it may have.
  let field: AddedField
  /// What a value in the units of the formula is multiplied by.
  let factor: Double
  /// Whether it is small without bound, so that significant digits count and not decimals.
  let isShortened: Bool

  /// A number in the units of the formula as it is written where significant digits count.
  func shortened(_ number: Double) -> Double { (number * factor).rounded(toSignificant: 7) }

  /// Whether it is written in another unit for people.
  func isScaled(in options: ValuationOptions) -> Bool {
    switch content {
    case .rate, .volatility: true
    case .quantity(let quantity), .lotQuantity(let quantity):
      ValueUnits.people.factor(of: quantity, daysInYear: options.dayCount.daysInYear) != 1
    default: false
    }
  }

  private init(_ name: String, _ content: Content, factor: Double = 1, _ units: ValueUnits) {
    let decimals = units == .people ? Field.named(name)?.decimals : nil
    self.content = content
    self.factor = factor
    field = AddedField(name, decimals: decimals, words: content.words)
    isShortened = units == .people && decimals == nil
  }

  /// The columns that some options ask for, in the order of the manual.
  static func columns(_ options: ValuationOptions) -> [ValueColumn] {
    let (units, days) = (options.units, options.dayCount.daysInYear)
    var columns = [
      ValueColumn("forward", .forward, units), ValueColumn("forward_source", .forwardSource, units),
      ValueColumn("t_years", .years, units),
      ValueColumn("rate", .rate, factor: units.percent, units),
      ValueColumn("iv", .volatility, factor: units.percent, units),
      ValueColumn("iv_status", .status, units), ValueColumn("price_source", .priceSource, units),
      ValueColumn("price", .price, units), ValueColumn("intrinsic", .intrinsic, units),
      ValueColumn("time_value", .timeValue, units),
    ]
    for (name, greek) in GreekChoice.greeks(options.greeks) {
      switch greek {
      case .nextDay: columns.append(ValueColumn(name.description, .nextDay, units))
      case .quantity(let quantity):
        let factor = units.factor(of: quantity, daysInYear: days)
        columns.append(
          ValueColumn(name.description, .quantity(quantity), factor: factor, units))
      }
    }
    if options.isPerLot {
      columns.append(ValueColumn("lot_price", .lotPrice, units))
      for quantity in [Quantity.delta, .gamma, .theta, .vega, .rho] {
        let factor = units.factor(of: quantity, daysInYear: days)
        columns.append(
          ValueColumn("lot_\(quantity)", .lotQuantity(quantity), factor: factor, units))
      }
    }
    return columns
  }
}

extension ValueColumn.Content {
  /// The words that may stand in the column.
  fileprivate var words: [StaticString] {
    switch self {
    case .forwardSource: ForwardSource.words
    case .status: ValuationStatus.words
    case .priceSource: Valuation.priceWords
    default: []
    }
  }

  /// Whether it is what a lot comes to.
  var isOfLot: Bool {
    switch self {
    case .lotPrice, .lotQuantity: true
    default: false
    }
  }
}
