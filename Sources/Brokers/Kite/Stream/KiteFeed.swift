package import Transport

/// The stream of ticks of Kite.
package struct KiteFeed: BrokerFeed {
  private let client: KiteClient

  /// It sends a beat of its own about once a second, and wants none.
  package let rules = FeedRules(
    mostConnections: 3, mostInstruments: KiteStream.mostInstruments, beat: nil,
    silence: .seconds(5))

  init(_ client: KiteClient) { self.client = client }

  /// So many instruments are named in one message.
  private static let mostNamed = 500

  package func request(
    in session: BrokerSession, to address: String
  ) throws(TransportError) -> SocketRequest {
    guard case .kite(let session) = session else {
      preconditionFailure("a session is shown to the broker that gave it")
    }
    let whole = client.streamAddress(session, at: address).revealed
    return SocketRequest(try WebAddress(socket: String(decoding: whole, as: UTF8.self)))
  }

  package func token(of instrument: ListedInstrument) -> FeedToken? {
    KiteToken(instrument).map { FeedToken(UInt64($0.number)) }
  }

  package func subscription(to instruments: [ListedInstrument]) -> [String] {
    let tokens = instruments.compactMap { KiteToken($0) }
    return stride(from: 0, to: tokens.count, by: Self.mostNamed).flatMap { start in
      let named = Array(tokens[start..<min(start + Self.mostNamed, tokens.count)])
      // Without a choice ticks come without the order book.
      return [KiteStream.subscription(named), KiteStream.choice(of: .full, named)]
    }
  }

  package func read(_ message: SocketMessage, into batch: inout TickBatch) {
    switch message {
    case .binary(let bytes): KiteFrame.read(bytes.span, into: &batch)
    case .text(let bytes):
      guard let text = try? KiteStream.text(bytes) else { return batch.note(TickFault.text) }
      // Orders and words for people are nothing to somebody who watches prices.
      if case .complaint(let failure) = text { batch.note(failure) }
    }
  }
}
