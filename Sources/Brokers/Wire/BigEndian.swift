/// Numbers of a binary message whose highest byte comes first.
///
/// Reading beyond the end traps: whoever reads has looked at the length.
enum BigEndian {
  /// A number of 16 bits without a sign.
  @inline(__always)
  static func whole16(_ bytes: Span<UInt8>, at place: Int) -> Int64 {
    Int64(bytes[place]) << 8 | Int64(bytes[place &+ 1])
  }

  /// A number of 32 bits without a sign.
  @inline(__always)
  static func whole32(_ bytes: Span<UInt8>, at place: Int) -> Int64 {
    whole16(bytes, at: place) << 16 | whole16(bytes, at: place &+ 2)
  }

  /// A number of 32 bits with a sign.
  @inline(__always)
  static func signed32(_ bytes: Span<UInt8>, at place: Int) -> Int64 {
    Int64(Int32(truncatingIfNeeded: whole32(bytes, at: place)))
  }
}
