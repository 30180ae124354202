import Market
import Records
import Scalars
import Streams

/// Turns the rows of files into quotes, and picks those that were asked for.
struct FetchWork: RecordWork {
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
  /// The underlyings of which there was a row.
  private(set) var findings: Set<String> = []

  private let wish: Wish
  private let rules: ExpiryRules
  private var rows: ForeignRowReader
  private var wantedDays: [Subject: Set<Day>?] = [:]

  private struct Subject: Hashable {
    let underlying: String
    let day: Day
  }

  init(_ wish: Wish, _ tables: MarketTables, now: Timestamp, _ volumeUnit: VolumeUnit) {
    self.wish = wish
    rules = tables.expiries
    rows = ForeignRowReader(tables, now: now, volumeUnit)
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
    if form == .own { return try takesOwn(&reader) }
    guard let row = try rows.row(&reader, in: form, of: wish.underlyings),
      try isWanted(Subject(underlying: row.underlying, day: row.time.day), row.expiry)
    else { return .dropped }
    findings.insert(row.underlying)
    row.write(to: &added)
    return .passed
  }

  /// Passes on a row that is in our form already.
  private mutating func takesOwn(
    _ reader: inout RecordReader
  ) throws(RecordProblem) -> Verdict {
    guard let underlying = reader.plainText(slot("underlying")) else {
      throw reader.refusal("missing", slot("underlying"), "a quote needs this field")
    }
    guard wish.underlyings.isEmpty || wish.underlyings.contains(underlying) else { return .dropped }
    guard let time = try reader.time(slot("ts")), let expiry = try reader.day(slot("expiry")) else {
      throw reader.refusal("missing", slot("ts"), "a quote needs ts and expiry")
    }
    guard try isWanted(Subject(underlying: underlying, day: time.day), expiry) else {
      return .dropped
    }
    findings.insert(underlying)
    return .passed
  }

  /// The slot of a field of our own form.
  private func slot(_ field: String) -> Int {
    firstAddedSlot + (addedFields.firstIndex { $0.name == field } ?? 0)
  }

  private mutating func isWanted(
    _ subject: Subject, _ expiry: Day
  ) throws(RecordProblem) -> Bool {
    if wish.expiries == [.all] { return true }
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
