internal import CCurl

/// A message on its way out.
@safe
final class Dispatch {
  /// How long to wait for a goodbye, which changes nothing any more.
  private static let patience = Duration.seconds(1)

  private var rest: ArraySlice<UInt8>
  private var isGiven = false
  private var decided: Duration?
  private let pauses: Pauses

  init(_ message: [UInt8], pauses: Pauses) {
    rest = message[...]
    self.pauses = pauses
  }

  /// Whether the server has taken it over, whatever became of the connection afterwards.
  private(set) var isAccepted = false

  /// Has the handle fetch everything here; to be kept alive until the transfer is over.
  func attach(to handle: EasyHandle) throws(TransportError) {
    let address = unsafe UnsafeRawPointer(Unmanaged.passUnretained(self).toOpaque())
    try handle.set(CURLOPT_UPLOAD, true)
    unsafe try handle.setPointer(CURLOPT_READDATA, address)
    unsafe try handle.setPointer(CURLOPT_HEADERDATA, address)
    unsafe try handle.setPointer(CURLOPT_XFERINFODATA, address)
    unsafe try handle.set(CURLOPT_READFUNCTION, giveMessage)
    unsafe try handle.set(CURLOPT_HEADERFUNCTION, takeReply)
    unsafe try handle.set(CURLOPT_WRITEFUNCTION, ignoreReply)
    unsafe try handle.set(CURLOPT_XFERINFOFUNCTION, lookUpFromDispatch)
    try handle.set(CURLOPT_NOPROGRESS, false)
  }

  fileprivate var wantsNoMore: Bool {
    guard let decided else { return pauses.isInterrupted() }
    return pauses.now() - decided > Self.patience
  }

  /// Looks for the reply to the message: the first after its end, in its last line.
  fileprivate func take(reply: UnsafeRawBufferPointer) {
    guard isGiven, decided == nil, reply.count >= 4 else { return }
    if unsafe reply[3] == UInt8(ascii: "-") { return }
    isAccepted = unsafe reply[0] == UInt8(ascii: "2")
    decided = pauses.now()
  }

  fileprivate func give(to room: UnsafeMutableRawBufferPointer) -> Int {
    let piece = rest.prefix(room.count)
    unsafe room.copyBytes(from: piece)
    rest = rest.dropFirst(piece.count)
    isGiven = rest.isEmpty
    return piece.count
  }
}

private func dispatch(_ address: UnsafeMutableRawPointer?) -> Dispatch? {
  unsafe address.map { unsafe Unmanaged<Dispatch>.fromOpaque($0).takeUnretainedValue() }
}

private func giveMessage(
  _ bytes: UnsafeMutablePointer<CChar>?, _ size: Int, _ count: Int,
  _ address: UnsafeMutableRawPointer?
) -> Int {
  let room = unsafe UnsafeMutableRawBufferPointer(start: bytes, count: size * count)
  return unsafe dispatch(address)?.give(to: room) ?? 0
}

private func takeReply(
  _ bytes: UnsafeMutablePointer<CChar>?, _ size: Int, _ count: Int,
  _ address: UnsafeMutableRawPointer?
) -> Int {
  let reply = unsafe UnsafeRawBufferPointer(start: bytes, count: size * count)
  unsafe dispatch(address)?.take(reply: reply)
  return reply.count
}

/// Takes whatever else the library has to give, which it would print otherwise.
private func ignoreReply(
  _: UnsafeMutablePointer<CChar>?, _ size: Int, _ count: Int, _: UnsafeMutableRawPointer?
) -> Int {
  size * count
}

private func lookUpFromDispatch(
  _ address: UnsafeMutableRawPointer?, _: curl_off_t, _: curl_off_t, _: curl_off_t, _: curl_off_t
) -> Int32 {
  unsafe dispatch(address)?.wantsNoMore == true ? 1 : 0
}
