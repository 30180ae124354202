import Market
import Pricing
import Scalars

/// Positions, and what was seen of the market that they are in: the latest of each contract counts, of what
/// has no time the last that is read.
struct PositionBook: Sendable {
  /// An option that is held or was quoted.
  struct Option: Sendable {
    var input: ValuationInput
    /// The expiry by its number in the directory.
    let expiry: Int
    var units = 0.0
    /// When its quote was seen.
    var time: Timestamp?
    /// Whether its price is that of a position, before which those of the market give way.
    var hasOwnPrice = false

    /// Whether what another row says counts before what is known.
    fileprivate func givesWay(to other: Timestamp?, hasOwnPrice: Bool) -> Bool {
      if hasOwnPrice != self.hasOwnPrice { return hasOwnPrice }
      guard let other, let time else { return true }
      return other >= time
    }
  }

  /// A future that is held or was quoted.
  struct Future: Sendable {
    let expiry: Int
    var price = Double.nan
    var units = 0.0
    var time: Timestamp?
  }

  private struct Key: Hashable {
    let expiry: Int
    let strike: Double
    let isCall: Bool
  }

  private(set) var options: [Option] = []
  private(set) var futures: [Future] = []
  private(set) var spots: [String: Double] = [:]
  private var spotTimes: [String: Timestamp] = [:]
  /// The time of the latest row.
  private(set) var time: Timestamp?
  /// How many rows were positions.
  private(set) var positionCount = 0
  private var places: [Key: Int] = [:]
  /// When an option of each expiry was seen last.
  private var latest: [Int: Timestamp] = [:]

  /// Notes when something was seen.
  mutating func note(_ time: Timestamp?) {
    if let time { self.time = max(self.time ?? time, time) }
  }

  /// Notes the price of an index.
  mutating func note(index name: String, price: Double, at time: Timestamp?) {
    guard price > 0, !Self.isBefore(time, spotTimes[name]) else { return }
    spots[name] = price
    spotTimes[name] = time
  }

  private static func isBefore(_ time: Timestamp?, _ known: Timestamp?) -> Bool {
    guard let time, let known else { return false }
    return time < known
  }

  /// The most contracts that are held at a time.
  static let most = 20_000

  /// Takes in a row about an option; `units` is nil where the row is no position.
  ///
  /// - Returns: false when there are too many contracts already.
  mutating func note(
    _ input: ValuationInput, expiry: Int, at time: Timestamp?, units: Double?
  ) -> Bool {
    let key = Key(expiry: expiry, strike: input.quote.strike, isCall: input.quote.isCall)
    let place = places[key] ?? options.count
    let hasOwnPrice = units != nil && (input.hasQuote || input.givenPrice > 0)
    if place == options.count {
      if place == Self.most { return false }
      places[key] = place
      options.append(
        Option(input: input, expiry: expiry, time: time, hasOwnPrice: hasOwnPrice))
    } else if options[place].givesWay(to: time, hasOwnPrice: hasOwnPrice) {
      options[place].input.update(with: input, quoteCounts: hasOwnPrice)
      if input.hasQuote || hasOwnPrice {
        options[place].time = time ?? options[place].time
        options[place].hasOwnPrice = hasOwnPrice
      }
    } else {
      var older = input
      older.update(with: options[place].input, quoteCounts: options[place].hasOwnPrice)
      options[place].input = older
    }
    if let time { latest[expiry] = max(latest[expiry] ?? time, time) }
    guard let units else { return true }
    positionCount += 1
    options[place].units += units
    return true
  }

  /// Whether the quote of an option is so much older than others of its expiry that they cannot be set
  /// beside each other.
  func isOld(_ option: Option) -> Bool {
    guard let time = option.time, let latest = latest[option.expiry] else { return false }
    return latest.milliseconds - time.milliseconds > Self.span
  }

  private static let span = 60_000

  /// Takes in a row about a future.
  mutating func note(future expiry: Int, price: Double, at time: Timestamp?, units: Double?) {
    let place = futures.firstIndex { $0.expiry == expiry } ?? futures.count
    if place == futures.count { futures.append(Future(expiry: expiry)) }
    if price > 0, !Self.isBefore(time, futures[place].time) {
      futures[place].price = price
      futures[place].time = time
    }
    guard let units else { return }
    positionCount += 1
    futures[place].units += units
  }
}

extension ValuationInput {
  /// Whether the market shows any price.
  fileprivate var hasQuote: Bool { quote.bid > 0 || quote.ask > 0 || quote.last > 0 }

  /// Takes over what another row of the same contract says.
  ///
  /// - Parameter quoteCounts: whether its quote counts also where it shows no price.
  fileprivate mutating func update(with other: ValuationInput, quoteCounts: Bool) {
    if other.hasQuote || quoteCounts { quote = other.quote }
    if other.givenPrice > 0 { givenPrice = other.givenPrice }
    if other.forward > 0 { forward = other.forward }
    if other.spot > 0 { spot = other.spot }
    if other.volatility > 0 { volatility = other.volatility }
  }
}
