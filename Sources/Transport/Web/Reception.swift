internal import CCurl

/// Where the body of a success goes, and how much of it.
struct HandOn {
  let receiver: any BodyReceiver
  let limit: Int
}

/// What has come in of an answer, with the limits that it must keep.
@safe
final class Reception {
  /// Why the rest is not taken.
  enum Breach: Equatable {
    case headers, body, packing
    /// Whoever takes the body wants no more of it.
    case unwanted
  }

  private let headerLimit: Int
  private let isInterrupted: () -> Bool
  /// Who takes the body of a success; any other is kept.
  private let handOn: HandOn?
  private var headerSize = 0
  private var unpacking: BodyUnpacking?
  private var hasBody = false
  /// Whether the empty line has come by which headers end.
  private var hasHeaders = false

  private var isSuccess = false
  private var size = 0

  private(set) var fields = HeaderFields()
  /// What was kept of the body.
  private(set) var body: [UInt8] = []
  /// The most bytes of a body like the one that came.
  private(set) var bodyLimit: Int
  /// Whether a piece of the body went to somebody else.
  private(set) var hasHandedOn = false
  private(set) var breach: Breach?

  init(_ rules: WebRules, handOn: HandOn? = nil, isInterrupted: @escaping () -> Bool) {
    headerLimit = rules.headerLimit
    bodyLimit = rules.bodyLimit
    self.handOn = handOn
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
      isSuccess = unsafe Self.isSuccess(header)
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
      if isSuccess, let handOn { bodyLimit = handOn.limit }
      guard unpackAsNeeded() else { return breaks(.packing) }
    }
    guard unpacking != nil else {
      return unsafe pass(piece.assumingMemoryBound(to: UInt8.self).span)
    }
    return switch unsafe unpacking?.unpack(piece, handOn: pass) {
    case .fine, nil: true
    case .unwanted: false
    case .damaged: breaks(.packing)
    }
  }

  /// Brings an unpacked piece to where it belongs.
  private func pass(_ piece: Span<UInt8>) -> Bool {
    guard piece.count <= bodyLimit - size else { return breaks(.body) }
    size += piece.count
    guard isSuccess, let handOn else {
      unsafe piece.withUnsafeBufferPointer { unsafe body += $0 }
      return true
    }
    hasHandedOn = true
    return handOn.receiver.take(piece) || breaks(.unwanted)
  }

  /// Whether a line such as `HTTP/1.1 200 OK` says that the request was done.
  private static func isSuccess(_ status: UnsafeRawBufferPointer) -> Bool {
    guard let space = unsafe status.firstIndex(of: 0x20), space + 1 < status.count else {
      return false
    }
    return unsafe status[space + 1] == UInt8(ascii: "2")
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
