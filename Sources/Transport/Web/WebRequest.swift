/// What to ask of a server.
package struct WebRequest: Sendable {
  /// What a request is to do.
  package enum Method: String, Sendable, CaseIterable {
    /// Read.
    case get = "GET"
    /// Put in the place of what is there.
    case put = "PUT"
    /// Hand over.
    case post = "POST"
    /// Remove.
    case delete = "DELETE"
  }

  /// What is sent along.
  package struct Body: Sendable {
    /// The bytes.
    package let content: Secret
    /// What they are, as in `application/json`.
    package let type: String

    /// Makes a body.
    package init(_ bytes: [UInt8], type: String) {
      content = Secret(bytes: bytes)
      self.type = type
    }
  }

  /// What to do.
  package let method: Method
  /// Where.
  package let address: WebAddress
  /// What is said beside it.
  package let headers: [WebHeader]
  /// What is sent along; nothing goes along with a request to read.
  package let body: Body?
  /// Whether doing it twice is the same as doing it once.
  ///
  /// Only such a request is repeated, and only such a one uses a connection a second time: a server may
  /// close that at any moment, and libcurl then sends the request again without a word.
  package let mayRepeat: Bool

  /// Makes a request; without a word to the contrary only reading may be repeated.
  package init(
    _ method: Method, _ address: WebAddress, headers: [WebHeader] = [], body: Body? = nil,
    mayRepeat: Bool? = nil
  ) {
    precondition(method != .get || body == nil, "nothing goes along with a request to read")
    self.method = method
    self.address = address
    self.headers = headers
    self.body = body
    self.mayRepeat = mayRepeat ?? (method == .get)
  }

  /// Whether it asks for something only if that has changed.
  var isConditional: Bool {
    headers.contains { header in
      ["if-none-match", "if-modified-since"].contains(header.name.lowercased())
    }
  }

  /// Whether a body goes out, if only an empty one.
  var sendsBody: Bool { body != nil || method == .post || method == .put }

  /// The headers that are asked for, and those that are ours to add.
  var allHeaders: [WebHeader] {
    // Not the library's own option for it: that unpacks, and takes a stream that was cut for a whole.
    let accepted = [WebHeader("Accept-Encoding", "gzip")]
    return (body.map { [WebHeader("Content-Type", $0.type)] } ?? []) + accepted + headers
  }

  /// The headers as libcurl takes them.
  var lines: [[UInt8]] {
    // A body is called a form where nobody says what it is; nothing is nothing.
    let withheld = sendsBody && body == nil ? [Array("Content-Type:".utf8)] : []
    return withheld + allHeaders.map(\.line)
  }
}
