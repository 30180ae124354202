internal import CCurl

extension EasyHandle {
  /// Sets what holds for every transfer, whatever its protocol.
  func apply(
    _ limits: TimeLimits, total: Duration, authorities: String?
  ) throws(TransportError) {
    // Signals belong to the program; without this libcurl would take SIGALRM for itself.
    try set(CURLOPT_NOSIGNAL, true)
    try set(CURLOPT_CONNECTTIMEOUT_MS, min(limits.connecting, total).asLimit)
    try set(CURLOPT_TIMEOUT_MS, total.asLimit)
    // 0 would be no limit at all.
    try set(CURLOPT_LOW_SPEED_LIMIT, max(1, limits.crawl))
    try set(CURLOPT_LOW_SPEED_TIME, max(1, limits.crawlingSeconds))
    try set(CURLOPT_NETRC, Int(CURL_NETRC_IGNORED.rawValue))
    try set(CURLOPT_FOLLOWLOCATION, false)
    try set(CURLOPT_SSLVERSION, Int(CURL_SSLVERSION_TLSv1_2))
    try set(CURLOPT_SSL_VERIFYPEER, true)
    try set(CURLOPT_SSL_VERIFYHOST, 2)
    if let authorities {
      try set(CURLOPT_CAINFO, authorities)
      // Otherwise the folder of the system would count beside it.
      unsafe try setPointer(CURLOPT_CAPATH, nil)
    }
  }

  /// Whether the last transfer had a connection, be it one that was kept.
  private var hasConnected: Bool {
    microseconds(CURLINFO_CONNECT_TIME_T) > 0 || microseconds(CURLINFO_PRETRANSFER_TIME_T) > 0
  }

  /// Says what the last transfer came to grief over.
  func failure(of code: CURLcode, host: String) -> TransportError {
    switch code {
    case CURLE_COULDNT_RESOLVE_HOST, CURLE_COULDNT_RESOLVE_PROXY: .cannotResolve(host: host)
    case CURLE_COULDNT_CONNECT: .cannotConnect(host: host)
    case CURLE_SSL_CONNECT_ERROR, CURLE_USE_SSL_FAILED: .cannotEncrypt(host: host)
    case CURLE_OPERATION_TIMEDOUT:
      .timedOut(
        host: host, hasConnected ? .answering : .connecting)
    case CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_ISSUER_ERROR:
      .certificateRefused(host: host, .untrusted)
    case CURLE_SSL_CACERT_BADFILE: .certificateRefused(host: host, .unreadableAuthorities)
    case CURLE_PARTIAL_FILE, CURLE_GOT_NOTHING, CURLE_RECV_ERROR, CURLE_SEND_ERROR, CURLE_HTTP2,
      CURLE_HTTP2_STREAM:
      .incomplete(host: host)
    case CURLE_UNSUPPORTED_PROTOCOL, CURLE_WEIRD_SERVER_REPLY:
      // On a connection that was kept it may be what an earlier answer had too much.
      number(CURLINFO_NUM_CONNECTS) == 0
        ? .incomplete(host: host) : .notTheProtocol(host: host, .garbage)
    case CURLE_ABORTED_BY_CALLBACK: .interrupted(host: host)
    default: .failed(host: host, number: Int(code.rawValue), name: name(of: code))
    }
  }
}
