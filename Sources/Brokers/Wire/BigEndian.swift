/// Numbers of a binary message whose highest byte comes first.
///
/// Reading beyond the end traps: whoever reads has looked at the length. That is looked at once for all
/// bytes of a number, so that they are read as one.
enum BigEndian {
  /// A number of 16 bits without a sign.
  @inline(__always)
  static func whole16(_ bytes: Span<UInt8>, at place: Int) -> Int64 {
    let part = bytes.extracting(place..<place &+ 2)
    return Int64(UInt16(part[0]) << 8 | UInt16(part[1]))
  }

  /// A number of 32 bits without a sign.
  @inline(__always)
  static func whole32(_ bytes: Span<UInt8>, at place: Int) -> Int64 {
    Int64(bits32(bytes, at: place))
  }

  /// A number of 32 bits with a sign.
  @inline(__always)
  static func signed32(_ bytes: Span<UInt8>, at place: Int) -> Int64 {
    Int64(Int32(bitPattern: bits32(bytes, at: place)))
  }

  @inline(__always)
  private static func bits32(_ bytes: Span<UInt8>, at place: Int) -> UInt32 {
    let part = bytes.extracting(place..<place &+ 4)
    return UInt32(part[0]) << 24 | UInt32(part[1]) << 16 | UInt32(part[2]) << 8 | UInt32(part[3])
  }
}
