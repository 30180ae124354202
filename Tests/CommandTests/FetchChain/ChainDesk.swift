import Foundation
import Synchronization
import TestSupport
import Testing

/// The program with a home of its own, and a fake of both brokers that it asks.
final class ChainDesk: Sendable {
  let brokers: FakeBrokers
  let home: Scratch
  /// By how much the clock of the brokers is ahead of that of this machine, in seconds.
  private let lead = Mutex(0.0)
  /// The minute of the day at which the test of now began, and the one at which the next one may.
  private let minutes = Mutex((now: 0, next: 10 * 60 + 16))

  /// Limits that never hold anybody up, and pauses that nobody notices.
  static let hurried = """
    API_RETRY_DELAY_SECONDS = 0.05
    API_TIMEOUT_SECONDS = 1.5
    COMMAND_DEADLINE_SECONDS = 10
    RATE_BUDGET_FRACTION = 1
    MAX_BROKER_FAILURES = 1000
    \(FakeBrokers.unlimited)
    """

  /// The one of the tests that run one after the other; it counts no calls, and has a session at both
  /// brokers.
  static let shared = Result {
    let desk = try ChainDesk()
    try desk.brokers.limit(false)
    let address = try desk.brokers.redirect()
    let login = try desk.run("echo '\(address)' | angelx fetch-chain --broker kite --log-in NOW")
    #expect(login.status == 0, "\(login.errorText)")
    return desk
  }

  init(_ more: String = hurried, isBehindFront: Bool = false) throws {
    // In the middle of the time in which a one-time code is good.
    brokers = try FakeBrokers(at: "10:15:05", isBehindFront: isBehindFront)
    home = try Scratch.inMemory()
    try configure(more)
    try readClock()
  }

  /// Writes the configuration.
  func configure(_ more: String, replacing key: String? = nil, with value: String = "") throws {
    let lines = try brokers.configuration(more).split(separator: "\n").map { line in
      key.map { line.hasPrefix("\($0) = ") } == true ? "\(key ?? "") = '\(value)'" : String(line)
    }
    try home.put("angelx.conf", lines.joined(separator: "\n") + "\n", permissions: 0o600)
  }

  // MARK: Time

  /// Begins a test with nothing ordered, and with minutes that none before had: what is in the store is
  /// never of later.
  func begin(lasting count: Int = 1) throws {
    minutes.withLock { $0 = ($0.next, $0.next + count) }
    try brokers.order("")
    try setTime(after: 5)
  }

  /// The time so many seconds after the minute at which the test began.
  func time(after seconds: Double) -> String {
    let milliseconds = minutes.withLock(\.now) * 60_000 + Int(seconds * 1000)
    let (whole, rest) = milliseconds.quotientAndRemainder(dividingBy: 1000)
    let text = String(
      format: "%02d:%02d:%02d.%03d", whole / 3600, whole / 60 % 60, whole % 60, rest)
    return "\(FakeBrokers.day)T\(text)+05:30"
  }

  /// Sets the clock of the brokers, and of all runs after this.
  func setTime(after seconds: Double) throws {
    try brokers.setTime(time(after: seconds))
    try readClock()
  }

  private func readClock() throws {
    let text = try brokers.now()
    let style = Date.ISO8601FormatStyle(includingFractionalSeconds: text.contains("."))
    // Microseconds are more than the style reads.
    let time = try Date(text.replacing(/\.(\d{3})\d+/) { ".\($0.1)" }, strategy: style)
    lead.withLock { $0 = time.timeIntervalSinceNow }
  }

  /// The time at the brokers, so many seconds from now.
  func time(in seconds: Double = 0) -> String {
    let time = Date(timeIntervalSinceNow: lead.withLock(\.self) + seconds)
    return time.formatted(Date.ISO8601FormatStyle(includingFractionalSeconds: true))
  }

  /// The time of a text that ``time(in:)`` gave.
  func moment(_ text: String) throws -> Date {
    try Date(text, strategy: Date.ISO8601FormatStyle(includingFractionalSeconds: true))
  }

  // MARK: Runs

  var environment: [String: String] { ["HOME": home.path, "ANGELX_HOME": home("home")] }

  /// Runs a line of the shell, in which NOW sets the clock to that of the brokers.
  func run(_ line: String, with variables: [String: String] = [:]) throws -> Program.Result {
    try Program.shell(
      line.replacing("NOW", with: "--now \(time())"),
      environment: environment.merging(variables) { $1 }, in: home.url)
  }

  /// Starts the program.
  func start(_ arguments: String) throws -> RunningProgram {
    let words = "fetch-chain \(arguments)".replacing("NOW", with: "--now \(time())")
    return try RunningProgram(
      Program.angelx, words.split(separator: " ").map(String.init), environment: environment,
      in: home.url)
  }

  /// How many calls a broker has had.
  func count(_ broker: String = "smartapi", _ call: String? = nil) throws -> Int {
    try brokers.calls().count { $0.broker == broker && (call == nil || $0.call == call) }
  }
}

/// What a row says, as far as tests look at it.
struct ChainRow: Decodable, Equatable {
  let kind: String
  let ts: String
  let symbol: String
  let expiry: String?
  let strike: Double?
  let right: String?
  let spot: Double?
  let ltp: Double?
  let broker: String
  let age_ms: Int?

  /// The time, to be compared.
  var time: Date {
    get throws {
      try Date(ts, strategy: Date.ISO8601FormatStyle(includingFractionalSeconds: ts.contains(".")))
    }
  }
}

extension Program.Result {
  /// The rows on standard output, each of which must be whole.
  var rows: [ChainRow] {
    get throws {
      try output.split(separator: 10).map {
        try JSONDecoder().decode(ChainRow.self, from: Data($0))
      }
    }
  }

  /// The lines on standard error.
  var errorLines: [String] { errorText.split(separator: "\n").map(String.init) }
}

/// `fetch-chain` as a whole, asking the fake of both brokers; one test after the other, for they share it.
@Suite(
  .serialized,
  .enabled(if: TestServers.haveBrokers, "python3-websockets or openssl is not installed"))
struct ChainTests {}
