import Market
import Pricing
import Records
import Scalars
import Streams

/// Values the options of a stream.
struct GreeksWork: RecordWork, ~Copyable {
  /// What was found out over all records.
  struct Findings: Sendable {
    var options = 0
    var priced = 0
  }

  let slots: FieldSlots
  let addedNames: [String]
  let firstAddedSlot = OptionRowReader.Slot.allCases.count
  let gathers = true
  private(set) var findings = Findings()

  private let plan: ValuationPlan
  private var rowReader: OptionRowReader
  private var valuer: Valuer
  private var rows: [ValuedRow] = []
  private var next = 0
  /// Which expiry of the valuer an entry of the directory is in the present snapshot; -1 for none yet.
  private var expiryNumbers: [Int] = []
  private var spots: [(name: String, price: Double)] = []
  private var warned: [(row: Int, warning: RecordWarning)] = []
  private var nextWarning = 0
  /// Whether what was gathered has been valued, so that the next record begins anew.
  private var isEvaluated = true

  init(_ plan: ValuationPlan) {
    self.plan = plan
    rowReader = OptionRowReader(plan)
    valuer = Valuer(plan.rules)
    addedNames = plan.columnNames
    slots = FieldSlots(
      OptionRowReader.Slot.allCases.map { [$0.name] } + addedNames.map { [$0] })
  }

  mutating func gather(
    _ reader: inout RecordReader, inGroup isGrouped: Bool
  ) throws(RecordProblem) {
    if isEvaluated { begin() }
    switch try rowReader.subject(&reader) {
    case .option(let expiry, let strike, let isCall):
      try gatherOption(&reader, expiry, strike, isCall: isCall, isGrouped)
    case .future(let expiry, let price):
      if isGrouped { valuer.setFuture(price, of: number(of: expiry)) }
      rows.append(ValuedRow())
    case .index(let name, let price):
      if isGrouped { spots.append((name.description, price)) }
      rows.append(ValuedRow())
    case .other:
      rows.append(ValuedRow())
    }
  }

  private mutating func begin() {
    isEvaluated = false
    valuer.removeAll()
    rows.removeAll(keepingCapacity: true)
    warned.removeAll(keepingCapacity: true)
    spots.removeAll(keepingCapacity: true)
    for index in expiryNumbers.indices { expiryNumbers[index] = -1 }
    next = 0
    nextWarning = 0
  }

  /// The number that an expiry has in the valuer.
  private mutating func number(of expiry: Int) -> Int {
    while expiryNumbers.count <= expiry { expiryNumbers.append(-1) }
    if expiryNumbers[expiry] < 0 { expiryNumbers[expiry] = valuer.addExpiry() }
    return expiryNumbers[expiry]
  }

  private mutating func gatherOption(
    _ reader: inout RecordReader, _ expiry: Int, _ strike: Double, isCall: Bool, _ isGrouped: Bool
  ) throws(RecordProblem) {
    let time = try self.time(&reader)
    let years = try rowReader.directory.years(from: time, to: expiry, reader)
    var quote = OptionQuote(strike: strike, isCall: isCall)
    quote.bid = try reader.amount(slot(.bid))
    quote.ask = try reader.amount(slot(.ask))
    quote.last = try reader.amount(slot(.ltp))
    if plan.rules.price == .only(.close) {
      quote.previousClose = try reader.amount(slot(.previousClose))
    }
    var input = ValuationInput(quote, years: years)
    let forward = try reader.amount(slot(.forward))
    input.forward = forward > 0 ? forward : plan.options.forward ?? .nan
    if isGrouped || !(input.forward > 0) || plan.rules.model == .bsm {
      let spot = try reader.amount(slot(.spot))
      input.spot = spot > 0 ? spot : plan.options.spot ?? .nan
    }
    if isGrouped {
      input.quote.isFresh = !(try reader.amount(slot(.age)) > 60_000)
      input.expiry = number(of: expiry)
    }
    if !(quote.last > 0 || quote.bid > 0 || quote.ask > 0) {
      input.givenPrice = try reader.amount(slot(.price))
    }
    try readVolatility(&reader, into: &input)
    let lot = plan.options.isPerLot ? try self.lot(&reader, expiry, time) : .nan
    warn(of: quote, expiry)
    rows.append(ValuedRow(option: valuer.add(input), lot: lot, hasForward: forward > 0))
  }

