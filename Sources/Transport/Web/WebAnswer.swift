/// What a server answered.
///
/// A body whose length was not announced may have been cut without anybody noticing: who reads it must
/// look for its end.
package struct WebAnswer: Sendable, Discreet {
  /// The host that was asked.
  package let host: String
  /// The status: 200…299 where it was done, 304 where it was wanted only if changed and has not.
  package let status: Int
  /// The headers.
  package let headers: HeaderFields
  /// The body, unpacked.
  package let body: [UInt8]
  /// How long it took.
  package let timing: WebTiming

  /// The host, the status and the size of the body.
  package var description: String { "\(host): status \(status), \(body.count) bytes" }

  /// Whether what was wanted only if it has changed has not; there is no body then.
  package var isUnchanged: Bool { status == 304 }

  /// The answer itself where the server did what it was asked.
  ///
  /// Who said in the request what is known already looks at ``isUnchanged`` first.
  ///
  /// - Throws: ``TransportError/loginRefused(host:_:)`` for 401 and 403,
  ///   ``TransportError/refused(host:_:)`` for all else but 200…299. Who knows more about a server,
  ///   such as what it means by 403, looks at ``status`` and ``body`` first.
  package func done() throws(TransportError) -> WebAnswer {
    if (200..<300).contains(status) || isUnchanged { return self }
    let refusal = Refusal.web(status: status)
    if refusal.concernsLogin { throw .loginRefused(host: host, refusal) }
    throw .refused(host: host, refusal)
  }
}
