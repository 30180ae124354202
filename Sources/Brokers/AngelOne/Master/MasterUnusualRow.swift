internal import Records

/// Reads a row that is not written as usual, strictly and without haste.
struct MasterUnusualRow {
  /// The texts of the row, one after the other, their escapes resolved.
  private(set) var texts: [UInt8] = []
  private(set) var fields = MasterFields()

  /// Reads an object.
  init(_ bytes: [UInt8]) throws(RecordProblem) {
    let root = try JSONDocument(bytes).root
    for field in MasterFields.Name.allCases {
      guard let value = root[field.key], value.kind == .text || value.kind == .number else {
        continue
      }
      let start = texts.count
      texts += value.bytes
      _ = fields.see(field)
      fields[field] = MasterFields.Place(start, texts.count)
    }
  }

  /// Where the object that begins at a place ends; nil where the bytes end before it.
  ///
  /// Only brackets outside of texts count; whether the rest is sound is seen afterwards.
  static func end(_ bytes: Span<UInt8>, from start: Int) -> Int? {
    var depth = 0
    var isInText = false
    var place = start
    while place < bytes.count {
      let byte = bytes[place]
      place += 1
      if isInText {
        if byte == UInt8(ascii: "\\") { place += 1 }
        if byte == UInt8(ascii: "\"") { isInText = false }
        continue
      }
      switch byte {
      case UInt8(ascii: "\""): isInText = true
      case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        depth -= 1
        if depth == 0 { return place }
      default: break
      }
    }
    return nil
  }
}
