/// The headers of an answer, in order.
package struct HeaderFields: Sendable, Discreet {
  private(set) var fields: [(name: String, value: String)] = []

  /// The value of the first header of that name, whatever the case of its letters.
  package subscript(_ name: String) -> String? {
    let wanted = name.lowercased()
    return fields.first { $0.name == wanted }?.value
  }

  /// How many there are.
  package var description: String { "\(fields.count) headers" }

  /// Takes a line as it came; one without a colon is no header and is left out.
  mutating func append(line: some Collection<UInt8>) {
    guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { return }
    let name = String(decoding: line[..<colon], as: UTF8.self).lowercased()
    let value = line[line.index(after: colon)...]
    fields.append((name, String(decoding: Self.trimmed(Array(value)), as: UTF8.self)))
  }

  private static func trimmed(_ bytes: [UInt8]) -> ArraySlice<UInt8> {
    let isText = { (byte: UInt8) in byte > 0x20 }
    guard let first = bytes.firstIndex(where: isText), let last = bytes.lastIndex(where: isText)
    else { return [] }
    return bytes[first...last]
  }
}
