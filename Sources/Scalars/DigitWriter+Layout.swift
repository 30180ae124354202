extension DigitWriter {
  /// Writes `digits × 10^exponent` without an exponent: `5000`, `24500.05`, `0.0003`.
  static func writePlain(
    digits: UInt64, exponent: Int, to target: UnsafeMutablePointer<UInt8>
  ) -> Int {
    if exponent >= 0 {
      let count = unsafe write(digits, to: target)
      unsafe (target + count).update(repeating: UInt8(ascii: "0"), count: exponent)
      return count + exponent
    }
    let decimals = -exponent
    // Past 19 decimals there is nothing before the point.
    let (whole, rest) =
      decimals < 20 ? digits.quotientAndRemainder(dividingBy: powersOfTen[decimals]) : (0, digits)
    let count = unsafe write(whole, to: target)
    unsafe target[count] = UInt8(ascii: ".")
    unsafe write(rest, digits: decimals, to: target + count + 1)
    return count + 1 + decimals
  }

  /// Writes `digits × 10^exponent` with one digit before the point: `1.5e-8`, `1e21`.
  static func writeScientific(
    digits: UInt64, exponent: Int, to target: UnsafeMutablePointer<UInt8>
  ) -> Int {
    var count = unsafe write(digits, to: target + 1)
    let power = exponent + count - 1
    unsafe target[0] = target[1]
    if count > 1 {
      unsafe target[1] = UInt8(ascii: ".")
      count += 1
    }
    unsafe target[count] = UInt8(ascii: "e")
    return unsafe count + 1 + write(Int64(power), to: target + count + 1)
  }

  /// Writes a minus if asked to.
  ///
  /// - Returns: The count of bytes written, 0 or 1.
  static func writeSign(_ isNegative: Bool, to target: UnsafeMutablePointer<UInt8>) -> Int {
    guard isNegative else { return 0 }
    unsafe target.pointee = UInt8(ascii: "-")
    return 1
  }
}
