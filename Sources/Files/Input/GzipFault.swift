/// Why a gzip stream is refused.
package enum GzipFault: Error, Equatable, Sendable {
  /// The stream stops before the trailer of its last member.
  case cut
  /// The checksum in a trailer does not belong to the data.
  case wrongChecksum
  /// The length in a trailer does not belong to the data.
  case wrongLength
  /// The compressed data, or a header, breaks the format; the text says where.
  case malformed(String)
  /// Something other than zero bytes and further members follows the last member.
  case trailingGarbage
  /// What comes out is gzip again.
  case nested
  /// More bytes come out than the limit allows.
  case tooLong(limit: Int)
  /// The data expands more times than the limit allows.
  case expandsTooMuch(limit: Int)
}

extension GzipFault: CustomStringConvertible {
  /// What is wrong, in plain words.
  package var description: String {
    switch self {
    case .cut: "the file ends in the middle of the data"
    case .wrongChecksum: "the checksum does not match the data"
    case .wrongLength: "the stored length does not match the data"
    case .malformed(let detail): "the data is damaged (\(detail))"
    case .trailingGarbage: "something that is not gzip follows the data"
    case .nested: "the data inside is gzip again"
    case .tooLong(let limit): "the data is longer than the limit of \(limit) bytes"
    case .expandsTooMuch(let limit): "the data expands more than the limit of \(limit) times"
    }
  }

  /// What the user can do about it.
  var remedy: String {
    switch self {
    case .cut, .wrongChecksum, .wrongLength, .malformed: "fetch or create the file again"
    case .trailingGarbage: "check how the file was put together, and create it again"
    case .nested: "unpack it once with gunzip"
    case .tooLong: "raise --max-inflated if you trust the file"
    case .expandsTooMuch: "raise the limit if you trust the file"
    }
  }
}
