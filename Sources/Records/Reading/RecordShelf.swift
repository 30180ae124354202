/// Records of a piece that were read once and are looked at again, without being parsed again.
///
/// Some work wants several records before it can say anything of the first. Their values stay where
/// they are in the piece; the shelf keeps where they stand.
@safe
public struct RecordShelf: ~Copyable {
  /// What is kept of a record, sound or not.
  @safe
  struct Entry {
    let start: UnsafePointer<UInt8>
    let rawStart: UnsafePointer<UInt8>
    let recordEnd: UnsafePointer<UInt8>
    let rawEnd: UnsafePointer<UInt8>
    let lineStart: UnsafePointer<UInt8>
    let line: Int
    /// Which layout the record has.
    let layout: Int
    let firstValue: Int
    /// What is wrong with the record, as a place in ``RecordShelf/problems``; -1 when it is sound.
    let problem: Int
  }

  private(set) var entries: [Entry] = []
  private(set) var problems: [RecordProblem] = []
  /// The values of all records, one after the other.
  private var values: UnsafeMutablePointer<ValueSpan>
  private var capacity = 1024
  /// The place of the next value.
  private(set) var nextValue = 0

  /// Creates an empty shelf.
  public init() {
    unsafe values = .allocate(capacity: capacity)
  }

  deinit {
    unsafe values.deallocate()
  }

  /// How many records are kept.
  public var count: Int { entries.count }

  /// Forgets the records and keeps the memory.
  public mutating func removeAll() {
    entries.removeAll(keepingCapacity: true)
    problems.removeAll(keepingCapacity: true)
    nextValue = 0
  }

  mutating func append(_ entry: Entry, values more: UnsafeBufferPointer<ValueSpan>) {
    entries.append(entry)
    guard let source = more.baseAddress else { return }
    if nextValue + more.count > capacity { grow(to: nextValue + more.count) }
    unsafe (values + nextValue).update(from: source, count: more.count)
    nextValue += more.count
  }

  private mutating func grow(to needed: Int) {
    let larger = max(capacity * 2, needed)
    let fresh = UnsafeMutablePointer<ValueSpan>.allocate(capacity: larger)
    unsafe fresh.update(from: values, count: nextValue)
    unsafe values.deallocate()
    unsafe values = unsafe fresh
    capacity = larger
  }

  mutating func append(_ problem: RecordProblem) {
    problems.append(problem)
  }

  /// Copies the values of a record back.
  func copyValues(
    from first: Int, count: Int, to target: UnsafeMutablePointer<ValueSpan>
  ) {
    precondition(first >= 0 && first + count <= nextValue, "no such values on the shelf")
    unsafe target.update(from: values + first, count: count)
  }
}

extension RecordReader {
  /// Keeps the present record on a shelf.
  public func keep(on shelf: inout RecordShelf) {
    unsafe shelf.append(
      entry(on: shelf, problem: -1),
      values: UnsafeBufferPointer(start: values, count: memberCount))
  }

  /// Keeps the present record on a shelf as one that is broken.
  public func keep(_ problem: RecordProblem, on shelf: inout RecordShelf) {
    unsafe shelf.append(
      entry(on: shelf, problem: shelf.problems.count),
      values: UnsafeBufferPointer(start: values, count: 0))
    shelf.append(problem)
  }

  private func entry(on shelf: borrowing RecordShelf, problem: Int) -> RecordShelf.Entry {
    unsafe RecordShelf.Entry(
      start: start, rawStart: rawStart, recordEnd: recordEnd, rawEnd: rawEnd, lineStart: lineStart,
      line: line, layout: layout.serial, firstValue: shelf.nextValue, problem: problem)
  }

  /// Stands at a record of a shelf again, which must be of the present piece.
  ///
  /// When all records of the shelf were looked at in their order, the reader goes on behind the last.
  public mutating func restore(_ index: Int, of shelf: borrowing RecordShelf) -> Step {
    arena.removeAll()
    unsafe previous = nil
    let entry = shelf.entries[index]
    unsafe start = unsafe entry.start
    unsafe rawStart = unsafe entry.rawStart
    unsafe recordEnd = unsafe entry.recordEnd
    unsafe rawEnd = unsafe entry.rawEnd
    unsafe lineStart = unsafe entry.lineStart
    line = entry.line
    guard entry.problem < 0 else {
      problem = shelf.problems[entry.problem]
      return .problem
    }
    let isKnown = isTable || uses(layout: entry.layout)
    if isKnown {
      unsafe shelf.copyValues(from: entry.firstValue, count: memberCount, to: values)
    } else if unsafe object(to: recordEnd) == nil {
      return .problem
    }
    settleOtherNames()
    return .record
  }

  /// Whether a layout that was learnt is still remembered; it is in use then.
  private mutating func uses(layout serial: Int) -> Bool {
    if layout.serial == serial { return true }
    guard let index = earlierLayouts.firstIndex(where: { $0.serial == serial }) else {
      return false
    }
    swap(&layout, &earlierLayouts[index])
    return true
  }
}
