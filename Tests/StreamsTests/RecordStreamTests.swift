import Streams
import TestSupport
import Testing

@Suite struct RecordStreamTests {
  /// Lines of which some are broken and some do not pass.
  static func lines(_ count: Int, seed: UInt64) -> String {
    var random = SplitMix64(seed: seed)
    return (0..<count).map { index in
      switch Int.random(in: 0..<20, using: &random) {
      case 0: "{\"n\":\(index)"
      case 1: "{\"n\":-\(index + 1),\"pad\":\"\(String(repeating: "x", count: 300))\"}"
      case 2: ""
      default:
        "{\"n\":\(index),\"pad\":\"\(String(repeating: "y", count: Int.random(in: 0..<200, using: &random)))\"}"
      }
    }
    .joined(separator: "\n")
  }

  @Test func passesRecordsOnAndNamesTheBrokenOnes() throws {
    let text = "{\"n\":1}\n\n{\"n\":-1}\nbroken\n{\"n\":2}"
    let expected = Run(
      output: "{\"n\":1}\n{\"n\":2}\n", rejects: "broken\n", notes: ["0:4: not-an-object"],
      handled: 3, rejected: 1, written: 2, places: ["4:1"])
    #expect(try run(text) == expected)
  }

  @Test(arguments: [2, 3, 8])
  func theNumberOfWorkersIsNeverSeen(jobs: Int) throws {
    for form in [StreamPlan.Form.lines, .array, .cells(separator: 44), .table, .closingOnly] {
      let text = Self.lines(30_000, seed: UInt64(jobs))
      let alone = try run(text) { $0.form = form }
      let together = try run(text) {
        $0.form = form
        $0.jobs = jobs
      }
      #expect(alone == together, "\(form)")
      #expect(alone.written > 20_000)
    }
  }

  @Test(arguments: [0, 1, 2, 1000, 25_000, 1_000_000])
  func endsAfterTheHead(head: Int) throws {
    let text = Self.lines(30_000, seed: 7)
    let whole = try run(text)
    let all = try #require(whole.output).split(separator: "\n", omittingEmptySubsequences: true)
    for jobs in [1, 2] {
      let found = try run(text) {
        $0.head = head
        $0.jobs = jobs
      }
      let lines = try #require(found.output).split(separator: "\n", omittingEmptySubsequences: true)
      #expect(lines == Array(all.prefix(head)))
      #expect(Set(found.notes).isSubset(of: Set(whole.notes)))
    }
  }

  @Test func saysNothingOfWhatComesAfterTheHead() throws {
    let found = try run("{\"n\":1}\nbad\n{\"n\":2}\nworse\n{\"n\":3}\n") { $0.head = 2 }
    #expect(found.output == "{\"n\":1}\n{\"n\":2}\n")
    #expect(found.notes == ["0:2: not-an-object"])
  }

  @Test func stopsAtTheFirstBrokenRecordWhenStrict() throws {
    let found = try run("{\"n\":1}\nbad\n{\"n\":2}\nworse\n") { $0.isStrict = true }
    #expect(found.notes == ["0:2: not-an-object"])
    #expect(found.output == nil, "a result that is not whole replaces nothing")
    #expect(found.rejects == "bad\n")
  }

  @Test func bearsAsManyBrokenRecordsAsAllowed() throws {
    let text = "bad\n{\"n\":1}\nworse\n{\"n\":2}\nworst\n"
    #expect(try run("{}\n" + text) { $0.mostProblems = 3 }.notes.count == 3)
    let found = try run("{}\n" + text) { $0.mostProblems = 1 }
    #expect(found.notes == ["0:2: not-an-object", "0:4: not-an-object"])
    #expect(found.output == nil)
  }

  @Test func readsInputsOneAfterTheOther() throws {
    let found = try run([
      Array("{\"n\":1}\nbad\n".utf8), Array("n,m\n2,x\n-2,y\n3\n".utf8), [],
      Array("[{\"n\":4},{}]".utf8),
    ])
    #expect(found.output == "{\"n\":1}\n{\"n\":2,\"m\":\"x\"}\n{\"n\":4}\n")
    #expect(found.notes == ["0:2: not-an-object", "1:4: cell-count"])
  }

