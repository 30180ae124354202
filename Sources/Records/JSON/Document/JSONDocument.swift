/// A whole JSON text, read strictly: what a server answers, which is no record.
///
/// Numbers stay the text they are, objects keep the order of their fields, and nothing is converted
/// before somebody asks. A field that is there twice, bytes that are not UTF-8, values nested too
/// deep and anything behind the end are refused, as they are in records.
package struct JSONDocument: Sendable {
  /// One value: where it stands and how many values it holds, those inside them included.
  struct Node: Sendable {
    var kind: RawKind
    var hasEscapes: Bool
    /// Its first byte and the one behind its last; those between the quotes of a text.
    var start: Int32
    var end: Int32
    /// The node behind the last one inside it.
    var next: Int32
  }

  let bytes: [UInt8]
  /// Every value before those inside it; in an object names and values take turns.
  let nodes: [Node]

  /// The most bytes that a text may have.
  package static let limit = 256 << 20

  /// Reads a text.
  ///
  /// - Throws: What is wrong with it, and where.
  package init(_ text: [UInt8]) throws(RecordProblem) {
    guard text.count <= Self.limit else { throw RecordProblem(.tooLong(limit: Self.limit)) }
    bytes = text + repeatElement(0, count: JSONScan.padding)
    let count = text.count
    let read = unsafe bytes.withUnsafeBufferPointer { memory in
      Result { () throws(RecordProblem) in
        guard let start = memory.baseAddress else { throw RecordProblem(.cutOff, offset: 0) }
        var parser = unsafe JSONTreeParser(start: start, end: start + count)
        return try parser.document()
      }
    }
    nodes = try read.get()
  }

  /// The value that the text is.
  package var root: JSONValue { JSONValue(document: self, index: 0) }
}
