import Records
import Testing

@Suite struct ArrayTests {
  static let sound: [(String, [String])] = [
    ("[]", []), ("[ \n ]\n", []), ("[{}]", ["{}"]),
    (#"[{"a":1},{"a":2}]"#, [#"{"a":1}"#, #"{"a":2}"#]),
    ("[\n{\"a\":1},\n{\"a\":2}\n]\n", [#"{"a":1}"#, #"{"a":2}"#]),
    ("[\n  {\n    \"a\": 1,\n    \"b\": [\n      1\n    ]\n  }\n]\n", [#"{"a": 1,"b": [1]}"#]),
    (#"[{"a":"]},{"}]"#, [#"{"a":"]},{"}"#]),
    (#"[{"a":"\"],"} , {"a":[{},[]]}]"#, [#"{"a":"\"],"}"#, #"{"a":[{},[]]}"#]),
  ]

  @Test(arguments: sound)
  func readsElementsAsRecords(text: String, records: [String]) throws {
    #expect(try outcome(of: text.utf8) == Outcome(records: records))
  }

  static let broken: [(String, String)] = [
    (#"{"a":1,}"#, "3 trailing-comma 7"), (#"{"a":nope}"#, "3 wants-value 5"),
    ("12", "3 not-an-object 0"), (#"{"a":1} x"#, "3 text-after-record 8"),
    (#"{"a":[1}"#, "3 wants-comma 7"), (" ", "3 empty-element 0"),
  ]

  @Test(arguments: broken)
  func aBrokenElementCostsThatElementOnly(element: String, problem: String) throws {
    let found = try outcome(of: "[\n{\"a\":1},\n\(element),\n{\"a\":2}\n]".utf8)
    #expect(found == Outcome(records: [#"{"a":1}"#, #"{"a":2}"#], problems: [problem]))
  }

  @Test func refusesACommaBeforeTheClosingBracket() throws {
    let found = try outcome(of: "[{\"a\":1},\n]".utf8)
    #expect(found == Outcome(records: [#"{"a":1}"#], problems: ["2 trailing-comma 0"]))
  }

  @Test func saysWhenTheArrayIsCutOff() {
    for text in ["[", "[{\"a\":1}", "[{\"a\":1},", "[{\"a\":1},{\"a\":"] {
      #expect(throws: FormatProblem.unclosedArray) { try outcome(of: text.utf8) }
    }
  }

  @Test func bracketsBeyondItsMemoryAreNoTrouble() throws {
    let open = String(repeating: "[", count: 100)
    let text = "[{\"a\":1},\(open)\(String(repeating: "}", count: 200)),{\"a\":2}]"
    #expect(try outcome(of: text.utf8).records.first == #"{"a":1}"#)
    #expect(try outcome(of: text.utf8, size: 7) == outcome(of: text.utf8))
  }

  @Test(arguments: [1, 2, 3, 5, 8, 1000])
  func divisionIntoPiecesIsNeverSeen(size: Int) throws {
    let text = "[\n{\"a\":1},\n{\"a\":\"],\"} ,\n{\"b\":[{},{}]},{\"c\":1,},\n{\"a\":2},,]\n"
    #expect(try outcome(of: text.utf8, size: size) == outcome(of: text.utf8))
  }
}
