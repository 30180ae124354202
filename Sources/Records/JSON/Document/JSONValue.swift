import Scalars

/// A value of a ``JSONDocument``.
package struct JSONValue: Sendable {
  let document: JSONDocument
  let index: Int

  private var node: JSONDocument.Node { document.nodes[index] }

  /// What it is; never ``RawKind/missing`` or ``RawKind/cell``.
  package var kind: RawKind { node.kind }

  /// The bytes of a text, its escapes resolved; those of a number as it is written; of anything else
  /// the JSON that it is.
  package var bytes: [UInt8] {
    let written = document.bytes[Int(node.start)..<Int(node.end)]
    guard node.hasEscapes else { return Array(written) }
    var bytes: [UInt8] = []
    unsafe written.withUnsafeBufferPointer { unsafe JSONEscape.decode($0, into: &bytes) }
    return bytes
  }

  /// Hands the bytes over, which are copied only where escapes stand among them.
  @inline(__always)
  package func withBytes<Result>(_ body: (Span<UInt8>) throws -> Result) rethrows -> Result {
    let node = node
    if node.hasEscapes { return try body(bytes.span) }
    return try body(document.bytes.span.extracting(Int(node.start)..<Int(node.end)))
  }

  /// The bytes as a text.
  package var text: String {
    node.hasEscapes
      ? String(decoding: bytes, as: UTF8.self)
      : String(decoding: document.bytes[Int(node.start)..<Int(node.end)], as: UTF8.self)
  }

  /// Whether it is an empty text.
  package var isEmptyText: Bool { kind == .text && node.start == node.end }

  /// Whether the bytes are those of a text of the program's own.
  package func isWritten(_ text: StaticString) -> Bool {
    withBytes { bytes in
      guard bytes.count == text.utf8CodeUnitCount else { return false }
      for index in bytes.indices {
        guard unsafe bytes[index] == text.utf8Start[index] else { return false }
      }
      return true
    }
  }
}

extension JSONValue {
  /// The elements of a list, and none of anything else.
  package var elements: [JSONValue] {
    guard kind == .list else { return [] }
    var found: [JSONValue] = []
    var place = index + 1
    while place < node.next {
      found.append(JSONValue(document: document, index: place))
      place = Int(document.nodes[place].next)
    }
    return found
  }

  /// The fields of an object in their order, and none of anything else.
  package var members: [(name: String, value: JSONValue)] {
    guard kind == .object else { return [] }
    var found: [(name: String, value: JSONValue)] = []
    var place = index + 1
    while place < node.next {
      let name = JSONValue(document: document, index: place).text
      found.append((name, JSONValue(document: document, index: place + 1)))
      place = Int(document.nodes[place + 1].next)
    }
    return found
  }

  /// The field of an object; nil where it has none of that name, and for anything else.
  package subscript(_ name: String) -> JSONValue? {
    guard kind == .object else { return nil }
    let (document, wanted) = (document, name.utf8.span)
    let (nodes, bytes) = (document.nodes.span, document.bytes.span)
    let end = Int(nodes[index].next)
    var place = index + 1
    while place < end {
      let key = nodes[place]
      let isFound =
        key.hasEscapes
        ? isName(key, name)
        : Int(key.end &- key.start) == wanted.count && bytes.has(wanted, at: Int(key.start))
      if isFound { return JSONValue(document: document, index: place + 1) }
      place = Int(nodes[place + 1].next)
    }
    return nil
  }

  /// Whether a name that is written with escapes is the one.
  private func isName(_ key: JSONDocument.Node, _ name: String) -> Bool {
    var bytes: [UInt8] = []
    unsafe document.bytes[Int(key.start)..<Int(key.end)].withUnsafeBufferPointer {
      unsafe JSONEscape.decode($0, into: &bytes)
    }
    return bytes.elementsEqual(name.utf8)
  }
}

extension JSONValue {
  /// Where a value of the same document stands below this one, as in `.fetched[3]`.
  package func path(to other: JSONValue) -> String {
    var (path, place) = ("", index)
    while place != other.index {
      let isObject = document.nodes[place].kind == .object
      var (child, number) = (place + 1, 0)
      while true {
        let value = isObject ? child + 1 : child
        let end = Int(document.nodes[value].next)
        if other.index < end {
          let name = JSONValue(document: document, index: child)
          path += isObject ? ".\(name.text)" : "[\(number)]"
          place = value
          break
        }
        (child, number) = (end, number + 1)
      }
    }
    return path
  }
}

extension JSONValue: CustomStringConvertible, CustomReflectable {
  /// What kind of value it is, and nothing of what it holds: answers hold tokens.
  package var description: String {
    switch kind {
    case .null: "null"
    case .true, .false: "a boolean"
    case .number: "a number"
    case .text, .cell: "a text"
    case .list: "a list"
    case .object: "an object"
    case .missing: "nothing"
    }
  }

  /// A mirror in which nothing is to be seen.
  package var customMirror: Mirror { Mirror(self, children: []) }
}
