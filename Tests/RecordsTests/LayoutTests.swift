import Records
import TestSupport
import Testing

/// Records are recognised by how the ones before them were written; that must never be seen.
@Suite struct LayoutTests {
  /// A line of one of a few shapes, sound or broken.
  static func line(using random: inout SplitMix64) -> String {
    let value = [
      "1", "-2.5", "\"x\"", "null", "true", "[1,{\"b\":2}]", "{\"c\":1}", "\"\\u0041\"", "\"₹\"",
    ]
    let keys = Array(
      ["a", "b", "c", "strike", "a_very_long_field_name"].shuffled(using: &random).prefix(
        Int.random(in: 0...5, using: &random)))
    let colon = [":", ": ", " : "].randomElement(using: &random) ?? ":"
    let comma = [",", ", "].randomElement(using: &random) ?? ","
    var text =
      "{"
      + keys.map { "\"\($0)\"\(colon)\(value.randomElement(using: &random) ?? "0")" }
      .joined(separator: comma) + "}"
    if Int.random(in: 0..<10, using: &random) == 0 {
      let place = text.index(
        text.startIndex, offsetBy: Int.random(in: 0..<text.count, using: &random))
      text.remove(at: place)
    }
    return text
  }

  @Test(arguments: 0..<40 as Range<UInt64>)
  func readsAStreamAsItReadsEachLineAlone(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let shapes = (0..<6).map { _ in Self.line(using: &random) }
    var together = ""
    var alone = Outcome()
    for index in 0..<200 {
      let line =
        Bool.random(using: &random)
        ? shapes[Int.random(in: 0..<6, using: &random)] : Self.line(using: &random)
      together += line + "\n"
      // The first record decides the format, so each line is read behind one that is sure.
      let found = try outcome(of: ("{}\n" + line).utf8)
      alone.records += found.records.dropFirst()
      alone.problems += found.problems.map { "\(index + 2)" + $0.dropFirst(1) }
    }
    #expect(
      try outcome(of: ("{}\n" + together).utf8)
        == Outcome(records: ["{}"] + alone.records, problems: alone.problems))
  }

  @Test(arguments: [1, 2, 3, 7, 16, 61, 1000])
  func divisionIntoPiecesIsNeverSeen(size: Int) throws {
    var random = SplitMix64(seed: 99)
    let lines = (0..<300).map { _ in Self.line(using: &random) }
    let text = "{}\n" + lines.joined(separator: "\n")
    #expect(try outcome(of: text.utf8, size: size) == outcome(of: text.utf8))
  }

  /// An object of so many fields.
  private static func object(_ count: Int) -> String {
    "{" + (0..<count).map { "\"f\($0)\":1" }.joined(separator: ",") + "}"
  }

  @Test(arguments: [(2047, 2047, true), (2048, 2047, false), (3000, 3000, false), (4094, 0, true)])
  func theNumberOfFieldsIsCountedAlike(one: Int, other: Int, isSound: Bool) throws {
    let line = "{\"a\":\(Self.object(one)),\"b\":\(Self.object(other))}"
    for before in ["{}", "{\"a\":{},\"b\":{}}", "{\"a\":\(Self.object(4000)),\"b\":1}"] {
      let found = try outcome(of: "\(before)\n\(line)\n\(before)\n\(line)".utf8)
      let expected = isSound ? [before, line, before, line] : [before, before]
      let isAsExpected = found.records == expected
      #expect(isAsExpected, "\(found.records.count) records")
      #expect(found.problems.count { $0.contains("too-many-fields") } == (isSound ? 0 : 2))
      let array = try outcome(of: "[\(before),\(line),\(before),\(line)]".utf8)
      #expect(array.records.map(\.utf8.count) == found.records.map(\.utf8.count))
    }
  }

  @Test func aNestedCellDoesNotMakeARecordWithTooManyFields() throws {
    let cell = Self.object(4_095).replacing("\"", with: "\"\"")
    for (header, isNested) in [("checks,b", false), ("checks", true)] {
      let value = isNested ? "\"\(cell)\"" : "\"\(cell)\",1"
      let record = try #require(try outcome(of: "\(header)\n\(value)\n".utf8).records.first)
      #expect(record.prefix(12) == (isNested ? "{\"checks\":{\"" : "{\"checks\":\"{"))
      // What is written is read again.
      let isReadAgain = try outcome(of: record.utf8).records == [record]
      #expect(isReadAgain)
    }
  }
}
