internal import CCurl

/// Where the transfers of a client begin and end; it keeps their handles and connections.
final class TransferDesk {
  /// How many connections are kept for a client that sends one request after the other.
  private static let fewest = 5

  private let library: CurlLibrary
  private let many: ManyHandles
  private var idle: [EasyHandle] = []
  private var most = 0

  init() throws(TransportError) {
    library = try CurlLibrary.shared
    many = try ManyHandles(library)
  }

  /// Keeps as many connections as so many transfers at once leave behind.
  func makeReady(for atOnce: Int) {
    let wanted = max(Self.fewest, atOnce)
    guard wanted > most else { return }
    most = wanted
    many.keep(connections: most)
  }

  /// Begins a try of a request, which may take that long.
  func begin(
    _ request: WebRequest, _ rules: WebRules, total: Duration, handOn: HandOn?,
    isInterrupted: @escaping () -> Bool
  ) throws(TransportError) -> Transfer {
    let handle = if let kept = idle.popLast() { kept } else { try EasyHandle(library) }
    let transfer = try Transfer(
      request, rules, total: total, handOn: handOn, on: handle, of: library,
      isInterrupted: isInterrupted)
    try many.add(handle)
    return transfer
  }

  /// Takes all transfers as far as they go without waiting.
  func advance() throws(TransportError) { try many.advance() }

  /// The next transfer that has come to its end, by the key of its handle.
  func nextEnd() -> (key: UInt, code: CURLcode)? { many.nextEnd() }

  /// Waits until a transfer can go on, or for that long.
  func wait(_ length: Duration) { many.wait(length) }

  /// Ends a transfer, wherever it is; nothing more can be learnt of it then.
  func end(_ transfer: Transfer) {
    many.remove(transfer.handle)
    // Until here the library has the addresses of what the transfer owns.
    transfer.handle.reset()
    idle.append(transfer.handle)
  }
}
