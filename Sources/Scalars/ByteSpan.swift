/// Steps over bytes that are taken eight at a time, and no further than they go.
extension Span<UInt8> {
  /// The place of the first byte, from a place on, that does not stand in a text of JSON as it is: a quote,
  /// a backslash, one below the blank, or what is not of ASCII; the end where there is none.
  @inlinable
  package func endOfPlainText(from start: Int) -> Int {
    precondition((0...count).contains(start))
    return unsafe withUnsafeBytes { memory in
      var place = start
      while place &+ 8 <= memory.count {
        let bytes = unsafe UInt64(
          littleEndian: memory.loadUnaligned(fromByteOffset: place, as: UInt64.self))
        let plain = bytes.plainTextCount
        if plain < 8 { return place &+ plain }
        place &+= 8
      }
      while place < memory.count {
        let byte = unsafe memory[place]
        if byte < 0x20 || byte >= 0x80 || byte == 0x22 || byte == 0x5C { break }
        place &+= 1
      }
      return place
    }
  }

  /// Whether other bytes stand at a place.
  @inlinable
  package func has(_ wanted: Span<UInt8>, at start: Int) -> Bool {
    guard start >= 0, wanted.count <= count &- start else { return false }
    return unsafe withUnsafeBytes { memory in
      unsafe wanted.withUnsafeBytes { wanted in
        var place = 0
        while place &+ 8 <= wanted.count {
          let one = unsafe memory.loadUnaligned(fromByteOffset: start &+ place, as: UInt64.self)
          let other = unsafe wanted.loadUnaligned(fromByteOffset: place, as: UInt64.self)
          if one != other { return false }
          place &+= 8
        }
        while place < wanted.count {
          if unsafe memory[start &+ place] != wanted[place] { return false }
          place &+= 1
        }
        return true
      }
    }
  }
}

extension UInt64 {
  /// How many of eight bytes, the lowest first, stand in a text of JSON as they are, before one that does
  /// not: a quote, a backslash, one below the blank, or what is not of ASCII.
  @inlinable
  @inline(__always)
  package var plainTextCount: Int {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let quote = self ^ 0x2222_2222_2222_2222
    let backslash = self ^ 0x5C5C_5C5C_5C5C_5C5C
    // A carry out of a byte sets bits of those behind it alone, and only the first is asked for.
    let special =
      ((quote &- ones) & ~quote) | ((backslash &- ones) & ~backslash)
      | ((self &- 0x2020_2020_2020_2020) & ~self) | self
    return (special & 0x8080_8080_8080_8080).trailingZeroBitCount / 8
  }
}
