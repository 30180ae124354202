internal import Brokers
internal import Records
internal import Scalars
internal import Transport

/// A call and its answer, as a recording keeps them: one line of JSON.
struct RecordedCall: Sendable {
  /// What a call asks, by which its answer is found again.
  struct Question: Hashable, Sendable {
    let broker: BrokerID
    let method: String
    let path: String
    let sent: String
  }

  let question: Question
  /// What it was counted as, such as `quote`.
  let group: String
  let at: Timestamp
  let microseconds: Int64
  /// The status; nil where there was no answer.
  let status: Int?
  let type: String?
  let wait: Int64?
  /// The answer, or the short name of why there was none.
  let body: Body

  enum Body: Sendable {
    case text(String)
    /// The name of a file beside the recording.
    case file(String)
    case failure(String)
  }

  /// Whether its answer holds for a day.
  var isAskedOnce: Bool { group == "other" && question.method == "GET" && status == 200 }

  /// The line of the call.
  var line: String {
    var fields: [(String, String)] = [
      ("at", "\"\(at)\""), ("broker", "\"\(question.broker.rawValue)\""),
      ("call", JSONText.quoted(group)), ("method", "\"\(question.method)\""),
      ("path", JSONText.quoted(question.path)),
    ]
    if !question.sent.isEmpty { fields.append(("sent", JSONText.quoted(question.sent))) }
    fields.append(("microseconds", String(microseconds)))
    if let status { fields.append(("status", String(status))) }
    if let type { fields.append(("type", JSONText.quoted(type))) }
    if let wait { fields.append(("retry_after", String(wait))) }
    switch body {
    case .text(let text): fields.append(("body", JSONText.quoted(text)))
    case .file(let name): fields.append(("body_file", JSONText.quoted(name)))
    case .failure(let code): fields.append(("failure", JSONText.quoted(code)))
    }
    return "{\(fields.map { "\"\($0.0)\":\($0.1)" }.joined(separator: ","))}\n"
  }

  /// Reads a line; nil where it is none of a recording.
  init?(line: [UInt8]) {
    guard let root = try? JSONDocument(line).root,
      let broker = root["broker"].flatMap({ BrokerID(rawValue: $0.text) }),
      let method = root["method"]?.text, let path = root["path"]?.text,
      let at = root["at"].flatMap({ try? Timestamp(rfc3339: $0.bytes.span) }),
      let microseconds = root["microseconds"].flatMap({ Int64($0.text) })
    else { return nil }
    question = Question(
      broker: broker, method: method, path: path, sent: root["sent"]?.text ?? "")
    group = root["call"]?.text ?? ""
    self.at = at
    self.microseconds = microseconds
    status = root["status"].flatMap { Int($0.text) }
    type = root["type"]?.text
    wait = root["retry_after"].flatMap { Int64($0.text) }
    if let text = root["body"]?.text, status != nil {
      body = .text(text)
    } else if let name = root["body_file"]?.text, status != nil {
      body = .file(name)
    } else if let code = root["failure"]?.text {
      body = .failure(code)
    } else {
      return nil
    }
  }

  init(
    _ question: Question, group: String, _ report: CallReport, status: Int?, type: String?,
    wait: Int64?, _ body: Body
  ) {
    self.question = question
    self.group = group
    at = report.at
    microseconds = report.microseconds
    self.status = status
    self.type = type
    self.wait = wait
    self.body = body
  }
}

extension RecordedCall.Question {
  /// What a call asks; what makes a session is covered.
  init(_ call: OutgoingCall) {
    self.init(
      broker: call.broker, method: call.request.method.rawValue, path: call.request.path,
      sent: call.request.isConfidential
        ? SecretCover.mark
        : call.request.body.map { String(decoding: $0.revealed, as: UTF8.self) } ?? "")
  }
}

extension BrokerRequest {
  /// Whether what is sent, or what comes back, is what a session is made of.
  var isConfidential: Bool {
    secretQuery != nil || !mayRepeat || (!needsSession && host == .main)
  }
}
