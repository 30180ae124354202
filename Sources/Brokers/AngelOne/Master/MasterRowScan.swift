internal import Scalars

/// Goes past a row of SmartAPI's master and notes where its values stand.
///
/// It takes what the broker writes: an object of plain texts, numbers and words. Whatever is unusual
/// about a row, an escape, a letter beyond ASCII, a value within a value or a mistake, is left to a
/// reader that takes its time.
struct MasterRowScan {
  /// What became of a row.
  enum Outcome {
    /// It was read, and ends before this place.
    case row(end: Int)
    /// The bytes end before it does.
    case incomplete
    /// It is not written as usual.
    case unusual
  }

  private(set) var fields = MasterFields()
  /// How the rows before were written.
  private(set) var model = MasterRowModel()
  private var values = MasterRowModel.Values()
  /// The names that are not read, so that one that is there twice is noticed.
  private var strangers = InlineArray<8, MasterKey>(repeating: MasterKey())
  private var strangerCount = 0

  /// Reads the object whose brace is at a place.
  mutating func scan(_ bytes: Span<UInt8>, from start: Int) -> Outcome {
    fields = MasterFields()
    if let end = model.read(bytes, from: start, into: &fields) { return .row(end: end) }
    fields = MasterFields()
    values = MasterRowModel.Values()
    strangerCount = 0
    var place = start + 1
    while true {
      Self.skipBlanks(bytes, &place)
      guard place < bytes.count else { return .incomplete }
      guard bytes[place] == UInt8(ascii: "\"") else { return .unusual }
      var key = MasterKey()
      place += 1
      Self.readKey(&key, bytes, &place)
      if let outcome = Self.pass("\"", bytes, &place) { return outcome }
      Self.skipBlanks(bytes, &place)
      if let outcome = Self.pass(":", bytes, &place) { return outcome }
      Self.skipBlanks(bytes, &place)
      if let outcome = readValue(of: key, bytes, &place) { return outcome }
      Self.skipBlanks(bytes, &place)
      guard place < bytes.count else { return .incomplete }
      let byte = bytes[place]
      place &+= 1
      if byte == UInt8(ascii: "}") {
        model.learn(values, of: bytes, from: start, upTo: place)
        return .row(end: place)
      }
      guard byte == UInt8(ascii: ",") else { return .unusual }
    }
  }

  /// Goes past the letters of a name.
  @inline(__always)
  private static func readKey(_ key: inout MasterKey, _ bytes: Span<UInt8>, _ place: inout Int) {
    let start = place
    var shift: UInt64 = 0
    while place < bytes.count, shift < 64, isOfName(bytes[place]) {
      key.first |= UInt64(bytes[place]) &<< shift
      shift &+= 8
      place &+= 1
    }
    key.count = place &- start
    guard shift == 64 else { return }
    while place < bytes.count, isOfName(bytes[place]) {
      key.add(bytes[place])
      place &+= 1
    }
  }

  /// Goes past a value and notes it; an outcome where that is the end of it.
  @inline(__always)
  private mutating func readValue(
    of key: MasterKey, _ bytes: Span<UInt8>, _ place: inout Int
  ) -> Outcome? {
    guard place < bytes.count else { return .incomplete }
    let start = place
    let isText = bytes[start] == UInt8(ascii: "\"")
    let found: MasterFields.Place
    if isText {
      found = MasterFields.Place(start + 1, bytes.endOfPlainText(from: start + 1))
      place = found.range.upperBound
      if let outcome = Self.pass("\"", bytes, &place) { return outcome }
    } else {
      place = MasterWord.end(bytes, from: start)
      guard place < bytes.count else { return .incomplete }
      guard let word = MasterWord.value(bytes, start, place) else { return .unusual }
      found = word
    }
    if let field = key.field {
      guard fields.see(field) else { return .unusual }
      fields[field] = found
    } else {
      guard isStranger(key) else { return .unusual }
    }
    let written = isText ? found : MasterFields.Place(start, place)
    values.add(written, isText: isText, as: key.field)
    return nil
  }

  /// Notes a name that is not read; false where it is there twice, or one of too many.
  private mutating func isStranger(_ key: MasterKey) -> Bool {
    guard strangerCount < strangers.count else { return false }
    for index in 0..<strangerCount where strangers[index] == key { return false }
    strangers[strangerCount] = key
    strangerCount += 1
    return true
  }

  @inline(__always)
  private static func pass(
    _ byte: Unicode.Scalar, _ bytes: Span<UInt8>, _ place: inout Int
  ) -> Outcome? {
    guard place < bytes.count else { return .incomplete }
    guard bytes[place] == UInt8(ascii: byte) else { return .unusual }
    place &+= 1
    return nil
  }

  @inline(__always)
  private static func skipBlanks(_ bytes: Span<UInt8>, _ place: inout Int) {
    while place < bytes.count, MasterText.isBlank(bytes[place]) { place &+= 1 }
  }

  /// Whether a byte may stand in a name that is compared byte by byte.
  @inline(__always)
  private static func isOfName(_ byte: UInt8) -> Bool {
    byte >= 0x20 && byte < 0x7F && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
  }
}