  private func time(_ reader: inout RecordReader) throws(RecordProblem) -> Timestamp {
    if let time = plan.options.at { return time }
    if let time = try reader.time(slot(.ts)) { return time }
    throw reader.refusal("missing", slot(.ts), "an option needs this field, or --at")
  }

  private mutating func readVolatility(
    _ reader: inout RecordReader, into input: inout ValuationInput
  ) throws(RecordProblem) {
    if let percent = plan.options.volatility {
      input.volatility = percent / 100
    } else if plan.options.usesOwnVolatility {
      input.volatility = try reader.amount(slot(.volatility)) / 100
    }
  }

  /// The lot of an option: its own, or that of the tables; not a number where neither says.
  private mutating func lot(
    _ reader: inout RecordReader, _ expiry: Int, _ time: Timestamp
  ) throws(RecordProblem) -> Double {
    let own = try reader.amount(slot(.lot))
    if own > 0 { return own }
    let day = rowReader.directory.entries[expiry].day
    do throws(NotCovered) {
      let lot = try plan.tables.lots.lot(
        of: rowReader.directory.underlyings[expiry], expiring: day, on: time.day)
      return Double(lot.units)
    } catch {
      warn(RecordWarning(code: "not-covered", field: "lot", error.message, hint: error.hint))
      return .nan
    }
  }

  private func slot(_ slot: OptionRowReader.Slot) -> Int { slot.rawValue }

  private mutating func warn(_ warning: RecordWarning) {
    warned.append((rows.count, warning))
  }

  private mutating func warn(of quote: OptionQuote, _ expiry: Int) {
    if let warning = rowReader.directory.takeWarning(of: expiry) { warn(warning) }
    if quote.bid > quote.ask && quote.ask > 0 {
      warn(
        RecordWarning(
          code: "crossed", field: "bid", "the bid is above the ask, so neither counts"))
    }
    let tick = rowReader.directory.entries[expiry].tick
    warn(of: quote.bid, "bid", tick)
    warn(of: quote.ask, "ask", tick)
    warn(of: quote.last, "ltp", tick)
  }

  /// Warns of a price that cannot have been one; a tick of zero is not known.
  @inline(__always)
  private mutating func warn(of price: Double, _ field: StaticString, _ tick: Int64) {
    guard price > 0, tick > 0, Money(nearestTo: price).paise % tick != 0 else { return }
    warn(
      RecordWarning(
        code: "off-tick", field: field.description,
        "the price is no multiple of the tick of \(Money(paise: tick))"))
  }

  mutating func evaluate() {
    isEvaluated = true
    for (name, price) in spots {
      for expiry in expiryNumbers.indices where expiryNumbers[expiry] >= 0 {
        if name == rowReader.directory.underlyings[expiry] {
          valuer.setSpot(price, of: expiryNumbers[expiry])
        }
      }
    }
    valuer.evaluate()
  }

  mutating func takes(
    _ reader: inout RecordReader, adding added: inout AddedFields
  ) throws(RecordProblem) -> Verdict {
    let row = rows[next]
    next += 1
    guard row.option >= 0 else { return .passed }
    findings.options += 1
    if valuer.valuations[row.option].isPriced { findings.priced += 1 }
    for index in plan.columns.indices { write(plan.columns[index], index, row, to: &added) }
    return .passed
  }

  @inline(__always)
  private func write(
    _ column: ValueColumn, _ index: Int, _ row: ValuedRow, to added: inout AddedFields
  ) {
    if let number = column.number(row, valuer, plan.rules) {
      return added.set(index, number * column.factor, decimals: column.decimals)
    }
    let valuation = valuer.valuations[row.option]
    if column.isForward && row.hasForward && valuation.forwardSource == .given {
      return added.keep(index)
    }
    guard let word = column.word(valuation) else { return added.setNull(index) }
    added.set(index, word: word)
  }

  mutating func warnings() -> [RecordWarning] {
    var found: [RecordWarning] = []
    while nextWarning < warned.count && warned[nextWarning].row < next {
      found.append(warned[nextWarning].warning)
      nextWarning += 1
    }
    return found
  }

  mutating func explanation(_ reader: inout RecordReader) -> String? {
    guard plan.explains, rows[next - 1].option >= 0 else { return nil }
    return valuer.valuations[rows[next - 1].option].sentence
  }
}
