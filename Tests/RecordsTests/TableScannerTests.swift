import Records
import TestSupport
import Testing

/// Rows are found as a scan byte by byte finds them, wherever quotes and line ends fall.
@Suite struct TableScannerTests {
  /// Where the last row ends, by the rules one byte at a time.
  private static func lastRowEnd(_ bytes: [UInt8]) -> Int? {
    var isQuoted = false
    var isAtStart = true
    var wasQuote = false
    var end: Int?
    for (index, byte) in bytes.enumerated() {
      let isQuote = byte == UInt8(ascii: "\"")
      if isQuoted {
        (isQuoted, wasQuote) = (!isQuote, isQuote)
        continue
      }
      if isQuote && (isAtStart || wasQuote) {
        isQuoted = true
      } else if byte == UInt8(ascii: "\n") {
        end = index + 1
      }
      isAtStart = byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\n")
      wasQuote = false
    }
    return end
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func findsRowsAsAScanByteByByte(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let header = Array("a,b\n".utf8)
    guard
      case .format(let format, _) = try InputFormat.recognised(in: header.span, isEnd: true)
    else { return }
    for _ in 0..<200 {
      let bytes = (0..<Int.random(in: 1...60, using: &random)).map { _ in
        Array("\"\"\n,xxxyyyz\r".utf8).randomElement(using: &random) ?? 0
      }
      let expected = Self.lastRowEnd(bytes)
      var whole = RecordFramer(format: format, line: 2)
      let found = unsafe bytes.withUnsafeBufferPointer { unsafe whole.wholeRecords(in: $0) }
      #expect(found == expected, "\(String(decoding: bytes, as: UTF8.self))")
      var single = RecordFramer(format: format, line: 2)
      var last: Int?
      for index in bytes.indices {
        let byte = [bytes[index]]
        let end = unsafe byte.withUnsafeBufferPointer { unsafe single.wholeRecords(in: $0) }
        if let end { last = index + end }
      }
      #expect(last == expected, "\(String(decoding: bytes, as: UTF8.self))")
      #expect(whole.problemAtEnd == single.problemAtEnd)
    }
  }

  /// Characters that are escaped, at every place of a word and beside every other.
  @Test func cellsAreEscapedWhereverTheyNeedIt() throws {
    let special: [(String, String)] = [
      ("\"\"", "\\\""), ("\\", "\\\\"), ("\t", "\\t"), ("\n", "\\n"), ("\u{7F}", "\\u007f"),
      ("\u{2028}", "\\u2028"), ("\u{2029}", "\\u2029"), ("\u{2030}", "\u{2030}"), ("é", "é"),
      ("😀", "😀"),
    ]
    for (one, oneEscaped) in special {
      for (other, otherEscaped) in special {
        for length in 0...17 {
          let pad = String(repeating: "x", count: length)
          let row = "s,b\n\"\(pad)\(one)\(other)\(pad)\(one)\",1\n"
          let record = "{\"s\":\"\(pad)\(oneEscaped)\(otherEscaped)\(pad)\(oneEscaped)\",\"b\":1}"
          #expect(try outcome(of: row.utf8).records == [record])
        }
      }
    }
  }
}
