/// Signs and masks of eight numbers at once, in the few instructions that a plain processor has.
extension LaneMath {
  /// Numbers without their signs.
  @inline(__always)
  static func magnitude(_ x: Lanes) -> Lanes {
    unsafe unsafeBitCast(bits(x) & SIMD8(repeating: ~signBit), to: Lanes.self)
  }

  /// Numbers that have no sign, with one where a mask is set.
  @inline(__always)
  static func negative(_ x: Lanes, where mask: SIMDMask<SIMD8<Int64>>) -> Lanes {
    let signs = SIMD8<UInt64>.zero.replacing(with: SIMD8(repeating: signBit), where: mask)
    return unsafe unsafeBitCast(bits(x) | signs, to: Lanes.self)
  }

  /// Numbers where a mask is set, and zero elsewhere.
  @inline(__always)
  static func only(_ x: Lanes, where mask: SIMDMask<SIMD8<Int64>>) -> Lanes {
    Lanes.zero.replacing(with: x, where: mask)
  }

  /// Whether a mask is set anywhere.
  @inline(__always)
  static func isAny(_ mask: SIMDMask<SIMD8<Int64>>) -> Bool {
    let eight = SIMD8<UInt64>.zero.replacing(with: SIMD8(repeating: .max), where: mask)
    let four = eight.lowHalf | eight.highHalf
    let two = four.lowHalf | four.highHalf
    return two[0] | two[1] != 0
  }

  /// The bits of numbers.
  @inline(__always)
  static func bits(_ x: Lanes) -> SIMD8<UInt64> {
    unsafe unsafeBitCast(x, to: SIMD8<UInt64>.self)
  }

  private static var signBit: UInt64 { 1 << 63 }
}
