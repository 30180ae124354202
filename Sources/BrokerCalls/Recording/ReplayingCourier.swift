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
  /// How many lines were none of a recording.
  package private(set) var brokenLines = 0

  /// Opens a recording.
  ///
  /// - Parameters:
  ///   - start: what time it is; answers of before are passed over. Nil is the time of the first call
  ///     that was recorded.
  ///   - say: is told of each line that is none of a recording, which costs no other.
  /// - Throws: ``FileError``, or ``CallFailure`` where it holds no call.
  package init(
    _ folder: String, startingAt start: Timestamp?, saying say: (CallFailure) -> Void
  ) throws {
    self.folder = folder
    let bytes = try Self.bytes("\(folder)/\(RecordingCourier.fileName)")
    var first: Timestamp?
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for (number, line) in lines.enumerated() where !line.isEmpty {
      guard let call = RecordedCall(line: Array(line)) else {
        brokenLines += 1
        if brokenLines <= Self.mostWarnings { say(Self.broken(folder, number + 1)) }
        continue
      }
      let sent = call.at - TimeSpan(milliseconds: call.microseconds / 1000)
      if first == nil || sent < first ?? sent { first = sent }
      if let start, call.at < start {
        // What is asked once a day, as the list of instruments is, is still known later in the day.
        if call.isAskedOnce { answers[call.question] = [call] }
      } else {
        answers[call.question, default: []].append(call)
      }
    }
    guard let first else {
      throw CallFailure(
        .notRecorded, nil, "\(folder) holds no recorded call",
        remedy: "name a folder that --record has filled")
    }
    if brokenLines > Self.mostWarnings {
      say(
        CallFailure(
          .damagedRecording, nil,
          "\(folder): \(brokenLines - Self.mostWarnings) more lines are no recorded calls"))
    }
    time = start ?? first
  }

  /// A file that is none of ours would say the same in every line.
  private static let mostWarnings = 5

  private static func broken(_ folder: String, _ line: Int) -> CallFailure {
    CallFailure(
      .damagedRecording, nil,
      "\(folder)/\(RecordingCourier.fileName):\(line): this is no recorded call",
      remedy: "take the line out, or record anew; line skipped")
  }

  /// The bytes of a file of the recording, which may have been packed since.
  private static func bytes(_ path: String) throws(FileError) -> [UInt8] {
    let packed = "\(path).gz"
    let name = FileIdentity.exists(path) || !FileIdentity.exists(packed) ? path : packed
    return try ByteSource.bytes(of: name, most: 1 << 30)
  }

  package var now: Timestamp { time }
  package var limitTime: Timestamp { time }

  package func pause(_ duration: Duration) throws {
    time = time + TimeSpan(milliseconds: Int64(duration / .milliseconds(1)))
  }

  package func send(
    _ calls: [OutgoingCall], admission: (Int) throws -> Duration,
    received: (Int, CallReport) throws -> Void
  ) throws {
    for (index, call) in calls.enumerated() {
      _ = try admission(index)
      let recorded = try recordedAnswer(to: call)
      do {
        let report = CallReport(
          at: recorded.at, microseconds: recorded.microseconds, result: try result(recorded))
        try received(index, report)
      } catch let failure as CallFailure where failure.kind == .damagedRecording {
        // The calls beside it were made then: what comes next must not take their answers.
        for other in calls[(index + 1)...] { _ = try? recordedAnswer(to: other) }
        throw failure
      }
    }
  }

  private func recordedAnswer(to call: OutgoingCall) throws -> RecordedCall {
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
    return recorded
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
        throw CallFailure(
          .damagedRecording, recorded.question.broker,
          "the recording \(folder) names a file outside of it")
      }
      body = try kept(name, of: recorded)
    }
    return .success(
      WireAnswer(
        status: recorded.status ?? 0, type: recorded.type, body: body, wait: recorded.wait))
  }

  /// An answer that has a file of its own, which may have been lost.
  private func kept(_ name: String, of recorded: RecordedCall) throws -> [UInt8] {
    do throws(FileError) {
      return try Self.bytes("\(folder)/\(name)")
    } catch {
      throw CallFailure(
        .damagedRecording, recorded.question.broker,
        "\(error.path): the answer of \(recorded.at) to a '\(recorded.group)' call: \(error.problem)",
        remedy: "put the file back, or record anew")
    }
  }
}
