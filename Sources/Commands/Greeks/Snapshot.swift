import Market
import Pricing
import Records
import Scalars
import Streams

/// The rows of a snapshot of a market, gathered until they can be valued together.
struct Snapshot: ~Copyable {
  let plan: ValuationPlan
  private(set) var rowReader: OptionRowReader
  private(set) var valuer: Valuer
  /// What is kept of each row, in the order in which they came.
  private(set) var rows: [ValuedRow] = []
  /// Which expiry of the valuer an entry of the directory is; -1 where it is none.
  private var expiryNumbers: [Int] = []
  private var spots: [(name: String, price: Double)] = []
  private var warned: [(row: Int, warning: RecordWarning)] = []
  private var nextWarning = 0
  /// The underlyings for which the price on the command line was used.
  private(set) var underlyingsOfOptionPrice: Set<String> = []
  private let usesOptionPrice: Bool
  /// Made once: it would hold what it needs anew for every row.
  private let inputReader: OptionInputReader
  /// The time of the last option as it was written, and as it was read.
  private var lastTimeField = FieldMemory(of: OptionRowReader.Slot.ts.rawValue)
  private var lastReadTime = Timestamp(milliseconds: 0)
  /// The last time to an expiry, and what it was counted from and to.
  private var last = (time: Timestamp(milliseconds: 0), expiry: -1, years: Double.nan)
  /// The lot that was compared last with the tables.
  private var lastLot = (expiry: -1, units: Double.nan)
  /// Whether what was gathered has been valued, so that the next record begins anew.
  private var isEvaluated = true

  init(_ plan: ValuationPlan) {
    self.plan = plan
    inputReader = OptionInputReader(plan)
    usesOptionPrice = plan.options.forward != nil || plan.options.spot != nil
    rowReader = OptionRowReader(plan)
    valuer = Valuer(plan.rules)
  }

