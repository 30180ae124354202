internal import Market
internal import Scalars

/// The small steps of reading the texts of a master.
enum MasterText {
  @inline(__always)
  static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
  }

  @inline(__always)
  static func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }

  /// Up to eight bytes as one number, the first byte highest; nil where there are more.
  @inline(__always)
  static func word(_ bytes: Span<UInt8>) -> UInt64? {
    guard bytes.count <= 8 else { return nil }
    var word: UInt64 = 0
    for index in 0..<bytes.count { word = word &<< 8 | UInt64(bytes[index]) }
    return word
  }

  /// Whether bytes are a number without an exponent, as JSON writes it.
  static func isPlainNumber(_ bytes: Span<UInt8>) -> Bool {
    var place = 0
    if place < bytes.count, bytes[place] == UInt8(ascii: "-") { place += 1 }
    let whole = place
    while place < bytes.count, isDigit(bytes[place]) { place += 1 }
    guard place > whole, place - whole == 1 || bytes[whole] != UInt8(ascii: "0") else {
      return false
    }
    guard place < bytes.count else { return true }
    guard bytes[place] == UInt8(ascii: "."), place + 1 < bytes.count else { return false }
    place += 1
    while place < bytes.count, isDigit(bytes[place]) { place += 1 }
    return place == bytes.count
  }

  /// A whole number of up to 18 digits, with or without decimals that are zeros; nil for anything else.
  static func whole(_ bytes: Span<UInt8>) -> Int64? {
    var place = 0
    let isNegative = bytes.count > 0 && bytes[0] == UInt8(ascii: "-")
    if isNegative { place = 1 }
    let start = place
    var number: Int64 = 0
    while place < bytes.count, isDigit(bytes[place]) {
      number = number &* 10 &+ Int64(bytes[place] &- UInt8(ascii: "0"))
      place &+= 1
    }
    guard place > start, place &- start <= 18 else { return nil }
    if place < bytes.count {
      guard bytes[place] == UInt8(ascii: "."), place &+ 1 < bytes.count else { return nil }
      place &+= 1
      while place < bytes.count {
        guard bytes[place] == UInt8(ascii: "0") else { return nil }
        place &+= 1
      }
    }
    return isNegative ? -number : number
  }

  /// An amount in paise that is written in rupees, with two decimals at the most but for zeros; nil for
  /// anything else.
  static func paise(_ bytes: Span<UInt8>) -> Int64? {
    guard isPlainNumber(bytes), bytes.count <= 18 else { return nil }
    let isNegative = bytes[0] == UInt8(ascii: "-")
    var number: Int64 = 0
    // Nothing before the point, then how many behind it.
    var decimals: Int?
    for index in (isNegative ? 1 : 0)..<bytes.count {
      guard bytes[index] != UInt8(ascii: ".") else {
        decimals = 0
        continue
      }
      let digit = Int64(bytes[index] &- UInt8(ascii: "0"))
      if let count = decimals {
        guard count < 2 || digit == 0 else { return nil }
        decimals = count + 1
        if count >= 2 { continue }
      }
      number = number * 10 + digit
    }
    for _ in min(decimals ?? 0, 2)..<2 {
      let (scaled, overflow) = number.multipliedReportingOverflow(by: 10)
      guard !overflow else { return nil }
      number = scaled
    }
    return isNegative ? -number : number
  }

  /// A day such as `28JUL2026`.
  static func day(_ bytes: Span<UInt8>) -> Day? {
    guard bytes.count == 9, let day = number(bytes, 0..<2), let year = number(bytes, 5..<9),
      let month = month(bytes[2], bytes[3], bytes[4])
    else { return nil }
    return Day(year: year, month: month, day: day)
  }

  private static func number(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int? {
    var number = 0
    for index in range {
      guard isDigit(bytes[index]) else { return nil }
      number = number * 10 + Int(bytes[index] &- UInt8(ascii: "0"))
    }
    return number
  }

  private static func month(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Int? {
    switch UInt32(first) << 16 | UInt32(second) << 8 | UInt32(third) {
    case 0x4A_414E: 1
    case 0x46_4542: 2
    case 0x4D_4152: 3
    case 0x41_5052: 4
    case 0x4D_4159: 5
    case 0x4A_554E: 6
    case 0x4A_554C: 7
    case 0x41_5547: 8
    case 0x53_4550: 9
    case 0x4F_4354: 10
    case 0x4E_4F56: 11
    case 0x44_4543: 12
    default: nil
    }
  }

  /// The right of an option, by the last two letters of its symbol.
  static func right(_ symbol: Span<UInt8>) -> OptionRight? {
    guard symbol.count > 2, symbol[symbol.count - 1] == UInt8(ascii: "E") else { return nil }
    switch symbol[symbol.count - 2] {
    case UInt8(ascii: "C"): return .call
    case UInt8(ascii: "P"): return .put
    default: return nil
    }
  }
}
