/// How much of one side of a chain is open and was traded.
public struct ChainActivity: Sendable, Hashable {
  /// The units that are open; nil where no option shows any number.
  public let openInterest: Double?
  /// The units that were traded since the open; nil where no option shows any number.
  public let volume: Double?

  init(_ options: [OptionChain.Option]) {
    openInterest = Self.total(options.map(\.quote.openInterest))
    volume = Self.total(options.map(\.quote.volume))
  }

  /// How many puts come to a call; nil where either is not known or there are no calls.
  static func ratio(_ puts: Double?, to calls: Double?) -> Double? {
    guard let puts, let calls, calls > 0 else { return nil }
    return puts / calls
  }

  /// The sum of the numbers that are known, which of whole units is exact.
  private static func total(_ numbers: [Double]) -> Double? {
    let known = numbers.filter { $0 >= 0 && $0.isFinite }
    return known.isEmpty ? nil : known.reduce(0, +)
  }
}
