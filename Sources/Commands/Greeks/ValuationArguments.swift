import CommandLineKit
import Market
import Pricing

/// Where the forward comes from, as it is typed.
enum ForwardChoice: String, CaseIterable, ArgumentValue {
  case auto, given, future, parity, spot

  var rule: ForwardRule {
    ForwardSource(rawValue: rawValue).map { .only($0) } ?? .automatic
  }
}

/// Which price counts, as it is typed.
enum PriceChoice: String, CaseIterable, ArgumentValue {
  case auto, mid, ltp, bid, ask, close

  var rule: PriceRule {
    PriceSource(rawValue: rawValue).map { .only($0) } ?? .automatic
  }
}

extension ModelRule: ArgumentValue {}
extension VolatilitySide: ArgumentValue {}
extension DayCount: ArgumentValue {}
extension ValueUnits: ArgumentValue {}
extension SymbolFamily: ArgumentValue {}
extension OptionRight: ArgumentValue {}

extension TimeOfDay: ArgumentValue {
  package init?(argument: String) { self.init(argument) }

  package var argument: String { description }

  package static var wanted: String { "a time of day such as 15:30" }
}
