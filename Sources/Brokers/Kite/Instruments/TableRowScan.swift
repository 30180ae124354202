/// Finds the cells of a row of comma-separated values.
///
/// A cell that holds a quote twice is unusual: its row is copied with its texts as they are meant.
struct TableRowScan {
  /// What became of a row.
  enum Outcome: Equatable {
    /// It was read, and the next one begins at this place.
    case row(end: Int)
    /// The bytes end before it does.
    case incomplete
  }

  /// Where the cells stand, those in quotes without them.
  private(set) var cells: [MasterFields.Place] = []
  /// Whether some cell has quotes in it, which stand there twice.
  private(set) var hasDoubledQuotes = false
  /// Whether some byte is no part of a text: a control character, or a quote that is none.
  private(set) var isBroken = false
  /// Whether some byte is beyond ASCII.
  private(set) var isForeign = false

  /// More cells than this are counted and not kept.
  private static let mostCells = 64

  init() { cells.reserveCapacity(Self.mostCells) }

  /// Reads the row that begins at a place.
  ///
  /// - Parameters:
  ///   - bytes: what the row stands in.
  ///   - start: where it begins.
  ///   - isLast: whether nothing follows these bytes, so that the row needs no line end.
  mutating func scan(_ bytes: Span<UInt8>, from start: Int, isLast: Bool = false) -> Outcome {
    cells.removeAll(keepingCapacity: true)
    (hasDoubledQuotes, isBroken, isForeign) = (false, false, false)
    var place = start
    while true {
      guard let cell = cell(bytes, &place) else { return .incomplete }
      if cells.count < Self.mostCells { cells.append(cell) } else { isBroken = true }
      guard place < bytes.count else { return isLast ? .row(end: place) : .incomplete }
      let byte = bytes[place]
      place &+= 1
      if byte == UInt8(ascii: "\n") { return .row(end: place) }
    }
  }

  /// Reads a cell up to the comma or the line end behind it; nil where its closing quote is missing.
  @inline(__always)
  private mutating func cell(
    _ bytes: Span<UInt8>, _ place: inout Int
  ) -> MasterFields.Place? {
    if place < bytes.count, bytes[place] == UInt8(ascii: "\"") { return quotedCell(bytes, &place) }
    let start = place
    place = skipPlain(bytes, from: place)
    // The line may end in two characters.
    let isCarriage = place > start && bytes[place &- 1] == 0x0D && isLineEnd(bytes, place)
    let end = isCarriage ? place &- 1 : place
    check(bytes, start..<end, allowsQuotes: false)
    return MasterFields.Place(start, end)
  }

  private mutating func quotedCell(
    _ bytes: Span<UInt8>, _ place: inout Int
  ) -> MasterFields.Place? {
    let start = place + 1
    place = start
    while place < bytes.count {
      if bytes[place] == UInt8(ascii: "\"") {
        guard place + 1 < bytes.count, bytes[place + 1] == UInt8(ascii: "\"") else { break }
        hasDoubledQuotes = true
        place += 1
      }
      place += 1
    }
    guard place < bytes.count else { return nil }
    let cell = MasterFields.Place(start, place)
    check(bytes, start..<place, allowsQuotes: true)
    let close = place + 1
    place = skipPlain(bytes, from: close)
    let rest = place - close
    let isCarriage = rest == 1 && bytes[close] == 0x0D && isLineEnd(bytes, place)
    if rest > 0, !isCarriage { isBroken = true }
    return cell
  }

  private func isLineEnd(_ bytes: Span<UInt8>, _ place: Int) -> Bool {
    place >= bytes.count || bytes[place] == UInt8(ascii: "\n")
  }

  @inline(__always)
  private func skipPlain(_ bytes: Span<UInt8>, from start: Int) -> Int {
    var place = start
    while place < bytes.count, bytes[place] != UInt8(ascii: ","), bytes[place] != UInt8(ascii: "\n")
    {
      place &+= 1
    }
    return place
  }

  @inline(__always)
  private mutating func check(_ bytes: Span<UInt8>, _ range: Range<Int>, allowsQuotes: Bool) {
    for index in range {
      let byte = bytes[index]
      if byte >= 0x20, byte < 0x7F, byte != UInt8(ascii: "\"") { continue }
      if byte >= 0x80 {
        isForeign = true
      } else if byte != UInt8(ascii: "\"") || !allowsQuotes {
        isBroken = true
      }
    }
  }

  /// The row with its texts as they are meant: the bytes, and where the cells stand in them.
  func plain(_ bytes: Span<UInt8>) -> (bytes: [UInt8], cells: [MasterFields.Place]) {
    var texts: [UInt8] = []
    var places: [MasterFields.Place] = []
    for cell in cells {
      let start = texts.count
      var index = Int(cell.start)
      while index < Int(cell.end) {
        texts.append(bytes[index])
        // Of two quotes one is meant.
        index += bytes[index] == UInt8(ascii: "\"") ? 2 : 1
      }
      places.append(MasterFields.Place(start, texts.count))
    }
    return (texts, places)
  }
}
