import BrokerCalls
import Brokers
import CommandLineKit
import Configuration
import Files
import Transport

/// `fetch-chain --log-in` and `--log-out`: sessions at brokers, begun before they are needed and ended
/// when the day is over.
struct SessionTask {
  private let fetch: BrokerFetch

  init(_ fetch: BrokerFetch) {
    self.fetch = fetch
  }

  func logIn() throws -> ExitCode {
    for broker in brokers {
      switch broker.id {
      case .angelOne: try fetch.desk.logIn(at: .angelOne)
      case .kite:
        // What goes onto the terminal or into the pipe is for the person who logs in alone.
        let page = fetch.settings.text("KITE_LOGIN_URL") ?? ""
        let address = broker.kite.loginAddress(page).revealed
        StandardError.write(
          "Log in at \(String(decoding: address, as: UTF8.self))\n"
            + "and give the address that the browser is sent to, on standard input:\n")
        try fetch.desk.logIn(at: .kite, token: requestToken())
      }
      fetch.note("there is a session at \(broker.id.rawValue)")
    }
    return .success
  }

  func logOut() throws -> ExitCode {
    for broker in brokers {
      try fetch.desk.logOut(at: broker.id)
      fetch.note("there is no session at \(broker.id.rawValue) any more")
    }
    return .success
  }

  private var brokers: [BrokerSettings] {
    BrokerID.allCases.compactMap { fetch.desk.settings(of: $0) }
  }

  /// The request token of a line of standard input.
  private func requestToken() throws -> KiteRequestToken {
    let line = try firstLine()
    do throws(KiteRequestToken.Fault) {
      return try KiteRequestToken(pasted: Secret(bytes: line))
    } catch {
      throw UsageError.combination("--log-in: \(error.words)")
    }
  }
}

/// The first line of standard input, or all of it where it has no line end.
private func firstLine() throws(FileError) -> [UInt8] {
  var source = try ByteSource(path: "-")
  var line: [UInt8] = []
  var piece = [UInt8](repeating: 0, count: 4096)
  while !line.contains(UInt8(ascii: "\n")), line.count < 1 << 14 {
    var span = piece.mutableSpan
    let count = try source.read(into: &span)
    if count == 0 { break }
    line += piece[..<count]
  }
  return Array(line.prefix { $0 != UInt8(ascii: "\n") })
}

extension KiteRequestToken.Fault {
  fileprivate var words: String {
    switch self {
    case .empty: "nothing came on standard input"
    case .failedLogin: "the address says that the login did not succeed"
    case .noToken: "the address has no request_token"
    case .severalTokens: "the address has several request tokens"
    case .characters: "what came holds something that no request token has"
    }
  }
}