  @Test func anInputThatIsNoRecordsLeavesTheOthersAlone() throws {
    let found = try run([
      Array("{\"n\":1}\n".utf8), Array("<html>\n".utf8), Array("{\"n\":2}\n".utf8),
    ])
    #expect(found.notes == ["1: web-page"])
    #expect(found.handled == 2)
    #expect(found.output == nil)
  }

  @Test(arguments: [1, 2])
  func aLineThatIsTooLongCostsThatLineOnly(jobs: Int) throws {
    let long = "{\"n\":1,\"pad\":\"" + String(repeating: "x", count: 3_000_000) + "\"}"
    let text = "{\"n\":1}\n\(long)\n{\"n\":2}\nbad\n\(long)"
    let found = try run(text) {
      $0.jobs = jobs
      $0.longestRecord = 100_000
    }
    #expect(found.output == "{\"n\":1}\n{\"n\":2}\n")
    #expect(found.notes == ["0:2: too-long", "0:4: not-an-object", "0:5: too-long"])
    #expect(found.rejects == "\(long)\nbad\n\(long)")
  }

  @Test(arguments: [100, 262_143, 262_144, 262_145, 1_000_000])
  func theLimitIsTheSameWhereverALineFalls(limit: Int) throws {
    let fits = "{\"n\":1,\"pad\":\"" + String(repeating: "x", count: limit - 16) + "\"}"
    let found = try run("{\"n\":0}\n\(fits)\n\(fits) \n{\"n\":2}\n") { $0.longestRecord = limit }
    #expect(found.notes == ["0:3: too-long"])
    #expect(found.written == 3)
  }

  @Test func whatIsLeftOfACutInputIsKept() throws {
    let quote = try run("n,m\n1,x\n2,\"open\n3,y\n")
    #expect(quote.notes == ["0: unclosed-quote"])
    #expect(quote.rejects == "n,m\n2,\"open\n3,y\n")
    let array = try run("[{\"n\":1},{\"n\":")
    #expect(array.notes == ["0:1: cut-off", "0: unclosed-array"])
  }

  @Test func nothingMayFollowAnArray() throws {
    #expect(try run("[{\"n\":1}]\n \n").notes.isEmpty)
    #expect(try run("[{\"n\":1}]\n{\"n\":2}").notes == ["0: text-after-array"])
    let late = "[{\"n\":1}]" + String(repeating: " ", count: 600_000)
    #expect(try run(late).notes.isEmpty)
    #expect(try run(late + "x").notes == ["0: text-after-array"])
  }

  @Test(arguments: [1, 2])
  func aPlaceIsTrueHoweverFarBeforeItTheLineBegan(jobs: Int) throws {
    let elements = (0..<60_000).map { $0 % 7_000 == 0 ? "{\"n\":+}" : "{\"n\":\($0)}" }
    var column = 2
    var expected: [String] = []
    for element in elements {
      if element.hasSuffix("+}") { expected.append("1:\(column + 5)") }
      column += element.utf8.count + 1
    }
    let found = try run("[" + elements.joined(separator: ",") + "]") { $0.jobs = jobs }
    #expect(found.places == expected)
  }

  @Test func writesAnArrayThatItReadsAgain() throws {
    for text in ["", "{\"n\":1}", "{\"n\":1}\n{\"n\":2}"] {
      let array = try #require(try run(text) { $0.form = .array }.output)
      #expect(try run(array).output == (text.isEmpty ? "" : text + "\n"))
    }
  }

  @Test func theFirstRecordDecidesTheColumns() throws {
    let text = "{\"n\":1,\"a\":2}\n{\"a\":3,\"n\":4}\n{\"n\":5}\n{\"n\":6,\"b\":7}\n"
    let found = try run(text) { $0.form = .cells(separator: 44) }
    #expect(found.output == "n,a\n1,2\n4,3\n5,\n6,\n")
    #expect(found.notes == ["0:4: without b"])
    #expect(found.handled == 4)
  }

  @Test func chosenColumnsAreAlwaysThere() throws {
    let found = try run("{\"n\":1,\"b\":2}\n{\"n\":-1}\n") {
      $0.form = .cells(separator: 44)
      $0.selection = [["b"], ["c", "d"], ["n"]]
    }
    #expect(found.output == "b,c.d,n\n2,,1\n")
    let none = try run("") {
      $0.form = .cells(separator: 9)
      $0.selection = [["b"], ["n"]]
    }
    #expect(none.output == "b\tn\n")
  }

