internal import CCurl

/// One try of a request on its way, from the making of its options to the judgement of its end.
final class Transfer {
  let handle: EasyHandle
  private let request: WebRequest
  private let rules: WebRules
  /// What the library has the addresses of.
  private let headers: TextList
  private let reception: Reception

  /// Describes a try to a handle.
  ///
  /// - Parameter total: How long it may take.
  init(
    _ request: WebRequest, _ rules: WebRules, total: Duration, handOn: HandOn?,
    on handle: EasyHandle,
    of library: CurlLibrary, isInterrupted: @escaping () -> Bool
  ) throws(TransportError) {
    handle.reset()
    try handle.apply(
      rules.limits, total: min(rules.limits.total, total), authorities: rules.authorities)
    try handle.apply(rules)
    try handle.describe(request)
    var headers = TextList(library)
    for line in request.lines { try headers.append(line) }
    try headers.set(CURLOPT_HTTPHEADER, of: handle)
    let reception = Reception(rules, handOn: handOn, isInterrupted: isInterrupted)
    try reception.attach(to: handle)
    self.headers = headers
    self.reception = reception
    self.handle = handle
    self.request = request
    self.rules = rules
  }

  /// Whether a piece of the body went to somebody else.
  var hasHandedOn: Bool { reception.hasHandedOn }

  /// Whether there is a connection on which it goes out.
  var isConnected: Bool { handle.microseconds(CURLINFO_PRETRANSFER_TIME_T) > 0 }

  /// Why it takes longer than it may; nil as long as it does not.
  ///
  /// The library counts by itself, but not while a request waits for the connection of another.
  func delay(after time: Duration) -> TransportError? {
    // The library's own judgement comes first.
    let time = time - .milliseconds(500)
    if time > rules.limits.connecting, !isConnected {
      return .timedOut(host: request.address.host, .connecting)
    }
    return time > rules.limits.total ? .timedOut(host: request.address.host, .answering) : nil
  }

  /// What came of it.
  func answer(_ code: CURLcode) throws(TransportError) -> WebAnswer {
    let host = request.address.host
    switch reception.breach {
    case .headers: throw .tooLarge(host: host, .headers, limit: rules.headerLimit)
    case .body: throw .tooLarge(host: host, .body, limit: reception.bodyLimit)
    case .packing: throw .notTheProtocol(host: host, .packing)
    case .unwanted: throw .interrupted(host: host)
    case nil: break
    }
    // So libcurl calls a header that is longer than it takes itself, up to 8.5 and since.
    if code == CURLE_OUT_OF_MEMORY || code.rawValue == 100 {
      throw .tooLarge(host: host, .headers, limit: rules.headerLimit)
    }
    guard code == CURLE_OK else { throw handle.failure(of: code, host: host) }
    guard reception.isWhole else { throw .incomplete(host: host) }
    return WebAnswer(
      host: host, status: try status(), headers: reception.fields, body: reception.body,
      timing: handle.timing)
  }

  private func status() throws(TransportError) -> Int {
    let status = handle.number(CURLINFO_RESPONSE_CODE)
    switch status {
    case 304 where request.isConditional: break
    case 300..<400:
      throw .notTheProtocol(host: request.address.host, .redirect(status: status))
    case 200..<600: break
    default: throw .notTheProtocol(host: request.address.host, .garbage)
    }
    return status
  }
}
