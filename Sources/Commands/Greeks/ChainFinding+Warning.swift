import Pricing
import Scalars
import Streams

extension ChainFinding {
  /// The finding as a message: the trade that the prices invite to.
  func warning(of chain: String) -> RecordWarning {
    let trade = (legs.map(\.words) + [forwardTrade].compactMap(\.self)).joined(separator: ", ")
    let gain = String(fixed: amount, decimals: 2)
    return RecordWarning(
      code: "arbitrage-\(kind.rawValue)",
      "\(chain): \(kind.sentence): \(trade) gains ₹\(gain)",
      hint: "one of these prices is stale or wrong")
  }
}

extension ChainFinding {
  /// What is done with the forward beside the options; nil where they do without it.
  private var forwardTrade: String? {
    let isCall = legs.first?.isCall ?? false
    return switch kind {
    case .bound: isCall ? "buy the forward" : nil
    case .intrinsic: isCall ? "sell the forward" : "buy the forward"
    case .calendar: "exchange the forward of one for that of the other"
    case .vertical, .butterfly, .parity: nil
    }
  }
}

extension ChainFinding.Kind {
  fileprivate var sentence: String {
    switch self {
    case .bound: "an option is bid above what it can be worth"
    case .intrinsic: "an option is offered below its intrinsic value"
    case .vertical: "two strikes are priced too far apart or the wrong way round"
    case .butterfly: "prices are not convex in the strike"
    case .parity: "calls and puts imply different forwards"
    case .calendar: "an option costs more than one that lives longer"
    }
  }
}

extension ChainFinding.Leg {
  fileprivate var words: String {
    // More digits than a trade could have say nothing.
    let rounded = (units.magnitude * 10_000).rounded() / 10_000
    let count = rounded == 1 ? "" : " \(String(shortest: rounded))"
    let name = "\(String(shortest: strike)) \(isCall ? "CE" : "PE")"
    return "\(units > 0 ? "buy" : "sell")\(count) \(name)\(isLater ? " of the later expiry" : "")"
  }
}
