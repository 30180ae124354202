import Market
import Records
import Scalars
import Store
import Streams

/// Turns the rows of files into quotes, and picks those that were asked for.
struct FetchWork: RecordWork {
  /// What came of the rows.
  struct Findings: Sendable {
    /// The underlyings of which there was a row.
    var underlyings: Set<String> = []
    /// Quotes that are not in the store yet.
    var quotes: [QuoteRecord] = []
  }

  /// What is wanted of the files.
  struct Wish: Sendable {
    var underlyings: Set<String> = []
    var expiries: [ExpiryWish] = [.all]
  }

  let slots: FieldSlots
  /// Columns of other forms have names of their own, however near they are to ours.
  let columns = FieldSlots([])
  let addedFields = MarketRow.fields
  let firstAddedSlot = ForeignColumn.allCases.count
  private(set) var findings = Findings()

  private let wish: Wish
  private let depot: RowDepot<QuoteRecord>?
  private let rules: ExpiryRules
  private var rows: ForeignRowReader
  private var wantedDays: [Subject: Set<Day>?] = [:]

  private struct Subject: Hashable {
    let underlying: String
    let day: Day
  }

  init(
    _ wish: Wish, _ tables: MarketTables, now: Timestamp, _ volumeUnit: VolumeUnit,
    into depot: RowDepot<QuoteRecord>?
  ) {
    self.wish = wish
    self.depot = depot
    rules = tables.expiries
    rows = ForeignRowReader(tables, now: now, volumeUnit, keeps: depot != nil)
    slots = FieldSlots(
      ForeignColumn.allCases.map { [$0.rawValue] } + MarketRow.fields.map { [$0.name] })
  }

  mutating func takes(
    _ reader: inout RecordReader, adding added: inout AddedFields
  ) throws(RecordProblem) -> Verdict {
    guard let form = ForeignForm(&reader) else {
      throw RecordProblem(
        .refused(
          code: "unknown-form",
          message:
            "this is no row of a daily file of NSE or BSE, of a list of instruments, or of ours",
          hint: "check what the file is"))
    }
    guard let row = try rows.row(&reader, in: form, of: wish.underlyings),
      try isWanted(Subject(underlying: row.underlying, day: row.time.day), row.expiry)
    else { return .dropped }
    findings.underlyings.insert(row.underlying.uppercased())
    keep(row)
    // A row of our own goes on as it is, if it says itself what it is and when.
    if form != .own || !rows.isNormal(&reader) { row.write(to: &added) }
    return .passed
  }

  private mutating func keep(_ row: MarketRow) {
    // A list of instruments says what there is; a quote it is not.
    guard let depot, row.hasMarket else { return }
    let quote = QuoteRecord(row)
    if quote.isWorthKeeping { depot.add(quote, to: &findings.quotes) }
  }

  private mutating func isWanted(
    _ subject: Subject, _ expiry: Day?
  ) throws(RecordProblem) -> Bool {
    guard wish.expiries != [.all], let expiry else { return true }
    let days: Set<Day>?
    if let known = wantedDays[subject] {
      days = known
    } else {
      days = try wanted(subject)
      wantedDays[subject] = .some(days)
    }
    return days?.contains(expiry) ?? true
  }

  /// The expiries that are wanted of an underlying on a day; nil where all are.
  private func wanted(_ subject: Subject) throws(RecordProblem) -> Set<Day>? {
    var days: Set<Day> = []
    for expiry in wish.expiries {
      do throws(NotCovered) {
        guard let day = try expiry.day(of: subject.underlying, on: subject.day, rules) else {
          return nil
        }
        days.insert(day)
      } catch {
        throw RecordProblem(
          .refused(code: "not-covered", message: error.message, hint: error.hint))
      }
    }
    return days
  }
}
