internal import CCurl
#if canImport(Glibc)
  private import Glibc
#elseif canImport(Darwin)
  private import Darwin
#endif

/// The functions of libcurl, from the library that was opened when the network was first used.
///
/// Linked like any other, it would bring thirty libraries with it, and every question at the prompt
/// would wait for them.
@safe
struct CurlLibrary: @unchecked Sendable {
  // Sendable, because nothing in it changes once it is made.
  typealias Handle = UnsafeMutableRawPointer
  typealias List = UnsafeMutablePointer<curl_slist>

  let makeHandle: @convention(c) () -> Handle?
  let resetHandle: @convention(c) (Handle?) -> Void
  let freeHandle: @convention(c) (Handle?) -> Void
  let perform: @convention(c) (Handle?) -> CURLcode
  let send: @convention(c) (Handle?, UnsafeRawPointer?, Int, UnsafeMutablePointer<Int>) -> CURLcode
  let receive:
    @convention(c) (Handle?, UnsafeMutableRawPointer?, Int, UnsafeMutablePointer<Int>) -> CURLcode
  let makeMany: @convention(c) () -> Handle?
  let freeMany: @convention(c) (Handle?) -> CURLMcode
  let add: @convention(c) (Handle?, Handle?) -> CURLMcode
  let remove: @convention(c) (Handle?, Handle?) -> CURLMcode
  let advance: @convention(c) (Handle?, UnsafeMutablePointer<Int32>) -> CURLMcode
  let wait:
    @convention(c) (Handle?, UnsafeMutableRawPointer?, UInt32, Int32, UnsafeMutablePointer<Int32>?)
      -> CURLMcode
  let nextMessage:
    @convention(c) (Handle?, UnsafeMutablePointer<Int32>) -> UnsafeMutablePointer<CURLMsg>?
  let append: @convention(c) (List?, UnsafePointer<CChar>?) -> List?
  let freeList: @convention(c) (List?) -> Void
  let version: @convention(c) () -> UnsafePointer<CChar>
  let nameOfError: @convention(c) (CURLcode) -> UnsafePointer<CChar>?
  /// The function with variable arguments that sets an option.
  let setOption: UnsafeMutableRawPointer
  /// The function with variable arguments that sets an option of many transfers.
  let setOptionOfMany: UnsafeMutableRawPointer
  /// The function with variable arguments that asks about a transfer.
  let getInfo: UnsafeMutableRawPointer

  /// The names of the library, the usual one first.
  static var names: [String] {
    #if canImport(Darwin)
      ["/usr/lib/libcurl.4.dylib", "libcurl.4.dylib"]
    #else
      ["libcurl.so.4", "libcurl-gnutls.so.4"]
    #endif
  }

  /// What its opening gave, the first time and ever after.
  private static let opened = Result { () throws(TransportError) in try CurlLibrary(names: names) }

  /// The library, opened if it was not yet.
  static var shared: CurlLibrary {
    get throws(TransportError) { try opened.get() }
  }

  /// Opens the first library of a list that is there; it stays open for good.
  init(names: [String]) throws(TransportError) {
    var found: UnsafeMutableRawPointer?
    for name in names where unsafe found == nil { unsafe found = dlopen(name, RTLD_NOW) }
    guard let library = unsafe found else { throw .library(.missing) }
    unsafe makeHandle = try Self.function("curl_easy_init", in: library)
    unsafe resetHandle = try Self.function("curl_easy_reset", in: library)
    unsafe freeHandle = try Self.function("curl_easy_cleanup", in: library)
    unsafe perform = try Self.function("curl_easy_perform", in: library)
    unsafe send = try Self.function("curl_easy_send", in: library)
    unsafe receive = try Self.function("curl_easy_recv", in: library)
    unsafe makeMany = try Self.function("curl_multi_init", in: library)
    unsafe freeMany = try Self.function("curl_multi_cleanup", in: library)
    unsafe add = try Self.function("curl_multi_add_handle", in: library)
    unsafe remove = try Self.function("curl_multi_remove_handle", in: library)
    unsafe advance = try Self.function("curl_multi_perform", in: library)
    unsafe wait = try Self.function("curl_multi_poll", in: library)
    unsafe nextMessage = try Self.function("curl_multi_info_read", in: library)
    unsafe append = try Self.function("curl_slist_append", in: library)
    unsafe freeList = try Self.function("curl_slist_free_all", in: library)
    unsafe version = try Self.function("curl_version", in: library)
    unsafe nameOfError = try Self.function("curl_easy_strerror", in: library)
    unsafe setOption = try Self.address("curl_easy_setopt", in: library)
    unsafe setOptionOfMany = try Self.address("curl_multi_setopt", in: library)
    unsafe getInfo = try Self.address("curl_easy_getinfo", in: library)
    unsafe try Self.checkVersion(of: library)
    unsafe try Self.initialize(library)
  }

  private static func checkVersion(of library: UnsafeMutableRawPointer) throws(TransportError) {
    typealias Call = @convention(c) (CURLversion) -> UnsafeMutablePointer<curl_version_info_data>?
    let call: Call = unsafe try function("curl_version_info", in: library)
    guard let facts = unsafe call(CURLVERSION_FIRST) else { throw .library(.incomplete) }
    // 7.85 is the first with names for protocols.
    if unsafe facts.pointee.version_num < 0x07_55_00 {
      throw unsafe .library(.tooOld(version: String(cString: facts.pointee.version)))
    }
  }

  private static func initialize(_ library: UnsafeMutableRawPointer) throws(TransportError) {
    typealias Call = @convention(c) (Int) -> CURLcode
    let call: Call = unsafe try function("curl_global_init", in: library)
    // 3 stands for everything.
    guard call(3) == CURLE_OK else { throw .library(.incomplete) }
  }

  private static func address(
    _ name: String, in library: UnsafeMutableRawPointer
  ) throws(TransportError) -> UnsafeMutableRawPointer {
    guard let address = unsafe dlsym(library, name) else { throw .library(.incomplete) }
    return unsafe address
  }

  private static func function<Call>(
    _ name: String, in library: UnsafeMutableRawPointer
  ) throws(TransportError) -> Call {
    unsafe unsafeBitCast(try address(name, in: library), to: Call.self)
  }
}
