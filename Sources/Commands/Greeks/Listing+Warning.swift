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
  /// What there is to say where no contracts expire on a day; nil where they do, or nobody knows.
  init?(_ listing: Listing?, of underlying: String, _ day: Day) {
    guard case .notListed(let nearest) = listing else { return nil }
    let days = nearest.map(\.description).joined(separator: " and ")
    self.init(
      code: "expiry-not-listed", field: "expiry",
      "no \(underlying) contracts expire on \(day)",
      hint: days.isEmpty ? nil : "the nearest are \(days)", isGeneral: true)
  }
}
