import Pricing
import Scalars

extension ForwardSource {
  /// The word for it in records.
  var word: StaticString {
    switch self {
    case .given: "given"
    case .future: "future"
    case .parity: "parity"
    case .spot: "spot"
    }
  }
}

extension ValuationStatus {
  /// The word for it in records.
  var word: StaticString {
    switch self {
    case .ok: "ok"
    case .given: "given"
    case .expired: "expired"
    case .noForward: "no_forward"
    case .noPrice: "no_price"
    case .belowIntrinsic: "below_intrinsic"
    case .aboveBound: "above_bound"
    case .noVolatility: "no_volatility"
    }
  }
}

extension Valuation {
  /// The word for where the price came from; nil where none counted.
  var priceWord: StaticString? {
    guard status != .given, marketPrice > 0 || isOtherSide else { return nil }
    return switch (priceSource, isOtherSide) {
    case (.mid, false): "mid"
    case (.ltp, false): "ltp"
    case (.bid, false): "bid"
    case (.ask, false): "ask"
    case (.close, false): "close"
    case (nil, false): "given"
    case (.mid, true): "otm_mid"
    case (.ltp, true): "otm_ltp"
    case (.bid, true): "otm_bid"
    case (.ask, true): "otm_ask"
    case (.close, true): "otm_close"
    case (nil, true): "otm_given"
    }
  }

  /// What was decided, in a sentence.
  var sentence: String {
    let from = forwardSource.map { "forward \(String(fixed: forward, decimals: 2)) (\($0.word))" }
    let price = priceWord.map { "price \(String(fixed: marketPrice, decimals: 2)) (\($0))" }
    let parts = [from ?? "no forward", price ?? "no price", "volatility: \(status.word)"]
    return parts.joined(separator: ", ")
  }
}
