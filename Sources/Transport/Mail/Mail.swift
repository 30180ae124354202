package import Scalars

/// A mail of plain text.
package struct Mail: Sendable, Discreet {
  /// The address that it comes from.
  package var sender: String
  /// The addresses that it goes to.
  package var recipients: [String]
  /// What it is about, in one line.
  package var subject: String
  /// The text; its lines end in line feeds.
  package var text: String
  /// When it was written.
  package var date: Timestamp
  /// What tells it from all others.
  package var identifier: MailIdentifier

  /// Makes a mail.
  package init(
    from sender: String, to recipients: [String], subject: String, text: String, date: Timestamp,
    identifier: MailIdentifier
  ) {
    self.sender = sender
    self.recipients = recipients
    self.subject = subject
    self.text = text
    self.date = date
    self.identifier = identifier
  }

  /// To how many it goes.
  package var description: String { "mail to \(recipients.count)" }
}

/// What tells one mail from all others; the same mail sent again has the same.
package struct MailIdentifier: Sendable, Equatable {
  /// The words before and after its sign.
  let text: String

  /// Draws one, which begins with the date so that it is unique even where seeds are not.
  package init(date: Timestamp, using random: inout some RandomNumberGenerator) {
    let draw = String(random.next(), radix: 36)
    text = "\(String(date.milliseconds, radix: 36)).\(draw)@angelx.invalid"
  }
}
