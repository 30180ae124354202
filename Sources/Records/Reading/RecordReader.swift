/// Reads the records in pieces of an input, one after the other, without allocating for any.
///
/// A reader belongs to one worker. What it says of a record (values, bytes, names) is there until it
/// is asked for the next one.
@safe
public struct RecordReader: ~Copyable {
  /// What came of asking for the next record.
  public enum Step: Sendable {
    /// A sound record is there.
    case record
    /// A record is broken: ``RecordReader/problem`` says how.
    case problem
    /// The piece is read to its end.
    case end
  }

  /// How the records are written.
  public let format: InputFormat
  /// The fields that are asked for.
  public private(set) var slots: FieldSlots
  /// What the values of each slot are checked against.
  let rules: [FieldRule]
  let choices: [ChoiceTable]
  let words: ChoiceWords
  /// For each kind of record, which of the slots it must have.
  let requiredSlots: [[Bool]]
  /// For each kind of record, which of the slots, those of columns included, it may have.
  private(set) var slotsOfKinds: [[Bool]]
  let kindNames = RecordReader.kindNames
  /// What is wrong with the record, after ``Step/problem``.
  public internal(set) var problem = RecordProblem(.notAnObject)
  /// The line of the piece on which the record begins, from 0.
  public internal(set) var line = 0

  var cursor: UnsafePointer<UInt8>
  var end: UnsafePointer<UInt8>
  /// The first byte of the record; what blanks stand before it are not part of it.
  var start: UnsafePointer<UInt8>
  /// The first byte of the line, row or element as it came.
  var rawStart: UnsafePointer<UInt8>
  /// The place after the line, row or element as it came, without its line end.
  var rawEnd: UnsafePointer<UInt8>
  /// The place after the record's last byte.
  var recordEnd: UnsafePointer<UInt8>
  /// How far line ends have been counted.
  var countedTo: UnsafePointer<UInt8>
  var linesCounted = 0
  /// The first byte of the piece, and how many bytes of its line stand before it.
  private(set) var pieceStart: UnsafePointer<UInt8>
  private(set) var lineOffset = 0
  /// The place after the last line end that was counted, or the piece's first byte.
  var lineStart: UnsafePointer<UInt8>

  /// The object that was read last, as long as ``values`` has its values and ``layout`` is its own.
  var previous: UnsafeBufferPointer<UInt8>?

  var parser: JSONParser
  /// How the records are written; of that, the rows of a table have only what the slots read.
  var layout = JSONLayout()
  var earlierLayouts: [JSONLayout] = []
  var layoutsLearnt = 0
  let row: CSVRow
  /// Whether the records are rows of a table.
  let isTable: Bool
  /// Which kinds the header of a table stands for.
  let headerKinds: InferredKinds?
  /// The names of the columns of a table as JSON has them, and of those that are written.
  let columnKeys: ColumnKeys
  private(set) var selectedKeys = ColumnKeys([], types: [])
  /// The names of the columns of a table, as bytes.
  let headerCells: [[UInt8]]
  /// The slots of the columns that are written, once they are known.
  private(set) var columns: Range<Int> = 0..<0
  let values: UnsafeMutablePointer<ValueSpan>
  /// Where the reader stands when it has no piece.
  private let nothing: UnsafeMutablePointer<UInt8>
  /// Whether a time without an offset is one of India.
  let assumesIST: Bool
  /// The texts of the record that were read.
  var arena = TextArena()
  /// The text that was decoded last.
  var decoded: [UInt8] = []
  /// Whether the next element of an array must have a comma before it.
  var wantsComma = false
  /// Never looked at: beside a value of unknown size a reader is only ever passed by its address.
  ///
  /// Without it every call of a method that changes nothing copies the whole reader first.
  private let anchor: any Sendable = ()

