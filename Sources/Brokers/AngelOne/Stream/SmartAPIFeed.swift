package import Transport

/// The stream of ticks of SmartAPI.
package struct SmartAPIFeed: BrokerFeed {
  private let client: SmartAPIClient
  private let clientCode: String

  package let rules = FeedRules(
    mostConnections: 3, mostInstruments: 1000, beat: SmartAPIStream.beat, silence: .seconds(20))

  init(_ client: SmartAPIClient, clientCode: String) {
    self.client = client
    self.clientCode = clientCode
  }

  /// So many instruments are named in one message: those who named more waited for their first ticks.
  private static let mostNamed = 100

  package func request(
    in session: BrokerSession, to address: String
  ) throws(TransportError) -> SocketRequest {
    guard case .angelOne(let session) = session else {
      preconditionFailure("a session is shown to the broker that gave it")
    }
    return SocketRequest(
      try WebAddress(socket: address),
      headers: client.streamHeaders(session, clientCode: clientCode),
      reasonHeader: "x-error-message")
  }

  package func token(of instrument: ListedInstrument) -> FeedToken? {
    guard let segment = instrument.key.segment.streamNumber else { return nil }
    return try? SmartAPITick.token(segment, Array(instrument.key.token.utf8).span)
  }

  package func subscription(to instruments: [ListedInstrument]) -> [String] {
    // Of an index nothing but the last price means anything.
    let indices = instruments.filter { $0.kind == .index }
    let others = instruments.filter { $0.kind != .index }
    let requests = pieces(indices, .last) + pieces(others, .snapshot)
    return requests.enumerated().map { number, request in
      SmartAPIStream.request(
        request.keys, request.mode, isOn: true, id: "angelx\(number % 10_000)")
    }
  }

  private func pieces(
    _ instruments: [ListedInstrument], _ mode: SmartAPIStream.Mode
  ) -> [(keys: [InstrumentKey], mode: SmartAPIStream.Mode)] {
    stride(from: 0, to: instruments.count, by: Self.mostNamed).map { start in
      (instruments[start..<min(start + Self.mostNamed, instruments.count)].map(\.key), mode)
    }
  }

  package func read(_ message: SocketMessage, into batch: inout TickBatch) {
    switch message {
    case .binary(let bytes): SmartAPITick.read(bytes.span, into: &batch)
    case .text(let text) where text.elementsEqual(SmartAPIStream.echo.utf8): break
    case .text(let text):
      if let complaint = SmartAPIStream.complaint(text) {
        batch.note(complaint.failure)
      } else {
        batch.note(TickFault.text)
      }
    }
  }
}
