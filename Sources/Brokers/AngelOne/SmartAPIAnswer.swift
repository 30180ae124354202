package import Records
internal import Scalars

/// What an answer of SmartAPI means, whatever its status says.
///
/// Failures come with the status 200, and a status of 403 means that it was asked too often, that the
/// session is over or that the address is not accepted: only the text tells.
package enum SmartAPIAnswer {
  /// What was asked for, as far as it changes what an answer means.
  package enum Kind: Sendable {
    /// One thing, or something to be done.
    case single
    /// A list, which may be empty.
    case list
  }

  /// Reads an answer.
  ///
  /// - Parameters:
  ///   - status: the status of HTTP.
  ///   - body: the bytes, unpacked.
  ///   - kind: what was asked for.
  /// - Returns: the value of `data`, or what is wrong.
  package static func outcome(
    status: Int, body: [UInt8], for kind: Kind
  ) -> BrokerOutcome<JSONValue> {
    guard let first = body.first(where: { !isBlank($0) }) else {
      let failure = BrokerFailure(message: "the answer is empty (status \(status))")
      return status == 429 ? .rateLimited(failure) : .transient(failure)
    }
    guard first == UInt8(ascii: "{") || first == UInt8(ascii: "[") else {
      return outcome(ofText: body, status: status)
    }
    do throws(RecordProblem) {
      return outcome(of: try JSONDocument(body).root, status: status, for: kind)
    } catch {
      let place = error.offset.map { " at byte \($0)" } ?? ""
      return .protocolBroken(BrokerFailure(message: "no JSON: \(error.fault.message)\(place)"))
    }
  }

  /// What a text means that is no JSON: that of a gateway, or a page.
  private static func outcome(
    ofText body: [UInt8], status: Int
  ) -> BrokerOutcome<JSONValue> {
    let text = AnswerText(body)
    let failure = BrokerFailure(
      message: "\(text.excerpt) (status \(status))",
      concernsAddress: !text.isPage && text.concernsAddress)
    if text.concernsRate || status == 429 { return .rateLimited(failure) }
    switch status {
    case 401, 403: return failure.concernsAddress ? .rejected(failure) : .session(.logIn, failure)
    case 500...: return .transient(failure)
    default: return .protocolBroken(failure)
    }
  }

  private static func outcome(
    of root: JSONValue, status: Int, for kind: Kind
  ) -> BrokerOutcome<JSONValue> {
    guard let envelope = try? WireObject(root, at: "answer") else {
      return outcome(ofStranger: status)
    }
    guard root["status"] != nil || root["success"] != nil else {
      // Before the service itself something may have spoken, with a code or words that are known.
      let code = text(envelope, "errorcode") ?? text(envelope, "errorCode") ?? ""
      let message = text(envelope, "message") ?? ""
      guard SmartAPICode.named(code) != nil || AnswerText(Array(message.utf8)).concernsRate else {
        return outcome(ofStranger: status)
      }
      return outcome(ofCode: code, message, status: status, for: kind)
    }
    if isTrue(root["status"]) || isTrue(root["success"]) {
      guard let data = root["data"] else {
        return .protocolBroken(BrokerFailure(message: "data is missing"))
      }
      return isNothing(data) ? .nothing : .ok(data)
    }
    let code = text(envelope, "errorcode") ?? text(envelope, "errorCode") ?? ""
    let message = text(envelope, "message") ?? ""
    return outcome(ofCode: code, message, status: status, for: kind)
  }

  /// What JSON means that is not in an envelope.
  private static func outcome(ofStranger status: Int) -> BrokerOutcome<JSONValue> {
    let failure = BrokerFailure(message: "JSON without status or success (status \(status))")
    switch status {
    case 429: return .rateLimited(failure)
    case 500...: return .transient(failure)
    default: return .protocolBroken(failure)
    }
  }

  private static func outcome(
    ofCode code: String, _ message: String, status: Int, for kind: Kind
  ) -> BrokerOutcome<JSONValue> {
    let known = SmartAPICode.named(code)
    let text = AnswerText(Array(message.utf8))
    let failure = BrokerFailure(
      code: code,
      message: message.isEmpty ? known?.text ?? "failed without a reason" : text.excerpt,
      concernsAddress: text.concernsAddress)
    switch known?.act {
    case .logIn: return .session(.logIn, failure)
    case .refresh: return .session(.refresh, failure)
    case .stop, .nextWindow, .dropToken: return .rejected(failure)
    case .notFound: return kind == .list ? .nothing : .rejected(failure)
    case .noData: return .nothing
    case .retry, .retryToken: return text.concernsRate ? .rateLimited(failure) : .transient(failure)
    case nil: break
    }
    // Words come before the prefix: a login does not help against a limit.
    if text.concernsRate || status == 429 { return .rateLimited(failure) }
    return code.hasPrefix("AG") ? .session(.logIn, failure) : .rejected(failure)
  }

  private static func isTrue(_ value: JSONValue?) -> Bool {
    value.flatMap(WireType<Bool>.flag.read) ?? false
  }

  /// Whether `data` says that there is nothing, in one of the ways in which it does.
  private static func isNothing(_ data: JSONValue) -> Bool {
    switch data.kind {
    case .null: true
    case .text: data.bytes.isEmpty || data.isWritten("null")
    case .list: data.elements.isEmpty
    default: false
    }
  }

  private static func text(_ envelope: WireObject, _ name: String) -> String? {
    envelope.value[name].flatMap { $0.isNothing ? nil : WireType<String>.text.read($0) }
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte)
  }
}
