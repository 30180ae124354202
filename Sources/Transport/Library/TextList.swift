internal import CCurl

/// The one owner of a list of texts as libcurl takes it.
@safe
struct TextList: ~Copyable {
  private let library: CurlLibrary
  private var first: CurlLibrary.List?

  init(_ library: CurlLibrary) {
    self.library = library
    unsafe first = nil
  }

  deinit { unsafe library.freeList(first) }

  /// Adds a text, which is copied up to the first zero.
  mutating func append(_ text: [UInt8]) throws(TransportError) {
    let longer = unsafe (text + [0]).withUnsafeBytes { bytes in
      unsafe library.append(first, bytes.assumingMemoryBound(to: CChar.self).baseAddress)
    }
    guard let longer = unsafe longer else { throw .library(.incomplete) }
    unsafe first = longer
  }

  /// Hands the list to an option; it must live until the transfer is over.
  func set(_ option: CURLoption, of handle: EasyHandle) throws(TransportError) {
    unsafe try handle.setPointer(option, UnsafeRawPointer(first))
  }
}
