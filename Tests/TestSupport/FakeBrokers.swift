import Foundation
import Synchronization

/// A fake of both brokers with the market behind them, which a test has for itself.
package final class FakeBrokers: Sendable {
  private let server: TestServer
  /// Asks behind the scene, line by line; to start a program for each question takes far longer.
  private let asker: Mutex<RunningProgram>
  /// What stands in front of it, and where that writes down what it serves.
  private let front: (server: TestServer, folder: Scratch)?

  /// The day that its clock begins with: a Friday, and the Monday after it is an expiry.
  package static let day = "2026-11-20"

  /// Starts it.
  ///
  /// - Parameters:
  ///   - time: the time of the day at which its clock begins.
  ///   - rows: how long the list of instruments is; nil for as long as it must be.
  ///   - isBehindFront: whether it is asked by way of a real web server.
  package init(
    at time: String = "10:15:00", rows: Int? = nil, isBehindFront: Bool = false
  ) throws {
    guard let python = TestServers.pythons.first else { throw CocoaError(.fileNoSuchFile) }
    asker = Mutex(
      try RunningProgram(python, ["-c", Self.asking], environment: TestServers.environment))
    let server = try TestServers.brokers(at: "\(Self.day)T\(time)", rows: rows)
    self.server = server
    if isBehindFront {
      let folder = try Scratch()
      let ports = ["smartapi", "master", "kite"].map { server[$0] }
      front = (try TestServers.front(of: ports, in: folder), folder)
    } else {
      front = nil
    }
  }

  /// Where it is to be found by a name.
  private func port(_ name: String) -> Int { front?.server["\(server[name])"] ?? server[name] }

  /// What the web server in front of it has served: the words of each line, as front.py says them.
  package func served() throws -> [[String]] {
    guard let front else { return [] }
    return try front.folder.text("access").split(separator: "\n").map {
      $0.split(separator: " ").map(String.init)
    }
  }

  /// What its behaviour is held against.
  package static func selfCheck() throws -> Program.Result { try TestServers.brokerSelfCheck() }

  /// Limits of both brokers that never hold anybody up.
  package static let unlimited = """
    BROKERS = {
      'angelone': {
        'limits': {'quote': (1000, None, None), 'other': (1000, None, None)},
        'rate_limits': {'per_second': 1000, 'per_minute': 100000},
      },
      'kite': {
        'priority': 2, 'limits': {'quote': (1000, None, None), 'other': (1000, None, None)},
        'rate_limits': {'per_second': 1000, 'per_minute': 100000},
      },
    }
    """

  /// A configuration that asks it.
  package func configuration(_ more: String = "") throws -> String {
    """
    BROKER_API_KEY = 'kanarie-smart-key'
    BROKER_CLIENT_CODE = 'KANARIE01'
    BROKER_PIN = '4826'
    BROKER_TOTP_SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'
    KITE_API_KEY = 'kanariekitekey00'
    KITE_API_SECRET = 'kanarie-kite-secret'
    SMARTAPI_BASE_URL = 'https://localhost:\(port("smartapi"))'
    SMARTAPI_INSTRUMENTS_URL = \
    'https://localhost:\(port("master"))/OpenAPI_File/files/OpenAPIScripMaster.json'
    SMARTAPI_FEED_URL = 'wss://localhost:\(server["smart-stream"])/smart-stream'
    KITE_BASE_URL = 'https://localhost:\(port("kite"))'
    KITE_FEED_URL = 'wss://localhost:\(server["kite-stream"])'
    CA_FILE = '\(try TestServers.authority)'
    \(more)

    """
  }

  /// What must be seen nowhere: the part that all its secrets have, and the secret of its codes.
  package static let canaries = [
    "kanarie-", "kanariekitekey", "GEZDGNBVGY3TQOJQ", "4826", "eyJ",
  ]

  /// The canaries that a text holds.
  ///
  /// One of digits counts where it stands alone: among those of a price or a quantity it is there by chance.
  package static func canaries(in text: String) -> [String] {
    canaries.filter { canary in
      guard canary.allSatisfy(\.isNumber) else { return text.contains(canary) }
      return text.split { !$0.isNumber && $0 != "." }.contains { $0 == canary }
    }
  }

  // MARK: Behind the scene

  /// A call that it was asked to answer.
  package struct Call: Decodable, Sendable {
    package let broker: String
    package let call: String
    /// When it came, in milliseconds by its own clock.
    package let time: Int64
    package let status: Int?
    package let connection: Int
    package let fault: String?
  }

  /// All calls so far, in order.
  package func calls() throws -> [Call] {
    try JSONDecoder().decode([Call].self, from: Data(ask("/calls").utf8))
  }

  /// How often a limit was passed, of all brokers.
  package func violations() throws -> Int {
    let found = try JSONSerialization.jsonObject(with: Data(ask("/violations").utf8))
    return (found as? [Any])?.count ?? -1
  }

  /// Orders faults, in the place of those before.
  package func order(_ rules: String) throws { _ = try ask("/faults", "[\(rules)]") }

  /// Sets its clock.
  package func setTime(_ time: String) throws { _ = try ask("/clock", "{\"time\":\"\(time)\"}") }

  /// Holds its clock still, so that every answer is the same again.
  package func freeze(_ time: String) throws { _ = try ask("/clock", "{\"freeze\":\"\(time)\"}") }

  /// Whether it counts calls.
  package func limit(_ isOn: Bool) throws { _ = try ask("/limits", "{\"on\":\(isOn)}") }

  /// Ends all sessions, as a broker does at its own time.
  package func endSessions() throws { _ = try ask("/sessions/end", "{}") }

  /// Cuts all streams of ticks.
  package func dropStreams() throws { _ = try ask("/streams/drop", "{}") }

  /// Where the browser of a person is sent who has logged in at Kite.
  package func redirect() throws -> String {
    let token = try ask("/request-token", "{}").trimmingCharacters(in: ["\"", "\n"])
    return "https://example.invalid/back?status=success&request_token=\(token)"
  }

  /// What time it has, as RFC 3339 writes it.
  package func now() throws -> String {
    struct Clock: Decodable { let time: String }
    return try JSONDecoder().decode(Clock.self, from: Data(ask("/clock").utf8)).time
  }

  private static let asking = """
    import sys, urllib.request
    for line in sys.stdin:
        url, _, body = line.rstrip("\\n").partition("\\t")
        try:
            answer = urllib.request.urlopen(url, body.encode() or None, timeout=20).read().decode()
        except OSError as error:
            answer = ""
        print(answer, flush=True)
    """

  private func ask(_ path: String, _ body: String? = nil) throws -> String {
    let url = "http://127.0.0.1:\(server["control"])\(path)"
    let line = "\(url)\t\(body?.replacing("\n", with: " ") ?? "")\n"
    let answer = asker.withLock { asker in
      asker.write(line)
      return asker.line(within: 30)
    }
    guard let answer, !answer.isEmpty else { throw CocoaError(.fileReadUnknown) }
    return answer
  }
}
