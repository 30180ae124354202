import Records

/// What a reader makes of a text: a line for every record and every problem.
struct Outcome: Equatable {
  var records: [String] = []
  /// Line (from 1), fault and offset of every problem.
  var problems: [String] = []
  /// Line and column, both from 1, of every problem.
  var places: [String] = []

  static func == (one: Outcome, other: Outcome) -> Bool {
    one.records == other.records && one.problems == other.problems
  }
}

/// Reads a text in pieces of at most `size` bytes, the way the stream does.
func outcome(
  of text: some Sequence<UInt8>, fields: [String] = [], size: Int = 1 << 20,
  assumesIST: Bool = false
) throws -> Outcome {
  let bytes = Array(text)
  var outcome = Outcome()
  guard
    case .format(let format, let head) = try InputFormat.recognised(
      in: bytes.span, isEnd: true)
  else { return outcome }
  var reader = RecordReader(
    format: format, slots: FieldSlots(fields.map { $0.split(separator: ".").map(String.init) }),
    assumesIST: assumesIST)
  var framer = RecordFramer(format: format, line: head.lines + 1)
  var line = head.lines + 1
  var isFirst = true
  var pending: [UInt8] = []
  var place = head.length
  var lineOffset = head.lineOffset
  func read(_ piece: [UInt8]) {
    let padded = piece + Array(repeating: 0, count: RecordReader.padding)
    unsafe padded.withUnsafeBufferPointer { memory in
      unsafe reader.begin(
        UnsafeBufferPointer(rebasing: memory[..<piece.count]), isFirst: isFirst,
        lineOffset: lineOffset)
      while collect(&reader, fields: fields, line: line, into: &outcome) {}
    }
    line += reader.lineCount
    lineOffset =
      piece.lastIndex(of: UInt8(ascii: "\n")).map { piece.count - $0 - 1 }
      ?? lineOffset + piece.count
    isFirst = false
  }
  while place < bytes.count, !framer.isClosed {
    let next = Array(bytes[place..<min(place + size, bytes.count)])
    place += next.count
    let whole = unsafe next.withUnsafeBufferPointer { unsafe framer.wholeRecords(in: $0) }
    if let whole {
      read(pending + next[..<whole])
      pending = Array(next[whole...])
    } else {
      pending += next
    }
  }
  if !pending.isEmpty && !framer.isClosed { read(pending) }
  if let problem = framer.problemAtEnd { throw problem }
  return outcome
}

private func collect(
  _ reader: inout RecordReader, fields: [String], line: Int, into outcome: inout Outcome
) -> Bool {
  switch reader.next() {
  case .record:
    for slot in fields.indices {
      do {
        _ = try reader.reading(slot)
      } catch {
        outcome.problems.append("\(line + reader.line) \(error.fault.code) \(error.field ?? "")")
        outcome.places.append(text(of: reader.place(of: error), from: line))
        return true
      }
    }
    var buffer = ByteBuffer()
    reader.writeJSON(to: &buffer)
    unsafe outcome.records.append(buffer.withBytes { unsafe String(decoding: $0, as: UTF8.self) })
    return true
  case .problem:
    let problem = reader.problem
    outcome.problems.append(
      "\(line + reader.line) \(problem.fault.code) \(problem.offset.map(String.init) ?? "")")
    outcome.places.append(text(of: reader.place(of: problem), from: line))
    return true
  case .end:
    return false
  }
}

private func text(of place: RecordPlace, from line: Int) -> String {
  "\(line + place.line)" + (place.column.map { ":\($0)" } ?? "")
}
