import Files
import Foundation
import Records
import Scalars
import Streams
import TestSupport
import Testing

/// Adds to every record how many sound ones its group has, and which of them it is.
private struct GroupSize: RecordWork {
  let slots: FieldSlots
  let addedFields: [AddedField] = ["size", "rank"]
  let firstAddedSlot = 1
  let gathers = true
  private var size: Int64 = 0
  private var rank: Int64 = 0
  private var sizeOfBatch: Int64 = 0

  init() {
    slots = FieldSlots([["n"], ["size"], ["rank"]])
  }

  mutating func gather(
    _ reader: inout RecordReader, inGroup isGrouped: Bool
  ) throws(RecordProblem) {
    if case .text = try reader.reading(0) { throw RecordProblem(.wrongType(wanted: "a number")) }
    size += 1
  }

  mutating func evaluate() {
    (sizeOfBatch, size, rank) = (size, 0, 0)
  }

  mutating func takes(
    _ reader: inout RecordReader, adding added: inout AddedFields
  ) throws(RecordProblem) -> Verdict {
    rank += 1
    added.set(0, sizeOfBatch)
    added.set(1, rank)
    return .passed
  }

  mutating func warnings() -> [RecordWarning] {
    rank == 3 ? [RecordWarning(code: "third", "the third of its group")] : []
  }

  var findings: Void { () }
}

