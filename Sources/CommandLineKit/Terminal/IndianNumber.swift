/// Numbers as people in India write them: the last three digits, then groups of two.
///
/// Grouping works on the digits of a text that is already written, so it never changes a value.
package enum IndianNumber {
  /// The digits before the point in groups, such as `12,34,567.00`.
  ///
  /// A text that is not a plain decimal number comes back as it is.
  package static func grouped(_ number: String) -> String {
    let isNegative = number.hasPrefix("-")
    let unsigned = isNegative ? number.dropFirst() : number[...]
    let parts = unsigned.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy(isDigit) }) else { return number }
    let fraction = parts.count > 1 ? "." + parts[1] : ""
    return (isNegative ? "-" : "") + groupedDigits(parts[0]) + fraction
  }

  /// The number in rupees with groups, such as `₹12,34,567.00` or `-₹5.00`.
  package static func rupees(_ number: String) -> String {
    number.hasPrefix("-")
      ? "-₹" + grouped(String(number.dropFirst())) : "₹" + grouped(number)
  }

  /// An amount of whole paise, such as `₹12,34,567.00`.
  package static func rupees(paise: Int) -> String {
    rupees(decimal(hundredths: paise.magnitude, isNegative: paise < 0))
  }

  /// An amount of whole paise in crores or lakhs to two places, such as `₹1.23 Cr` or `₹4.50 L`.
  ///
  /// Half of the last place rounds away from zero; less than a lakh is written in full.
  package static func compactRupees(paise: Int) -> String {
    let lakhs = rounded(paise.magnitude, by: 100_000)
    // Also what only rounding lifts to a hundred lakhs is said in crores.
    if lakhs >= 10_000 {
      let crores = rounded(paise.magnitude, by: 10_000_000)
      return rupees(decimal(hundredths: crores, isNegative: paise < 0)) + " Cr"
    }
    if paise.magnitude >= 10_000_000 {
      return rupees(decimal(hundredths: lakhs, isNegative: paise < 0)) + " L"
    }
    return rupees(paise: paise)
  }

  /// Divides, to the nearest whole number, half of it up.
  private static func rounded(_ number: UInt, by divisor: UInt) -> UInt {
    let (quotient, remainder) = number.quotientAndRemainder(dividingBy: divisor)
    return quotient + (remainder * 2 >= divisor ? 1 : 0)
  }

  private static func decimal(hundredths: UInt, isNegative: Bool) -> String {
    let (whole, rest) = hundredths.quotientAndRemainder(dividingBy: 100)
    return "\(isNegative ? "-" : "")\(whole).\(rest < 10 ? "0" : "")\(rest)"
  }

  private static func groupedDigits(_ digits: Substring) -> String {
    var rest = digits.dropLast(3)
    var groups = [digits.suffix(3)]
    while !rest.isEmpty {
      groups.append(rest.suffix(2))
      rest = rest.dropLast(2)
    }
    return groups.reversed().joined(separator: ",")
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }
}
