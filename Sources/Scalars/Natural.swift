/// A whole number of any size, for the few decisions that 128 bits leave open.
///
/// It can do no more than those need: grow and be compared.
struct Natural {
  /// Little-endian, without leading zeros; zero is empty.
  private var limbs: [UInt64] = []

  init(_ value: UInt128) {
    var rest = value
    while rest != 0 {
      limbs.append(UInt64(truncatingIfNeeded: rest))
      rest >>= 64
    }
  }

  /// Multiplies by one word, which must not be zero, and adds another.
  mutating func multiply(by factor: UInt64, adding summand: UInt64 = 0) {
    var carry = summand
    for index in limbs.indices {
      let product = limbs[index].multipliedFullWidth(by: factor)
      let (low, overflow) = product.low.addingReportingOverflow(carry)
      limbs[index] = low
      carry = product.high + (overflow ? 1 : 0)
    }
    if carry != 0 { limbs.append(carry) }
  }

  /// Multiplies by `10^power`.
  mutating func multiply(byPowerOfTen power: Int) {
    var rest = power
    while rest >= 19 {
      multiply(by: powersOfTen[19])
      rest -= 19
    }
    multiply(by: powersOfTen[rest])
  }

  /// Multiplies by `2^power`; the number must not be zero.
  mutating func multiply(byPowerOfTwo power: Int) {
    multiply(by: 1 << UInt64(power % 64))
    limbs.insert(contentsOf: repeatElement(0, count: power / 64), at: 0)
  }

  /// Subtracts one word, which must not be greater than the number.
  mutating func subtract(_ subtrahend: UInt64) {
    var borrow = subtrahend
    for index in limbs.indices where borrow != 0 {
      let (difference, overflow) = limbs[index].subtractingReportingOverflow(borrow)
      limbs[index] = difference
      borrow = overflow ? 1 : 0
    }
    precondition(borrow == 0, "a natural number has no negative result")
    while limbs.last == 0 { limbs.removeLast() }
  }

  /// −1, 0 or 1 as the number is less than, equal to or greater than the other one.
  func compared(to other: Natural) -> Int {
    if limbs.count != other.limbs.count { return limbs.count < other.limbs.count ? -1 : 1 }
    for index in limbs.indices.reversed() where limbs[index] != other.limbs[index] {
      return limbs[index] < other.limbs[index] ? -1 : 1
    }
    return 0
  }
}
