private import Brokers
private import Files
package import Scalars
private import Transport

/// Answers calls out of a recording, at the times at which they were answered then.
package final class ReplayingCourier: Courier {
  private let folder: String
  private var answers: [RecordedCall.Question: [RecordedCall]] = [:]
  private var next: [RecordedCall.Question: Int] = [:]
  private var time: Timestamp

  /// Opens a recording.
  ///
  /// - Parameter start: what time it is; answers of before are passed over. Nil is the time of the first
  ///   call that was recorded.
  /// - Throws: ``FileError``, or ``CallFailure`` where it holds no call.
  package init(_ folder: String, startingAt start: Timestamp?) throws {
    self.folder = folder
    let bytes = try Self.bytes("\(folder)/\(RecordingCourier.fileName)")
    var first: Timestamp?
    for (number, line) in bytes.split(separator: UInt8(ascii: "\n")).enumerated() {
      guard let call = RecordedCall(line: Array(line)) else {
        throw CallFailure(
          .notRecorded, nil,
          "\(folder)/\(RecordingCourier.fileName):\(number + 1): this is no recorded call",
          remedy: "record anew, or take the line out")
      }
      let sent = call.at - TimeSpan(milliseconds: call.microseconds / 1000)
      if first == nil || sent < first ?? sent { first = sent }
      if let start, call.at < start { continue }
      answers[call.question, default: []].append(call)
    }
    guard let first else {
      throw CallFailure(.notRecorded, nil, "\(folder) holds no recorded call")
    }
    time = start ?? first
  }

  /// The bytes of a file of the recording, which may have been packed since.
  private static func bytes(_ path: String) throws -> [UInt8] {
    let packed = "\(path).gz"
    let name = FileIdentity.exists(path) || !FileIdentity.exists(packed) ? path : packed
    return try ByteSource.bytes(of: name, most: 1 << 30)
  }

  package var now: Timestamp { time }

  package func pause(_ duration: Duration) throws {
    time = time + TimeSpan(milliseconds: Int64(duration / .milliseconds(1)))
  }

  package func send(
    _ calls: [OutgoingCall], admission: (Int) throws -> Duration,
    received: (Int, CallReport) throws -> Void
  ) throws {
    for (index, call) in calls.enumerated() {
      _ = try admission(index)
      try received(index, answer(to: call))
    }
  }

  private func answer(to call: OutgoingCall) throws -> CallReport {
    let question = RecordedCall.Question(call)
    let place = next[question, default: 0]
    guard let known = answers[question], place < known.count else {
      throw CallFailure(
        .notRecorded, call.broker,
        "the recording \(folder) has no \(place == 0 ? "" : "further ")answer to this "
          + "'\(call.request.limit.name)' call",
        remedy: "replay with the arguments that it was recorded with")
    }
    next[question] = place + 1
    let recorded = known[place]
    time = max(time, recorded.at)
    return CallReport(
      at: recorded.at, microseconds: recorded.microseconds, result: try result(recorded))
  }

  private func result(
    _ recorded: RecordedCall
  ) throws -> Result<WireAnswer, TransportError> {
    let body: [UInt8]
    switch recorded.body {
    case .failure(let code): return .failure(.failed(host: "recording", number: 0, name: code))
    case .text(let text): body = Array(text.utf8)
    case .file(let name):
      // A recording comes from anywhere, and must not lead to other files.
      guard !name.contains("/"), name.hasSuffix(RecordingCourier.bodySuffix) else {
        throw CallFailure(.notRecorded, nil, "the recording \(folder) names a file outside of it")
      }
      body = try Self.bytes("\(folder)/\(name)")
    }
    return .success(
      WireAnswer(
        status: recorded.status ?? 0, type: recorded.type, body: body, wait: recorded.wait))
  }
}
