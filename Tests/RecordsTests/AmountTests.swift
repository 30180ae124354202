import Records
import TestSupport
import Testing

/// A number of a field is the nearest double, however it is read.
@Suite struct AmountTests {
  /// The number of `field` in each of some records, in which these texts stand for it.
  private func amounts(_ texts: [String], of field: String = "theta") throws -> [Double] {
    let lines = texts.enumerated().map { #"{"n":\#($0),"\#(field)":\#($1),"m":\#($0)}"# }
    let text = Array(lines.joined(separator: "\n").utf8)
    let bytes = text + Array(repeating: 0, count: RecordReader.padding)
    var reader = RecordReader(format: .jsonLines, slots: FieldSlots([[field]]))
    return try unsafe bytes.withUnsafeBufferPointer { bytes in
      unsafe reader.begin(UnsafeBufferPointer(rebasing: bytes[..<text.count]), isFirst: true)
      return try texts.map { _ in
        #expect(reader.next() == .record)
        return try reader.amount(0)
      }
    }
  }

  /// A number of so many digits with a point among them, or none.
  private static func number(using random: inout SplitMix64) -> String {
    let digits = (0..<Int.random(in: 1...18, using: &random)).map { _ in
      "\(Int.random(in: 0...9, using: &random))"
    }
    let whole = Int.random(in: 1...digits.count, using: &random)
    let first = digits[..<whole].joined()
    let text = first.count > 1 && first.hasPrefix("0") ? "1" + first.dropFirst() : first
    let decimals = digits[whole...].joined()
    let sign = Int.random(in: 0..<8, using: &random) == 0 ? "-" : ""
    let exponent = Int.random(in: 0..<16, using: &random) == 0 ? "e-2" : ""
    return sign + text + (decimals.isEmpty ? "" : "." + decimals) + exponent
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func theNearestDoubleIsRead(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    var texts = (0..<200).map { _ in Self.number(using: &random) }
    // What comes again is not read again.
    for index in texts.indices.dropFirst() where index % 3 == 0 { texts[index] = texts[index - 1] }
    #expect(try amounts(texts) == texts.map { try #require(Double($0)) })
  }

  @Test(arguments: ["1.005", "-1.05", "-0.01"])
  func aPriceOfOtherFormIsRefusedBehindSoundOnes(text: String) throws {
    #expect(try amounts(["1.05", "2", "2"], of: "bid") == [1.05, 2, 2])
    #expect(throws: RecordProblem.self) { try amounts(["1.05", text], of: "bid") }
    #expect(throws: RecordProblem.self) { try amounts([text, text], of: "bid") }
  }

  @Test func aStrikeOfNothingIsRefused() throws {
    #expect(try amounts(["0.05", "24500"], of: "strike") == [0.05, 24_500])
    for text in ["0", "0.00", "0.0"] {
      #expect(throws: RecordProblem.self) { try amounts(["24500", text], of: "strike") }
    }
  }
}
