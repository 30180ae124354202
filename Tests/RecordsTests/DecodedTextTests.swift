import Records
import Testing

/// Texts with escapes are decoded as often as anybody asks, and stay where they are until the next
/// record.
@Suite struct DecodedTextTests {
  /// What is read of each slot, and the cells that are then written for the columns.
  private func readAndWritten(
    _ text: String, asking paths: [[String]], columns: [[String]], times: Int = 1
  ) throws -> (texts: [String], cells: String) {
    let bytes = Array(text.utf8)
    guard
      case .format(let format, let head) = try InputFormat.recognised(
        in: bytes.span, isEnd: true)
    else { return ([], "") }
    var reader = RecordReader(format: format, slots: FieldSlots(paths))
    reader.ask(forColumns: columns)
    let padded = bytes + Array(repeating: 0, count: RecordReader.padding)
    var texts: [String] = []
    var buffer = ByteBuffer()
    unsafe try padded.withUnsafeBufferPointer { memory in
      unsafe reader.begin(
        UnsafeBufferPointer(rebasing: memory[head.length..<bytes.count]), isFirst: true)
      while reader.next() == .record {
        var readings: [FieldReading] = []
        for _ in 0..<times {
          for slot in paths.indices { readings.append(try reader.reading(slot)) }
        }
        reader.writeCells(
          separator: UInt8(ascii: ","), to: &buffer, adding: AddedFields([], firstSlot: 0))
        // What was read first must still be there after all the rest.
        for case .text(let text) in readings { texts.append("\(text)") }
      }
    }
    return (texts, unsafe buffer.withBytes { unsafe String(decoding: $0, as: UTF8.self) })
  }

  @Test func aTextIsReadAndWrittenAtEveryLength() throws {
    for length in 1...3000 {
      let plain = String(repeating: "x", count: length - 1)
      let object = try readAndWritten(
        "{\"s\":\"\\u0041\(plain)\"}", asking: [["s"]], columns: [["s"]])
      #expect(object.texts == ["A\(plain)"] && object.cells == "A\(plain)\n", "\(length)")
      let row = try readAndWritten(
        "s,t\n\"a\"\"\(plain)\",1\n", asking: [["s"]], columns: [["s"]])
      #expect(
        row.texts == ["a\"\(plain)"] && row.cells == "\"a\"\"\(plain)\"\n", "\(length)")
    }
  }

  @Test func manyColumnsReadTheSameText() throws {
    let plain = String(repeating: "y", count: 5_000)
    let columns = Array(repeating: ["s"], count: 100)
    let found = try readAndWritten(
      "{\"s\":\"\\u00e9\(plain)\",\"t\":\"\\u0041\"}\n{\"s\":\"\\n\",\"t\":\"\\u0042\"}\n",
      asking: [["s"], ["t"], ["s"]], columns: columns + [["t"]], times: 50)
    let first = Array(repeating: "é\(plain)", count: 100).joined(separator: ",") + ",A\n"
    let second = Array(repeating: "\"\n\"", count: 100).joined(separator: ",") + ",B\n"
    #expect(found.cells == first + second)
    #expect(
      found.texts == (0..<50).flatMap { _ in ["é\(plain)", "A", "é\(plain)"] }
        + (0..<50).flatMap { _ in ["\n", "B", "\n"] })
  }

  @Test func textsOfPathsAndChoicesStayToo() throws {
    let long = String(repeating: "z", count: 2_000)
    let found = try readAndWritten(
      "{\"a\":{\"b\":\"\\t\(long)\"},\"right\":\"c\\u0061ll\",\"ltp\":1}",
      asking: [["a", "b"], ["right"]], columns: [["a", "b"], ["right"], ["a", "b"]], times: 3)
    #expect(found.texts == (0..<3).flatMap { _ in ["\t\(long)", "CE"] })
    #expect(found.cells == "'\t\(long),call,'\t\(long)\n")
  }
}
