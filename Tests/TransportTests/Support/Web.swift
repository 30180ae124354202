import Foundation
import TestSupport
import Testing
import Transport

/// What tests of the web client share.
enum Web {
  /// The host as errors name it.
  static func host(_ server: String = "good") throws -> String {
    "localhost:\(try TestServers.web[server])"
  }

  /// An address at one of the test servers.
  static func address(
    _ path: String, at server: String = "good", scheme: String? = nil, host: String? = nil
  ) throws -> WebAddress {
    let scheme = scheme ?? (server == "plain" ? "http" : "https")
    return try WebAddress("\(scheme)://\(try host ?? Self.host(server))/\(path)")
  }

  /// Rules that trust the test servers, try once and are soon out of patience.
  static func rules(tries: Int = 1, total: Duration = .seconds(5)) throws -> WebRules {
    var rules = WebRules(userAgent: "angelx/test")
    rules.authorities = try TestServers.authority
    rules.allowsPlain = true
    rules.tries = tries
    rules.limits.total = total
    return rules
  }

  static func client(
    _ rules: WebRules? = nil, time: FakeTime = FakeTime(), seed: UInt64 = 1
  ) throws -> WebClient {
    WebClient(
      try rules ?? Self.rules(), pauses: time.pauses, random: SplitMix64(seed: seed))
  }

  /// A request with a canary wherever one can be.
  static func secretive(
    _ path: String, at server: String = "good", method: WebRequest.Method = .get
  ) throws -> WebRequest {
    let secret = Secret(Canary.text)
    let sign = path.contains("?") ? "&" : "?"
    return WebRequest(
      method, try address("\(path)\(sign)token=kanarie%2Fvogel%2B%227", at: server),
      headers: [
        WebHeader("Authorization", secret.following("Bearer ")), WebHeader("X-Key", secret),
      ],
      body: method == .get ? nil : .init(Array(Canary.text.utf8), type: "text/plain"))
  }

  /// How a request fails; the failure gives nothing away.
  static func failure(
    of request: WebRequest, _ client: WebClient, _ location: SourceLocation = #_sourceLocation
  ) throws -> TransportError {
    let error = try #require(
      throws: TransportError.self, sourceLocation: location
    ) { _ = try client.answer(to: request) }
    Canary.expectNone(in: error, location)
    return error
  }

  /// What arrived under a key.
  struct Arrival: Decodable {
    let method: String
    let target: String
    let headers: [[String]]
    let body: Data
    let connection: Int

    func header(_ name: String) -> String? {
      headers.first { $0[0].lowercased() == name.lowercased() }?[1]
    }
  }

  static func arrivals(_ key: String) throws -> [Arrival] {
    let answer = try client().answer(
      to: WebRequest(.get, address("seen?key=\(key)", at: "plain")))
    return try JSONDecoder().decode([Arrival].self, from: Data(answer.body))
  }
}

extension Trait where Self == ConditionTrait {
  /// Leaves a test out where the web server cannot run.
  static var needsWeb: Self {
    .enabled(if: TestServers.haveWeb, "python3 or openssl is not installed")
  }

  /// Leaves a test out where the web server of HTTP/2 cannot run.
  static var needsSecondWeb: Self {
    .enabled(if: TestServers.haveSecondWeb, "python3-h2 or openssl is not installed")
  }

  /// Leaves a test out where the servers of web sockets cannot run.
  static var needsSockets: Self {
    .enabled(if: TestServers.haveSockets, "python3-websockets or openssl is not installed")
  }

  /// Leaves a test out where the mail server cannot run.
  static var needsMail: Self {
    .enabled(if: TestServers.haveMail, "python3-aiosmtpd or openssl is not installed")
  }

  /// Leaves a test out where the gateway cannot run.
  static var needsGateway: Self {
    .enabled(if: TestServers.haveGateway, "prometheus-pushgateway is not installed")
  }
}
