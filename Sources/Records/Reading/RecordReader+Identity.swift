extension RecordReader {
  /// A number that two records share when these fields are written alike in both.
  public func hash(of slots: Range<Int>) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for slot in slots {
      let bytes = unsafe rawValue(slot).bytes
      for index in 0..<bytes.count {
        hash = unsafe (hash ^ UInt64(bytes[index])) &* 0x100_0000_01b3
      }
      // What divides two fields is in neither of them.
      hash = (hash ^ 0xff) &* 0x100_0000_01b3
    }
    return hash
  }

  /// How many bytes of the piece have been read.
  public var consumed: Int { unsafe cursor - pieceStart }
}
