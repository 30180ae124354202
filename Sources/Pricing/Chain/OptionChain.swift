/// The options of one expiry, a row for each strike, from the lowest strike up.
///
/// A snapshot has each contract once. A contract that comes several times is left out, because none of
/// its rows is known to be the latest; it is named in ``repeated``. So the chain is the same for any
/// order of what it is made from.
public struct OptionChain: Sendable {
  /// An option as the market shows it, with the volatility that its price implies.
  public struct Option: Sendable {
    /// What the market shows.
    public var quote: OptionQuote
    /// The implied volatility of a year as a fraction; nil where the price implies none.
    public var volatility: Double?

    /// Creates an option.
    public init(_ quote: OptionQuote, volatility: Double? = nil) {
      self.quote = quote
      self.volatility = volatility
    }
  }

  /// The options of one strike.
  public struct Row: Sendable {
    /// The strike.
    public let strike: Double
    /// The call, where the snapshot has it.
    public fileprivate(set) var call: Option?
    /// The put, where the snapshot has it.
    public fileprivate(set) var put: Option?
  }

  /// A contract of the chain.
  public struct Contract: Sendable, Hashable {
    /// The strike.
    public let strike: Double
    /// Whether the option is a call.
    public let isCall: Bool
  }

  /// The rows, the lowest strike first.
  public let rows: [Row]

  /// The contracts that came more than once and were left out, the lowest strike first, calls first.
  public let repeated: [Contract]

  /// Arranges options; those without a strike above zero are left out.
  public init(_ options: [Option]) {
    let ordered = options.filter { $0.quote.strike > 0 && $0.quote.strike.isFinite }
      .sorted { Self.precedes($0.quote, $1.quote) }
    var rows: [Row] = []
    var repeated: [Contract] = []
    var first = 0
    while first < ordered.count {
      let option = ordered[first]
      var next = first + 1
      while next < ordered.count, !Self.precedes(option.quote, ordered[next].quote) { next += 1 }
      if next - first == 1 {
        Self.add(option, to: &rows)
      } else {
        repeated.append(Contract(strike: option.quote.strike, isCall: option.quote.isCall))
      }
      first = next
    }
    self.rows = rows
    self.repeated = repeated
  }

  /// Arranges quotes of which no volatility is known.
  public init(_ quotes: [OptionQuote]) {
    self.init(quotes.map { Option($0) })
  }

  private static func precedes(_ left: OptionQuote, _ right: OptionQuote) -> Bool {
    if left.strike != right.strike { return left.strike < right.strike }
    return left.isCall && !right.isCall
  }

  private static func add(_ option: Option, to rows: inout [Row]) {
    if rows.last?.strike != option.quote.strike { rows.append(Row(strike: option.quote.strike)) }
    if option.quote.isCall {
      rows[rows.count - 1].call = option
    } else {
      rows[rows.count - 1].put = option
    }
  }
}
