internal import Brokers
internal import Files
internal import Records
internal import Scalars
internal import Transport

/// What is kept of an account's session between commands, for its owner alone.
struct SessionFile: Sendable {
  /// What the file says.
  struct State: Sendable {
    var session: BrokerSession?
    /// When the session was made, or renewed.
    var renewedAt: Timestamp?
    /// When somebody tried last to make or renew one, whatever came of it.
    var triedAt: Timestamp?
    /// The window whose one-time code was sent last, for a code is good once.
    var usedWindow: Int64?
  }

  let path: String
  private let broker: BrokerID
  private let account: String

  /// Names the file of an account in the folder of sessions.
  init(in folder: String, of broker: BrokerID, account: String) {
    path = "\(folder)/\(broker.rawValue)-\(Self.plain(account)).json"
    self.broker = broker
    self.account = account
  }

  /// The account as a part of a file's name.
  private static func plain(_ account: String) -> String {
    String(account.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "_" })
  }

  /// What the file says; nothing where there is none, or where it is not what angelx wrote.
  func read() throws(FileError) -> State {
    let bytes: [UInt8]
    do throws(FileError) {
      bytes = try ByteSource.bytes(of: path, most: 1 << 16)
    } catch .cannotOpen(_, .missing) {
      return State()
    }
    guard let root = try? JSONDocument(bytes).root, root["account"]?.text == account else {
      return State()
    }
    func time(_ name: String) -> Timestamp? {
      root[name].flatMap { try? Timestamp(rfc3339: $0.bytes.span) }
    }
    return State(
      session: root["session"].flatMap { BrokerSession($0, of: broker) },
      renewedAt: time("renewed_at"), triedAt: time("tried_at"),
      usedWindow: root["used_window"].flatMap { Int64($0.text) })
  }

  /// Puts a state in the place of the one that is there, whole and durable.
  func write(_ state: State) throws(FileError) {
    var fields = ["\"account\":\(JSONText.quoted(account))"]
    func add(_ name: String, _ time: Timestamp?) {
      if let time { fields.append("\"\(name)\":\"\(time)\"") }
    }
    add("renewed_at", state.renewedAt)
    add("tried_at", state.triedAt)
    if let window = state.usedWindow { fields.append("\"used_window\":\(window)") }
    var bytes = Array("{\(fields.joined(separator: ","))".utf8)
    if let session = state.session {
      bytes += Array(",\"session\":".utf8) + session.kept.revealed
    }
    bytes += Array("}\n".utf8)
    let file = try AtomicFile(path: path, isPrivate: true)
    try file.write(bytes.span)
    try file.commit()
  }

  /// Does something that no other process does at the same time.
  ///
  /// - Parameter milliseconds: how long the others are waited for.
  /// - Returns: nil where they took longer.
  func alone<Result>(
    atMost milliseconds: Int32, _ body: () throws -> Result
  ) throws -> Result? {
    let lock = try JournalFile(appendingTo: "\(path).lock")
    guard try lock.lock(atMost: milliseconds) else { return nil }
    let result = try body()
    try lock.close()
    return result
  }
}
