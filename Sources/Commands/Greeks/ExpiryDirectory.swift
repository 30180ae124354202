import Market
import Records
import Scalars
import Streams

/// The expiries that were met, with what the market's tables say of them.
struct ExpiryDirectory: Sendable {
  /// An expiry of an underlying, without anything that is counted by reference: it is looked at for
  /// every row.
  struct Entry: Sendable {
    let underlying: ShortName
    let day: Day
    let segment: Segment
    /// Whether the tables know the underlying, and so where it trades whatever a row says.
    let isKnown: Bool
    /// When its contracts expire.
    let moment: Timestamp
    /// The least difference of two prices, in paise; zero where it is not known.
    let tick: Int64
    /// Whether something of it has not been said yet.
    var hasWarning: Bool
  }

  private struct Key: Hashable {
    let underlying: String
    let day: Day
    let segment: Segment
  }

  private let tables: MarketTables
  private var clock: ExpiryClock
  private(set) var entries: [Entry] = []
  private(set) var underlyings: [String] = []
  private var warnings: [RecordWarning?] = []
  private var numbers: [Key: Int] = [:]
  /// The entry that was asked for last, which is nearly always the next one too.
  private var last = -1

  init(_ plan: ValuationPlan) {
    tables = plan.tables
    clock = plan.clock
  }

  /// More expiries than any market has; an input that names more is forgotten in parts.
  static let most = 2048

  /// Forgets all expiries.
  mutating func removeAll() {
    entries.removeAll(keepingCapacity: true)
    underlyings.removeAll(keepingCapacity: true)
    warnings.removeAll(keepingCapacity: true)
    numbers.removeAll(keepingCapacity: true)
    last = -1
  }

  /// The years from a moment to an expiry; zero or less after it.
  mutating func years(
    from start: Timestamp, to number: Int, _ reader: borrowing RecordReader
  ) throws(RecordProblem) -> Double {
    do throws(NotCovered) {
      return try clock.years(
        from: start, to: entries[number].moment, entries[number].segment)
    } catch {
      throw Self.problem(error, reader)
    }
  }

  /// The number of an expiry.
  mutating func number(
    of underlying: BorrowedText, _ day: Day, exchange: BorrowedText?,
    _ reader: inout RecordReader
  ) throws(RecordProblem) -> Int {
    if last >= 0, entries[last].isKnown, entries[last].day == day,
      entries[last].underlying == ShortName(underlying)
    {
      return last
    }
    return try number(
      of: underlying.description, day, exchange: exchange?.description, reader)
  }

  /// The number of a contract's expiry.
  mutating func number(
    of contract: Contract, _ reader: inout RecordReader
  ) throws(RecordProblem) -> Int {
    try number(of: contract.underlying, contract.expiry, exchange: nil, reader)
  }

  private mutating func number(
    of underlying: String, _ day: Day, exchange: String?, _ reader: borrowing RecordReader
  ) throws(RecordProblem) -> Int {
    let known = tables.underlyings.named(underlying)
    let segment = known?.segment ?? exchange.flatMap(Segment.init(rawValue:)) ?? .nfo
    let key = Key(underlying: underlying, day: day, segment: segment)
    if let number = numbers[key] {
      last = number
      return number
    }
    let warning = RecordWarning(tables.listing(of: day, underlying), of: underlying, day)
    do throws(NotCovered) {
      entries.append(
        try entry(
          underlying, day, segment, isKnown: known != nil, hasWarning: warning != nil))
    } catch {
      throw Self.problem(error, reader)
    }
    underlyings.append(underlying)
    warnings.append(warning)
    last = entries.count - 1
    numbers[key] = last
    return last
  }

  private func entry(
    _ underlying: String, _ day: Day, _ segment: Segment, isKnown: Bool, hasWarning: Bool
  ) throws(NotCovered) -> Entry {
    let tick = try? tables.steps.tick(
      of: .option, segment.exchange, atLevel: Money(paise: 0), on: day)
    return Entry(
      underlying: ShortName(underlying), day: day, segment: segment, isKnown: isKnown,
      moment: try clock.moment(of: day, segment), tick: tick?.paise ?? 0, hasWarning: hasWarning)
  }

  /// Takes what there is to say of an expiry.
  mutating func takeWarning(of number: Int) -> RecordWarning? {
    guard entries[number].hasWarning else { return nil }
    entries[number].hasWarning = false
    return warnings[number]
  }

  private static func problem(_ gap: NotCovered, _ reader: borrowing RecordReader) -> RecordProblem
  {
    reader.refusal(
      "not-covered", OptionRowReader.Slot.expiry.rawValue, gap.message, hint: gap.hint)
  }
}

/// A name that is compared at once; one that is too long for that is equal to none.
struct ShortName: Sendable {
  private var bytes = SIMD32<UInt8>()

  init(_ name: BorrowedText) {
    name.withBytes { read($0) }
  }

  init(_ name: String) {
    let bytes = Array(name.utf8)
    read(bytes.span)
  }

  private mutating func read(_ name: Span<UInt8>) {
    for index in 0..<min(name.count, 31) { bytes[index] = name[index] }
    bytes[31] = UInt8(clamping: name.count)
  }

  static func == (left: ShortName, right: ShortName) -> Bool {
    left.bytes == right.bytes && left.bytes[31] < 32
  }
}
