package import Scalars
package import Store
package import Transport

/// Alerts by e-mail; several that came too close together are told in one.
package final class MailHandler: AlertHandler {
  package let name = "email"
  package let leastSeverity = AlertRecord.Severity.info
  package let budget: RateBudget?
  package let mostAtOnce = 100
  private let client: MailClient
  private let sender: String
  private let recipients: [String]
  private var random: any RandomNumberGenerator

  /// Creates the handler of a server.
  ///
  /// - Parameter mailsPerHour: How many mails are sent in an hour at most.
  package init(
    _ client: MailClient, from sender: String, to recipients: [String], mailsPerHour: Int,
    random: any RandomNumberGenerator
  ) {
    self.client = client
    self.sender = sender
    self.recipients = recipients
    self.random = random
    budget = RateBudget("email", [.init(mailsPerHour, inMilliseconds: 3_600_000)])
  }

  package func deliver(_ alerts: [AlertRecord], at time: Timestamp) throws(AlertFailure) {
    let mail = Mail(
      from: sender, to: recipients, subject: AlertText.subject(alerts),
      text: AlertText.body(alerts), date: time,
      identifier: MailIdentifier(date: time, using: &random))
    do throws(TransportError) {
      try client.send(mail)
    } catch {
      throw AlertFailure(error)
    }
  }
}
