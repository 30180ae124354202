internal import CCurl

extension EasyHandle {
  /// Sets what a client's rules say of web servers.
  func apply(_ rules: WebRules) throws(TransportError) {
    try set(CURLOPT_PROTOCOLS_STR, rules.allowsPlain ? "https,http" : "https")
    try set(CURLOPT_USERAGENT, rules.userAgent)
    // An empty name is no proxy; without one the library would ask the environment.
    try set(CURLOPT_PROXY, rules.proxy?.text ?? "")
    try set(CURLOPT_NOPROXY, "")
    try set(CURLOPT_HTTP09_ALLOWED, false)
  }

  /// Sets what a request says, but for its headers and its body.
  func describe(_ request: WebRequest) throws(TransportError) {
    try set(CURLOPT_URL, request.address.text)
    switch request.method {
    case .get: try set(CURLOPT_HTTPGET, true)
    case .post: try set(CURLOPT_POST, true)
    case .put, .delete: try set(CURLOPT_CUSTOMREQUEST, request.method.rawValue)
    }
    try describeBody(of: request)
    guard !request.mayRepeat else {
      // Rather one connection for all than one more for each, where the handshake says that it can be. A
      // server without encryption would show that by its first answer only, and that may be long in coming.
      return try set(CURLOPT_PIPEWAIT, request.address.isEncrypted)
    }
    try set(CURLOPT_FRESH_CONNECT, true)
    try set(CURLOPT_FORBID_REUSE, true)
    // The later versions have streams that are refused and sent again by the library itself.
    try set(CURLOPT_HTTP_VERSION, Int(CURL_HTTP_VERSION_1_1))
  }

  /// Sets the body, which is copied.
  private func describeBody(of request: WebRequest) throws(TransportError) {
    guard request.sendsBody else { return }
    let body = request.body?.content.revealed ?? []
    try setSize(CURLOPT_POSTFIELDSIZE_LARGE, body.count)
    // Even nothing must have an address, or the library would read from standard input.
    unsafe try (body.isEmpty ? [0] : body).withUnsafeBufferPointer {
      (bytes) throws(TransportError) in
      unsafe try setPointer(CURLOPT_COPYPOSTFIELDS, bytes.baseAddress)
    }
  }

  /// When the parts of the last transfer were over.
  var timing: WebTiming {
    WebTiming(
      resolved: microseconds(CURLINFO_NAMELOOKUP_TIME_T),
      connected: microseconds(CURLINFO_CONNECT_TIME_T),
      secured: microseconds(CURLINFO_APPCONNECT_TIME_T),
      firstByte: microseconds(CURLINFO_STARTTRANSFER_TIME_T),
      total: microseconds(CURLINFO_TOTAL_TIME_T))
  }
}
