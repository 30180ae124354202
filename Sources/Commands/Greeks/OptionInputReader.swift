import Pricing
import Records
import Scalars

/// Reads what a row says of an option's price.
///
/// It holds nothing that is counted by reference, for it is asked for every row.
struct OptionInputReader {
  /// What the command line says; not a number where it says nothing.
  private let forward: Double
  private let spot: Double
  private let volatility: Double
  private let usesOwnVolatility: Bool
  private let percent: Double
  private let choosesPrice: Bool
  private let wantsClose: Bool
  private let wantsActivity: Bool
  private let isOnSpot: Bool

  init(_ plan: ValuationPlan) {
    let options = plan.options
    forward = options.forward ?? .nan
    spot = options.spot ?? .nan
    percent = options.units.percent
    volatility = options.volatility.map { $0 / ValueUnits.people.percent } ?? .nan
    usesOwnVolatility = options.volatility == nil && options.usesOwnVolatility
    choosesPrice = plan.rules.price == .automatic
    wantsClose = plan.rules.price == .only(.close)
    wantsActivity = plan.purpose == .summary
    isOnSpot = plan.rules.model == .bsm
  }

  /// What is known of the option in a row.
  ///
  /// - Parameters:
  ///   - reader: the reader, which stands at the row.
  ///   - quote: the option, of which nothing is known yet.
  ///   - years: the time to expiry.
  ///   - isGrouped: whether other rows may need what this one says.
  ///   - hasForward: whether the row has a forward that counts.
  @inline(__always)
  func input(
    _ reader: inout RecordReader, _ quote: OptionQuote, years: Double, isGrouped: Bool,
    hasForward: inout Bool
  ) throws(RecordProblem) -> ValuationInput {
    var quote = quote
    quote.bid = try reader.amount(slot(.bid))
    quote.ask = try reader.amount(slot(.ask))
    quote.last = try reader.amount(slot(.ltp))
    if wantsClose { quote.previousClose = try reader.amount(slot(.previousClose)) }
    if wantsActivity {
      quote.openInterest = try reader.amount(slot(.oi))
      quote.volume = try reader.amount(slot(.volume))
    }
    if isGrouped { quote.isFresh = !(try reader.amount(slot(.age)) > Self.stale) }
    var input = ValuationInput(quote, years: years)
    let own = try ownForward(&reader)
    // A forward of zero is none, and gives way to another.
    hasForward = own > 0
    input.forward = hasForward ? own : forward
    if isGrouped || !(input.forward > 0) || isOnSpot {
      let own = try reader.amount(slot(.spot))
      input.spot = own > 0 ? own : spot
    }
    if choosesPrice && !quote.isTwoSided && !(quote.last > 0) {
      input.givenPrice = try reader.amount(slot(.price))
    }
    input.volatility =
      usesOwnVolatility ? try reader.amount(slot(.volatility)) / percent : volatility
    return input
  }

  /// The forward that a row was given; not a number where it has none, or only one that was found before
  /// from what is there still.
  @inline(__always)
  private func ownForward(_ reader: inout RecordReader) throws(RecordProblem) -> Double {
    if reader.hasValue(slot(.forwardSource)) {
      let isGiven = try reader.text(slot(.forwardSource))?.description == "given"
      if !isGiven { return .nan }
    }
    return try reader.amount(slot(.forward))
  }

  /// Quotes that are older, in milliseconds, are not set beside others.
  private static var stale: Double { 60_000 }

  private func slot(_ slot: OptionRowReader.Slot) -> Int { slot.rawValue }
}
