import Market
import Pricing
import Records
import Scalars
import Store

/// Puts what was found of options into the store, row by row.
struct GreeksKeeper {
  /// What is not in the store yet.
  private(set) var waiting: [GreeksRecord] = []

  private let depot: RowDepot<GreeksRecord>
  private let plan: ValuationPlan

  init(_ depot: RowDepot<GreeksRecord>, _ plan: ValuationPlan) {
    self.depot = depot
    self.plan = plan
  }

  /// Keeps the option that the reader stands at, if there is an answer for it.
  ///
  /// One without an answer would stand in the way of a later answer, because the first row of a moment stays.
  mutating func take(
    _ option: Int, of snapshot: inout Snapshot, _ reader: inout RecordReader
  ) throws(RecordProblem) {
    let valuation = snapshot.valuer.valuations[option]
    guard valuation.status == .ok || valuation.status == .given else { return }
    let contract = try snapshot.contract(&reader)
    var record = GreeksRecord(
      underlying: contract.underlying, time: try snapshot.time(&reader),
      symbol: try symbol(of: snapshot.valuer.inputs[option].quote, contract, &reader),
      expiry: contract.expiry)
    record.forward = valuation.forward
    record.volatility = valuation.volatility * ValueUnits.people.percent
    record.price = valuation.price
    record.delta = value(.delta, option, snapshot)
    record.gamma = value(.gamma, option, snapshot)
    record.theta = value(.theta, option, snapshot)
    record.vega = value(.vega, option, snapshot)
    record.rho = value(.rho, option, snapshot)
    if record.isWorthKeeping { depot.add(record, to: &waiting) }
  }

  /// A sensitivity in the units of the table, whatever units are written.
  private func value(
    _ quantity: Quantity, _ option: Int, _ snapshot: borrowing Snapshot
  ) -> Double {
    let daysInYear = plan.options.dayCount.daysInYear
    return snapshot.valuer.value(quantity, option)
      * ValueUnits.people.factor(of: quantity, daysInYear: daysInYear)
  }

  /// The symbol of a row; where it has none that can be kept, the one that the contract usually has.
  private func symbol(
    of quote: OptionQuote, _ contract: (underlying: String, expiry: Day),
    _ reader: inout RecordReader
  ) throws(RecordProblem) -> String {
    let slot = OptionRowReader.Slot.symbol.rawValue
    if let text = reader.plainText(slot), KeptSymbol.isOne(text) { return text }
    let terms = Contract.Terms.option(
      strike: Money(nearestTo: quote.strike), right: quote.isCall ? .call : .put)
    let whole = Contract(
      underlying: contract.underlying, expiry: contract.expiry, terms: terms)
    guard let symbol = KeptSymbol.usual(of: whole, plan.tables.expiries) else {
      throw reader.refusal("symbol", slot, "an option that is kept needs a symbol")
    }
    return symbol
  }
}
