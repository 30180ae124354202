import Pricing
import Records
import Scalars

/// Reads what a row says of an option's price.
struct OptionInputReader {
  private let plan: ValuationPlan

  init(_ plan: ValuationPlan) {
    self.plan = plan
  }

  /// What is known of the option in a row.
  ///
  /// - Parameters:
  ///   - reader: the reader, which stands at the row.
  ///   - quote: the option, of which nothing is known yet.
  ///   - years: the time to expiry.
  ///   - isGrouped: whether other rows may need what this one says.
  @inline(__always)
  func input(
    _ reader: inout RecordReader, _ quote: OptionQuote, years: Double, isGrouped: Bool
  ) throws(RecordProblem) -> ValuationInput {
    var quote = quote
    quote.bid = try reader.amount(slot(.bid))
    quote.ask = try reader.amount(slot(.ask))
    quote.last = try reader.amount(slot(.ltp))
    if plan.rules.price == .only(.close) {
      quote.previousClose = try reader.amount(slot(.previousClose))
    }
    if plan.purpose == .summary {
      quote.openInterest = try reader.amount(slot(.oi))
      quote.volume = try reader.amount(slot(.volume))
    }
    if isGrouped { quote.isFresh = !(try reader.amount(slot(.age)) > Self.stale) }
    var input = ValuationInput(quote, years: years)
    let forward = try ownForward(&reader)
    input.forward = forward > 0 ? forward : plan.options.forward ?? .nan
    if isGrouped || !(input.forward > 0) || plan.rules.model == .bsm {
      let spot = try reader.amount(slot(.spot))
      input.spot = spot > 0 ? spot : plan.options.spot ?? .nan
    }
    if plan.rules.price == .automatic && !quote.isTwoSided && !(quote.last > 0) {
      input.givenPrice = try reader.amount(slot(.price))
    }
    if let percent = plan.options.volatility {
      input.volatility = percent / 100
    } else if plan.options.usesOwnVolatility {
      input.volatility = try reader.amount(slot(.volatility)) / plan.options.units.percent
    }
    return input
  }

  /// The forward that a row was given; not a number where it has none, or only one that was found before
  /// from what is there still.
  @inline(__always)
  func ownForward(_ reader: inout RecordReader) throws(RecordProblem) -> Double {
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
