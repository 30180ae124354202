internal import CCurl

/// What has come in of an answer, with the limits that it must keep.
@safe
final class Reception {
  /// Why the rest is not taken.
  enum Breach: Equatable {
    case headers, body, packing
  }

  private let headerLimit: Int
  private let bodyLimit: Int
  private let isInterrupted: () -> Bool
  private var headerSize = 0
  private var unpacking: BodyUnpacking?
  private var hasBody = false
  /// Whether the empty line has come by which headers end.
  private var hasHeaders = false

  private(set) var fields = HeaderFields()
  private(set) var body: [UInt8] = []
  private(set) var breach: Breach?

  init(_ rules: WebRules, isInterrupted: @escaping () -> Bool) {
    headerLimit = rules.headerLimit
    bodyLimit = rules.bodyLimit
    self.isInterrupted = isInterrupted
  }

  /// Whether the headers came to their end, and a packed body to its own.
  ///
  /// The library takes both for whole where the connection ends in them. So it does with a body that is
  /// not packed and whose length was not announced, and there nobody can know better.
  var isWhole: Bool {
    switch unpacking {
    case .some(let state): hasHeaders && state.isWhole
    case nil: hasHeaders
    }
  }

  /// Has the handle bring everything here; to be kept alive until the transfer is over.
  func attach(to handle: EasyHandle) throws(TransportError) {
    let address = unsafe UnsafeRawPointer(Unmanaged.passUnretained(self).toOpaque())
    unsafe try handle.setPointer(CURLOPT_HEADERDATA, address)
    unsafe try handle.setPointer(CURLOPT_WRITEDATA, address)
    unsafe try handle.setPointer(CURLOPT_XFERINFODATA, address)
    unsafe try handle.set(CURLOPT_HEADERFUNCTION, takeHeader)
    unsafe try handle.set(CURLOPT_WRITEFUNCTION, takeBody)
    unsafe try handle.set(CURLOPT_XFERINFOFUNCTION, lookUp)
    try handle.set(CURLOPT_NOPROGRESS, false)
  }

  fileprivate var wantsNoMore: Bool { isInterrupted() }

  fileprivate func take(header: UnsafeRawBufferPointer) -> Bool {
    headerSize += header.count
    guard headerSize <= headerLimit else { return breaks(.headers) }
    // What follows the body are trailers, which are no business of ours.
    if hasBody { return true }
    // A new status ends the headers of an answer that was only a notice.
    if unsafe header.starts(with: "HTTP/".utf8) {
      fields = HeaderFields()
      hasHeaders = false
    } else if unsafe header.allSatisfy({ $0 == 0x0D || $0 == 0x0A }) {
      hasHeaders = true
    } else {
      fields.append(line: unsafe Array(header))
    }
    return true
  }

  fileprivate func take(body piece: UnsafeRawBufferPointer) -> Bool {
    // Nothing is no body, however it is said to be packed.
    if piece.count == 0 { return true }
    if !hasBody {
      hasBody = true
      guard unpackAsNeeded() else { return breaks(.packing) }
    }
    guard unpacking != nil else {
      guard piece.count <= bodyLimit - body.count else { return breaks(.body) }
      unsafe body += piece
      return true
    }
    return switch unsafe unpacking?.unpack(piece, to: &body, limit: bodyLimit) {
    case .fine, nil: true
    case .tooLarge: breaks(.body)
    case .damaged: breaks(.packing)
    }
  }

  /// Makes ready for the packing that the headers name; false where we know no such thing.
  private func unpackAsNeeded() -> Bool {
    switch fields["Content-Encoding"]?.lowercased() {
    case nil, "", "identity": return true
    case "gzip", "x-gzip":
      unpacking = BodyUnpacking()
      return unpacking != nil
    default: return false
    }
  }

  private func breaks(_ what: Breach) -> Bool {
    breach = what
    return false
  }
}

private func reception(_ address: UnsafeMutableRawPointer?) -> Reception? {
  unsafe address.map { unsafe Unmanaged<Reception>.fromOpaque($0).takeUnretainedValue() }
}

private func takeHeader(
  _ bytes: UnsafeMutablePointer<CChar>?, _ size: Int, _ count: Int,
  _ address: UnsafeMutableRawPointer?
) -> Int {
  let piece = unsafe UnsafeRawBufferPointer(start: bytes, count: size * count)
  return unsafe reception(address)?.take(header: piece) == true ? piece.count : 0
}

private func takeBody(
  _ bytes: UnsafeMutablePointer<CChar>?, _ size: Int, _ count: Int,
  _ address: UnsafeMutableRawPointer?
) -> Int {
  let piece = unsafe UnsafeRawBufferPointer(start: bytes, count: size * count)
  return unsafe reception(address)?.take(body: piece) == true ? piece.count : 0
}

private func lookUp(
  _ address: UnsafeMutableRawPointer?, _: curl_off_t, _: curl_off_t, _: curl_off_t, _: curl_off_t
) -> Int32 {
  unsafe (reception(address)?.wantsNoMore == true) ? 1 : 0
}
