extension StringProtocol {
  /// Whether the bytes of a text stand somewhere in this one.
  ///
  /// The standard library has a search for texts in its engine for regular expressions alone, which
  /// would make the program a tenth larger and slower to start.
  public func contains(text: String) -> Bool {
    let (wanted, bytes) = (text.utf8Span.span, Substring(self).utf8Span.span)
    if wanted.isEmpty { return true }
    let first = wanted[0]
    var place = 0
    while place + wanted.count <= bytes.count {
      if bytes[place] == first {
        var length = 1
        while length < wanted.count, bytes[place + length] == wanted[length] { length += 1 }
        if length == wanted.count { return true }
      }
      place += 1
    }
    return false
  }
}
