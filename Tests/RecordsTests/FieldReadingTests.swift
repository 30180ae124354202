import Records
import Scalars
import Testing

/// A field is read as it is declared, and nothing else is made of it.
@Suite struct FieldReadingTests {
  /// A value of a field, and the fault that it is; nil where it is sound.
  static let values: [(field: String, value: String, fault: String?)] = [
    ("strike", "24500", nil), ("strike", "24500.00", nil), ("strike", "2.45e4", nil),
    ("strike", "\"24500.50\"", nil), ("strike", "0", "wrong-type"),
    ("strike", "-24500", "wrong-type"), ("strike", "24500.005", "wrong-type"),
    ("strike", "\"abc\"", "wrong-type"), ("strike", "true", "wrong-type"),
    ("strike", "[24500]", "wrong-type"), ("strike", "\"\"", "wrong-type"),
    ("strike", "\"1,01,250.50\"", "wrong-type"), ("strike", "\" 101.25\"", "wrong-type"),
    ("strike", "\"101.25 \"", "wrong-type"), ("strike", "\"0x10\"", "wrong-type"),
    ("strike", "\"NaN\"", "wrong-type"), ("strike", "\"inf\"", "wrong-type"),
    ("strike", "\"1e999\"", "wrong-type"), ("strike", "\"1e3\"", "wrong-type"),
    ("strike", "\"+5\"", "wrong-type"), ("strike", "\"₹500\"", "wrong-type"),
    ("strike", "\"５００\"", "wrong-type"), ("strike", "\"٥٠٠\"", "wrong-type"),
    ("strike", "\"10%\"", "wrong-type"), ("strike", "\"-\"", "wrong-type"),
    ("ltp", "0", nil), ("ltp", "0.05", nil), ("ltp", "-0.05", "wrong-type"),
    ("ltp", "0.001", "wrong-type"), ("ltp", "9999999999999999.99", nil),
    ("ltp", "92233720368547758.08", "wrong-type"),
    ("oi", "9007199254740993", nil), ("oi", "9223372036854775807", nil),
    ("oi", "9223372036854775808", "wrong-type"), ("oi", "75.0", nil),
    ("oi_change", "\"-0000000000000000005\"", "wrong-type"), ("oi_change", "\"-05\"", "wrong-type"),
    ("oi_change", "\"-000000000000000000\"", "wrong-type"),
    ("oi_change", "\"0000000000000000005\"", "wrong-type"),
    ("oi_change", "-9223372036854775807", nil), ("oi_change", "-9223372036854775808", nil),
    ("oi_change", "-9223372036854775809", "wrong-type"),
    ("oi", "\"9223372036854775807\"", nil), ("oi", "\"9223372036854775808\"", "wrong-type"),
    ("oi", "\"+9223372036854775807\"", "wrong-type"), ("oi", "1000000000000000000", nil),
    ("oi", "\"1_000_000_000_000_000_000\"", "wrong-type"),
    ("oi", "75.5", "wrong-type"), ("oi", "-75", "wrong-type"), ("oi_change", "-75", nil),
    ("iv", "14.2", nil), ("iv", "-0.1", "wrong-type"), ("current_iv", "1000.1", "wrong-type"),
    ("right", "\"CE\"", nil), ("right", "\"call\"", nil), ("right", "\"P\"", nil),
    ("right", "\"XX\"", "wrong-type"), ("right", "\"CEPECEPECE\"", "wrong-type"),
    ("symbol", "\"NIFTY24NOV2624500CE\"", nil), ("symbol", "\"M&M_26-X\"", nil),
    ("symbol", "\"nifty\"", "wrong-type"), ("symbol", "\"NIFTY 50\"", "wrong-type"),
    ("symbol", "\"M\\u0026M\"", nil), ("symbol", "\"\\u0041\"", nil),
    ("symbol", "\"M\\u002fM\"", "wrong-type"),
    ("symbol", "\"" + String(repeating: "\\u0041", count: 64) + "\"", nil),
    ("symbol", "\"A\\u0000\"", "wrong-type"), ("symbol", "\"\"", "wrong-type"),
    ("symbol", "\"../../etc\"", "wrong-type"), ("symbol", "\"=SUM(A1)\"", "wrong-type"),
    ("symbol", "\"" + String(repeating: "A", count: 64) + "\"", nil),
    ("symbol", "\"" + String(repeating: "A", count: 65) + "\"", "wrong-type"),
    ("token", "\"43521\"", nil), ("token", "43521", nil), ("token", "true", "wrong-type"),
    ("passed", "true", nil), ("passed", "\"true\"", "wrong-type"), ("passed", "1", "wrong-type"),
    ("expiry", "\"2026-11-24\"", nil), ("expiry", "\"2026-02-29\"", "bad-time"),
    ("expiry", "\"24-11-2026\"", "bad-time"), ("expiry", "\"24NOV26\"", "bad-time"),
    ("expiry", "46350", "wrong-type"),
    ("ts", "\"2026-11-20T15:29:58+05:30\"", nil), ("ts", "\"2026-11-20T09:59:58Z\"", nil),
    ("ts", "1795168798", nil), ("ts", "1795168798123", nil),
    ("ts", "\"2026-11-20T15:29:58\"", "bad-time"),
    ("ts", "\"2026-11-20T24:00:00+05:30\"", "bad-time"),
    ("ts", "\"2026-11-20T15:29:60+05:30\"", "bad-time"),
    ("ts", "\"2026-11-20T15:29:58+99:99\"", "bad-time"),
    ("ts", "\"2026-11-31T15:29:58+05:30\"", "bad-time"),
    ("ts", "\"26-11-20T15:29:58+05:30\"", "bad-time"), ("ts", "\"yesterday\"", "bad-time"),
    ("checks", "{}", nil), ("checks", "[]", "wrong-type"), ("reasons", "[]", nil),
    ("mine", "\"anything\"", nil), ("mine", "null", nil), ("mine", "[1]", nil),
  ]

