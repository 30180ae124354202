import Records
import Testing

/// Every broken line stands between two good ones, which must come through untouched.
@Suite struct JSONLinesTests {
  static let good = #"{"a":1}"#

  static let broken: [(String, String)] = [
    (#"{"a":1"#, "cut-off 6"),
    (#"{"a":"x"#, "unclosed-string 5"),
    (#"{"a":"x\"}"#, "unclosed-string 5"),
    (#"{"a""#, "cut-off 4"),
    (#"{"a":"#, "cut-off 5"),
    (#"{"#, "cut-off 1"),
    (#"{"a":1}}"#, "text-after-record 7"),
    (#"{"a":1}{"b":2}"#, "text-after-record 7"),
    (#"{"a":1} {"b":2}"#, "text-after-record 8"),
    (#"{"a":1},"#, "text-after-record 7"),
    (#"{"a":1} // note"#, "comment 8"),
    (#"{/* note */"a":1}"#, "comment 1"),
    (#"{"a":1,}"#, "trailing-comma 7"),
    (#"{"a":[1,2,]}"#, "trailing-comma 10"),
    (#"{,"a":1}"#, "wants-key 1"),
    (#"{"a":1,,"b":2}"#, "wants-key 7"),
    (#"{"a" 1}"#, "wants-colon 5"),
    (#"{"a"=1}"#, "wants-colon 4"),
    (#"{"a":1 "b":2}"#, "wants-comma 7"),
    (#"{"a":[1 2]}"#, "wants-comma 8"),
    (#"{'a':1}"#, "single-quotes 1"),
    (#"{"a":'x'}"#, "single-quotes 5"),
    (#"{a:1}"#, "unquoted-key 1"),
    (#"{"a":}"#, "wants-value 5"),
    (#"{"a":nul}"#, "wants-value 5"),
    (#"{"a":True}"#, "wants-value 5"),
    (#"{"a":undefined}"#, "wants-value 5"),
    (#"{"a":NaN}"#, "not-a-number 5"),
    (#"{"a":Infinity}"#, "not-a-number 5"),
    (#"{"a":-Infinity}"#, "not-a-number 5"),
    (#"{"a":+1}"#, "not-a-number 5"),
    (#"{"a":.5}"#, "not-a-number 5"),
    (#"{"a":1.}"#, "not-a-number 5"),
    (#"{"a":0x10}"#, "not-a-number 5"),
    (#"{"a":010}"#, "not-a-number 5"),
    (#"{"a":-01}"#, "not-a-number 5"),
    (#"{"a":1_000}"#, "not-a-number 5"),
    (#"{"a":1e}"#, "not-a-number 5"),
    (#"{"a":1e+}"#, "not-a-number 5"),
    (#"{"a":-}"#, "not-a-number 5"),
    (#"{"a":1e999}"#, "number-out-of-range 5"),
    (#"{"a":-1e999}"#, "number-out-of-range 5"),
    (#"{"a":1e-999}"#, "number-out-of-range 5"),
    (#"{"a":1,"a":2}"#, "duplicate-key 7"),
    (#"{"a":1,"\u0061":2}"#, "duplicate-key 7"),
    (#"{"b":{"a":1,"a":2}}"#, "duplicate-key 12"),
    (#"{"a":"\x"}"#, "bad-escape 6"),
    (#"{"a":"\u12G4"}"#, "bad-escape 6"),
    (#"{"a":"\ud800"}"#, "bad-escape 6"),
    (#"{"a":"\udc00 low half first"}"#, "bad-escape 6"),
    (#"{"a":"\ud800A"}"#, "bad-escape 6"),
    ("{\"a\":\"tab\there\"}", "control-character 9"),
    ("{\"a\":\"nul\u{0}here\"}", "control-character 9"),
    ("{\"a\":\u{0}1}", "wants-value 5"),
    (#"[1,2]"#, "not-an-object 0"),
    (#""text""#, "not-an-object 0"),
    ("12", "not-an-object 0"),
    ("null", "not-an-object 0"),
    ("<html>", "not-an-object 0"),
    ("\u{FEFF}{\"a\":1}", "not-an-object 0"),
  ]

  @Test(arguments: broken)
  func costsThatLineOnly(line: String, problem: String) throws {
    let text = [Self.good, line, Self.good, ""].joined(separator: "\n")
    let found = try outcome(of: text.utf8)
    #expect(found.records == [Self.good, Self.good])
    #expect(found.problems == ["2 \(problem)"])
  }

  static let brokenBytes: [([UInt8], String)] = [
    ([0x80], "stray continuation"),
    ([0xC0, 0xAF], "overlong slash"),
    ([0xC1, 0xBF], "overlong two bytes"),
    ([0xE0, 0x80, 0xAF], "overlong three bytes"),
    ([0xF0, 0x80, 0x80, 0xAF], "overlong four bytes"),
    ([0xED, 0xA0, 0x80], "surrogate"),
    ([0xF4, 0x90, 0x80, 0x80], "beyond U+10FFFF"),
    ([0xE2, 0x82], "cut sequence"),
    ([0xFF], "no UTF-8 at all"),
  ]

  @Test(arguments: brokenBytes)
  func refusesWhatIsNotUTF8(bytes: [UInt8], name: String) throws {
    for key in [true, false] {
      var text = Array("{\"a\":1}\n{\"".utf8)
      text += (key ? bytes : Array("b\":\"".utf8) + bytes)
      text += Array((key ? "\":1}\n" : "\"}\n").utf8) + Array("{\"a\":1}\n".utf8)
      let found = try outcome(of: text)
      #expect(found.records == [Self.good, Self.good], "\(name)")
      #expect(found.problems.count == 1 && found.problems[0].hasPrefix("2 bad-utf8"), "\(name)")
    }
  }

  @Test(arguments: [
    #"{}"#, #"{ }"#, #"{"":""}"#, #"{"a":null,"b":true,"c":false}"#,
    #"{"a":0,"b":-0,"c":-0.0,"d":1.5e3,"e":1E-3,"f":1e+3,"g":123456789012345678901234567890}"#,
    #"{"a":9007199254740993,"b":9223372036854775807}"#,
    #"{ "a" : [ 1 , { "b" : [ ] } ] , "c" : { } }"#,
    #"{"a":"\" \\ \/ \b \f \n \r \t A \ud83d\ude00"}"#,
    #"{"a":"₹ नमस्ते 😀"}"#, #"{"schlüssel":"é"}"#, "{\"a\":\"\u{7F}\"}",
    #"{"a":[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]}"#,
  ])
  func keepsASoundLineByteForByte(line: String) throws {
    // Three times, so that the second and third are read by the layout of the first.
    let found = try outcome(of: (line + "\n" + line + "\n" + line).utf8)
    #expect(found == Outcome(records: [line, line, line]))
  }

  /// What a message quotes of a value ends where the value does.
  @Test(arguments: [
    (#"{"a":1e-999}"#, "1e-999"), (#"{"a":+1,"b":2}"#, "+1"), (#"{"a":[NaN ,1]}"#, "NaN"),
    (#"{"a":True}"#, "True"), (#"{"a":}"#, "}"), (#"{"a":1_000]}"#, "1_000"),
    (#"{"a":0x10"#, "0x10"), (#"{"a":'x, y'}"#, "'x, y'}"), ("{\"a\":-\t}", "-"),
  ])
  func quotesTheValueOnly(line: String, quote: String) throws {
    let bytes = Array(line.utf8) + Array(repeating: 0, count: RecordReader.padding)
    var reader = RecordReader(format: .jsonLines, slots: FieldSlots([]))
    unsafe bytes.withUnsafeBufferPointer { memory in
      unsafe reader.begin(UnsafeBufferPointer(rebasing: memory[..<line.utf8.count]), isFirst: true)
      #expect(reader.next() == .problem)
    }
    #expect(String(decoding: reader.problem.found, as: UTF8.self) == quote)
  }

  @Test func refusesNestingBeyondItsLimit() throws {
    let depth = RecordLimits.depth
    let line =
      #"{"a":"# + String(repeating: "[", count: depth) + String(repeating: "]", count: depth) + "}"
    #expect(try outcome(of: line.utf8).problems == ["1 too-deep \(5 + depth - 1)"])
    let million = #"{"a":"# + String(repeating: "[", count: 1_000_000)
    #expect(try outcome(of: (million + "\n" + Self.good).utf8).records == [Self.good])
  }

  @Test func refusesTooManyFields() throws {
    func line(_ count: Int) -> String {
      "{" + (0..<count).map { "\"f\($0)\":\($0)" }.joined(separator: ",") + "}"
    }
    #expect(try outcome(of: line(RecordLimits.members).utf8).problems.isEmpty)
    let found = try outcome(of: (line(100_000) + "\n" + Self.good).utf8)
    #expect(found.records == [Self.good])
    #expect(found.problems.count == 1 && found.problems[0].hasPrefix("1 too-many-fields"))
  }

  @Test(arguments: [
    ("", 0), ("\n", 0), ("\n\n \n\t\n", 0), ("\u{FEFF}", 0), ("\u{FEFF}{\"a\":1}\n", 1),
    ("{\"a\":1}", 1), ("{\"a\":1}\r\n{\"a\":1}\r\n", 2), ("{\"a\":1}\r\n{\"a\":1}\n{\"a\":1}", 3),
    ("\n\n{\"a\":1}\n\n\n{\"a\":1}\n\n", 2), ("  {\"a\":1}  \n\t{\"a\":1}", 2),
    ("{\"a\":1}\n\r{\"a\":1}\n \r {\"a\":1}\r\r\n\r\r\n", 3),
  ])
  func acceptsOrdinaryLineEnds(text: String, count: Int) throws {
    let found = try outcome(of: text.utf8)
    #expect(found.records == Array(repeating: Self.good, count: count))
    #expect(found.problems.isEmpty)
  }

  @Test func countsLinesAcrossBlankAndBrokenOnes() throws {
    let text = "\n{\"a\":1}\n\nbroken\n{\"a\":1}\n}\n"
    #expect(try outcome(of: text.utf8).problems.map { $0.prefix(1) } == ["4", "6"])
  }

  @Test func aFileCutInItsLastLineLosesThatLineOnly() throws {
    let text = "{\"a\":1,\"b\":\"x\"}\n{\"a\":1,\"b\":\"x\"}\n"
    for length in 18..<text.utf8.count - 2 {
      let found = try outcome(of: text.utf8.prefix(length))
      #expect(found.records.count == 1 && found.problems.count == 1, "cut at \(length)")
      #expect(found.problems[0].hasPrefix("2 "))
    }
  }

  @Test func aTailOfZerosIsOneBrokenLine() throws {
    let text = Array("{\"a\":1}\n{\"a\":".utf8) + Array(repeating: 0, count: 4096)
    let found = try outcome(of: text)
    #expect(found.records == [Self.good])
    #expect(found.problems.count == 1)
  }
}
