import Streams

/// Watches that one price on the command line is not taken for the price of several underlyings.
struct PriceUse {
  private let option: String?

  init(_ options: ValuationOptions) {
    option = options.forward != nil ? "--forward" : options.spot != nil ? "--spot" : nil
  }

  /// What there is to say when the price was used for these underlyings.
  func warning(of underlyings: Set<String>) -> RecordWarning? {
    guard let option, underlyings.count > 1 else { return nil }
    return RecordWarning(
      code: "one-price",
      "\(option) is one price, and was used for \(underlyings.sorted().joined(separator: ", "))",
      hint: "value one underlying at a time, or let the rows say their prices")
  }
}
