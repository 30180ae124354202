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

  @Test func firstValuesThatComeAgainAreTheSameWhateverStoodBetween() {
    let fields: [AddedField] = ["a", "b", "c"]
    // How many values are set in one go; the others are set one by one, as what each says.
    let rows: [(together: Int, values: [Double])] = [
      (3, [1, 2, 3]), (3, [1, 2, 4]), (0, [7, 8, 9]), (3, [1, 2, 4]), (1, [1, 5, 6]),
      (3, [1, 2, 4]), (2, [1, 2, 30]), (3, [1, 2, 4]), (3, [1, 2, 4]), (3, [0, 2, 4]),
    ]
    let found = written(fields, times: rows.count) { time, added in
      let (together, values) = rows[time]
      let first = values.prefix(together).map { AddedValue($0) }
      if together > 0 { added.set(first.span) }
      for index in together..<3 {
        // Through both ways to set a single field.
        if index == 1 { added.set(1, values[1]) } else { added.set(index, Int64(values[index])) }
      }
    }
    let texts = rows.map { $0.values.map { String(Int($0)) } }
    #expect(found == texts.map { #"{"a":\#($0[0]),"b":\#($0[1]),"c":\#($0[2])}"# })
  }

  @Test func firstValuesStayWhereALongTextFollows() {
    let fields: [AddedField] = ["a", "b"]
    let long = String(repeating: "x", count: 5000)
    let found = written(fields, times: 4) { time, added in
      added.set([AddedValue(1)].span)
      added.set(1, text: time % 2 == 0 ? long : "y")
    }
    #expect(found == (0..<4).map { #"{"a":1,"b":"\#($0 % 2 == 0 ? long : "y")"}"# })
  }

  @Test func recordsWithoutValuesMayStandBetween() {
    let fields: [AddedField] = ["a", "b"]
    let found = written(fields, times: 3) { time, added in
      if time != 1 { added.set([AddedValue(1), .init(Double(time))].span) }
    }
    #expect(found == [#"{"a":1,"b":0}"#, "{}", #"{"a":1,"b":2}"#])
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
