internal import Scalars

/// What the body of an answer is, by what it is called and then by its first byte.
enum KiteBody {
  case nothing
  /// JSON, in the envelope of the broker or not.
  case json
  /// A page for a browser, as a proxy on the way sends it.
  case page
  /// Text without an envelope, such as a table.
  case text

  /// - Parameters:
  ///   - bytes: the body, unpacked.
  ///   - type: the value of `Content-Type`; nil where there is none.
  init(_ bytes: [UInt8], type: String?) {
    guard let first = bytes.first(where: { $0 > 0x20 }) else {
      self = .nothing
      return
    }
    if type?.lowercased().contains(text: "html") == true {
      self = .page
      return
    }
    switch first {
    case UInt8(ascii: "<"): self = .page
    case UInt8(ascii: "{"), UInt8(ascii: "["): self = .json
    default: self = .text
    }
  }
}
