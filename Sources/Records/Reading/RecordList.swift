/// Reads all records of a small file at once, also where they stand in a list inside an answer.
///
/// Brokers wrap what they send: `{"status": true, "data": [{…}, {…}]}`. The records are those of the list.
public enum RecordList {
  /// A record that could not be used, and the line on which it begins, from 1.
  public typealias Rejected = (line: Int, problem: RecordProblem)

  /// Calls `body` with every sound record.
  ///
  /// - Parameters:
  ///   - bytes: the file.
  ///   - member: the name of the list inside an answer.
  ///   - slots: the fields that are asked for.
  ///   - body: takes a record.
  /// - Throws: when the file is none of records at all.
  public static func read(
    _ bytes: [UInt8], member: String, slots: FieldSlots,
    _ body: (inout RecordReader) throws(RecordProblem) -> Void
  ) throws(FormatProblem) -> [Rejected] {
    let list = list(member, in: bytes) ?? bytes.indices
    let text = Array(bytes[list])
    guard
      case .format(let format, let head) = try InputFormat.recognised(in: text.span, isEnd: true)
    else { return [] }
    let firstLine = bytes[..<list.lowerBound].count { $0 == UInt8(ascii: "\n") } + head.lines + 1
    var reader = RecordReader(format: format, slots: slots)
    var rejected: [Rejected] = []
    let padded = text + Array(repeating: 0, count: RecordReader.padding)
    unsafe padded.withUnsafeBufferPointer { memory in
      unsafe reader.begin(
        UnsafeBufferPointer(rebasing: memory[head.length..<text.count]), isFirst: true)
      while true {
        let step = reader.next()
        if step == .end { break }
        do throws(RecordProblem) {
          guard step == .record else { throw reader.problem }
          try body(&reader)
        } catch {
          rejected.append((firstLine + reader.line, error))
        }
      }
    }
    return rejected
  }

  /// Where the list of an answer stands; nil where the file is no answer with one.
  private static func list(_ member: String, in bytes: [UInt8]) -> Range<Int>? {
    guard let brace = bytes.firstIndex(where: { $0 > UInt8(ascii: " ") }),
      bytes[brace] == UInt8(ascii: "{")
    else { return nil }
    let padded = bytes + Array(repeating: 0, count: RecordReader.padding)
    return unsafe padded.withUnsafeBufferPointer { memory in
      guard let first = memory.baseAddress else { return nil }
      var parser = JSONParser(allowsLineEnds: true)
      let end = unsafe first + bytes.count
      guard unsafe (try? parser.object(from: first + brace, to: end)) != nil,
        let value = unsafe JSONWalk.member(
          Array(member.utf8), of: UnsafeBufferPointer(start: first + brace, count: end - first)),
        value.kind == .list || value.kind == .null, let start = unsafe value.bytes.baseAddress
      else { return nil }
      let offset = unsafe start - first
      // An answer whose list is null has no records.
      return unsafe offset..<offset + (value.kind == .null ? 0 : value.bytes.count)
    }
  }
}
