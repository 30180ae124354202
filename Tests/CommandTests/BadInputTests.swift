import Foundation
import TestSupport
import Testing

/// What broken input must come to: the class of the fault, its line, the records around it, the exit
/// status.
@Suite struct BadInputTests {
  /// One input and its outcome.
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let input: [UInt8]
    /// The codes of the messages with their places, such as `2:13 duplicate-key`; without a column
    /// where the whole record is meant, and without a line where the whole input is.
    let problems: [String]
    /// How many records come through.
    let passed: Int
    let status: Int32

    var testDescription: String { name }

    init(
      _ name: String, _ input: [UInt8], _ problems: [String], passed: Int, status: Int32? = nil
    ) {
      self.name = name
      self.input = input
      self.problems = problems
      self.passed = passed
      self.status = status ?? (problems.isEmpty ? 0 : 65)
    }

    init(
      _ name: String, _ input: String, _ problems: [String], passed: Int, status: Int32? = nil
    ) {
      self.init(name, Array(input.utf8), problems, passed: passed, status: status)
    }
  }

  static let good =
    #"{"kind":"tick","ts":"2026-11-20T10:00:00+05:30","symbol":"A","strike":100,"ltp":1.5}"#

  /// A case of one bad line between two good ones, with the column where it is bad.
  static func line(_ name: String, _ line: String, _ column: Int?, _ code: String) -> Case {
    let place = column.map { "2:\($0)" } ?? "2"
    return Case(name, "\(good)\n\(line)\n\(good)\n", ["\(place) \(code)"], passed: 2)
  }

  /// A case of one bad line with a strike like this.
  static func strike(_ value: String, _ code: String) -> Case {
    // A text is found behind its quote.
    line("strike \(value)", "{\"strike\":\(value)}", value.hasPrefix("\"") ? 12 : 11, code)
  }

  /// A case of a line that is taken as it is.
  static func taken(_ name: String, _ input: String, passed: Int) -> Case {
    Case(name, input, [], passed: passed)
  }

  static let ends: [Case] = [
    taken("empty", "", passed: 0), taken("blank lines", "\n\n \n", passed: 0),
    taken("only a byte-order mark", "\u{FEFF}", passed: 0),
    taken("byte-order mark", "\u{FEFF}\(good)\n", passed: 1),
    taken("CRLF", "\(good)\r\n\(good)\r\n", passed: 2),
    taken("mixed line ends", "\(good)\r\n\(good)\n\(good)", passed: 3),
    taken("no newline at the end", "\(good)\n\(good)", passed: 2),
    Case("cut in the last line", "\(good)\n{\"strike\":10", ["2:13 cut-off"], passed: 1),
    Case(
      "a hole of zeros in the first line", "{\"strike\":1,\"a\"\0\0\0\n\(good)\n",
      ["1:16 wants-colon"], passed: 1),
    Case("zeros behind the brace", "{\0\0\0\n\(good)\n", ["1:2 wants-key"], passed: 1),
    Case(
      "a tail of zeros", Array("\(good)\n".utf8) + Array(repeating: 0, count: 9_000),
      ["2:1 not-an-object"], passed: 1),
  ]

  static let foreign: [Case] = [
    Case("CR only", "\(good)\r\(good)\r", ["carriage-returns"], passed: 0),
    Case("pretty-printed", "{\n \"strike\": 100\n}\n", ["pretty-printed"], passed: 0),
    Case("web page", "<html><body>502</body></html>", ["web-page"], passed: 0),
    Case("database", "SQLite format 3\0\u{10}\0\u{1}\u{1}\0", ["database"], passed: 0),
    Case("binary", [0x7F, 0x45, 0x4C, 0x46, 2, 1, 1, 0, 0, 0], ["binary"], passed: 0),
    Case("UTF-16", [0xFF, 0xFE] + good.utf8.flatMap { [$0, 0] }, ["utf16"], passed: 0),
    Case("spreadsheet", [0x50, 0x4B, 3, 4, 20, 0, 6, 0, 8, 0], ["zip"], passed: 0),
    Case("xz", [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0, 0, 4], ["other-compression"], passed: 0),
    Case("prose", "Permission denied\n", ["not-records"], passed: 0),
    Case(
      "several elements of an array on a line", "[\(good),{\"strike\":\"x\"},\n{\"strike\":1,}]",
      ["1:\(good.utf8.count + 14) wrong-type", "2:13 trailing-comma"], passed: 1),
    Case(
      "element of an array over lines", "[\(good),\n{\"ltp\":1,\n \"strike\":\"y\"}]",
      ["3:12 wrong-type"], passed: 1),
    taken("JSON array over lines", "[\n\(good),\n\(good)\n]\n", passed: 2),
    Case("array cut off", "[\n\(good),\n", ["unclosed-array"], passed: 1),
  ]

  static let json: [Case] = [
    line("truncated object", #"{"strike":1"#, 12, "cut-off"),
    line("extra brace", #"{"strike":1}}"#, 13, "text-after-record"),
    line("single quotes", "{'strike':1}", 2, "single-quotes"),
    line("comment", #"{"strike":1} // x"#, 14, "comment"),
    line("unquoted key", "{strike:1}", 2, "unquoted-key"),
    line("two objects", #"{"strike":1}{"strike":2}"#, 13, "text-after-record"),
    line("trailing comma", #"{"strike":1,}"#, 13, "trailing-comma"),
    line("duplicate key", #"{"strike":1,"strike":2}"#, 13, "duplicate-key"),
    line("duplicate key by escape", #"{"strike":1,"str\u0069ke":2}"#, 13, "duplicate-key"),
    strike("NaN", "not-a-number"), strike("Infinity", "not-a-number"),
    strike("-Infinity", "not-a-number"), strike("+1", "not-a-number"),
    strike(".5", "not-a-number"), strike("1.", "not-a-number"), strike("0x10", "not-a-number"),
    strike("010", "not-a-number"), strike("1_000", "not-a-number"),
    strike("1e999", "number-out-of-range"), strike("-1e999", "number-out-of-range"),
    strike("1e-999", "number-out-of-range"), strike("true", "wrong-type"),
    strike("\"1,01,250.50\"", "wrong-type"), strike("\" 101.25\"", "wrong-type"),
    strike("\"0x10\"", "wrong-type"), strike("\"NaN\"", "wrong-type"),
    strike("\"inf\"", "wrong-type"), strike("\"1e999\"", "wrong-type"),
    strike("\"１００\"", "wrong-type"), strike("\"١٠٠\"", "wrong-type"),
    strike("-5", "wrong-type"), strike("0", "wrong-type"), strike("100.001", "wrong-type"),
    line("null strike of a quote", #"{"kind":"quote","strike":null}"#, nil, "missing"),
    line("no strike in a quote", #"{"kind":"quote","ltp":1}"#, nil, "missing"),
    line("raw control character", "{\"a\":\"\u{1}\",\"strike\":1}", 7, "control-character"),
    line("raw NUL", "{\"a\":\"\u{0}\",\"strike\":1}", 7, "control-character"),
    line(
      "too deep",
      "{\"a\":\(String(repeating: "[", count: 60))\(String(repeating: "]", count: 60))}",
      37, "too-deep"),
    line(
      "too many fields",
      "{\((0..<100_000).map { "\"f\($0)\":1" }.joined(separator: ","))}", 39852, "too-many-fields"),
    line(
      "a 2 MB line", "{\"a\":\"\(String(repeating: "x", count: 2_000_000))\",\"strike\":1}",
      nil, "too-long"),
    Case(
      "not UTF-8", Array("\(good)\n{\"a\":\"".utf8) + [0xC3, 0x28] + Array("\"}\n\(good)\n".utf8),
      ["2:7 bad-utf8"], passed: 2),
    Case(
      "surrogate in UTF-8",
      Array("\(good)\n{\"a\":\"".utf8) + [0xED, 0xA0, 0x80] + Array("\"}\n\(good)\n".utf8),
      ["2:7 bad-utf8"], passed: 2),
    taken("number as text", #"{"strike":"101.25"}"# + "\n", passed: 1),
    taken("escaped NUL in a text", #"{"strike":1,"a":"\u0000"}"# + "\n", passed: 1),
  ]

  static let tables: [Case] = [
    taken("columns in another order", "ltp,strike\n1,100\n", passed: 1),
    taken("all quoted", "\"strike\",\"ltp\"\n\"100\",\"1\"\n", passed: 1),
    taken("quoted newline", "strike,note\n100,\"a\nb\"\n", passed: 1),
    taken("unknown columns", "strike,mine\n100,x\n", passed: 1),
    taken("tabs", "strike\tltp\n100\t1\n", passed: 1),
    Case("no header", "100,1\n200,2\n", ["no-header"], passed: 0),
    Case("column twice", "strike,strike\n1,2\n", ["duplicate-column"], passed: 0),
    Case("misspelt column", "stirke,ltp\n100,1\n", ["misspelt-column"], passed: 0),
    Case("semicolons", "strike;ltp\n100;1\n", ["semicolons"], passed: 0),
    Case(
      "quote never closed", "strike,a\n100,x\n200,\"y\n300,z\n", ["3 unclosed-quote"], passed: 1),
    Case("short row", "strike,ltp\n100\n200,2\n", ["2 cell-count"], passed: 1),
    Case("long row", "strike,ltp\n100,1,2\n200,2\n", ["2 cell-count"], passed: 1),
    Case(
      "repeated header", "strike,ltp\n100,1\nstrike,ltp\n200,2\n", ["3 repeated-header"], passed: 2),
    Case("#REF!", "strike,ltp\n#REF!,1\n200,2\n", ["2:1 wrong-type"], passed: 1),
    Case("#N/A", "strike,ltp\n#N/A,1\n200,2\n", ["2:1 wrong-type"], passed: 1),
    Case("dash", "strike,ltp\n-,1\n200,2\n", ["2:1 wrong-type"], passed: 1),
    Case("rupee sign", "strike,ltp\n₹100,1\n200,2\n", ["2:1 wrong-type"], passed: 1),
    Case("percent", "strike,ltp\n10%,1\n200,2\n", ["2:1 wrong-type"], passed: 1),
    Case("lakh commas", "strike,ltp\n\"1,00,000\",1\n200,2\n", ["2:2 wrong-type"], passed: 1),
    Case("row over lines", "a,strike\n\"c\nd\",x\ne,1\n", ["3:4 wrong-type"], passed: 1),
    Case("totals row", "strike,ltp\n100,1\nTotal,1\n", ["3:1 wrong-type"], passed: 1),
  ]

  @Test(arguments: ends + foreign + json + tables)
  func comesToWhatItMust(_ bad: Case) throws {
    let result = try Program.run(
      Program.angelx, ["filter", "--where", "strike > 0", "--log-format", "json"], input: bad.input)
    let messages = try result.errorText.split(separator: "\n").map { line in
      try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    }
    let faults = messages.filter {
      $0["level"] as? String == "error" && $0["code"] as? String != "total"
    }
    let problems = faults.map { message in
      let place = [message["line"], message["column"]].compactMap { $0 as? Int }
      let code = message["code"] as? String ?? ""
      return (place.map(String.init).joined(separator: ":") + " " + code)
        .trimmingCharacters(in: .whitespaces)
    }
    #expect(problems == bad.problems)
    #expect(result.status == bad.status)
    #expect(result.output.count { $0 == UInt8(ascii: "\n") } == bad.passed)
  }

  static let times: [(String, Bool)] = [
    ("2026-11-20T15:29:58+05:30", true), ("2026-11-20T09:59:58Z", true),
    ("2026-11-20T15:29:58", false), ("2026-11-20T24:00:00+05:30", false),
    ("2026-11-20T15:29:60+05:30", false), ("2026-11-20T15:29:58+99:99", false),
    ("2026-11-31T15:29:58+05:30", false), ("26-11-20T15:29:58+05:30", false),
    ("20/11/2026 15:29", false), ("46346.5", false),
  ]

  @Test(arguments: times)
  func timesAreReadStrictly(text: String, isSound: Bool) throws {
    let result = try Program.run(
      Program.angelx, ["filter", "--where", "hour(ts) == 15"],
      input: Array("{\"ts\":\"\(text)\"}\n".utf8))
    #expect(result.status == (isSound ? 0 : 65), "\(result.errorText)")
    #expect(result.output.isEmpty == !isSound)
  }

  @Test func tenThousandBadLinesAreTenMessagesAndACount() throws {
    let text = String(repeating: "{\"strike\":1,}\n", count: 10_000)
    let result = try Program.run(
      Program.angelx, ["filter", "--where", "strike > 0"],
      input: Array((Self.good + "\n" + text).utf8))
    let lines = result.errorText.split(separator: "\n")
    #expect(lines.count == 12, "\(lines.suffix(3))")
    #expect(lines.last?.contains("10000 of 10001") ?? false)
    #expect(result.status == 65)
  }
}