  @Test(arguments: values)
  func checksTheValueOfAField(field: String, value: String, fault: String?) throws {
    let found = try outcome(of: "{\"\(field)\":\(value)}".utf8, fields: [field])
    #expect(found.problems == (fault.map { ["1 \($0) \(field)"] } ?? []))
  }

  @Test func takesATimeWithoutOffsetForOneOfIndiaWhenAsked() throws {
    let line = #"{"ts":"2026-11-20T15:29:58"}"#
    #expect(try outcome(of: line.utf8, fields: ["ts"], assumesIST: true).records == [line])
  }

  @Test(arguments: [
    (#"{"kind":"quote","ltp":1}"#, "strike", true),
    (#"{"kind":"quote","strike":null}"#, "strike", true),
    (#"{"kind":"index","ltp":1}"#, "strike", false), (#"{"ltp":1}"#, "strike", false),
    (#"{"strike":1,"right":"CE","ltp":1}"#, "expiry", true),
    (#"{"kind":"quote"}"#, "oi", false), (#"{"kind":"order","id":"a"}"#, "symbol", true),
    (#"{"kind":"quote"}"#, "mine", false),
  ])
  func aFieldThatTheKindRequiresMustBeThere(line: String, field: String, isMissing: Bool) throws {
    let found = try outcome(of: line.utf8, fields: [field])
    #expect(found.problems == (isMissing ? ["1 missing \(field)"] : []))
  }

  /// The values that a reader finds for these paths in one record, as text.
  private func readings(_ line: String, _ paths: [[String]]) throws -> [String] {
    let bytes = Array(line.utf8) + Array(repeating: 0, count: RecordReader.padding)
    var reader = RecordReader(format: .jsonLines, slots: FieldSlots(paths))
    var texts: [String] = []
    unsafe try bytes.withUnsafeBufferPointer { memory in
      unsafe reader.begin(UnsafeBufferPointer(rebasing: memory[..<line.utf8.count]), isFirst: true)
      #expect(reader.next() == .record)
      for slot in paths.indices {
        switch try reader.reading(slot) {
        case .null: texts.append("null")
        case .boolean(let value): texts.append("\(value)")
        case .number(let number): texts.append("\(number)")
        case .text(let text): texts.append("'\(text)'")
        case .time(let time): texts.append("\(time.milliseconds)")
        case .day(let day): texts.append("\(day)")
        case .other: texts.append("other")
        }
      }
    }
    return texts
  }

  @Test func givesTheValuesThemselves() throws {
    let line =
      #"{"strike":"24500.50","option_type":"call","symbol":"A","a":"x\u0041\n","b":-0.10,"c":true,"d":null,"e":[1],"ts":1795168798}"#
    #expect(
      try readings(
        line, [["strike"], ["right"], ["symbol"], ["a"], ["b"], ["c"], ["d"], ["e"], ["f"], ["ts"]])
        == [
          "24500.50", "'CE'", "'A'", "'xA\n'", "-0.10", "true", "null", "other", "null",
          "1795168798000",
        ])
  }

  @Test func findsValuesInsideObjects() throws {
    let line =
      #"{ "checks" : { "bias" : { "x" : [1,{"y":2}] , "value" : 0.75 } , "\u0074rap" : "no" } , "a.b" : 1 }"#
    #expect(
      try readings(
        line,
        [
          ["checks", "bias", "value"], ["checks", "trap"], ["checks", "none"],
          ["checks", "trap", "x"], ["a.b"],
        ])
        == ["0.75", "'no'", "null", "null", "1"])
  }

  @Test func aFieldsOwnNameGoesBeforeItsOthers() throws {
    #expect(try readings(#"{"type":"PE","right":"CE"}"#, [["right"]]) == ["'CE'"])
    #expect(try readings(#"{"right":"CE","type":"PE"}"#, [["right"]]) == ["'CE'"])
    #expect(try readings(#"{"type":"PE","option_type":"CE"}"#, [["right"]]) == ["'CE'"])
    #expect(try readings(#"{"option_type":"PE"}"#, [["right"]]) == ["'PE'"])
  }

  /// Another name is the field's only where the kind of the record has the field.
  @Test(arguments: [
    (#"{"kind":"quote","type":"PE"}"#, "'PE'"), (#"{"kind":"order","type":"LIMIT"}"#, "null"),
    (#"{"kind":"order","option_type":"PE"}"#, "null"), (#"{"kind":"depth","type":"x"}"#, "null"),
    (#"{"kind":null,"option_type":"PE"}"#, "'PE'"), (#"{"type":"PE"}"#, "null"),
    (#"{"strike":1,"type":"PE"}"#, "'PE'"), (#"{"strike_price":1,"type":"PE"}"#, "'PE'"),
    (#"{"symbol":"A","ltp":1,"type":"x"}"#, "null"),
    (#"{"kind":"qu\u006fte","type":"PE"}"#, "'PE'"),
  ])
  func theKindDecidesWhatAnotherNameMeans(line: String, right: String) throws {
    #expect(try readings(line, [["right"]]) == [right])
  }

  @Test func resolvesEscapesInNames() throws {
    #expect(try readings(#"{"str\u0069ke":100}"#, [["strike"]]) == ["100"])
  }
}
