import Expressions
import Records
import Scalars

/// Hands the program over to libFuzzer; the package manager gives it this name for its entry.
@_cdecl("Fuzz_main")
public func fuzz(
  _ count: CInt, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
) -> CInt {
  var (count, arguments) = unsafe (count, arguments)
  return unsafe runDriver(&count, &arguments, fuzzOneInput)
}

@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
  _ count: UnsafeMutablePointer<CInt>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>,
  _ one: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

/// What libFuzzer calls with every input that it makes: the first byte picks the parser.
///
/// Nothing is expected but that all of them come to an end, and that reading in pieces is the same as
/// reading at once. `Tests/Fuzz/run` builds and starts it.
private func fuzzOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  guard let start = unsafe start else { return 0 }
  guard count > 1 else { return 0 }
  let text = unsafe Array(UnsafeBufferPointer(start: start + 1, count: count - 1))
  switch unsafe start[0] % 4 {
  case 0: readNumber(text)
  case 1: readExpression(text)
  default: readRecords(text)
  }
  return 0
}

private func readNumber(_ text: [UInt8]) {
  if let number = try? Number(text: text.span) {
    let again = Number(number.description)
    precondition(again?.doubleValue == number.doubleValue, "\(number) reads back as another one")
  }
  _ = try? Timestamp(rfc3339: text.span, assumingIST: true)
  _ = try? Day(text: text.span)
}

private func readExpression(_ text: [UInt8]) {
  guard
    let expression = try? Expression(
      String(decoding: text, as: UTF8.self), expecting: .boolean, schema: { _ in nil })
  else { return }
  let values = Array(repeating: Value.null, count: expression.fields.count)
  _ = expression.evaluate(values.span)
  _ = expression.explanation(values.span)
}

private func readRecords(_ text: [UInt8]) {
  let whole = lines(text, size: text.count)
  precondition(lines(text, size: 7) == whole, "the pieces of an input are seen")
}

/// The records of a text as JSON lines, read in pieces of this size.
private func lines(_ text: [UInt8], size: Int) -> [String] {
  guard
    case .format(let format, let head)? =
      try? InputFormat.recognised(in: text.span, isEnd: true)
  else { return [] }
  var reader = RecordReader(format: format, slots: FieldSlots([["ts"], ["strike"], ["a", "b"]]))
  var framer = RecordFramer(format: format, line: head.lines + 1)
  var lines: [String] = []
  var pending: [UInt8] = []
  var place = head.length
  var isFirst = true
  func read(_ piece: [UInt8]) {
    let padded = piece + Array(repeating: 0, count: RecordReader.padding)
    unsafe padded.withUnsafeBufferPointer { memory in
      unsafe reader.begin(
        UnsafeBufferPointer(rebasing: memory[..<piece.count]), isFirst: isFirst)
      while case let step = reader.next(), step != .end {
        var buffer = ByteBuffer()
        if step == .record, (0..<3).allSatisfy({ (try? reader.reading($0)) != nil }) {
          reader.writeJSON(to: &buffer)
        }
        unsafe lines.append(buffer.withBytes { unsafe String(decoding: $0, as: UTF8.self) })
      }
    }
    isFirst = false
  }
  while place < text.count, !framer.isClosed {
    let next = Array(text[place..<min(place + size, text.count)])
    place += next.count
    pending += next
    if let whole = unsafe next.withUnsafeBufferPointer({ unsafe framer.wholeRecords(in: $0) }) {
      let end = pending.count - next.count + whole
      if end > 0 { read(Array(pending[..<end])) }
      pending.removeSubrange(..<end)
    }
  }
  if !pending.isEmpty, !framer.isClosed { read(pending) }
  return lines
}
