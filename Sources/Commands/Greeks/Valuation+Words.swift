import Pricing
import Scalars

extension ForwardSource {
  /// The words for all of them in records.
  static let words: [StaticString] = ["given", "future", "parity", "spot"]

  /// Its place among all.
  @inline(__always)
  var place: Int {
    switch self {
    case .given: 0
    case .future: 1
    case .parity: 2
    case .spot: 3
    }
  }

  /// The word for it in records.
  var word: StaticString { Self.words[place] }
}

extension ValuationStatus {
  /// The words for all of them in records.
  static let words: [StaticString] = [
    "ok", "given", "expired", "no_forward", "no_price", "below_intrinsic", "above_bound",
    "no_volatility",
  ]

  /// Its place among all.
  @inline(__always)
  var place: Int {
    switch self {
    case .ok: 0
    case .given: 1
    case .expired: 2
    case .noForward: 3
    case .noPrice: 4
    case .belowIntrinsic: 5
    case .aboveBound: 6
    case .noVolatility: 7
    }
  }

  /// The word for it in records.
  var word: StaticString { Self.words[place] }
}

extension Valuation {
  /// The words for where a price may come from.
  static let priceWords: [StaticString] = [
    "mid", "ltp", "bid", "ask", "close", "given",
    "otm_mid", "otm_ltp", "otm_bid", "otm_ask", "otm_close", "otm_given",
  ]

  /// The place among them of the word for where the price came from; nil where none counted.
  var priceWordPlace: Int? {
    guard status != .given, marketPrice > 0 || isOtherSide else { return nil }
    let place =
      switch priceSource {
      case .mid: 0
      case .ltp: 1
      case .bid: 2
      case .ask: 3
      case .close: 4
      case nil: 5
      }
    return isOtherSide ? Self.priceWords.count / 2 + place : place
  }

  /// What was decided, in a sentence.
  var sentence: String {
    let from = forwardSource.map { "forward \(String(fixed: forward, decimals: 2)) (\($0.word))" }
    let price = priceWordPlace.map {
      "price \(String(fixed: marketPrice, decimals: 2)) (\(Self.priceWords[$0]))"
    }
    let parts = [from ?? "no forward", price ?? "no price", "volatility: \(status.word)"]
    return parts.joined(separator: ", ")
  }
}