@Suite(.timeLimit(.minutes(15))) struct GroupTests {
  /// Records of some groups, with what is to be added to each; every 97th line is broken.
  private static func records(
    groups: [Int], padding: Int = 0
  ) -> (lines: [String], wanted: [String], broken: [Int]) {
    var lines: [String] = []
    var wanted: [String] = []
    var broken: [Int] = []
    let filler = String(repeating: "x", count: padding)
    for (group, size) in groups.enumerated() {
      for member in 1...size {
        if (lines.count + 1) % 97 == 0 {
          lines.append(#"{"kind":"note","symbol":"B\#(lines.count)","n":"no"}"#)
          broken.append(lines.count)
        }
        // The second member stands apart by its escapes, so that layouts change.
        let name = member == 2 ? "n" : "\\u006e"
        let text =
          #"{"kind":"note","ts":\#(1_800_000_000 + group),"symbol":"S\#(member)","\#(name)":\#(member)"#
          + (padding > 0 ? #","filler":"\#(filler)""# : "")
        lines.append(text + "}")
        wanted.append(text + #","size":\#(size),"rank":\#(member)}"#)
      }
    }
    return (lines, wanted, broken)
  }

  private static func outcome(
    _ text: String, _ change: (inout StreamPlan) -> Void = { _ in }
  ) throws -> (rows: [String], notes: [String], totals: StreamTotals) {
    let scratch = try Scratch()
    var plan = StreamPlan()
    plan.inputs = [try scratch.put("in", Array(text.utf8))]
    plan.grouping = GroupRule(identity: ["symbol"], time: "ts", span: 600_000)
    plan.grouping?.most = 8192
    plan.grouping?.mostBytes = 4 << 20
    change(&plan)
    let notes = Notes()
    let outcome = try RecordStream.run(
      plan: plan, to: Output(path: scratch("out")), rejects: nil, telling: notes
    ) {
      GroupSize()
    } closing: { _, _ in
      ""
    }
    let rows = (try? scratch.text("out"))?.split(separator: "\n").map(String.init) ?? []
    return (rows, notes.lines, outcome.totals)
  }

  private static func run(
    _ text: String, _ change: (inout StreamPlan) -> Void = { _ in }
  ) throws -> (rows: [String], notes: [String]) {
    let outcome = try outcome(text, change)
    return (outcome.rows, outcome.notes)
  }

  @Test(arguments: [1, 2, 3]) func aGroupEndsWhereAMemberComesAgain(jobs: Int) throws {
    let (lines, wanted, broken) = Self.records(
      groups: [3, 1, 40, 2500, 7, 1, 1, 900, 5], padding: 120)
    let (rows, notes) = try Self.run(lines.joined(separator: "\n")) { $0.jobs = jobs }
    #expect(rows == wanted)
    let problems = notes.filter { !$0.contains("warning") }
    #expect(problems == broken.map { "0:\($0): wrong-type" })
    #expect(notes.count { $0.contains("warning third") } == 6)
  }

  @Test func anArrayAndATableAreDividedAlike() throws {
    let groups = [5, 1200, 1, 64]
    let (lines, wanted, _) = Self.records(groups: groups, padding: 150)
    let sound = lines.filter { !$0.contains("\"no\"") }
    let array = "[\n" + sound.joined(separator: ",\n") + "\n]\n"
    #expect(try Self.run(array) { $0.jobs = 2 }.rows == wanted)
    var table = "kind,ts,symbol,n\n"
    var sizes: [String] = []
    for (group, size) in groups.enumerated() {
      for member in 1...size {
        table += "note,\(1_800_000_000 + group),S\(member),\(member)\n"
        sizes.append("\"size\":\(size),\"rank\":\(member)}")
      }
    }
    let rows = try Self.run(table).rows
    #expect(rows.count == sizes.count && zip(rows, sizes).allSatisfy { $0.hasSuffix($1) })
  }

  @Test func aGroupEndsWhereTimeMovesOn() throws {
    let times = [0, 300, 600, 601, 1300, 400]
    let text = times.enumerated()
      .map { #"{"kind":"note","ts":\#(1_800_000_000 + $1),"symbol":"S\#($0)","n":1}"# }
      .joined(separator: "\n")
    let sizes = try Self.run(text).rows.map { $0.suffix(12).filter(\.isNumber) }
    #expect(sizes == ["31", "32", "33", "11", "11", "11"])
  }

  @Test func aGroupHasNoMoreThanItsMost() throws {
    let (lines, _, _) = Self.records(groups: [90])
    let rows = try Self.run(lines.joined(separator: "\n")) { $0.grouping?.most = 40 }.rows
    #expect(
      rows.map { $0.contains("\"size\":40") ? 40 : $0.contains("\"size\":10") ? 10 : 0 }
        == Array(repeating: 40, count: 80) + Array(repeating: 10, count: 10))
  }

  @Test func aStrictStreamEndsBehindWhatCameBeforeTheBrokenRecord() throws {
    let (lines, _, broken) = Self.records(groups: [150])
    let outcome = try Self.outcome(lines.joined(separator: "\n")) { $0.isStrict = true }
    #expect(outcome.totals.written == broken[0] - 1)
    #expect(outcome.totals.gaveUp)
  }

  /// A record that is too long parts its group, wherever the bytes are divided.
  @Test func anOverlongRecordPartsItsGroup() throws {
    let long =
      #"{"kind":"note","symbol":"L","n":1,"filler":"\#(String(repeating: "x", count: 400_000))"}"#
    let (lines, _, _) = Self.records(groups: [60], padding: 3000)
    let text = (lines + [long] + ["{\"kind\":\"note\",\"symbol\":\"Z\",\"n\":1}"]).joined(
      separator: "\n")
    let (rows, notes) = try Self.run(text) { $0.longestRecord = 100_000 }
    #expect(rows.count == 61)
    #expect(rows[0].contains("\"size\":60") && rows[60].contains("\"size\":1,"))
    #expect(notes.contains("0:61: too-long"))
  }

  /// Records of a chain as short texts: the expiry, the strike, and what follows.
  private static func chain(_ rows: [(expiry: Int, strike: Int)], _ extra: String = "") -> String {
    rows.map { row in
      #"{"kind":"note","ts":1800000000,"expiry":"\#(row.expiry)","symbol":"E\#(row.expiry)S\#(row.strike)","strike":\#(row.strike),"n":1\#(extra)}"#
    }.joined(separator: "\n")
  }

  private static func sizes(_ rows: [String]) -> [Int] {
    rows.map { row in
      let tail = row[(row.range(of: "\"size\":")?.upperBound ?? row.endIndex)...]
      return Int(tail.prefix { $0.isNumber }) ?? 0
    }
  }

  /// A group that is too large ends where its part does, and in the middle of one only after twice
  /// as many.
  @Test func aLargeGroupIsDividedBetweenItsParts() throws {
    let parts = Self.chain((1...5).flatMap { expiry in (1...7).map { (expiry, $0) } })
    let rows = try Self.run(parts) {
      $0.grouping?.most = 10
      $0.grouping?.part = ["expiry"]
    }.rows
    let expected = Array(repeating: 14, count: 28) + Array(repeating: 7, count: 7)
    #expect(Self.sizes(rows) == expected)
    let endless = Self.chain((1...50).map { (1, $0) })
    let long = try Self.run(endless) {
      $0.grouping?.most = 10
      $0.grouping?.part = ["expiry"]
    }.rows
    #expect(
      Self.sizes(long) == Array(repeating: 20, count: 40) + Array(repeating: 10, count: 10))
  }

  @Test func recordsOfOtherThingsEndNoGroup() throws {
    let note = #"{"kind":"remark","ts":1900000000,"n":1}"#
    let text = [
      Self.chain([(1, 1)]), note, note, Self.chain([(1, 2)]), note, Self.chain([(1, 1)]),
    ].joined(separator: "\n")
    let rows = try Self.run(text) { $0.grouping?.endedBy = ["strike"] }.rows
    #expect(Self.sizes(rows) == [5, 5, 5, 5, 5, 1])
  }

  /// The first record decides, and nothing that comes later.
  @Test(arguments: [
    (first: ",\"forward\":1", later: "", isGrouped: false),
    (first: "", later: ",\"forward\":1", isGrouped: true),
    (first: ",\"forward\":1,\"source\":\"x\"", later: ",\"forward\":1", isGrouped: true),
  ])
  func theFirstRecordDecidesWhetherThereAreGroups(
    first: String, later: String, isGrouped: Bool
  ) throws {
    let text =
      Self.chain([(1, 1)], first) + "\n" + Self.chain((2...1000).map { (1, $0) }, later)
    let rows = try Self.run(text) { $0.grouping?.exemption = ("forward", unless: "source") }.rows
    #expect(rows.count == 1000)
    #expect((Self.sizes(rows)[0] == 1000) == isGrouped)
  }
}
