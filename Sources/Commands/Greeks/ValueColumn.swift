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
  private let isShortened: Bool

  /// A number in the units of the formula as it is written.
  @inline(__always)
  func written(_ number: Double) -> Double {
    let value = number * factor
    return isShortened ? value.rounded(toSignificant: 7) : value
  }

  private init(_ name: String, _ content: Content, factor: Double, _ units: ValueUnits) {
    let decimals = units == .people ? Field.named(name)?.decimals : nil
    self.content = content
    self.factor = factor
    field = AddedField(name, decimals: decimals, words: content.words)
    isShortened = units == .people && decimals == nil
  }

  /// The columns that some options ask for, in the order of the manual.
  static func columns(_ options: ValuationOptions) -> [ValueColumn] {
    let (units, days) = (options.units, options.dayCount.daysInYear)
    let common: [(String, Content, Double)] = [
      ("forward", .forward, 1), ("forward_source", .forwardSource, 1), ("t_years", .years, 1),
      ("rate", .rate, units.percent), ("iv", .volatility, units.percent),
      ("iv_status", .status, 1), ("price_source", .priceSource, 1), ("price", .price, 1),
      ("intrinsic", .intrinsic, 1), ("time_value", .timeValue, 1),
    ]
    var columns = common
    for (name, greek) in GreekChoice.greeks(options.greeks) {
      switch greek {
      case .nextDay: columns.append((name.description, .nextDay, 1))
      case .quantity(let quantity):
        let factor = units.factor(of: quantity, daysInYear: days)
        columns.append((name.description, .quantity(quantity), factor))
      }
    }
    if options.isPerLot {
      columns.append(("lot_price", .lotPrice, 1))
      for quantity in [Quantity.delta, .gamma, .theta, .vega, .rho] {
        let factor = units.factor(of: quantity, daysInYear: days)
        columns.append(("lot_\(quantity)", .lotQuantity(quantity), factor))
      }
    }
    return columns.map { ValueColumn($0.0, $0.1, factor: $0.2, units) }
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
