public import CommandLineKit
public import Market
public import Pricing
import Records

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

extension OptionRight: ArgumentValue {
  /// Reads a right as it is read in records: CE, call, C and the like.
  public init?(argument: String) {
    guard case .choice(let choices)? = Field.named("right")?.type,
      let choice = choices.first(where: {
        $0.word == argument || $0.spellings.contains(argument)
      })
    else { return nil }
    self.init(rawValue: choice.word)
  }
}

extension TimeOfDay: ArgumentValue {
  /// Reads a time of day such as `15:30`.
  public init?(argument: String) { self.init(argument) }

  /// What a word must be.
  public static var wanted: String { "a time of day such as 15:30" }
}
