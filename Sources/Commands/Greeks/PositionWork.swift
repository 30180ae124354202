import Market
import Pricing
import Records
import Scalars
import Streams

/// Gathers positions and the quotes that come with them.
struct PositionWork: RecordWork, ~Copyable {
  /// What was gathered, with the expiries that it speaks of.
  struct Findings: Sendable {
    let book: PositionBook
    let directory: ExpiryDirectory
  }

  private enum Slot: Int, CaseIterable {
    case quantity, position, side, lots

    /// The place behind the slots that every row is read by.
    var place: Int { OptionRowReader.Slot.allCases.count + rawValue }
  }

  let slots = OptionRowReader.slots(adding: Slot.allCases.map { "\($0)" })
  private let plan: ValuationPlan
  private var rowReader: OptionRowReader
  private var book = PositionBook()
  /// The expiry of the row that was looked at last; -1 for none.
  private var expiryOfRow = -1

  private let inputReader: OptionInputReader

  init(_ plan: ValuationPlan) {
    self.plan = plan
    inputReader = OptionInputReader(plan)
    rowReader = OptionRowReader(plan)
  }

  var findings: Findings { Findings(book: book, directory: rowReader.directory) }

  mutating func takes(
    _ reader: inout RecordReader, adding added: inout AddedFields
  ) throws(RecordProblem) -> Verdict {
    // All of a row is read before any of it counts: one that is rejected must leave nothing behind.
    let subject = try rowReader.subject(&reader)
    expiryOfRow = -1
    if case .other = subject {
      try refusePosition(&reader)
      return .dropped
    }
    let time = try time(&reader)
    switch subject {
    case .option(let expiry, let strike, let isCall):
      let units = try units(&reader, expiry, time)
      var hasForward = false
      let input = try inputReader.input(
        &reader, OptionQuote(strike: strike, isCall: isCall), years: .nan, isGrouped: true,
        hasForward: &hasForward)
      guard book.note(input, expiry: expiry, at: time, units: units) else {
        throw reader.refusal(
          "too-many", OptionRowReader.Slot.symbol.rawValue,
          "there are more than \(PositionBook.most) contracts already",
          hint: "read only the chains that the positions are in")
      }
      expiryOfRow = expiry
    case .future(let expiry, let price):
      book.note(future: expiry, price: price, at: time, units: try units(&reader, expiry, time))
    case .index(let name, let price):
      book.note(index: name.description, price: price, at: time)
    case .other: break
    }
    if plan.options.at == nil { book.note(time) }
    return .dropped
  }

  mutating func warnings() -> [RecordWarning] {
    guard expiryOfRow >= 0,
      let warning = rowReader.directory.takeWarning(of: expiryOfRow)
    else { return [] }
    return [warning]
  }

  /// When a row was seen; a position needs no time, and with --at nothing does.
  private func time(_ reader: inout RecordReader) throws(RecordProblem) -> Timestamp? {
    let slot = OptionRowReader.Slot.ts.rawValue
    if plan.options.at != nil { return reader.hasValue(slot) ? try? reader.time(slot) : nil }
    if isPosition(&reader), !reader.hasValue(slot) { return nil }
    return try reader.time(slot)
  }

  private func isPosition(_ reader: inout RecordReader) -> Bool {
    [Slot.quantity, .position, .lots].contains { reader.hasValue($0.place) }
  }

  /// The units that a row says are held, below zero of what was sold; nil where it is no position.
  private mutating func units(
    _ reader: inout RecordReader, _ expiry: Int, _ time: Timestamp?
  ) throws(RecordProblem) -> Double? {
    let isSold = try isSold(&reader)
    if reader.hasValue(Slot.position.place) {
      let position = try reader.amount(Slot.position.place)
      if let isSold, position != 0, isSold != (position < 0) {
        throw reader.refusal("two-signs", Slot.position.place, "side says the contrary")
      }
      return position
    }
    if reader.hasValue(Slot.quantity.place) {
      let quantity = try reader.amount(Slot.quantity.place)
      try requireLots(quantity, &reader, expiry, time)
      guard quantity < 0, let isSold else { return isSold ?? false ? -quantity : quantity }
      // Brokers that say both mean the same by it; what was bought cannot be below zero.
      if isSold { return quantity }
      throw reader.refusal(
        "two-signs", Slot.quantity.place, "a quantity below zero was sold, but side is BUY")
    }
    guard reader.hasValue(Slot.lots.place) else { return nil }
    let units = try reader.amount(Slot.lots.place) * (try lot(&reader, expiry, time))
    return isSold ?? false ? -units : units
  }

  /// Refuses lots that are not what the quantity comes to.
  private func requireLots(
    _ quantity: Double, _ reader: inout RecordReader, _ expiry: Int, _ time: Timestamp?
  ) throws(RecordProblem) {
    guard reader.hasValue(Slot.lots.place) else { return }
    let lots = try reader.amount(Slot.lots.place)
    guard let lot = try? lot(&reader, expiry, time), lots.magnitude * lot != quantity.magnitude
    else {
      return
    }
    throw reader.refusal(
      "contradiction", Slot.lots.place,
      "a quantity of \(String(shortest: quantity)) is \(String(shortest: quantity.magnitude / lot)) lots of "
        + "\(String(shortest: lot))")
  }

  /// Whether a row says that its contracts were sold; nil where it does not say.
  private func isSold(_ reader: inout RecordReader) throws(RecordProblem) -> Bool? {
    let side = try reader.text(Slot.side.place)
    return side.map { $0.withBytes { $0.count == 4 } }
  }

  /// Refuses a position in what is no option and no future: left out in silence it would be missed.
  private func refusePosition(_ reader: inout RecordReader) throws(RecordProblem) {
    guard isPosition(&reader) else { return }
    throw reader.refusal(
      "no-derivative", OptionRowReader.Slot.symbol.rawValue,
      "the position is in no option and no future that is known")
  }

  private func lot(
    _ reader: inout RecordReader, _ expiry: Int, _ time: Timestamp?
  ) throws(RecordProblem) -> Double {
    let slot = OptionRowReader.Slot.lot.rawValue
    let own = reader.hasValue(slot) ? try reader.amount(slot) : .nan
    if own > 0 { return own }
    let day = rowReader.directory.entries[expiry].day
    do throws(NotCovered) {
      return try plan.lot(
        of: rowReader.directory.underlyings[expiry], expiring: day,
        on: (plan.options.at ?? time)?.day ?? min(plan.present.day, day))
    } catch {
      throw reader.refusal("not-covered", slot, error.message, hint: error.hint)
    }
  }
}
