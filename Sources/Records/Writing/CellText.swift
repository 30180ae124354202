/// Writes texts as cells of a table.
public enum CellText {
  /// Appends a cell, in quotes where RFC 4180 needs them.
  ///
  /// A text that a spreadsheet would evaluate gets a `'` before it: text from outside is data.
  /// Numbers are written as they are.
  static func write(
    _ text: UnsafeBufferPointer<UInt8>, isText: Bool, separator: UInt8,
    to buffer: inout ByteBuffer
  ) {
    let isFormula = unsafe isText && text.first.map(beginsFormula) ?? false
    let needsQuotes = unsafe text.contains {
      $0 == separator || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\n")
        || $0 == UInt8(ascii: "\r")
    }
    if needsQuotes { buffer.append(UInt8(ascii: "\"")) }
    if isFormula { buffer.append(UInt8(ascii: "'")) }
    if needsQuotes {
      for index in text.indices {
        let byte = unsafe text[index]
        if byte == UInt8(ascii: "\"") { buffer.append(byte) }
        buffer.append(byte)
      }
      buffer.append(UInt8(ascii: "\""))
    } else {
      unsafe buffer.append(text)
    }
  }

  /// Appends a cell.
  public static func write(
    _ text: String, isText: Bool, separator: UInt8, to buffer: inout ByteBuffer
  ) {
    var text = text
    text.withUTF8 { unsafe write($0, isText: isText, separator: separator, to: &buffer) }
  }

  private static func beginsFormula(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"),
      UInt8(ascii: "\t"), UInt8(ascii: "\r"):
      true
    default: false
    }
  }

  /// Appends the header of a table.
  public static func writeHeader(_ names: [String], separator: UInt8, to buffer: inout ByteBuffer) {
    for (index, name) in names.enumerated() {
      if index > 0 { buffer.append(separator) }
      let bytes = Array(name.utf8)
      unsafe bytes.withUnsafeBufferPointer {
        unsafe write($0, isText: true, separator: separator, to: &buffer)
      }
    }
    buffer.append(UInt8(ascii: "\n"))
  }
}
