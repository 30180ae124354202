extension Day {
  /// Reads a day in the one form `2026-11-20`.
  ///
  /// The years are 0001 to 9999.
  ///
  /// - Throws: `TimestampError.malformedDay`, `.yearNotFirst` or `.noSuchDay`.
  public init(text: Span<UInt8>) throws(TimestampError) {
    try self.init(prefixOf: text, otherwise: .malformedDay)
    guard text.count == 10 else { throw .malformedDay }
  }

  /// Reads the day that a text begins with.
  init(prefixOf text: Span<UInt8>, otherwise malformed: TimestampError) throws(TimestampError) {
    guard let year = text.number(at: 0, digits: 4), text.holds("-", at: 4),
      let month = text.number(at: 5, digits: 2), text.holds("-", at: 7),
      let day = text.number(at: 8, digits: 2)
    else {
      throw Self.beginsWithShortNumber(text) ? .yearNotFirst : malformed
    }
    let date = CivilDate(year: year, month: month, day: day)
    guard date.exists else { throw .noSuchDay(year: year, month: month, day: day) }
    self.init(date)
  }

  /// Whether a number of one or two digits comes first, as in `20/11/2026` and `26-11-20`.
  private static func beginsWithShortNumber(_ text: Span<UInt8>) -> Bool {
    guard text.number(at: 0, digits: 1) != nil else { return false }
    let end = text.number(at: 1, digits: 1) == nil ? 1 : 2
    return "-/. ".utf8.contains { text.holds($0, at: end) }
  }
}

extension Day: CustomStringConvertible {
  /// The room that the text of a day needs.
  public static let textRoom = 16

  /// The day as `2026-11-20`.
  ///
  /// A year outside 0…9999, which no text reads as, has a sign: `+12026-11-20`.
  public var description: String {
    unsafe DigitWriter.text(room: Self.textRoom) { target in unsafe write(to: target) }
  }

  /// Writes the day as `2026-11-20`.
  ///
  /// - Returns: The count of bytes written: ten, or up to `textRoom` for a year outside 0…9999.
  public func write(to target: UnsafeMutablePointer<UInt8>) -> Int {
    unsafe date.write(to: target)
  }
}

extension CivilDate {
  /// Writes the date as `2026-11-20`, with a sign where the year is outside 0…9999.
  func write(to target: UnsafeMutablePointer<UInt8>) -> Int {
    var count = 0
    let yearDigits = UInt64(year.magnitude)
    if !(0...9999).contains(year) {
      unsafe target.pointee = UInt8(ascii: year < 0 ? "-" : "+")
      count = 1
    }
    let width = Swift.max(4, yearDigits.decimalDigitCount)
    unsafe DigitWriter.write(yearDigits, digits: width, to: target + count)
    count += width
    unsafe target[count] = UInt8(ascii: "-")
    unsafe DigitWriter.writePair(month, to: target + count + 1)
    unsafe target[count + 3] = UInt8(ascii: "-")
    unsafe DigitWriter.writePair(day, to: target + count + 4)
    return count + 6
  }
}
