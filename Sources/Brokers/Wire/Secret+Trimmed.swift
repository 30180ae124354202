internal import Transport

extension Secret {
  /// The secret without the blanks and line ends around it, which come along when it is pasted.
  var trimmed: Secret {
    let bytes = revealed
    let isText = { (byte: UInt8) in byte > 0x20 }
    guard let first = bytes.firstIndex(where: isText), let last = bytes.lastIndex(where: isText)
    else { return Secret(bytes: []) }
    return Secret(bytes: Array(bytes[first...last]))
  }
}
