package import Records
internal import Scalars

/// What an answer of Kite means: by its kind of error first and by the status of HTTP second.
///
/// Unlike at SmartAPI a status of 403 is never a limit: it says that the session is over, or that
/// something is not allowed.
package enum KiteAnswer {
  /// Reads an answer in the broker's envelope.
  ///
  /// - Parameters:
  ///   - status: the status of HTTP.
  ///   - type: the value of `Content-Type`; nil where there is none.
  ///   - body: the bytes, unpacked.
  /// - Returns: the value of `data`, or what is wrong.
  package static func outcome(
    status: Int, type: String?, body: [UInt8]
  ) -> BrokerOutcome<JSONValue> {
    switch KiteBody(body, type: type) {
    case .nothing: return strange("the answer is empty", status, onSuccess: .transient)
    case .page: return strange(quote(body), status, onSuccess: .transient)
    case .json: return outcome(ofJSON: body, status: status)
    case .text:
      let isTable = type?.lowercased().contains(text: "csv") == true
      let text = isTable ? "a table in the place of JSON" : quote(body)
      return strange(text, status, onSuccess: isTable ? .broken : .transient)
    }
  }

  /// Reads an answer that is a table, without an envelope; its errors are in one all the same.
  ///
  /// - Returns: the bytes of the table, or what is wrong.
  package static func table(
    status: Int, type: String?, body: [UInt8]
  ) -> BrokerOutcome<[UInt8]> {
    switch KiteBody(body, type: type) {
    case .nothing: return strange("the answer is empty", status, onSuccess: .transient)
    case .page: return strange(quote(body), status, onSuccess: .transient)
    case .json:
      let outcome = outcome(ofJSON: body, status: status)
      return outcome.decoded { _ throws(WireFault) in
        throw WireFault(field: "answer", reason: .wrong(wanted: "a table"))
      }.withoutNothing
    case .text:
      if (200..<300).contains(status) { return .ok(body) }
      return strange(quote(body), status, onSuccess: .broken)
    }
  }

  private static func outcome(ofJSON body: [UInt8], status: Int) -> BrokerOutcome<JSONValue> {
    let root: JSONValue
    do throws(RecordProblem) {
      root = try JSONDocument(body).root
    } catch {
      let place = error.offset.map { " at byte \($0)" } ?? ""
      return strange("no JSON: \(error.fault.message)\(place)", status, onSuccess: .broken)
    }
    guard let envelope = try? WireObject(root, at: "answer"),
      let word = try? envelope.read(.text, "status")
    else { return strange("JSON without an envelope", status, onSuccess: .broken) }
    switch word {
    case "success": return outcome(ofSuccess: root["data"], status: status)
    case "error": return outcome(ofError: envelope, status: status)
    default: return strange("JSON with a status of its own", status, onSuccess: .broken)
    }
  }

  private static func outcome(
    ofSuccess data: JSONValue?, status: Int
  ) -> BrokerOutcome<JSONValue> {
    guard (200..<300).contains(status) else {
      return strange("success with a status of failure", status, onSuccess: .broken)
    }
    guard let data else { return .protocolBroken(BrokerFailure(message: "data is missing")) }
    let isNothing = data.isNothing || data.kind == .list && data.elements.isEmpty
    return isNothing ? .nothing : .ok(data)
  }

  private static func outcome(
    ofError envelope: WireObject, status: Int
  ) -> BrokerOutcome<JSONValue> {
    let name = (try? envelope.find(.text, "error_type")) ?? ""
    let words = (try? envelope.find(.text, "message")) ?? ""
    let text = AnswerText(Array(words.utf8))
    let known = KiteErrorType.named(name)
    let failure = BrokerFailure(
      code: name, message: words.isEmpty ? "failed without a reason" : text.excerpt,
      concernsAddress: text.concernsAddress, mostRepeats: known?.act == .retryOnce ? 1 : nil)
    switch known?.act {
    case .logIn: return .session(.person, failure)
    case .stop: return .rejected(failure)
    case .backOff, .retry, .retryOnce:
      let isLimit = status == 429 || words.lowercased().contains(text: "too many requests")
      return isLimit ? .rateLimited(failure) : .transient(failure)
    case nil: return outcome(ofStatus: status, failure) ?? .rejected(failure)
    }
  }

  /// What a status of failure means where nothing else says it; nil for all other ones.
  private static func outcome<Payload>(
    ofStatus status: Int, _ failure: BrokerFailure
  ) -> BrokerOutcome<Payload>? {
    switch status {
    case 401, 403: .session(.person, failure)
    case 429: .rateLimited(failure)
    case 500...: .transient(failure)
    default: nil
    }
  }

  /// What a body that is none of the broker's means with a status of success.
  private enum Strangeness { case transient, broken }

  /// A body that is none of the broker's.
  private static func strange<Payload>(
    _ text: String, _ status: Int, onSuccess: Strangeness
  ) -> BrokerOutcome<Payload> {
    let failure = BrokerFailure(message: "\(text) (status \(status))")
    if let outcome: BrokerOutcome<Payload> = outcome(ofStatus: status, failure) { return outcome }
    let isTransient = (200..<300).contains(status) && onSuccess == .transient
    return isTransient ? .transient(failure) : .protocolBroken(failure)
  }

  private static func quote(_ body: [UInt8]) -> String { AnswerText(body).excerpt }
}

extension BrokerOutcome {
  /// The same where nothing is no answer either.
  fileprivate var withoutNothing: BrokerOutcome {
    guard case .nothing = self else { return self }
    return .protocolBroken(BrokerFailure(message: "nothing in the place of a table"))
  }
}
