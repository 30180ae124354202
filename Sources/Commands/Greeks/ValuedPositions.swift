import Files
import Market
import Pricing
import Scalars

/// The positions of a book with their values.
struct ValuedPositions {
  /// A position with what it is on.
  struct Member {
    let underlying: String
    let expiry: Day
    let position: Position
    /// Where its forward came from; nil for a future.
    let source: ForwardSource?
  }

  /// A position without a value.
  struct Unpriced {
    let underlying: String
    let expiry: Day
    let reason: String
    /// What to do about it.
    let hint: String
  }

  /// The moment for which they are valued.
  let at: Timestamp
  /// Those that have a value, by underlying and expiry.
  private(set) var members: [Member] = []
  /// What they are on.
  var underlyings: Set<String> { Set(members.map(\.underlying)) }
  /// What is said of those that have none.
  private(set) var unpriced: [Unpriced] = []

  init(_ book: PositionBook, _ directory: ExpiryDirectory, _ plan: ValuationPlan) throws(NotCovered)
  {
    at = plan.options.at ?? book.time ?? plan.present
    var valuer = Valuer(plan.rules)
    let numbers = try Self.fill(&valuer, book, directory, plan, at: at)
    valuer.evaluate()
    for (index, option) in book.options.enumerated() where option.units != 0 {
      add(option, index, valuer, directory)
    }
    for future in book.futures where future.units != 0 {
      let price = future.price > 0 ? future.price : valuer.forward(of: numbers[future.expiry])
      add(future, price: price, directory)
    }
    members.sort { ($0.underlying, $0.expiry) < ($1.underlying, $1.expiry) }
  }

  /// Puts the options of a book into a valuer and returns which of its expiries each of the directory is.
  private static func fill(
    _ valuer: inout Valuer, _ book: PositionBook, _ directory: ExpiryDirectory,
    _ plan: ValuationPlan, at: Timestamp
  ) throws(NotCovered) -> [Int] {
    var clock = plan.clock
    let numbers = directory.entries.map { _ in valuer.addExpiry() }
    for (index, name) in directory.underlyings.enumerated() {
      if let spot = book.spots[name] { valuer.setSpot(spot, of: numbers[index]) }
    }
    for future in book.futures { valuer.setFuture(future.price, of: numbers[future.expiry]) }
    for option in book.options {
      let entry = directory.entries[option.expiry]
      var input = option.input
      input.years = try clock.years(from: at, to: entry.moment, entry.segment)
      input.expiry = numbers[option.expiry]
      if book.isOld(option) { input.quote.isFresh = false }
      valuer.add(input)
    }
    return numbers
  }

  private mutating func add(
    _ option: PositionBook.Option, _ index: Int, _ valuer: borrowing Valuer,
    _ directory: ExpiryDirectory
  ) {
    let underlying = directory.underlyings[option.expiry]
    let day = directory.entries[option.expiry].day
    let valuation = valuer.valuations[index]
    let name =
      "\(String(shortest: option.input.quote.strike)) " + (option.input.quote.isCall ? "CE" : "PE")
    guard let terms = valuer.pricedTerms(index) else {
      // What the market does now moves an expired one no more, and what it was settled at is not known.
      let (reason, hint) =
        valuation.status == .expired
        ? ("\(name) has expired", Self.ifExpired)
        : (
          "\(name) has no value: \(valuation.status.word)",
          "read a chain along with the positions, or give --iv and --spot"
        )
      unpriced.append(Unpriced(underlying: underlying, expiry: day, reason: reason, hint: hint))
      return
    }
    members.append(
      Member(
        underlying: underlying, expiry: day,
        position: Position(.option(terms), quantity: option.units),
        source: valuation.forwardSource))
  }

  private static let ifExpired = "take it out, or give the time of the positions with --at"

  private mutating func add(
    _ future: PositionBook.Future, price: Double, _ directory: ExpiryDirectory
  ) {
    let underlying = directory.underlyings[future.expiry]
    let day = directory.entries[future.expiry].day
    guard directory.entries[future.expiry].moment > at else {
      unpriced.append(
        Unpriced(
          underlying: underlying, expiry: day, reason: "the future has expired",
          hint: Self.ifExpired))
      return
    }
    guard price > 0 else {
      unpriced.append(
        Unpriced(
          underlying: underlying, expiry: day, reason: "the future has no price",
          hint: "read its price along with the positions"))
      return
    }
    members.append(
      Member(
        underlying: underlying, expiry: day,
        position: Position(.underlying(price: price), quantity: future.units), source: nil))
  }
}
