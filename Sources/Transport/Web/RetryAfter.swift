/// The header by which a server says how long it wants to be left alone.
enum RetryAfter {
  /// More than this is no wish but a mistake.
  private static let absurd: Int64 = 86_400

  /// The seconds that a value asks for; nil for nonsense, for the past, and for more than a day.
  ///
  /// - Parameters:
  ///   - text: The value: a count of seconds, or a date.
  ///   - now: The seconds since 1970 at the server.
  static func seconds(_ text: String, now: Int64) -> Int64? {
    let wanted: Int64
    if !text.isEmpty, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
      guard let count = Int64(text) else { return nil }
      wanted = count
    } else {
      guard let date = ServerDate.seconds(text) else { return nil }
      wanted = date - now
    }
    return (1...absurd).contains(wanted) ? wanted : nil
  }
}

extension WebAnswer {
  /// For how many seconds the server asks to be left alone, by its own clock where it shows one.
  ///
  /// - Parameter now: the seconds since 1970 here.
  package func wait(now: Int64) -> Int64? {
    headers["Retry-After"].flatMap { text in
      RetryAfter.seconds(text, now: ServerDate.seconds(of: self) ?? now)
    }
  }
}
