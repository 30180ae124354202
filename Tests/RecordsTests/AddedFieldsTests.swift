import Records
import Testing

@Suite struct AddedFieldsTests {
  /// What becomes of a record when fields are set for it several times.
  private func written(
    _ fields: [AddedField], in record: String = "{}", times: Int,
    _ set: (Int, inout AddedFields) -> Void
  ) -> [String] {
    let bytes = Array("\(record)\n".utf8) + Array(repeating: 0, count: RecordReader.padding)
    var reader = RecordReader(format: .jsonLines, slots: FieldSlots(fields.map { [$0.name] }))
    var added = AddedFields(fields, firstSlot: 0)
    return (0..<times).map { time in
      unsafe bytes.withUnsafeBufferPointer { memory in
        let line = unsafe UnsafeBufferPointer(rebasing: memory.dropLast(RecordReader.padding))
        unsafe reader.begin(line, isFirst: true)
        #expect(reader.next() == .record)
        var buffer = ByteBuffer()
        added.begin()
        set(time, &added)
        reader.writeJSON(to: &buffer, adding: added)
        return unsafe buffer.withBytes { unsafe String(decoding: $0, as: UTF8.self) }
      }
    }
  }

  @Test func aValueThatComesAgainIsTheSame() {
    let values = [1.5, 1.5, 1.5, -0.0, 0, 2, 1.5, .nan, .nan, .nan, 1.5, 1.5]
    let texts = [
      "1.50", "1.50", "1.50", "0.00", "0.00", "2.00", "1.50", "null", "null", "null", "1.50",
      "1.50",
    ]
    let field = AddedField("x", decimals: 2)
    let single = written([field], times: values.count) { $1.set(0, values[$0]) }
    #expect(single == texts.map { #"{"x":\#($0)}"# })
  }

  @Test func valuesInOneGoAreThoseOneByOne() {
    let fields = [
      AddedField("a", decimals: 2), AddedField("quite_a_long_name_of_a_field", decimals: 6),
      AddedField("c"),
    ]
    let rows: [[Double]] = [
      [1, 2, 3], [1, 2, 3], [1, .infinity, 3], [1, 2, 0.1], [123_456_789.125, -1e300, 3],
      [1, 2, 3], [.nan, .nan, .nan],
    ]
    let together = written(fields, times: rows.count) { time, added in
      let row = rows[time].map { AddedValue($0) }
      added.set(row.span)
    }
    let apart = written(fields, times: rows.count) { time, added in
      for index in 0..<3 { added.set(index, rows[time][index]) }
    }
    #expect(together == apart)
    #expect(together[2] == #"{"a":1.00,"quite_a_long_name_of_a_field":null,"c":3}"#)
    #expect(together[4].hasPrefix(#"{"a":123456789.12,"quite_a_long_name_of_a_field":-1e300,"#))
  }

  @Test func wordsTakeTurnsWithNumbers() {
    let long: StaticString = "a word that is longer than any number may become"
    let field = AddedField("x", decimals: 0, words: ["ok", long])
    let values: [AddedValue] = [.word(0), .word(0), .word(0), .init(0), .word(1), .word(1), .null]
    let texts = [#""ok""#, #""ok""#, #""ok""#, "0", #""\#(long)""#, #""\#(long)""#, "null"]
    let found = written([field], times: values.count) { time, added in
      let row = [values[time]]
      added.set(row.span)
    }
    #expect(found == texts.map { #"{"x":\#($0)}"# })
  }

  @Test func whatIsKeptStandsWhereItStood() {
    let fields: [AddedField] = ["a", "b", "c"]
    let values: [AddedValue] = [.kept, .kept, .kept, .init(2), .init(2), .kept]
    let found = written(fields, in: #"{"c":9,"b": 1.50}"#, times: values.count) { time, added in
      let row = [AddedValue(Double(time)), values[time], .null]
      added.set(row.span)
    }
    let texts = ["1.50", "1.50", "1.50", "2", "2", "1.50"]
    #expect(found == texts.enumerated().map { #"{"c":null,"b": \#($1),"a":\#($0)}"# })
  }

  @Test func aWordOfTheMomentNeedsNotBeDeclared() {
    let found = written(["x"], times: 2) { $1.set(0, word: $0 == 0 ? "one" : "another") }
    #expect(found == [#"{"x":"one"}"#, #"{"x":"another"}"#])
  }
}
