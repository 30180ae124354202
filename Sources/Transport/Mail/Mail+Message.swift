internal import Scalars

extension Mail {
  /// The bytes that go out: headers and text by RFC 5322, in lines of ASCII.
  ///
  /// - Throws: ``TransportError/unsendable(host:_:)``, before anything is sent.
  func message(host: String) throws(TransportError) -> [UInt8] {
    guard !recipients.isEmpty else { throw .unsendable(host: host, .noRecipient) }
    guard ([sender] + recipients).allSatisfy(Self.isAddress) else {
      throw .unsendable(host: host, .mailAddress)
    }
    guard !subject.unicodeScalars.contains(where: { $0.properties.generalCategory == .control })
    else { throw .unsendable(host: host, .header) }
    let headers = [
      "Date: \(Self.text(of: date))",
      "From: <\(sender)>",
      // One a line, so that no line is too long.
      "To: " + recipients.map { "<\($0)>" }.joined(separator: ",\r\n "),
      "Message-ID: <\(identifier.text)>",
      "Subject: " + EncodedWords.text(subject),
      "MIME-Version: 1.0",
      "Content-Type: text/plain; charset=utf-8",
      "Content-Transfer-Encoding: quoted-printable",
      // Programs that answer mail, as for people on holiday, leave such ones alone.
      "Auto-Submitted: auto-generated",
    ]
    let head = headers.map { $0 + "\r\n" }.joined() + "\r\n"
    return Array(head.utf8) + QuotedPrintable.bytes(text)
  }

  /// Whether a text can be an address: printable ASCII without what separates addresses.
  static func isAddress(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.count <= 254
      && text.utf8.allSatisfy { (0x21...0x7E).contains($0) && !"<>,;:\"()[]\\".utf8.contains($0) }
  }

  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]
  private static let weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]

  /// An instant in IST as mails have it: `Fri, 20 Nov 2026 15:29:58 +0530`.
  private static func text(of date: Timestamp) -> String {
    let day = date.day
    let weekday = Weekday.allCases.firstIndex(of: day.weekday) ?? 0
    let time = [date.hour, date.minute, date.second].map { $0 < 10 ? "0\($0)" : "\($0)" }
    return "\(weekdays[weekday]), \(day.day) \(months[day.month - 1]) \(day.year) "
      + "\(time.joined(separator: ":")) +0530"
  }
}
