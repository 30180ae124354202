/// How long a file in an archive is, by what stands before its data.
///
/// A place of four bytes that holds the greatest number sends to the long form, which is what makes an
/// archive one of zip64; nil where that is not there.
struct ZipLengths {
  let length: Int?
  let packedLength: Int?
  /// Whether a place sends to the long form, or there is one.
  let isLong: Bool

  init(length: UInt32, packed: UInt32, longForm: LongForm?) {
    isLong = length == .max || packed == .max || longForm != nil
    self.length = length == .max ? longForm?.length : Int(length)
    packedLength = packed == .max ? longForm?.packedLength : Int(packed)
  }

  /// The lengths of eight bytes, in a block behind the name.
  struct LongForm {
    let length: Int
    let packedLength: Int

    private static let mark: UInt16 = 1
    private static let size = 16

    /// Finds the block among those in a range of what stands before the data.
    init?(_ packed: borrowing PackedBytes, in range: Range<Int>) {
      var place = range.lowerBound
      while place + 4 <= range.upperBound {
        let mark = packed.number(at: place, as: UInt16.self)
        let end = place + 4 + Int(packed.number(at: place + 2, as: UInt16.self))
        guard end <= range.upperBound else { return nil }
        if mark == Self.mark {
          guard end - place >= 4 + Self.size,
            let length = Int(exactly: packed.number(at: place + 4, as: UInt64.self)),
            let packedLength = Int(exactly: packed.number(at: place + 12, as: UInt64.self))
          else { return nil }
          self.length = length
          self.packedLength = packedLength
          return
        }
        place = end
      }
      return nil
    }
  }
}
