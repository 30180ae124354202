internal import Brokers
private import Digests
package import Files
package import Scalars
private import Transport

/// Keeps every call that another courier takes, with its answer, in a folder.
///
/// Of what makes a session nothing is kept but that it was asked for, and wherever else a secret should
/// turn up a mark stands in its place.
package final class RecordingCourier: Courier {
  private let courier: any Courier
  private let folder: String
  private var secrets: [() -> [[UInt8]]]

  /// The file of a recording.
  static let fileName = "calls.jsonl"
  /// How the names of files with long answers end.
  static let bodySuffix = ".body"
  /// A longer answer gets a file of its own.
  private static let longestLine = 256 << 10

  /// Records what a courier takes.
  ///
  /// - Parameter secrets: what must not be in a recording.
  package init(
    _ courier: any Courier, into folder: String, hiding secrets: @escaping () -> [[UInt8]]
  ) throws(FileError) {
    self.courier = courier
    self.folder = folder
    self.secrets = [secrets]
    try Folder.make(folder)
  }

  /// Names more that must not be in the recording.
  func hide(_ secrets: @escaping () -> [[UInt8]]) { self.secrets.append(secrets) }

  /// Whether the recording has an answer to a question that is not asked each time.
  func holdsAnswer(to request: BrokerRequest, of broker: BrokerID) throws -> Bool {
    let path = "\(folder)/\(Self.fileName)"
    guard FileIdentity.exists(path) else { return false }
    let sought = RecordedCall.Question(
      OutgoingCall(broker: broker, request: request, headers: [], list: nil))
    let bytes = try ByteSource.bytes(of: path, most: 1 << 30)
    var start = bytes.startIndex
    // It is asked first, and stands near the beginning.
    while let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) {
      let call = RecordedCall(line: Array(bytes[start..<end]))
      if let call, call.question == sought, call.status == 200 { return true }
      start = end + 1
    }
    return false
  }

  package var now: Timestamp { courier.now }
  package var limitTime: Timestamp { courier.limitTime }

  package func pause(_ duration: Duration) throws { try courier.pause(duration) }

  package func send(
    _ calls: [OutgoingCall], admission: (Int) throws -> Duration,
    received: (Int, CallReport) throws -> Void
  ) throws {
    var failure: (any Error)?
    try courier.send(calls.map(\.whole), admission: admission) { index, report in
      // What cannot be recorded ends the run, and until then whoever asked has all that still comes.
      do { if failure == nil { try keep(calls[index], report) } } catch { failure = error }
      try received(index, report)
      if let failure { throw failure }
    }
  }

  private func keep(_ call: OutgoingCall, _ report: CallReport) throws {
    let recorded = try recorded(call, report)
    let file = try JournalFile(appendingTo: "\(folder)/\(Self.fileName)")
    // Whoever records into the same folder takes turns, line by line.
    guard try file.lock(atMost: 10_000) else {
      throw CallFailure(.tryLater, call.broker, "another command holds the recording \(folder)")
    }
    try file.append(Array(recorded.line.utf8))
    try file.close()
  }

  private func recorded(_ call: OutgoingCall, _ report: CallReport) throws -> RecordedCall {
    let question = RecordedCall.Question(call)
    func made(_ answer: WireAnswer?, _ body: RecordedCall.Body) -> RecordedCall {
      RecordedCall(
        question, group: call.request.limit.name, report, status: answer?.status,
        type: answer?.type, wait: answer?.wait, body)
    }
    switch report.result {
    case .failure(let error): return made(nil, .failure(error.code))
    case .success(let answer):
      if call.request.isConfidential { return made(answer, .text(SecretCover.mark)) }
      return made(answer, try body(SecretCover(secrets.flatMap { $0() }).data(answer.body)))
    }
  }

  /// The bytes as text, or in a file where they are long or no text.
  private func body(_ bytes: [UInt8]) throws -> RecordedCall.Body {
    if bytes.count <= Self.longestLine, let text = String(validating: bytes, as: UTF8.self) {
      return .text(text)
    }
    let name = "\(SHA256.digest(of: bytes.span).description.prefix(16))\(Self.bodySuffix)"
    // The same answer has the same name, and need not be kept twice.
    if !FileIdentity.exists("\(folder)/\(name)") {
      let file = try AtomicFile(path: "\(folder)/\(name)", isPrivate: true)
      try file.write(bytes.span)
      try file.commit()
    }
    return .file(name)
  }
}

extension OutgoingCall {
  /// The call with an answer that comes as it is.
  fileprivate var whole: OutgoingCall {
    OutgoingCall(broker: broker, request: request, headers: headers, list: nil)
  }
}
