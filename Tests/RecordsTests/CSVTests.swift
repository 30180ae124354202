import Records
import Testing

@Suite struct CSVTests {
  static let sound: [(String, [String])] = [
    ("strike,right\n24000,CE\n", [#"{"strike":24000,"right":"CE"}"#]),
    (
      "strike,right\r\n24000,CE\r\n24050.50,PE",
      [#"{"strike":24000,"right":"CE"}"#, #"{"strike":24050.50,"right":"PE"}"#]
    ),
    ("right\tstrike\nCE\t24000\n", [#"{"right":"CE","strike":24000}"#]),
    // RFC 4180, section 2, rules 5 to 7
    ("\"aaa\",\"b\r\nbb\",\"ccc\"\r\nzzz,yyy,xxx", [#"{"aaa":"zzz","b\r\nbb":"yyy","ccc":"xxx"}"#]),
    ("aaa,bbb,ccc\n\"aaa\",\"b\r\nbb\",\"ccc\"\n", [#"{"aaa":"aaa","bbb":"b\r\nbb","ccc":"ccc"}"#]),
    ("aaa,bbb,ccc\n\"aaa\",\"b\"\"bb\",\"ccc\"\n", [#"{"aaa":"aaa","bbb":"b\"bb","ccc":"ccc"}"#]),
    ("a,b\n\"1\",\"x\"\n", [#"{"a":1,"b":"x"}"#]),
    ("a,b\n,x\n", [#"{"b":"x"}"#]),
    ("a,b\n\"\",\"\"\n", [#"{}"#]),
    ("a,b\n007,1e5\n", [#"{"a":"007","b":1e5}"#]),
    ("token,oi\n43521,9007199254740993\n", [#"{"token":"43521","oi":9007199254740993}"#]),
    ("passed,own\ntrue,false\n", [#"{"passed":true,"own":false}"#]),
    ("a,b\n\n1,2\n\n", [#"{"a":1,"b":2}"#]),
    ("\u{FEFF}a,b\n1,2\n", [#"{"a":1,"b":2}"#]),
    (" a , b\n1,2\n", [#"{"a":1,"b":2}"#]),
    ("a,b\n₹ é,\"\"\"\"\n", [#"{"a":"₹ é","b":"\""}"#]),
    ("strike\n24000\n", [#"{"strike":24000}"#]),
    (
      "checks,reasons\n\"{\"\"bias\"\":0.5}\",\"[1, 2]\"\n",
      [#"{"checks":{"bias":0.5},"reasons":[1, 2]}"#]
    ),
    ("checks,b\nnot json,2\n", [#"{"checks":"not json","b":2}"#]),
    ("a,b\n\" 1\",\" x \"\n", [#"{"a":" 1","b":" x "}"#]),
  ]

  @Test(arguments: sound)
  func readsRowsAsRecords(text: String, records: [String]) throws {
    #expect(try outcome(of: text.utf8) == Outcome(records: records))
  }

  static let broken: [(String, String)] = [
    ("1", "cell-count "),
    ("1,2,3", "cell-count "),
    ("a,b", "repeated-header "),
    ("1,5\" disk", "stray-quote 3"),
    ("\"1\"x,2", "text-after-quote 3"),
    ("1,a\u{1}b", "control-character 3"),
    ("1,a\u{0}b", "control-character 3"),
    ("1,a\rb", "control-character 3"),
  ]

  @Test(arguments: broken)
  func aBrokenRowCostsThatRowOnly(row: String, problem: String) throws {
    let found = try outcome(of: "a,b\n1,2\n\(row)\n3,4\n".utf8)
    #expect(found.records == [#"{"a":1,"b":2}"#, #"{"a":3,"b":4}"#])
    #expect(found.problems == ["3 \(problem)"])
  }

  @Test func refusesCellsThatAreNotUTF8() throws {
    let found = try outcome(of: Array("a,b\n1,".utf8) + [0xFF] + Array("\n3,4\n".utf8))
    #expect(found == Outcome(records: [#"{"a":3,"b":4}"#], problems: ["2 bad-utf8 2"]))
  }

  @Test func namesTheLineWhereAQuoteThatNeverClosesWasOpened() {
    #expect(throws: FormatProblem.unclosedQuote(line: 4)) {
      try outcome(of: "a,b\n1,\"x\ny\"\n2,\"open\n3,4\n5,6\n".utf8)
    }
  }

  @Test func countsLinesInsideQuotes() throws {
    let found = try outcome(of: "a,b\n1,\"x\n\ny\"\nbad\n3,4\n".utf8)
    #expect(found.problems == ["5 cell-count "])
  }

  @Test(arguments: [1, 2, 3, 5, 8, 1000])
  func divisionIntoPiecesIsNeverSeen(size: Int) throws {
    let text = "a,b\r\n1,\"x,\r\n\"\"y\"\"\"\r\nbad\r\n\"3\",5\" x\r\n\"7\"8,9\r\n,\r\n10,11"
    #expect(try outcome(of: text.utf8, size: size) == outcome(of: text.utf8))
    #expect(try outcome(of: text.utf8).records.count == 3)
  }
}
