/// What an archive says of a file before its data, as PKWARE's APPNOTE describes it.
struct ZipEntry {
  static let signature: UInt32 = 0x0403_4B50
  /// The size of the part that every file has.
  static let fixedSize = 30

  private let flags: UInt16
  private let method: UInt16
  private let checksum: UInt32
  private let name: String
  /// The length of the data once it is unpacked; 0 where it stands behind the data.
  let length: Int
  /// The length of the data as it is packed.
  let packedLength: Int
  /// Whether a length is too large for its place, or was feared to be.
  private let isLong: Bool
  /// Whether the lengths that stand elsewhere for that are not there.
  private let lacksLength: Bool

  /// The size with the name and what else follows, of which ``fixedSize`` bytes must be there.
  static func size(of packed: borrowing PackedBytes) -> Int {
    fixedSize + Int(packed.number(at: 26, as: UInt16.self))
      + Int(packed.number(at: 28, as: UInt16.self))
  }

  /// Reads what stands before a file; all of its size must be there.
  init(_ packed: borrowing PackedBytes) {
    flags = packed.number(at: 6, as: UInt16.self)
    method = packed.number(at: 8, as: UInt16.self)
    checksum = packed.number(at: 14, as: UInt32.self)
    let end = Self.fixedSize + Int(packed.number(at: 26, as: UInt16.self))
    name = unsafe String(decoding: packed.bytes[Self.fixedSize..<end], as: UTF8.self)
    let lengths = ZipLengths(
      length: packed.number(at: 22, as: UInt32.self),
      packed: packed.number(at: 18, as: UInt32.self),
      longForm: ZipLengths.LongForm(packed, in: end..<Self.size(of: packed)))
    length = lengths.length ?? 0
    packedLength = lengths.packedLength ?? 0
    isLong = lengths.isLong
    lacksLength = lengths.length == nil || lengths.packedLength == nil
  }

  /// Why the file cannot be read.
  var problem: ZipFault? {
    if flags & 1 != 0 { return .encrypted }
    if name == "[Content_Types].xml" || name == "mimetype" || name.hasPrefix("xl/") {
      return .document
    }
    if lacksLength && !hasDescriptor { return .noLongLength }
    switch method {
    case 8: return nil
    // Without its length nobody could say where the data ends.
    case 0 where hasDescriptor: return .unknownLength(isLong: isLong)
    case 0: return nil
    case let other: return .unknownMethod(Int(other))
    }
  }

  /// Whether the checksum and the lengths stand behind the data.
  var hasDescriptor: Bool { flags & 8 != 0 }
  var isStored: Bool { method == 0 }
  /// Whether it is no file but a folder, whose data is nothing, be it packed in a few bytes.
  var isFolder: Bool { name.hasSuffix("/") && length == 0 && packedLength < 16 && !hasDescriptor }

  /// Whether it is what macOS puts beside a file: not the file itself, but what its system knows of it.
  var isOfMacOS: Bool { name.hasPrefix("__MACOSX/") }

  /// Whether the data is what the archive says.
  func agrees(with sum: DataSum) -> Bool {
    sum.checksum == checksum && sum.length == length
  }
}

/// What stands behind the data of a file whose size was not known when the archive was begun.
enum ZipDescriptor {
  private static let signature: UInt32 = 0x0807_4B50
  /// The longest form: signature, checksum, and two lengths of eight bytes.
  static let most = 24

  /// The size of the descriptor that agrees with the data; its signature and the eight-byte lengths are
  /// each there or not.
  static func size(in packed: borrowing PackedBytes, of sum: DataSum) -> Int? {
    let count = packed.count
    for start in [4, 0] where count >= start + 12 {
      if start == 4, packed.number(at: 0, as: UInt32.self) != signature { continue }
      guard packed.number(at: start, as: UInt32.self) == sum.checksum else { continue }
      if packed.number(at: start + 8, as: UInt32.self) == UInt32(truncatingIfNeeded: sum.length),
        Self.isFollowed(packed, at: start + 12)
      {
        return start + 12
      }
      if count >= start + 20, packed.number(at: start + 12, as: UInt64.self) == UInt64(sum.length) {
        return start + 20
      }
    }
    return nil
  }

  /// Whether a signature of an archive begins at a place, as far as the bytes are there.
  private static func isFollowed(_ packed: borrowing PackedBytes, at place: Int) -> Bool {
    packed.count < place + 2 || packed.number(at: place, as: UInt16.self) == 0x4B50
  }
}