  @Test func explainsRecordsInTheirOrder() throws {
    let found = try run([Array("{\"n\":1}\nbad\n{\"n\":-2}\n".utf8)], explains: true)
    #expect(found.notes == ["0:1: = 1", "0:2: not-an-object", "0:3: = -2"])
  }

  @Test func aMissingInputIsNamedAndTheOthersAreRead() throws {
    let found = try run([Array("{\"n\":1}\n".utf8)]) { $0.inputs.insert("/no/such/file", at: 0) }
    #expect(found.notes == ["0: missingInput"])
    #expect(found.handled == 1)
    #expect(found.output == nil)
  }

  @Test func rejectsAreKeptAsTheyCame() throws {
    let lines = try run("{\"n\":1}\r\n{bad\r\n \tworse\n{\"n\":2}\nlast")
    #expect(lines.rejects == "{bad\r\n \tworse\nlast\n")
    let table = try run("n,m\r\n1,2\r\n3\r\n4,\"5\n6\"\r\n7,8,9\r\n")
    #expect(table.rejects == "n,m\n3\r\n7,8,9\r\n")
  }

  @Test func rejectsOfSeveralInputsDoNotRunTogether() throws {
    let cut = Array("n,m\n1,\"open".utf8)
    let found = try run([cut, Array("n,m\n2\n".utf8), Array("bad\n{}\n".utf8)])
    #expect(found.rejects == "n,m\n1,\"open\n2\nbad\n{}\n")
    #expect(found.notes == ["0: unclosed-quote", "1:2: cell-count", "2: not-records"])
  }

  @Test(arguments: [1, 2])
  func theWholeRestOfAnInputThatIsNoRecordsIsKept(jobs: Int) throws {
    let rest = String(repeating: "{\"n\":1}\n", count: 200_000)
    let found = try run("[{\"n\":1}]\n" + rest) { $0.jobs = jobs }
    #expect(found.rejects == "\n" + rest)
    #expect(found.notes == ["0: text-after-array"])
  }

  @Test(arguments: [1, 2])
  func countsWhatPassedAndNotWhatIsWritten(jobs: Int) throws {
    let text = (0..<100_000).map { "{\"n\":\($0 % 3 == 0 ? $0 : -$0)}\n" }.joined()
    let counted = try run(
      [Array(text.utf8)], { ($0.form, $0.jobs) = (.closingOnly, jobs) }, keepsAll: true)
    #expect(counted.output == "33334\n")
    let head = try run([Array(text.utf8)], { ($0.head, $0.jobs) = (20_000, jobs) }, keepsAll: true)
    #expect(head.written == 59_998)
    #expect(head.handled == 59_998)
  }

  @Test func anInputOfBlanksEndsSoonAndNeedsNoMemory() throws {
    for blank in ["\n", " ", "\r\n"] {
      let blanks = String(repeating: blank, count: 8_000_000)
      #expect(try run(blanks).written == 0)
      let late = try run(blanks + "bad\n") { $0.isStrict = false }
      #expect(late.notes.count == 1)
      #expect(try run(blanks + "{\"n\":1}\n").written == 1)
    }
    #expect(
      try run("{" + String(repeating: " ", count: 8_000_000) + "\"n\":1}").notes == [
        "0:1: too-long"
      ])
  }

  @Test func blanksAroundRecordsDoNotMakeThemLong() throws {
    let blanks = String(repeating: " ", count: 3_000_000)
    let lines = try run("{\"n\":1}\n\(blanks){\"n\":2}\n\(blanks)\n{\"n\":3}\n") {
      $0.longestRecord = 1000
    }
    #expect(lines.notes.isEmpty)
    #expect(lines.written == 3)
    let array = try run("[\(blanks){\"n\":1},\n\(blanks){\"n\":2},\(blanks)\n{\"n\":x}]") {
      $0.longestRecord = 1000
    }
    #expect(array.notes == ["0:3: wants-value"])
    #expect(array.written == 2)
  }

  @Test func saysWhichChosenFieldsNoRecordHas() throws {
    let found = try run("{\"n\":1,\"a\":null}\n{\"n\":2,\"b\":1}\n") {
      $0.selection = [["n"], ["a"], ["b"], ["c"], ["a", "d"]]
    }
    #expect(found.neverSeen == [false, false, false, true, true])
  }
}
