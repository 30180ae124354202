/// Prices of a chain that cannot all be right, since trading them as they stand could only gain.
///
/// It is judged on what can be traded: bought at the ask and sold at the bid.
public struct ChainFinding: Sendable, Hashable {
  /// Which rule is broken.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// Someone pays more for an option than it can ever be worth: a call at most the forward, a put at
    /// most the strike, discounted.
    case bound
    /// Someone sells an option for less than what it is worth by the forward alone.
    case intrinsic
    /// Two options of a side are too far apart, or the wrong way round.
    ///
    /// A call cannot cost less than one with a higher strike, nor more than that and the discounted
    /// difference of the strikes; puts the other way round.
    case vertical
    /// An option costs more than those around it: prices are convex in the strike.
    case butterfly
    /// Calls and puts of two strikes imply forwards that are apart.
    case parity
    /// An option costs more than one that lives longer and is as far from its own forward.
    case calendar
  }

  /// An option of the trade that the finding comes to.
  public struct Leg: Sendable, Hashable {
    /// The strike.
    public let strike: Double
    /// Whether the option is a call.
    public let isCall: Bool
    /// Whether it is an option of the later one of two expiries.
    public let isLater: Bool
    /// How many to hold: those above zero are bought at the ask, those below are sold at the bid.
    public let units: Double
  }

  /// Which rule is broken.
  public let kind: Kind
  /// What to trade: earlier expiries first, then lower strikes, then calls.
  ///
  /// Of a bound or an intrinsic value one unit of the forward belongs to it, and of a calendar the
  /// exchange of one forward for the other.
  public let legs: [Leg]
  /// What that gains at least, now and in rupees: by how much the rule is broken.
  public let amount: Double

  init(_ kind: Kind, _ legs: [Leg], amount: Double) {
    self.kind = kind
    self.legs = legs.sorted { $0.precedes($1) }
    self.amount = amount
  }

  /// The strikes that are involved, each once, upwards.
  public var strikes: [Double] {
    Set(legs.map(\.strike)).sorted()
  }
}

extension ChainFinding.Leg {
  init(_ strike: Double, isCall: Bool, units: Double, isLater: Bool = false) {
    self.strike = strike
    self.isCall = isCall
    self.isLater = isLater
    self.units = units
  }

  fileprivate func precedes(_ other: Self) -> Bool {
    if isLater != other.isLater { return !isLater }
    if strike != other.strike { return strike < other.strike }
    return isCall && !other.isCall
  }
}
