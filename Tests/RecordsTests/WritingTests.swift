import Records
import Testing

@Suite struct WritingTests {
  /// Reads one record and writes it by `write`.
  private func written(
    _ text: String, asking paths: [[String]] = [], added names: [String] = ["passed"],
    _ write: (inout RecordReader, inout ByteBuffer, borrowing AddedFields) -> Void
  ) throws -> String {
    let bytes = Array(text.utf8) + Array(repeating: 0, count: RecordReader.padding)
    guard
      case .format(let format, let head) = try InputFormat.recognised(
        in: Array(text.utf8).span, isEnd: true)
    else { return "" }
    var reader = RecordReader(format: format, slots: FieldSlots(paths + names.map { [$0] }))
    var added = AddedFields(names.map { AddedField($0) }, firstSlot: paths.count)
    var buffer = ByteBuffer()
    unsafe bytes.withUnsafeBufferPointer { memory in
      unsafe reader.begin(
        UnsafeBufferPointer(rebasing: memory[head.length..<text.utf8.count]), isFirst: true)
      #expect(reader.next() == .record)
      added.begin()
      for index in names.indices { added.set(index, true) }
      write(&reader, &buffer, added)
    }
    return unsafe buffer.withBytes { unsafe String(decoding: $0, as: UTF8.self) }
  }

  @Test(arguments: [
    (#"{"a":1}"#, #"{"a":1,"passed":true}"#), ("{}", #"{"passed":true}"#),
    ("{ }", #"{ "passed":true}"#), (#"{"a":1 }"#, #"{"a":1 ,"passed":true}"#),
    (#"{"passed":false}"#, #"{"passed":true}"#),
    (#"{ "passed" : null , "a" : 1 }"#, #"{ "passed" : true , "a" : 1 }"#),
    (#"{"a":1,"pass\u0065d":"no","b":2}"#, #"{"a":1,"pass\u0065d":true,"b":2}"#),
    ("a,b\n1,x\n", #"{"a":1,"b":"x","passed":true}"#),
    ("a,passed\n1,false\n", #"{"a":1,"passed":true}"#),
    ("a,passed\n1,\n", #"{"a":1,"passed":true}"#),
    ("[{\n \"a\": 1\n}]", #"{"a": 1,"passed":true}"#),
  ])
  func addsAFieldOrReplacesItWhereItStands(text: String, expected: String) throws {
    #expect(try written(text) { $0.writeJSON(to: &$1, adding: $2) } == expected)
  }

  @Test(arguments: [
    (#"{"b":2,"a":1}"#, [["a"], ["b"]], #"{"a":1,"b":2}"#),
    (#"{"b":2}"#, [["a"], ["b"]], #"{"b":2}"#),
    (#"{"a":{"x":"\u0041"},"b":[1, 2]}"#, [["a", "x"], ["b"]], #"{"a.x":"\u0041","b":[1, 2]}"#),
    ("a,b\n007,\"x\"\"y\"\n", [["b"], ["a"]], #"{"b":"x\"y","a":"007"}"#),
    (#"{"a":1}"#, [["passed"], ["a"]], #"{"passed":true,"a":1}"#),
  ])
  func writesASelectionInItsOrder(text: String, paths: [[String]], expected: String) throws {
    let found = try written(text) { reader, buffer, added in
      reader.ask(forColumns: paths)
      reader.writeSelection(to: &buffer, adding: added)
    }
    #expect(found == expected)
  }

  @Test(arguments: [
    (#"{"a":1,"b":"x"}"#, "1,x\n"), (#"{"b":"x,y","a":null}"#, ",\"x,y\"\n"),
    (#"{"a":"say \"hi\"","b":"two\nlines"}"#, "\"say \"\"hi\"\"\",\"two\nlines\"\n"),
    (#"{"a":[1,2],"b":{"c":"d"}}"#, "\"[1,2]\",\"{\"\"c\"\":\"\"d\"\"}\"\n"),
    (#"{"a":-1,"b":"-1"}"#, "-1,-1\n"), (#"{"a":"-1.50","b":"-1e3"}"#, "-1.50,-1e3\n"),
    (#"{"a":"\u002d1","b":"-1-1"}"#, "-1,'-1-1\n"), (#"{"a":"-","b":"-x"}"#, "'-,'-x\n"),
    (#"{"a":"=SUM(A1)","b":"+1"}"#, "'=SUM(A1),'+1\n"),
    (#"{"a":"@x","b":"\t"}"#, "'@x,'\t\n"), (#"{"a":true}"#, "true,\n"),
    (#"{"a":"₹ é"}"#, "₹ é,\n"), (#"{"a":"\r"}"#, "\"'\r\",\n"),
  ])
  func writesCellsByTheRules(text: String, expected: String) throws {
    let found = try written(text, added: []) { reader, buffer, added in
      reader.ask(forColumns: [["a"], ["b"]])
      reader.writeCells(separator: UInt8(ascii: ","), to: &buffer, adding: added)
    }
    #expect(found == expected)
  }

  @Test func aHeaderHasTheDeclaredColumnsFirst() throws {
    let found = try written(#"{"mine":1,"ltp":2,"kind":"tick","ts":0,"symbol":"A"}"#) {
      reader, buffer, added in
      CellText.writeHeader(
        reader.columnNames(adding: added), separator: UInt8(ascii: ","), to: &buffer)
    }
    #expect(found == "kind,ts,symbol,ltp,bid,ask,bid_qty,ask_qty,volume,oi,mine,passed\n")
  }

  @Test func aRowKeepsTheColumnsThatItCameWith() throws {
    let found = try written("strike,right,passed\n1,CE,\n") { reader, buffer, added in
      CellText.writeHeader(
        reader.columnNames(adding: added), separator: UInt8(ascii: ","), to: &buffer)
    }
    #expect(found == "strike,right,passed\n")
  }

  @Test func fieldsWithoutAColumnAreNamed() throws {
    _ = try written(#"{"a":1,"b":2,"c":3}"#, added: []) { reader, _, _ in
      reader.ask(forColumns: [["a"], ["b"]])
      #expect(reader.fieldsWithoutColumn() == ["c"])
    }
  }
}
