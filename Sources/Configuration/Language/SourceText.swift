/// The bytes of a configuration file, and where its lines begin.
struct SourceText {
  /// The file as it was named.
  let file: String
  let bytes: [UInt8]
  private let lineStarts: [Int]

  init(_ bytes: [UInt8], file: String) {
    self.file = file
    self.bytes = bytes
    var starts = [0]
    for (index, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") {
      starts.append(index + 1)
    }
    lineStarts = starts
  }

  /// The place of a byte.
  func place(of offset: Int) -> Place {
    var (low, high) = (0, lineStarts.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return Place(file: file, line: low + 1, column: offset - lineStarts[low] + 1)
  }

  /// The byte at an offset; nil behind the end.
  subscript(offset: Int) -> UInt8? {
    bytes.indices.contains(offset) ? bytes[offset] : nil
  }

  /// Whether a text begins at an offset.
  func has(_ text: StaticString, at offset: Int) -> Bool {
    "\(text)".utf8.elementsEqual(bytes[min(offset, bytes.count)...].prefix(text.utf8CodeUnitCount))
  }

  /// The end of a text between three quotes that begins at an offset; nil where none does, or none
  /// ends.
  func endOfLongText(at start: Int) -> Int? {
    for quotes: StaticString in ["\"\"\"", "'''"] where has(quotes, at: start) {
      var place = start + 3
      while place < bytes.count {
        if has(quotes, at: place) { return place + 3 }
        place += self[place] == UInt8(ascii: "\\") ? 2 : 1
      }
    }
    return nil
  }

  /// Whether a line `KEY = …` begins at an offset: between brackets, a sign that one was not closed.
  func startsAssignment(at offset: Int) -> Bool {
    guard self[offset]?.startsWord == true else { return false }
    var place = offset
    while self[place]?.continuesWord == true { place += 1 }
    while self[place]?.isBlank == true { place += 1 }
    return self[place] == UInt8(ascii: "=") && self[place + 1] != UInt8(ascii: "=")
  }

  /// A part as text.
  func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  /// The end of the line of an offset: the newline, or the end of the file.
  func endOfLine(from offset: Int) -> Int {
    bytes[min(offset, bytes.count)...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
  }
}

extension UInt8 {
  var isBlank: Bool { self == 0x20 || self == 0x09 || self == 0x0D }
  var isLineEnd: Bool { self == 0x0A }
  var isQuote: Bool { self == UInt8(ascii: "'") || self == UInt8(ascii: "\"") }
  var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }

  /// Whether a name may begin with the byte.
  var startsWord: Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self)
      || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(self) || self == UInt8(ascii: "_")
  }

  /// Whether a name may go on with the byte.
  var continuesWord: Bool { startsWord || isDigit }
}
