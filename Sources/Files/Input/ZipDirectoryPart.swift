/// A part of what stands behind the files of an archive.
enum ZipDirectoryPart: UInt32 {
  /// What the directory says of a file.
  case file = 0x0201_4B50
  /// The end of the directory in its long form, and where that is.
  case longEnd = 0x0606_4B50
  case longEndPlace = 0x0706_4B50
  /// The end of the archive.
  case end = 0x0605_4B50

  init?(_ signature: UInt32) { self.init(rawValue: signature) }

  /// The size of what every such part has.
  var fixedSize: Int {
    switch self {
    case .file: 46
    case .longEnd: 12
    case .longEndPlace: 20
    case .end: 22
    }
  }

  /// The size of the whole part, of which ``fixedSize`` bytes must be there.
  func size(_ packed: borrowing PackedBytes) -> Int {
    func short(_ place: Int) -> Int { Int(packed.number(at: place, as: UInt16.self)) }
    switch self {
    case .file: return fixedSize + short(28) + short(30) + short(32)
    case .longEnd:
      let rest = packed.number(at: 4, as: UInt64.self)
      return rest > UInt64(PackedBytes.capacity) ? .max : fixedSize + Int(rest)
    case .longEndPlace: return fixedSize
    case .end: return fixedSize + short(20)
    }
  }
}