  /// Creates a reader for the pieces of one input.
  ///
  /// - Parameters:
  ///   - format: how the records are written.
  ///   - slots: the fields that are asked for.
  ///   - assumesIST: whether a time without an offset is taken for one of India.
  public init(format: InputFormat, slots: FieldSlots, assumesIST: Bool = false) {
    self.assumesIST = assumesIST
    self.format = format
    self.slots = slots
    rules = slots.slots.map(\.rule)
    choices = slots.slots.map(\.choices)
    words = ChoiceWords(choices)
    requiredSlots = slots.table { $0.required.contains($1) }
    slotsOfKinds = slots.table { $0.has($1) }
    unsafe nothing = .allocate(capacity: JSONScan.padding)
    unsafe nothing.initialize(repeating: 0, count: JSONScan.padding)
    unsafe values = .allocate(capacity: RecordLimits.members)
    unsafe values.initialize(repeating: ValueSpan(), count: RecordLimits.members)
    let nowhere = unsafe UnsafePointer(nothing)
    unsafe cursor = unsafe nowhere
    unsafe end = unsafe nowhere
    unsafe start = unsafe nowhere
    unsafe rawStart = unsafe nowhere
    unsafe recordEnd = unsafe nowhere
    unsafe rawEnd = unsafe nowhere
    unsafe countedTo = unsafe nowhere
    unsafe pieceStart = unsafe nowhere
    unsafe lineStart = unsafe nowhere
    parser = JSONParser(allowsLineEnds: format == .jsonArray)
    if case .table(let header) = format {
      row = CSVRow(separator: header.separator)
      isTable = true
      layout.members = slots.members(of: header)
      headerKinds = InferredKinds { header.names.contains($0) }
      columnKeys = ColumnKeys(header)
      headerCells = header.names.map { Array($0.utf8) }
    } else {
      row = CSVRow(separator: UInt8(ascii: ","))
      isTable = false
      headerKinds = nil
      columnKeys = ColumnKeys([], types: [])
      headerCells = []
    }
  }

  deinit {
    unsafe nothing.deallocate()
    unsafe values.deallocate()
  }

  /// How many zero bytes must follow every piece in memory.
  public static let padding = JSONScan.padding

  /// Begins to read a piece of whole records.
  ///
  /// - Parameters:
  ///   - piece: the bytes, which must stay as they are until the reader has got to their end; after
  ///     the last piece of an input ``padding`` zero bytes must follow them.
  ///   - isFirst: whether the piece is the first of its input.
  ///   - lineOffset: how many bytes of the piece's first line stand before the piece.
  public mutating func begin(
    _ piece: UnsafeBufferPointer<UInt8>, isFirst: Bool, lineOffset: Int = 0
  ) {
    let first = unsafe piece.baseAddress ?? UnsafePointer(nothing)
    unsafe cursor = unsafe first
    unsafe end = unsafe first + piece.count
    unsafe start = unsafe first
    unsafe rawStart = unsafe first
    unsafe recordEnd = unsafe first
    unsafe rawEnd = unsafe first
    unsafe countedTo = unsafe first
    unsafe pieceStart = unsafe first
    unsafe lineStart = unsafe first
    unsafe previous = nil
    self.lineOffset = lineOffset
    linesCounted = 0
    line = 0
    wantsComma = !isFirst
  }

  /// How many columns are written.
  public var columnCount: Int { columns.count }

  /// Asks for the fields that are to be written as columns, in their order.
  public mutating func ask(forColumns paths: [[String]]) {
    columns = slots.append(paths)
    slotsOfKinds = slots.table { $0.has($1) }
    let asked = slots.slots[columns]
    selectedKeys = ColumnKeys(asked.map(\.path), types: asked.map { $0.declaration?.type })
    if case .table(let header) = format {
      layout.members = slots.members(of: header)
    } else {
      layout.place(slots)
    }
    for index in earlierLayouts.indices { earlierLayouts[index].place(slots) }
    settleOtherNames()
  }

  /// Goes on to the next record.
  public mutating func next() -> Step {
    arena.removeAll()
    let step =
      switch format {
      case .jsonLines: nextLine()
      case .jsonArray: nextElement()
      case .table: nextRow()
      }
    if step == .record { settleOtherNames() }
    return step
  }

  /// Settles which names count in this record, where there are any that may not.
  @inline(__always)
  mutating func settleOtherNames() {
    if layout.members.hasOthers { settleMembers() }
  }

  /// The number of line ends in the piece, known when it has been read to its end.
  public var lineCount: Int { linesCounted }

  /// The bytes of the record as they came, blanks around it included, without the line end.
  public var rawBytes: UnsafeBufferPointer<UInt8> {
    unsafe UnsafeBufferPointer(start: rawStart, count: rawEnd - rawStart)
  }

  /// Ends the record, as it came and as it is, at the same place.
  @inline(__always)
  mutating func endRecord(at place: UnsafePointer<UInt8>) {
    unsafe recordEnd = unsafe place
    unsafe rawEnd = unsafe place
  }

  /// Counts the line ends up to a place.
  mutating func countLines(to place: UnsafePointer<UInt8>) {
    let (count, afterLast) = unsafe LineScan.lineEnds(from: countedTo, to: place)
    linesCounted += count
    if let afterLast = unsafe afterLast { unsafe lineStart = unsafe afterLast }
    unsafe countedTo = unsafe place
  }
}
