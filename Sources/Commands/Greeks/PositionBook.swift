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
    /// The price that counts; nil while none was shown.
    fileprivate(set) var price: Sighting?
    /// When what else counts was seen.
    fileprivate var surroundings: Sighting?

    /// Takes over what another row of the same contract says, where that counts before what is known.
    fileprivate mutating func take(_ other: ValuationInput, _ sighting: Sighting) {
      if other.showsPrice, price?.givesWay(to: sighting) ?? true {
        (input.quote, input.givenPrice) = (other.quote, other.givenPrice)
        price = sighting
      }
      // What stands beside a position's price is of its time, as everything else is.
      let around = Sighting(time: sighting.time, isOwn: false)
      let isLater = surroundings?.givesWay(to: around) ?? true
      input.takeSurroundings(of: other, overriding: isLater)
      if isLater, other.showsSurroundings { surroundings = around }
    }
  }

  /// When something was seen, and whether it is what a position says of itself.
  struct Sighting: Sendable {
    let time: Timestamp?
    let isOwn: Bool

    /// Whether what is seen otherwise counts before this: a position's own price does before those of the
    /// market, and of two of a kind the later one, or the one that is read later.
    fileprivate func givesWay(to other: Sighting) -> Bool {
      if other.isOwn != isOwn { return other.isOwn }
      guard let otherTime = other.time, let time else { return true }
      return otherTime >= time
    }
  }

  /// A future that is held or was quoted.
  struct Future: Sendable {
    let expiry: Int
    var price = Double.nan
    var units = 0.0
    fileprivate var sighting: Sighting?
  }

  private struct Key: Hashable {
    let expiry: Int
    let strike: Double
    let isCall: Bool
  }

  private(set) var options: [Option] = []
  private(set) var futures: [Future] = []
  private(set) var spots: [String: Double] = [:]
  private var spotSightings: [String: Sighting] = [:]
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
    let sighting = Sighting(time: time, isOwn: false)
    guard price > 0, spotSightings[name]?.givesWay(to: sighting) ?? true else { return }
    spots[name] = price
    spotSightings[name] = sighting
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
    if place == options.count {
      if place == Self.most { return false }
      places[key] = place
      options.append(Option(input: input, expiry: expiry))
    }
    options[place].take(input, Sighting(time: time, isOwn: units != nil))
    if let time, input.showsPrice { latest[expiry] = max(latest[expiry] ?? time, time) }
    guard let units else { return true }
    positionCount += 1
    options[place].units += units
    return true
  }

  /// Whether the quote of an option is so much older than others of its expiry that they cannot be set
  /// beside each other.
  func isOld(_ option: Option) -> Bool {
    guard let time = option.price?.time, let latest = latest[option.expiry] else { return false }
    return latest.milliseconds - time.milliseconds > Self.span
  }

  private static let span = 60_000

  /// Takes in a row about a future.
  mutating func note(future expiry: Int, price: Double, at time: Timestamp?, units: Double?) {
    let place = futures.firstIndex { $0.expiry == expiry } ?? futures.count
    if place == futures.count { futures.append(Future(expiry: expiry)) }
    let sighting = Sighting(time: time, isOwn: units != nil)
    if price > 0, futures[place].sighting?.givesWay(to: sighting) ?? true {
      futures[place].price = price
      futures[place].sighting = sighting
    }
    guard let units else { return }
    positionCount += 1
    futures[place].units += units
  }
}

extension ValuationInput {
  /// Whether a row shows any price.
  fileprivate var showsPrice: Bool {
    quote.bid > 0 || quote.ask > 0 || quote.last > 0 || givenPrice > 0
  }

  /// Whether a row says anything of what the option is on.
  fileprivate var showsSurroundings: Bool { forward > 0 || spot > 0 || volatility > 0 }

  /// Takes over what another row of the same contract says beside its price, all of it or only what is not
  /// known yet.
  fileprivate mutating func takeSurroundings(of other: ValuationInput, overriding: Bool) {
    if other.forward > 0, overriding || !(forward > 0) { forward = other.forward }
    if other.spot > 0, overriding || !(spot > 0) { spot = other.spot }
    if other.volatility > 0, overriding || !(volatility > 0) { volatility = other.volatility }
  }
}
