package import Scalars
package import Store
package import Transport

/// Alerts as JSON objects to an address of the user's.
package final class WebhookHandler: AlertHandler {
  package let name = "webhook"
  package let leastSeverity = AlertRecord.Severity.info
  package let budget: RateBudget?
  package let mostAtOnce = 1
  private let address: WebAddress
  private let client: WebClient

  /// Creates the handler of an address.
  ///
  /// - Parameter callsPerHour: How many calls are made in an hour at most.
  package init(_ address: WebAddress, _ client: WebClient, callsPerHour: Int) {
    self.address = address
    self.client = client
    budget = RateBudget(name, [.init(callsPerHour, inMilliseconds: 3_600_000)])
  }

  package func deliver(_ alerts: [AlertRecord], at time: Timestamp) throws(AlertFailure) {
    for alert in alerts {
      let body = WebRequest.Body(Array(AlertText.json(alert).utf8), type: "application/json")
      // Told twice is better than not at all; the number of an alert tells a repetition.
      let request = WebRequest(.post, address, body: body, mayRepeat: true)
      do throws(TransportError) {
        _ = try client.answer(to: request).done()
      } catch {
        throw AlertFailure(error)
      }
    }
  }
}

extension AlertFailure {
  init(_ error: TransportError) {
    let host = error.host.map { "\($0): " } ?? ""
    self.init("\(host)\(error.problem)", remedy: error.remedy)
  }
}