  /// Takes a row in.
  ///
  /// - Parameters:
  ///   - reader: the reader, which stands at the row.
  ///   - isGrouped: whether the rows belong together; otherwise each stands alone.
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
    if rowReader.directory.entries.count > ExpiryDirectory.most {
      rowReader.forgetExpiries()
      last.expiry = -1
      lastLot.expiry = -1
      expiryNumbers.removeAll(keepingCapacity: true)
    }
    for index in expiryNumbers.indices { expiryNumbers[index] = -1 }
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
    let years = try self.years(from: time, to: expiry, reader)
    var hasForward = false
    var input = try inputReader.input(
      &reader, OptionQuote(strike: strike, isCall: isCall), years: years, isGrouped: isGrouped,
      hasForward: &hasForward)
    if isGrouped { input.expiry = number(of: expiry) }
    if usesOptionPrice { notePrice(of: input, expiry) }
    let lot = plan.options.isPerLot ? try self.lot(&reader, expiry, time) : .nan
    warn(of: input.quote, expiry)
    rows.append(ValuedRow(option: valuer.add(input), lot: lot, hasForward: hasForward))
  }

  /// Notes an underlying for which the price on the command line is used.
  private mutating func notePrice(of input: ValuationInput, _ expiry: Int) {
    guard input.forward == plan.options.forward || input.spot == plan.options.spot else { return }
    underlyingsOfOptionPrice.insert(rowReader.directory.underlyings[expiry])
  }

  /// The time to an expiry, which is that of the option before in a chain.
  @inline(__always)
  private mutating func years(
    from time: Timestamp, to expiry: Int, _ reader: borrowing RecordReader
  ) throws(RecordProblem) -> Double {
    if time != last.time || expiry != last.expiry {
      last.years = try rowReader.directory.years(from: time, to: expiry, reader)
      (last.time, last.expiry) = (time, expiry)
    }
    return last.years
  }

  /// The time for which the option is valued that the reader stands at.
  @inline(__always)
  mutating func time(_ reader: inout RecordReader) throws(RecordProblem) -> Timestamp {
    if let time = plan.options.at { return time }
    if reader.agrees(with: lastTimeField) { return lastReadTime }
    if let time = try reader.time(slot(.ts)) {
      lastReadTime = time
      reader.remember(in: &lastTimeField)
      return time
    }
    throw reader.refusal("missing", slot(.ts), "an option needs this field, or --at")
  }

  /// The lot of an option: its own, or that of the tables; not a number where neither says.
  private mutating func lot(
    _ reader: inout RecordReader, _ expiry: Int, _ time: Timestamp
  ) throws(RecordProblem) -> Double {
    let own = reader.hasValue(slot(.lot)) ? try reader.amount(slot(.lot)) : .nan
    if own > 0, expiry == lastLot.expiry, own == lastLot.units { return own }
    let day = rowReader.directory.entries[expiry].day
    let underlying = rowReader.directory.underlyings[expiry]
    do throws(NotCovered) {
      let known = try plan.lot(of: underlying, expiring: day, on: time.day)
      guard own > 0 else { return known }
      lastLot = (expiry, own)
      if own != known, case .listed = plan.tables.expiries.listing(of: day, underlying) {
        warn(
          RecordWarning(
            code: "lot", field: "lot",
            "the lot of \(underlying) \(day) is \(String(shortest: own)) here, and "
              + "\(String(shortest: known)) by the tables", isGeneral: true))
      }
      return own
    } catch {
      if own > 0 { return own }
      warn(
        RecordWarning(
          code: "not-covered", field: "lot", error.message, hint: error.hint, isGeneral: true))
      return .nan
    }
  }

  private func slot(_ slot: OptionRowReader.Slot) -> Int { slot.rawValue }

  @inline(never)
  private mutating func warn(_ warning: RecordWarning) {
    warned.append((rows.count, warning))
  }

  @inline(__always)
  private mutating func warn(of quote: OptionQuote, _ expiry: Int) {
    if rowReader.directory.entries[expiry].hasWarning { warnOfExpiry(expiry) }
    if quote.bid > quote.ask && quote.ask > 0 {
      warnOfCrossing()
    }
    let tick = rowReader.directory.entries[expiry].tick
    warn(of: quote.bid, "bid", tick)
    warn(of: quote.ask, "ask", tick)
    warn(of: quote.last, "ltp", tick)
  }

  @inline(never)
  private mutating func warnOfExpiry(_ expiry: Int) {
    if let warning = rowReader.directory.takeWarning(of: expiry) { warn(warning) }
  }

  @inline(never)
  private mutating func warnOfCrossing() {
    let isChosen = plan.rules.price == .only(.bid) || plan.rules.price == .only(.ask)
    warn(
      RecordWarning(
        code: "crossed", field: "bid",
        "the bid is above the ask" + (isChosen ? "" : ", so neither counts")))
  }

  /// Warns of a price that cannot have been one; a tick of zero is not known.
  @inline(__always)
  private mutating func warn(of price: Double, _ field: StaticString, _ tick: Int64) {
    guard price > 0, tick > 0, !Self.isWhole(price * 100 / Double(tick)) else { return }
    warnOfTick(price, field, tick)
  }

  /// Warns of a price that is in doubt, if it is no multiple of the tick.
  @inline(never)
  private mutating func warnOfTick(_ price: Double, _ field: StaticString, _ tick: Int64) {
    guard Money(nearestTo: price).paise % tick != 0 else { return }
    warn(
      RecordWarning(
        code: "off-tick", field: field.description,
        "the price is no multiple of the tick of \(Money(paise: tick))"))
  }

  /// Whether a number above zero is surely whole but for its rounding.
  @inline(__always)
  private static func isWhole(_ number: Double) -> Bool {
    let shift = 0x1.8p52
    return number < 0x1p50 && ((number + shift) - shift - number).magnitude < 1e-6
  }

  /// Values the rows.
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

  /// What an expiry of the valuer is.
  func identity(of expiry: Int) -> (underlying: String, expiry: String) {
    let number = expiryNumbers.firstIndex(of: expiry) ?? 0
    return (
      rowReader.directory.underlyings[number],
      rowReader.directory.entries[number].day.description
    )
  }

  /// What the option is on that the reader stands at, and when it expires.
  mutating func contract(
    _ reader: inout RecordReader
  ) throws(RecordProblem) -> (underlying: String, expiry: Day) {
    guard case .option(let expiry, _, _) = try rowReader.subject(&reader) else {
      preconditionFailure("it was an option when it was gathered")
    }
    return (rowReader.directory.underlyings[expiry], rowReader.directory.entries[expiry].day)
  }

  /// For each expiry of the valuer a number for what its options are on.
  var underlyingsOfExpiries: [Int] {
    let names = (0..<valuer.expiryCount).map { identity(of: $0).underlying }
    return names.map { name in names.firstIndex(of: name) ?? 0 }
  }

  /// What there is to say of the rows up to the given one that was not said yet.
  mutating func warnings(upTo row: Int) -> [RecordWarning] {
    var found: [RecordWarning] = []
    while nextWarning < warned.count && warned[nextWarning].row < row {
      found.append(warned[nextWarning].warning)
      nextWarning += 1
    }
    return found
  }
}
