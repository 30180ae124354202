/// Finds where records end in a stream of bytes, so that it can be cut into pieces of whole records.
///
/// It sees every byte once, in order, and keeps what it must remember from piece to piece. It
/// judges nothing: broken records go whole to the ``RecordReader``.
public struct RecordFramer: Sendable {
  private enum State: Sendable {
    case lines
    case table(TableScanner)
    case array(ArrayScanner)
  }

  private var state: State

  /// Creates a framer for what follows the head of an input.
  ///
  /// - Parameters:
  ///   - format: the format of the input.
  ///   - line: the number of the line on which the first record may begin, from 1.
  public init(format: InputFormat, line: Int) {
    switch format {
    case .jsonLines: state = .lines
    case .table(let header): state = .table(TableScanner(separator: header.separator, line: line))
    case .jsonArray: state = .array(ArrayScanner())
    }
  }

  /// Looks at bytes that follow those seen before: how many of them belong to records that are
  /// whole; nil when none ends here.
  public mutating func wholeRecords(in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    switch state {
    case .lines:
      return unsafe RecordFramer.lastLineEnd(in: bytes).map { $0 + 1 }
    case .table(var scanner):
      let end = unsafe scanner.lastRowEnd(in: bytes)
      state = .table(scanner)
      return end
    case .array(var scanner):
      let end = unsafe scanner.lastElementEnd(in: bytes)
      state = .array(scanner)
      return end
    }
  }

  /// Looks at bytes that follow those seen before: where the first record that ends here ends.
  ///
  /// The bytes behind that place count as not seen.
  public mutating func firstRecordEnd(in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    if case .lines = state {
      return unsafe bytes.firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 }
    }
    for index in 0..<bytes.count {
      let byte = unsafe UnsafeBufferPointer(rebasing: bytes[index...index])
      if let end = unsafe wholeRecords(in: byte) { return index + end }
    }
    return nil
  }

  /// Whether the records are over though the input may go on: after the bracket of an array.
  public var isClosed: Bool {
    if case .array(let scanner) = state { scanner.isClosed } else { false }
  }

  /// What is wrong with the input as a whole when it ends here.
  public var problemAtEnd: FormatProblem? {
    switch state {
    case .lines: nil
    case .table(let scanner): scanner.openQuoteLine.map { .unclosedQuote(line: $0) }
    case .array(let scanner): scanner.isClosed ? nil : .unclosedArray
    }
  }

  private static func lastLineEnd(in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    var index = bytes.count
    while index > 0 {
      index -= 1
      if unsafe bytes[index] == UInt8(ascii: "\n") { return index }
    }
    return nil
  }
}
