internal import Records
internal import Transport

/// A value that is sent, as it is put together.
enum JSONPart {
  case text(String)
  case whole(Int64)
  /// JSON that is written already, such as a number.
  case written(String)
  case list([JSONPart])
  case object(KeyValuePairs<String, JSONPart>)

  /// A secret in the place of a text.
  static func secret(_ secret: Secret) -> JSONPart {
    .text(String(decoding: secret.revealed, as: UTF8.self))
  }

  /// The JSON that it is.
  var json: String {
    switch self {
    case .text(let text): JSONText.quoted(text)
    case .whole(let number): String(number)
    case .written(let text): text
    case .list(let parts): "[\(parts.map(\.json).joined(separator: ","))]"
    case .object(let fields):
      "{\(fields.map { "\(JSONText.quoted($0.key)):\($0.value.json)" }.joined(separator: ","))}"
    }
  }

  /// The JSON that it is, under cover.
  var body: Secret { Secret(json) }
}
