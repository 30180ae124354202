extension Timestamp {
  /// Reads an instant as RFC 3339 has it: `2026-11-20T15:29:58+05:30`.
  ///
  /// The date and the time are separated by `T`, `t` or, as the RFC allows for and most programs
  /// write, by one blank. A fraction has 1 to 9 digits; what is finer than a millisecond is cut off,
  /// so that no instant moves into the next second. The offset is `Z`, `z`, or up to ±18:00, and
  /// `-00:00` is UTC. There is no hour 24 and no second 60.
  ///
  /// - Parameters:
  ///   - text: The whole of it is read.
  ///   - assumingIST: Whether a time without offset is taken to be IST rather than refused.
  /// - Throws: A `TimestampError` that says what to write instead.
  public init(rfc3339 text: Span<UInt8>, assumingIST: Bool = false) throws(TimestampError) {
    let day = try Day(prefixOf: text, otherwise: .malformedTime)
    guard text.count > 10 else { throw .missingTime }
    guard text.holds("T", at: 10) || text.holds("t", at: 10) || text.holds(" ", at: 10) else {
      throw .malformedTime
    }
    let secondOfDay = try Self.secondOfDay(text, at: 11)
    let fraction = try Self.fraction(text, at: 19)
    let offset = try Self.offset(text, at: fraction.end, assumingIST: assumingIST)
    let seconds = Int64(day.daysSince1970) * 86_400 + Int64(secondOfDay - offset)
    self.init(milliseconds: seconds * 1000 + Int64(fraction.milliseconds))
  }

  /// Reads `15:29:58`.
  private static func secondOfDay(_ text: Span<UInt8>, at start: Int) throws(TimestampError) -> Int
  {
    guard let hour = text.number(at: start, digits: 2), text.holds(":", at: start + 2),
      let minute = text.number(at: start + 3, digits: 2), text.holds(":", at: start + 5),
      let second = text.number(at: start + 6, digits: 2)
    else { throw .malformedTime }
    guard hour < 24 else { throw .hourOutOfRange(hour) }
    guard minute < 60 else { throw .minuteOutOfRange(minute) }
    guard second != 60 else { throw .leapSecond }
    guard second < 60 else { throw .secondOutOfRange(second) }
    return hour * 3600 + minute * 60 + second
  }

  /// Reads the `.250` that may follow the seconds.
  private static func fraction(
    _ text: Span<UInt8>, at start: Int
  ) throws(TimestampError) -> (milliseconds: Int, end: Int) {
    guard text.holds(".", at: start) else { return (0, start) }
    var end = start + 1
    var milliseconds = 0
    var unit = 100
    while let digit = text.number(at: end, digits: 1) {
      milliseconds += digit * unit
      unit /= 10
      end += 1
    }
    guard (1...9).contains(end - start - 1) else { throw .fractionOutOfRange }
    return (milliseconds, end)
  }

  /// Reads the offset that ends the text, in seconds.
  private static func offset(
    _ text: Span<UInt8>, at start: Int, assumingIST: Bool
  ) throws(TimestampError) -> Int {
    if start == text.count {
      guard assumingIST else { throw .missingOffset }
      return Int(istOffset / 1000)
    }
    let isUTC = text.holds("Z", at: start) || text.holds("z", at: start)
    if isUTC, text.count == start + 1 { return 0 }
    let isNegative = text.holds("-", at: start)
    guard isNegative || text.holds("+", at: start), text.count == start + 6,
      let hours = text.number(at: start + 1, digits: 2), text.holds(":", at: start + 3),
      let minutes = text.number(at: start + 4, digits: 2)
    else { throw .malformedTime }
    let total = hours * 60 + minutes
    guard minutes < 60, total <= 18 * 60 else { throw .offsetOutOfRange }
    return isNegative ? -total * 60 : total * 60
  }
}

extension Timestamp: CustomStringConvertible {
  /// The room that the text of an instant needs.
  public static let textRoom = 48

  /// The instant in IST, `2026-11-20T15:29:58+05:30`, with milliseconds only when there are any.
  public var description: String {
    unsafe DigitWriter.text(room: Self.textRoom) { target in unsafe write(to: target) }
  }

  /// Writes the instant in IST, `2026-11-20T15:29:58+05:30`, with milliseconds only when there are
  /// any.
  ///
  /// - Returns: The count of bytes written: 25 or 29, or up to `textRoom` outside the years 0…9999,
  ///   which are written with a sign.
  public func write(to target: UnsafeMutablePointer<UInt8>) -> Int {
    let ist = self.ist
    var count = unsafe CivilDate(daysSince1970: ist.days).write(to: target)
    let (minuteOfDay, second) = ist.secondOfDay.quotientAndRemainder(dividingBy: 60)
    let (hour, minute) = minuteOfDay.quotientAndRemainder(dividingBy: 60)
    count += unsafe DigitWriter.write("T00:00:00", to: target + count)
    unsafe DigitWriter.writePair(hour, to: target + count - 8)
    unsafe DigitWriter.writePair(minute, to: target + count - 5)
    unsafe DigitWriter.writePair(second, to: target + count - 2)
    if ist.millisecond != 0 {
      unsafe target[count] = UInt8(ascii: ".")
      unsafe DigitWriter.write(UInt64(ist.millisecond), digits: 3, to: target + count + 1)
      count += 4
    }
    return unsafe count + DigitWriter.write("+05:30", to: target + count)
  }
}
