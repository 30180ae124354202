import Records
import TestSupport
import Testing

@Suite struct DocumentTests {
  @Test func keepsWhatIsThere() throws {
    let text = #" {"a":[1,"b\n",{"c":1.50}], "d\u0065":null,"t":true,"f":false,"x":{} } "#
    let root = try JSONDocument(Array(text.utf8)).root
    #expect(root.kind == .object)
    #expect(root.members.map(\.name) == ["a", "de", "t", "f", "x"])
    let list = try #require(root["a"])
    #expect(list.elements.map(\.text) == ["1", "b\n", #"{"c":1.50}"#])
    #expect(list.elements[2]["c"]?.text == "1.50")
    #expect(root["de"]?.kind == .null)
    #expect(root["t"]?.kind == .true && root["f"]?.kind == .false)
    #expect(root["x"]?.members.isEmpty == true)
    #expect(root["y"] == nil && list["a"] == nil && list.elements[0].elements.isEmpty)
  }

  @Test func readsMoreFieldsThanARecordHas() throws {
    let row = "{" + (0..<50).map { "\"f\($0)\":\($0)" }.joined(separator: ",") + "}"
    let text = "[" + repeatElement(row, count: 500).joined(separator: ",") + "]"
    #expect(
      try JSONDocument(Array(text.utf8)).root.elements.map { $0["f49"]?.text }
        == Array(repeating: "49", count: 500))
  }

  /// What breaks a record breaks an answer.
  @Test(arguments: JSONLinesTests.broken.map(\.0).filter { $0.hasPrefix("{") })
  func refusesWhatRecordsRefuse(text: String) {
    #expect(throws: RecordProblem.self) { try JSONDocument(Array(text.utf8)) }
    #expect(throws: RecordProblem.self) { try JSONDocument(Array("[\(text)]".utf8)) }
  }

  @Test(arguments: [
    "", " ", "[", "]", "[1", "[1,", "[1,]", "nul", "\"a", "1 2", "{}{}", "[}", "{]",
  ])
  func refusesWhatIsNoText(text: String) {
    #expect(throws: RecordProblem.self) { try JSONDocument(Array(text.utf8)) }
  }

  @Test func nestingEnds() {
    let deepest = RecordLimits.depth
    for (depth, isRead) in [(deepest, true), (deepest + 1, false), (1_000_000, false)] {
      let text = String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
      #expect(((try? JSONDocument(Array(text.utf8))) != nil) == isRead)
    }
  }

  /// Every answer that was cut is refused.
  @Test func noCutIsOverlooked() {
    let text = Array(#"{"status":true,"data":[{"a":"\u20b9","b":-1.5e3},{"c":[null,false]}]}"#.utf8)
    for count in 0..<text.count {
      #expect(throws: RecordProblem.self) { try JSONDocument(Array(text.prefix(count))) }
    }
  }

  @Test(arguments: [UInt64(1), 2, 3])
  func noBytesBreakIt(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let sound = Array(#"{"a":[1,2.5,"x\"y"],"b":{"c":null,"d":[true,false,"₹"]}}"#.utf8)
    for _ in 0..<2000 {
      var text = sound
      for _ in 0...Int.random(in: 0..<3, using: &random) {
        text[Int.random(in: text.indices, using: &random)] = UInt8.random(
          in: .min ... .max, using: &random)
      }
      guard let root = try? JSONDocument(text).root else { continue }
      #expect(root.members.reduce(0) { $0 + $1.value.bytes.count } <= text.count)
    }
  }

  @Test func showsNothingOfWhatItHolds() throws {
    let root = try JSONDocument(Array(#"{"jwtToken":"canary"}"#.utf8)).root
    let token = try #require(root["jwtToken"])
    var dumped = ""
    dump(token, to: &dumped)
    #expect(!"\(token) \(root) \(dumped)".contains("canary"))
  }
}
