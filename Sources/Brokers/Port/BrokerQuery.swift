internal import Transport

/// What a server answered to a call, as far as brokers' answers are judged by it.
package struct WireAnswer: Sendable {
  /// The status of HTTP.
  package let status: Int
  /// The value of `Content-Type`; nil where there is none.
  package let type: String?
  /// The body, unpacked; no more than its beginning where it was read while it came.
  package let body: [UInt8]
  /// The list of instruments that was read while it came; nil where nothing was.
  package let list: InstrumentIntake.List?
  /// For how many seconds the server asks to be left alone.
  package let wait: Int64?
  /// Which version of something it is.
  package let version: WireVersion

  /// Creates an answer.
  package init(
    status: Int, type: String?, body: [UInt8], list: InstrumentIntake.List? = nil,
    wait: Int64? = nil, version: WireVersion = WireVersion()
  ) {
    self.status = status
    self.type = type
    self.body = body
    self.list = list
    self.wait = wait
    self.version = version
  }
}

/// By what a server knows a version of something that it hands out again and again.
package struct WireVersion: Sendable, Equatable {
  /// The value of `ETag`, and that of `Last-Modified`.
  package let tag, modified: String?

  /// Names a version; what is empty is left out.
  package init(tag: String? = nil, modified: String? = nil) {
    self.tag = tag
    self.modified = modified
  }

  /// What a request says that wants any version but this one.
  var conditions: [WebHeader] {
    [("If-None-Match", tag), ("If-Modified-Since", modified)].compactMap { name, value in
      value.map { WebHeader(name, $0) }
    }
  }
}

/// A question to a broker: the call, and how its answer is read.
package struct BrokerQuery<Value: Sendable>: Sendable {
  /// The call.
  package let request: BrokerRequest
  /// Reads the body of a success while it comes, where that can be done; it is a list of instruments then.
  package let list: InstrumentReading?
  /// What an answer to it means.
  package let read: @Sendable (WireAnswer) -> BrokerOutcome<Value>
  /// What is done where something on the way finds the call too large; nil where that cannot be.
  package let halving: Halving?

  /// A way to ask the same in two questions.
  package struct Halving: Sendable {
    /// Whether an answer says that the call was too large.
    package let isCalledFor: @Sendable (WireAnswer) -> Bool
    /// The two questions; nil where one thing alone is asked for.
    package let halves: @Sendable () -> [BrokerQuery<Value>]?
  }

  init(
    _ request: BrokerRequest, list: InstrumentReading? = nil, halving: Halving? = nil,
    read: @escaping @Sendable (WireAnswer) -> BrokerOutcome<Value>
  ) {
    self.request = request
    self.list = list
    self.halving = halving
    self.read = read
  }
}
