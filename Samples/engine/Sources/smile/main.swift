// The engine as a library: quotes of a chain are valued together, the forward from their own parity.

import Market
import Pricing
import Scalars

let tables = MarketTables.builtIn
let symbols = SymbolReader(tables)
var clock = ExpiryClock(tables.calendar, dayCount: .calendar365)
guard let day = Day(year: 2026, month: 11, day: 20) else { fatalError("the day exists") }
let now = Timestamp(day, hour: 15, minute: 29, second: 58)

var rules = ValuationRules()
rules.rate = 0.0535
var valuer = Valuer(rules)
let expiry = valuer.addExpiry()

let quotes: [(symbol: String, bid: Double, ask: Double)] = [
  ("NIFTY23NOV2624400CE", 183.60, 184.05), ("NIFTY23NOV2624400PE", 58.20, 58.55),
  ("NIFTY23NOV2624500CE", 118.55, 119.05), ("NIFTY23NOV2624500PE", 93.15, 93.50),
  ("NIFTY23NOV2624600CE", 69.35, 69.65), ("NIFTY23NOV2624600PE", 143.80, 144.30),
]
for (symbol, bid, ask) in quotes {
  let contract = try symbols.contract(of: symbol).contract
  guard case .option(let strike, let right) = contract.terms else { continue }
  var quote = OptionQuote(strike: strike.approximateRupees, isCall: right == .call)
  (quote.bid, quote.ask) = (bid, ask)
  let moment = try clock.moment(of: contract.expiry, .nfo)
  var input = ValuationInput(quote, years: try clock.years(from: now, to: moment, .nfo))
  input.expiry = expiry
  valuer.add(input)
}
valuer.evaluate()

for (index, quote) in quotes.enumerated() {
  let volatility = String(fixed: valuer.valuations[index].volatility * 100, decimals: 2)
  let delta = String(fixed: valuer.value(.delta, index), decimals: 3)
  print(quote.symbol, "\(volatility) %", delta)
}
print("forward", String(fixed: valuer.valuations[0].forward, decimals: 2))
