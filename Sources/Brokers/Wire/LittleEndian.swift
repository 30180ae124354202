/// Numbers of a binary message whose lowest byte comes first.
///
/// Reading beyond the end traps: whoever reads has looked at the length.
enum LittleEndian {
  @inline(__always)
  static func whole(_ bytes: Span<UInt8>, at place: Int) -> Int64 {
    Int64(bitPattern: bits(bytes, at: place, count: 8))
  }

  @inline(__always)
  static func whole32(_ bytes: Span<UInt8>, at place: Int) -> Int64 {
    Int64(Int32(truncatingIfNeeded: bits(bytes, at: place, count: 4)))
  }

  @inline(__always)
  static func whole16(_ bytes: Span<UInt8>, at place: Int) -> Int64 {
    Int64(Int16(truncatingIfNeeded: bits(bytes, at: place, count: 2)))
  }

  @inline(__always)
  static func double(_ bytes: Span<UInt8>, at place: Int) -> Double {
    Double(bitPattern: bits(bytes, at: place, count: 8))
  }

  @inline(__always)
  private static func bits(_ bytes: Span<UInt8>, at place: Int, count: Int) -> UInt64 {
    var bits: UInt64 = 0
    for index in 0..<count { bits |= UInt64(bytes[place &+ index]) &<< UInt64(8 &* index) }
    return bits
  }
}
