import Digests
import Records
import Scalars

/// The line of an entry as it stands in the log, without its line end.
enum AuditLine {
  /// Longer ones are no entries, which keeps the memory of a check within bounds.
  static let longest = 1 << 20

  /// The bytes of an entry.
  static func bytes(
    _ event: AuditEvent, number: Int64, at time: Timestamp, previous: Digest
  ) -> [UInt8] {
    var text = "{\"seq\":\(number),\"ts\":\"\(time)\",\"event\":\"\(event.name)\""
    for field in event.fields { text += ",\"\(field.name)\":\(json(field.value))" }
    text += ",\"prev\":\"\(previous)\"}"
    return Array(text.utf8)
  }

  private static func json(_ value: AuditValue) -> String {
    switch value {
    case .null: "null"
    case .text(let text): JSONText.quoted(text)
    case .whole(let number): number.description
    case .decimal(let number): number.description
    case .boolean(let isTrue): isTrue.description
    case .texts(let texts): "[" + texts.map(JSONText.quoted).joined(separator: ",") + "]"
    }
  }
}
