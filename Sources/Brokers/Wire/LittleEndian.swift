/// Numbers of a binary message whose lowest byte comes first.
///
/// Reading beyond the end traps: whoever reads has looked at the length. That is looked at once for all
/// bytes of a number, so that they are read as one.
enum LittleEndian {
  @inline(__always)
  static func whole(_ bytes: Span<UInt8>, at place: Int) -> Int64 {
    Int64(bitPattern: bits64(bytes, at: place))
  }

  @inline(__always)
  static func whole32(_ bytes: Span<UInt8>, at place: Int) -> Int64 {
    let part = bytes.extracting(place..<place &+ 4)
    let bits =
      UInt32(part[0]) | UInt32(part[1]) << 8 | UInt32(part[2]) << 16 | UInt32(part[3]) << 24
    return Int64(Int32(bitPattern: bits))
  }

  @inline(__always)
  static func whole16(_ bytes: Span<UInt8>, at place: Int) -> Int64 {
    let part = bytes.extracting(place..<place &+ 2)
    return Int64(Int16(bitPattern: UInt16(part[0]) | UInt16(part[1]) << 8))
  }

  @inline(__always)
  private static func bits64(_ bytes: Span<UInt8>, at place: Int) -> UInt64 {
    let part = bytes.extracting(place..<place &+ 8)
    let low = UInt64(part[0]) | UInt64(part[1]) << 8 | UInt64(part[2]) << 16 | UInt64(part[3]) << 24
    let high =
      UInt64(part[4]) << 32 | UInt64(part[5]) << 40 | UInt64(part[6]) << 48 | UInt64(part[7]) << 56
    return low | high
  }
}
