import Records
import Testing

@Suite struct FormatTests {
  static let foreign: [(String, [UInt8], String)] = [
    ("web page", Array("<!DOCTYPE html><html>".utf8), "web-page"),
    ("blank web page", Array("\n\n  <html>\n".utf8), "web-page"),
    ("database", Array("SQLite format 3\0....".utf8), "database"),
    ("spreadsheet", [0x50, 0x4B, 3, 4, 20, 0, 0, 0], "spreadsheet"),
    ("old spreadsheet", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1], "spreadsheet"),
    ("UTF-16 with mark", [0xFF, 0xFE] + "{\"a\":1}".utf8.flatMap { [$0, 0] }, "utf16"),
    ("UTF-16 without mark", "{\"a\":1}".utf8.flatMap { [$0, 0] }, "utf16"),
    ("UTF-16 the other way", "{\"a\":1}".utf8.flatMap { [0, $0] }, "utf16"),
    ("xz", [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0], "other-compression"),
    ("zstd", [0x28, 0xB5, 0x2F, 0xFD, 0], "other-compression"),
    ("bzip2", Array("BZh91AY".utf8), "other-compression"),
    ("zlib", [0x78, 0x9C, 0x4B, 0x4C], "other-compression"),
    ("binary", [0x7F, 0x45, 0x4C, 0x46, 2, 1, 1, 0, 0], "binary"),
    ("a control character", Array("\u{1}abcdefgh,ij\n".utf8), "binary"),
    ("zeros", Array(repeating: 0, count: 100), "binary"),
    ("pretty-printed", Array("{\n  \"a\": 1\n}\n".utf8), "pretty-printed"),
    ("pretty-printed, CRLF", Array("{\r\n  \"a\": 1\r\n}\r\n".utf8), "pretty-printed"),
    ("old Mac lines", Array("{\"a\":1}\r{\"a\":2}\r".utf8), "carriage-returns"),
    ("old Mac table", Array("a,b\r1,2\r".utf8), "carriage-returns"),
    ("prose", Array("no such file or directory\n".utf8), "not-records"),
    ("semicolons", Array("strike;right\n24000;CE\n".utf8), "semicolons"),
    ("no header", Array("24000,CE,120.5\n".utf8), "no-header"),
    ("no header but a date", Array("2026-11-20,CE\n".utf8), "no-header"),
    ("column twice", Array("strike,right,strike\n".utf8), "duplicate-column"),
    ("column without name", Array("strike,,right\n".utf8), "empty-column"),
    ("broken header", Array("strike,\"ri\"ght\n".utf8), "broken-header"),
  ]

  @Test(arguments: foreign)
  func saysWhatTheInputLooksLike(name: String, bytes: [UInt8], code: String) {
    let problem = #expect(throws: FormatProblem.self) { try outcome(of: bytes) }
    #expect(problem?.code == code, "\(name)")
    #expect(problem?.message.isEmpty == false)
  }

  /// What begins like JSON is JSON, however many zeros a cut or a hole has left in it.
  @Test(arguments: [
    ("{\"a\":1}\0\0\0\n{\"a\":3}\n", ["{\"a\":3}"]), ("{\"a\":1}\0\n{\"a\":3}\n", ["{\"a\":3}"]),
    ("{\0\0\0\0\0\0\0\n{\"a\":3}\n", ["{\"a\":3}"]), ("{\0a\":1}\n{\"a\":3}\n", ["{\"a\":3}"]),
    ("[{\"a\":\0},{\"a\":3}]", ["{\"a\":3}"]), ("\n {\"\0\":1}\n{\"a\":3}\n", ["{\"a\":3}"]),
  ])
  func zerosInJSONCostTheirRecordOnly(text: String, records: [String]) throws {
    let found = try outcome(of: text.utf8)
    #expect(found.records == records)
    #expect(found.problems.count == 1)
  }

  @Test(arguments: [
    "{\"a\":1}\n", "[{\"a\":1}]", "a,b\n1,2\n", "strike\n1\n", "\u{FEFF}a,b\n1,2\n",
  ])
  func decidesTheSameHoweverManyBytesAreSeen(text: String) throws {
    let bytes = Array(text.utf8)
    let whole = try InputFormat.recognised(in: bytes.span, isEnd: true)
    for count in 0..<bytes.count {
      let head = Array(bytes[..<count])
      let partial = try InputFormat.recognised(in: head.span, isEnd: false)
      #expect(partial == .needsMore || partial == whole, "after \(count) bytes")
    }
  }

  @Test(arguments: ["", " ", "\n\n", "\u{FEFF}", "\u{FEFF}\n"])
  func nothingIsNoRecords(text: String) throws {
    #expect(try InputFormat.recognised(in: Array(text.utf8).span, isEnd: true) == .empty)
  }
}
