import Records
import Scalars
import Testing

@Suite struct FieldMemoryTests {
  /// Whether the second of two records has the field `x` as it was remembered of the first.
  private func agrees(_ first: String, _ second: String, format: InputFormat = .jsonLines) -> Bool {
    let text = Array((first + "\n" + second + "\n").utf8)
    let bytes = text + Array(repeating: 0, count: RecordReader.padding)
    var reader = RecordReader(format: format, slots: FieldSlots([["x"]]))
    var memory = FieldMemory(of: 0)
    return unsafe bytes.withUnsafeBufferPointer { bytes in
      unsafe reader.begin(UnsafeBufferPointer(rebasing: bytes[..<text.count]), isFirst: true)
      #expect(reader.next() == .record)
      let agreesAtOnce = reader.agrees(with: memory)
      #expect(!agreesAtOnce)
      reader.remember(in: &memory)
      #expect(reader.next() == .record)
      return reader.agrees(with: memory)
    }
  }

  @Test(arguments: [
    (#""a""#, #""a""#, true), (#""a""#, #""b""#, false), (#""a""#, #""ab""#, false),
    ("12.50", "12.50", true), ("12.50", "12.5", false), ("12", #""12""#, false),
    (#""2026-11-20T09:00:00+05:30""#, #""2026-11-20T09:00:00+05:30""#, true),
    (#""2026-11-20T09:00:00+05:30""#, #""2026-11-20T09:00:00+05:31""#, false),
    (
      #""\#(String(repeating: "x", count: 32))""#, #""\#(String(repeating: "x", count: 32))""#, true
    ),
    (
      #""\#(String(repeating: "x", count: 33))""#, #""\#(String(repeating: "x", count: 33))""#,
      false
    ),
    ("null", "null", false), ("true", "true", false), ("[1]", "[1]", false),
    (#""""#, #""""#, false),
    (#""\u0041""#, #""\u0041""#, false),
  ])
  func agreesWhereAFieldIsWrittenAlike(first: String, second: String, expected: Bool) {
    #expect(agrees(#"{"x":\#(first)}"#, #"{"x":\#(second)}"#) == expected)
    #expect(agrees(#"{"x":\#(first)}"#, #"{"y":0, "x":\#(second)}"#) == expected)
  }

  @Test func aFieldThatIsMissingAgreesWithNone() {
    #expect(!agrees(#"{"y":1}"#, #"{"y":1}"#))
    #expect(!agrees(#"{"x":1}"#, #"{"y":1}"#))
  }
}
