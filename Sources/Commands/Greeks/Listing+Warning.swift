import Market
import Scalars
import Streams

extension MarketTables {
  /// Whether contracts on an underlying whose strikes are known expire on a day; nil for any other.
  func listing(of day: Day, _ underlying: String) -> Listing? {
    underlyings.named(underlying)?.strikes == nil
      ? nil : expiries.listing(of: day, underlying)
  }
}

extension RecordWarning {
  /// What there is to say where no contracts expire on a day, or where the tables do not know; nil where
  /// they do.
  init?(_ listing: Listing?, of underlying: String, _ day: Day) {
    switch listing {
    case .notListed(let nearest):
      let days = nearest.map(\.description).joined(separator: " and ")
      self.init(
        code: "expiry-not-listed", field: "expiry",
        "no \(underlying) contracts expire on \(day)",
        hint: days.isEmpty ? nil : "the nearest are \(days)", isGeneral: true)
    case .unknown(let gap):
      self.init(
        code: "not-covered", field: "expiry",
        "whether \(underlying) contracts expire on \(day) is not known: \(gap.message)",
        hint: gap.hint, isGeneral: true)
    case .listed, nil: return nil
    }
  }
}
