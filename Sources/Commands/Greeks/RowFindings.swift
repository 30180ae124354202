import Pricing
import Store
import Streams

/// What was found out over all rows that were valued.
struct RowFindings: Sendable {
  /// What the comparison with a broker came to.
  var comparison: BrokerComparison.Outcome?
  /// How many options had their forward from each source, by its place; the last is none.
  var sources = noSources
  /// The underlyings for which the price on the command line was used.
  var underlyingsOfOptionPrice: Set<String> = []

  /// What is to be kept and is not in the store yet.
  var waiting: [GreeksRecord] = []

  static let noSources = [Int](repeating: 0, count: ForwardSource.words.count + 1)

  /// Takes in what another worker found.
  mutating func add(_ other: RowFindings) {
    for place in sources.indices { sources[place] += other.sources[place] }
    underlyingsOfOptionPrice.formUnion(other.underlyingsOfOptionPrice)
    waiting += other.waiting
    guard let outcome = other.comparison else { return }
    comparison = comparison ?? BrokerComparison.Outcome()
    comparison?.add(outcome)
  }

  /// How many options there were.
  private var options: Int { sources.reduce(0, +) }

  /// What the user should know of the rows as a whole.
  ///
  /// - Parameters:
  ///   - handled: how many records were sound.
  ///   - plan: how they were valued.
  func warnings(handled: Int, _ plan: ValuationPlan) -> [RecordWarning] {
    var warnings: [RecordWarning] = []
    if options == 0 && handled > 0 {
      warnings.append(
        RecordWarning(
          code: "no-option", "no record is an option",
          hint:
            "an option has strike, right, expiry and underlying, or a symbol; the daily files of exchanges "
            + "are read with fetch-chain --from"))
    }
    let spot = sources[ForwardSource.spot.place]
    let others = sources[ForwardSource.parity.place] + sources[ForwardSource.future.place]
    if spot > 0 && others > 0 {
      warnings.append(
        RecordWarning(
          code: "forward-from-spot",
          "\(spot) of \(options) options have their forward from the spot price, the others from the market",
          hint: "rows of one snapshot must stand together"))
    }
    let (given, none) = (sources[ForwardSource.given.place], sources[ForwardSource.words.count])
    if given > 0 && none > 0 && !plan.options.wantsSnapshots {
      warnings.append(
        RecordWarning(
          code: "no-forward", "\(none) of \(options) options have no forward of their own",
          hint: "--snapshots finds it from the rows around them"))
    }
    if let warning = PriceUse(plan.options).warning(of: underlyingsOfOptionPrice) {
      warnings.append(warning)
    }
    return warnings
  }
}
