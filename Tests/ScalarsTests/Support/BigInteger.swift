/// A signed integer of any size, slow and plain: the judge of the fast arithmetic under test.
///
/// It is written in base 10^9, which none of the code under test uses.
struct BigInteger: Hashable, Comparable {
  private(set) var isNegative = false
  /// Little-endian, without leading zero limbs; zero is empty.
  fileprivate var limbs: [UInt32] = []

  private static let base: UInt64 = 1_000_000_000

  init(_ value: some BinaryInteger) {
    isNegative = value < 0
    var rest = UInt128(value.magnitude)
    while rest > 0 {
      limbs.append(UInt32(rest % UInt128(Self.base)))
      rest /= UInt128(Self.base)
    }
  }

  /// Reads decimal digits and nothing else.
  init(digits: some StringProtocol) {
    self.init(0)
    for digit in digits.utf8 { self = multiplied(by: 10) + BigInteger(digit - 48) }
  }

  static func power(_ base: UInt32, _ exponent: Int) -> BigInteger {
    var result = BigInteger(1)
    for _ in 0..<exponent { result = result.multiplied(by: base) }
    return result
  }

  var isZero: Bool { limbs.isEmpty }

  var magnitude: BigInteger {
    var result = self
    result.isNegative = false
    return result
  }

  static prefix func - (value: BigInteger) -> BigInteger {
    var result = value
    result.isNegative = !value.isNegative && !value.isZero
    return result
  }

  static func < (left: BigInteger, right: BigInteger) -> Bool {
    if left.isNegative != right.isNegative { return left.isNegative }
    return left.isNegative ? right.isBelow(left) : left.isBelow(right)
  }

  static func + (left: BigInteger, right: BigInteger) -> BigInteger {
    if right.isZero { return left }
    if left.isNegative != right.isNegative { return left - (-right) }
    var result = left
    var carry: UInt64 = 0
    for place in 0..<max(left.limbs.count, right.limbs.count) {
      let sum = left.limb(place) + right.limb(place) + carry
      result.setLimb(place, sum % base)
      carry = sum / base
    }
    if carry > 0 { result.limbs.append(UInt32(carry)) }
    return result
  }

  static func - (left: BigInteger, right: BigInteger) -> BigInteger {
    if right.isZero { return left }
    if left.isNegative != right.isNegative { return left + (-right) }
    if left.isBelow(right) { return -(right - left) }
    var result = left
    var borrow: UInt64 = 0
    for place in 0..<left.limbs.count {
      let sum = base + left.limb(place) - right.limb(place) - borrow
      result.setLimb(place, sum % base)
      borrow = sum < base ? 1 : 0
    }
    result.trim()
    return result
  }

  static func * (left: BigInteger, right: BigInteger) -> BigInteger {
    var result = BigInteger(0)
    for place in right.limbs.indices.reversed() {
      if !result.isZero { result.limbs.insert(0, at: 0) }
      result = result + left.magnitude.multiplied(by: right.limbs[place])
    }
    result.isNegative = left.isNegative != right.isNegative && !result.isZero
    return result
  }

  func multiplied(by factor: UInt32) -> BigInteger {
    var result = self
    var carry: UInt64 = 0
    for place in limbs.indices {
      let product = limb(place) * UInt64(factor) + carry
      result.setLimb(place, product % Self.base)
      carry = product / Self.base
    }
    while carry > 0 {
      result.limbs.append(UInt32(carry % Self.base))
      carry /= Self.base
    }
    result.trim()
    return result
  }

  /// Divides the magnitude by a small number, cutting off; the sign stays.
  func quotientAndRemainder(dividingBy divisor: UInt32) -> (quotient: BigInteger, remainder: UInt32)
  {
    var result = self
    var remainder: UInt64 = 0
    for place in limbs.indices.reversed() {
      let part = remainder * Self.base + limb(place)
      result.setLimb(place, part / UInt64(divisor))
      remainder = part % UInt64(divisor)
    }
    result.trim()
    return (result, UInt32(remainder))
  }

  /// The value as a fixed-width integer, or `nil` when it does not fit.
  func exactly<Integer: FixedWidthInteger>(_: Integer.Type) -> Integer? {
    var result: Integer = 0
    for limb in limbs.reversed() {
      let (shifted, overflow) = result.multipliedReportingOverflow(by: Integer(Self.base))
      let (sum, sumOverflow) =
        isNegative
        ? shifted.subtractingReportingOverflow(Integer(limb))
        : shifted.addingReportingOverflow(Integer(limb))
      if overflow || sumOverflow { return nil }
      result = sum
    }
    return result
  }

  private func limb(_ place: Int) -> UInt64 {
    place < limbs.count ? UInt64(limbs[place]) : 0
  }

  private mutating func setLimb(_ place: Int, _ value: UInt64) {
    if place == limbs.count { limbs.append(0) }
    limbs[place] = UInt32(value)
  }

  private mutating func trim() {
    while limbs.last == 0 { limbs.removeLast() }
    if limbs.isEmpty { isNegative = false }
  }

  private func isBelow(_ other: BigInteger) -> Bool {
    if limbs.count != other.limbs.count { return limbs.count < other.limbs.count }
    return limbs.reversed().lexicographicallyPrecedes(other.limbs.reversed())
  }
}

extension BigInteger: CustomStringConvertible {
  var description: String {
    guard let top = limbs.last else { return "0" }
    var text = (isNegative ? "-" : "") + String(top)
    for limb in limbs.dropLast().reversed() {
      let digits = String(limb)
      text += String(repeating: "0", count: 9 - digits.utf8.count) + digits
    }
    return text
  }
}
