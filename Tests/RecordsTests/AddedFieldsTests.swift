import Records
import Testing

@Suite struct AddedFieldsTests {
  /// What becomes of an empty record when fields are set for it several times.
  private func written(
    _ names: [String], times: Int, _ set: (Int, inout AddedFields) -> Void
  ) -> [String] {
    let bytes = Array("{}\n".utf8) + Array(repeating: 0, count: RecordReader.padding)
    var reader = RecordReader(format: .jsonLines, slots: FieldSlots(names.map { [$0] }))
    var added = AddedFields(names, firstSlot: 0)
    return (0..<times).map { time in
      unsafe bytes.withUnsafeBufferPointer { memory in
        unsafe reader.begin(UnsafeBufferPointer(rebasing: memory[..<3]), isFirst: true)
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
    let values = [1.5, 1.5, 1.5, -0.0, 0, 2, 1.5, .nan, 1.5, 1.5]
    let texts = ["1.50", "1.50", "1.50", "0.00", "0.00", "2.00", "1.50", "null", "1.50", "1.50"]
    let single = written(["x"], times: values.count) { $1.set(0, values[$0], decimals: 2) }
    #expect(single == texts.map { #"{"x":\#($0)}"# })
  }

  @Test func numbersInOneGoAreThoseOneByOne() {
    let names = ["a", "quite_a_long_name_of_a_field", "c"]
    let rows: [[Double]] = [
      [1, 2, 3], [1, 2, 3], [1, .infinity, 3], [1, 2, 0.1], [123_456_789.125, -1e300, 3],
      [1, 2, 3], [.nan, .nan, .nan],
    ]
    let decimals: [Int?] = [2, 6, nil]
    let together = written(names, times: rows.count) {
      $1.set(0..<3, numbers: rows[$0], decimals: decimals)
    }
    let apart = written(names, times: rows.count) { time, added in
      for index in 0..<3 { added.set(index, rows[time][index], decimals: decimals[index]) }
    }
    #expect(together == apart)
    #expect(together[2] == #"{"a":1.00,"quite_a_long_name_of_a_field":null,"c":3}"#)
    #expect(together[4].hasPrefix(#"{"a":123456789.12,"quite_a_long_name_of_a_field":-1e300,"#))
  }

  @Test func theDecimalsOfAFieldMayChange() {
    let found = written(["x"], times: 4) { $1.set(0, 1.25, decimals: $0 < 2 ? 1 : nil) }
    #expect(found == [#"{"x":1.2}"#, #"{"x":1.2}"#, #"{"x":1.25}"#, #"{"x":1.25}"#])
  }

  @Test func wordsTakeTurnsWithNumbersAndLongOnes() {
    let found = written(["x"], times: 6) { time, added in
      switch time {
      case 0, 1, 5: added.set(0, word: "ok")
      case 2: added.set(0, 0, decimals: 0)
      case 3: added.set(0, word: "a word that is far too long to be kept")
      default: added.set(0, true)
      }
    }
    #expect(found[0] == #"{"x":"ok"}"# && found[1] == found[0] && found[5] == found[0])
    #expect(found[2] == #"{"x":0}"# && found[4] == #"{"x":true}"#)
    #expect(found[3] == #"{"x":"a word that is far too long to be kept"}"#)
  }
}
