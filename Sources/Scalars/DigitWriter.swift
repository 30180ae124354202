/// Writes numbers as decimal text into memory.
///
/// Every function returns how many bytes it wrote. The caller gives it room for as many as the
/// `room` that belongs to it says; less is undefined behaviour. Bytes after the text, within that
/// room, may be overwritten.
public enum DigitWriter {
  /// The room that an integer needs: 19 digits and a sign, or 20 digits.
  public static let integerRoom = 20

  /// Writes an integer.
  ///
  /// - Returns: The count of bytes written, at most `integerRoom`.
  @inlinable
  public static func write(_ value: Int64, to target: UnsafeMutablePointer<UInt8>) -> Int {
    guard value < 0 else { return unsafe write(value.magnitude, to: target) }
    unsafe target.pointee = UInt8(ascii: "-")
    return unsafe 1 + write(value.magnitude, to: target + 1)
  }

  /// Writes an integer.
  ///
  /// - Returns: The count of bytes written, at most `integerRoom`.
  @inlinable
  public static func write(_ value: UInt64, to target: UnsafeMutablePointer<UInt8>) -> Int {
    let count = value.decimalDigitCount
    unsafe write(value, digits: count, to: target)
    return count
  }

  /// Writes the last digits of an integer, with zeros before them where it has fewer.
  @inlinable
  static func write(_ value: UInt64, digits count: Int, to target: UnsafeMutablePointer<UInt8>) {
    var rest = value
    var place = count
    // Four digits a round: their pairs are told apart while the next division is under way.
    while place >= 4 {
      let (quotient, digits) = rest.quotientAndRemainder(dividingBy: 10_000)
      let (high, low) = UInt32(truncatingIfNeeded: digits).quotientAndRemainder(dividingBy: 100)
      place &-= 4
      unsafe writePair(Int(high), to: target + place)
      unsafe writePair(Int(low), to: target + place + 2)
      rest = quotient
    }
    if place >= 2 {
      let (quotient, pair) = rest.quotientAndRemainder(dividingBy: 100)
      place &-= 2
      unsafe writePair(Int(truncatingIfNeeded: pair), to: target + place)
      rest = quotient
    }
    if place == 1 { unsafe target.pointee = UInt8(ascii: "0") &+ UInt8(rest % 10) }
  }

  /// Writes a number of 0…99 with two digits.
  @inlinable
  static func writePair(_ pair: Int, to target: UnsafeMutablePointer<UInt8>) {
    let source = unsafe pairsOfDigits.utf8Start + 2 &* pair
    unsafe target[0] = source[0]
    unsafe target[1] = source[1]
  }

  /// Writes a text of the program's own.
  ///
  /// - Returns: The count of bytes written.
  static func write(_ literal: StaticString, to target: UnsafeMutablePointer<UInt8>) -> Int {
    unsafe target.update(from: literal.utf8Start, count: literal.utf8CodeUnitCount)
    return literal.utf8CodeUnitCount
  }

  /// Makes a text of at most `room` bytes from what `body` writes into that room.
  static func text(room: Int, _ body: (UnsafeMutablePointer<UInt8>) -> Int) -> String {
    unsafe String(unsafeUninitializedCapacity: room) { buffer in
      guard let start = buffer.baseAddress else { return 0 }
      return unsafe body(start)
    }
  }
}

/// 00 … 99: a division by a hundred yields two digits, for the price of one.
@usableFromInline
let pairsOfDigits: StaticString = """
  0001020304050607080910111213141516171819\
  2021222324252627282930313233343536373839\
  4041424344454647484950515253545556575859\
  6061626364656667686970717273747576777879\
  8081828384858687888990919293949596979899
  """
