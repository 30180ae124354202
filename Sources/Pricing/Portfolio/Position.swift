/// So many units of an option, of a future or of the underlying.
public struct Position: Sendable, Hashable {
  /// What is held.
  public enum Instrument: Sendable, Hashable {
    /// An option; one whose time has run out is worth its intrinsic value.
    case option(OptionTerms)
    /// A future, or the underlying itself, at its price.
    case underlying(price: Double)
  }

  /// What is held.
  public var instrument: Instrument
  /// The units, below zero of what was sold.
  public var quantity: Double

  /// Creates a position.
  public init(_ instrument: Instrument, quantity: Double) {
    self.instrument = instrument
    self.quantity = quantity
  }

  /// Whether it has a value: every number finite, and those above zero that must be.
  ///
  /// Of an option whose time has run out only strike and underlying count.
  public var isPriceable: Bool {
    guard quantity.isFinite else { return false }
    switch instrument {
    case .underlying(let price): return price > 0 && price.isFinite
    case .option(let terms):
      if terms.isPriceable { return true }
      return terms.years <= 0
        && [terms.underlying, terms.strike].allSatisfy { $0 > 0 && $0.isFinite }
    }
  }

  /// The price of the underlying.
  var underlying: Double {
    switch instrument {
    case .underlying(let price): price
    case .option(let terms): terms.underlying
    }
  }
}

extension [Position] {
  /// The same positions in an order that follows from them alone, those of one expiry together.
  ///
  /// Sums over it do not depend on the order in which the positions came.
  var inOrder: Self {
    map { ($0.key, $0) }.sorted { $0.0.lexicographicallyPrecedes($1.0) }.map(\.1)
  }
}

extension Position {
  /// All that it is made of, as bits: whichever order these give, it is always the same.
  fileprivate var key: [UInt64] {
    switch instrument {
    case .underlying(let price): return [0, price.bitPattern, quantity.bitPattern]
    case .option(let terms):
      let model: [UInt64] =
        switch terms.model {
        case .forward: [0, 0]
        case .spot(let yield): [1, yield.bitPattern]
        }
      let numbers = [
        terms.years, terms.rate, terms.underlying, terms.strike, terms.volatility, quantity,
      ]
      return [1] + numbers.map(\.bitPattern) + model + [terms.isCall ? 1 : 0]
    }
  }
}
