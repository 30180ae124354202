import Market
import Pricing
import Scalars

/// Positions, and what was seen of the market that they are in: the last of each contract counts.
struct PositionBook: Sendable {
  /// An option that is held or was quoted.
  struct Option: Sendable {
    var input: ValuationInput
    /// The expiry by its number in the directory.
    let expiry: Int
    var units = 0.0
  }

  /// A future that is held or was quoted.
  struct Future: Sendable {
    let expiry: Int
    var price = Double.nan
    var units = 0.0
  }

  private struct Key: Hashable {
    let expiry: Int
    let strike: Double
    let isCall: Bool
  }

  private(set) var options: [Option] = []
  private(set) var futures: [Future] = []
  private(set) var spots: [String: Double] = [:]
  /// The time of the latest row.
  private(set) var time: Timestamp?
  /// How many rows were positions.
  private(set) var positionCount = 0
  private var places: [Key: Int] = [:]

  /// Notes when something was seen.
  mutating func note(_ time: Timestamp?) {
    if let time { self.time = max(self.time ?? time, time) }
  }

  /// Notes the price of an index.
  mutating func note(index name: String, price: Double) {
    if price > 0 { spots[name] = price }
  }

  /// Takes in a row about an option; `units` is nil where the row is no position.
  mutating func note(_ input: ValuationInput, expiry: Int, units: Double?) {
    let key = Key(expiry: expiry, strike: input.quote.strike, isCall: input.quote.isCall)
    let place = places[key] ?? options.count
    if place == options.count {
      places[key] = place
      options.append(Option(input: input, expiry: expiry))
    } else {
      options[place].input.update(with: input)
    }
    guard let units else { return }
    positionCount += 1
    options[place].units += units
  }

  /// Takes in a row about a future.
  mutating func note(future expiry: Int, price: Double, units: Double?) {
    let place = futures.firstIndex { $0.expiry == expiry } ?? futures.count
    if place == futures.count { futures.append(Future(expiry: expiry)) }
    if price > 0 { futures[place].price = price }
    guard let units else { return }
    positionCount += 1
    futures[place].units += units
  }
}

extension ValuationInput {
  /// Takes over what another row of the same contract says.
  fileprivate mutating func update(with other: ValuationInput) {
    if other.quote.bid > 0 || other.quote.ask > 0 || other.quote.last > 0 { quote = other.quote }
    if other.givenPrice > 0 { givenPrice = other.givenPrice }
    if other.forward > 0 { forward = other.forward }
    if other.spot > 0 { spot = other.spot }
    if other.volatility > 0 { volatility = other.volatility }
  }
}
