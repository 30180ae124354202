internal import CCurl

/// Asks web servers, one request after the other.
///
/// It has an owner and is not shared by threads. Connections are kept for requests that may be repeated;
/// every other goes out on one of its own.
package final class WebClient {
  private let rules: WebRules
  private let pauses: Pauses
  private var random: any RandomNumberGenerator
  private var handle: EasyHandle?

  /// Makes a client; the network is not touched before the first request.
  ///
  /// - Parameters:
  ///   - rules: How it behaves.
  ///   - pauses: The passing of time.
  ///   - random: Where the length of pauses between tries is drawn from.
  package init(
    _ rules: WebRules, pauses: Pauses = .real, random: any RandomNumberGenerator
  ) {
    self.rules = rules
    self.pauses = pauses
    self.random = random
  }

  /// Sends a request and returns the answer, whatever its status, but none that points elsewhere.
  ///
  /// A request that may be repeated is tried again when nothing or nothing whole came back, and when
  /// the server says that it is busy or broken; after the last try its answer is returned.
  ///
  /// - Throws: ``TransportError``.
  package func answer(to request: WebRequest) throws(TransportError) -> WebAnswer {
    try check(request)
    let deadline = pauses.now() + rules.deadline
    var tries = 1
    while true {
      let outcome = Result { () throws(TransportError) in try attempt(request, until: deadline) }
      guard request.mayRepeat, tries < rules.tries, outcome.mayPass else {
        return try outcome.get()
      }
      guard let pause = try pause(after: outcome, tries: tries, until: deadline) else {
        return try outcome.get()
      }
      pauses.pause(pause)
      if pauses.isInterrupted() { throw .interrupted(host: request.address.host) }
      tries += 1
    }
  }

  private func check(_ request: WebRequest) throws(TransportError) {
    if request.address.isForSockets { throw .badAddress(.scheme) }
    guard request.address.isEncrypted || rules.allowsPlain else { throw .badAddress(.plain) }
    guard request.allHeaders.allSatisfy(\.isSendable) else {
      throw .unsendable(host: request.address.host, .header)
    }
  }

  /// How long to wait before the next try; nil where there is no time for one.
  ///
  /// - Throws: ``TransportError/askedToWait(host:seconds:)``.
  private func pause(
    after outcome: Result<WebAnswer, TransportError>, tries: Int, until deadline: Duration
  ) throws(TransportError) -> Duration? {
    let left = deadline - pauses.now()
    if case .success(let answer) = outcome, let wish = wish(of: answer) {
      guard .seconds(wish) <= rules.backOff.longestAsked, .seconds(wish) < left else {
        throw .askedToWait(host: answer.host, seconds: Int(wish))
      }
      return .seconds(wish)
    }
    let pause = rules.backOff.pause(after: tries, using: &random)
    return pause < left ? pause : nil
  }

  /// The seconds that a server asks to be left alone for, by its own clock where it shows one.
  private func wish(of answer: WebAnswer) -> Int64? {
    answer.headers["Retry-After"].flatMap { text in
      RetryAfter.seconds(text, now: ServerDate.seconds(of: answer) ?? pauses.date())
    }
  }
}

extension WebClient {
  private func attempt(
    _ request: WebRequest, until deadline: Duration
  ) throws(TransportError) -> WebAnswer {
    let left = deadline - pauses.now()
    guard left > .zero else { throw .timedOut(host: request.address.host, .connecting) }
    let library = try CurlLibrary.shared
    let handle = try keptHandle(library)
    handle.reset()
    try handle.apply(
      rules.limits, total: min(rules.limits.total, left), authorities: rules.authorities)
    try handle.apply(rules)
    try handle.describe(request)
    var headers = TextList(library)
    for line in request.lines { try headers.append(line) }
    try headers.set(CURLOPT_HTTPHEADER, of: handle)
    let reception = Reception(rules, isInterrupted: pauses.isInterrupted)
    try reception.attach(to: handle)
    let code = try handle.perform(request)
    let outcome = Result { () throws(TransportError) in
      try answer(of: handle, code, reception, to: request)
    }
    // Until here the library has the addresses of both.
    handle.reset()
    _ = consume headers
    return try withExtendedLifetime(reception) { () throws(TransportError) in try outcome.get() }
  }

  /// The handle of all requests, which keeps the connections.
  private func keptHandle(_ library: CurlLibrary) throws(TransportError) -> EasyHandle {
    if let handle { return handle }
    let made = try EasyHandle(library)
    handle = made
    return made
  }

  private func answer(
    of handle: EasyHandle, _ code: CURLcode, _ reception: Reception, to request: WebRequest
  ) throws(TransportError) -> WebAnswer {
    let host = request.address.host
    switch reception.breach {
    case .headers: throw .tooLarge(host: host, .headers, limit: rules.headerLimit)
    case .body: throw .tooLarge(host: host, .body, limit: rules.bodyLimit)
    case .packing: throw .notTheProtocol(host: host, .packing)
    case nil: break
    }
    // So libcurl calls a header that is longer than it takes itself, up to 8.5 and since.
    if code == CURLE_OUT_OF_MEMORY || code.rawValue == 100 {
      throw .tooLarge(host: host, .headers, limit: rules.headerLimit)
    }
    guard code == CURLE_OK else { throw handle.failure(of: code, host: host) }
    guard reception.isWhole else { throw .incomplete(host: host) }
    let status = handle.number(CURLINFO_RESPONSE_CODE)
    switch status {
    case 304 where request.isConditional: break
    case 300..<400: throw .notTheProtocol(host: host, .redirect(status: status))
    case 200..<600: break
    default: throw .notTheProtocol(host: host, .garbage)
    }
    return WebAnswer(
      host: host, status: status, headers: reception.fields, body: reception.body,
      timing: handle.timing)
  }
}

extension Result<WebAnswer, TransportError> {
  /// Whether another try may end otherwise.
  fileprivate var mayPass: Bool {
    switch self {
    case .success(let answer): [408, 429, 500, 502, 503, 504].contains(answer.status)
    case .failure(let error): error.isPassing
    }
  }
}
