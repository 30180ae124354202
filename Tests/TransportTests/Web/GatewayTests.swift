import TestSupport
import Testing
import Transport

/// The requests that metrics are pushed by, to the gateway that is in use everywhere.
@Suite(.needsGateway) struct GatewayTests {
  private func client() -> WebClient {
    var rules = WebRules(userAgent: "angelx/test")
    rules.allowsPlain = true
    return WebClient(rules, random: SplitMix64(seed: 1))
  }

  private func address(_ path: String) throws -> WebAddress {
    try WebAddress("http://127.0.0.1:\(try TestServers.gateway["web"])/\(path)")
  }

  private func push(
    _ text: String, to path: String, _ method: WebRequest.Method = .put
  ) throws -> WebAnswer {
    let body = WebRequest.Body(Array(text.utf8), type: "text/plain; version=0.0.4")
    return try client().answer(
      to: WebRequest(method, try address(path), body: body, mayRepeat: true))
  }

  private func metrics() throws -> String {
    let answer = try client().answer(to: WebRequest(.get, address("metrics"))).done()
    return String(decoding: answer.body, as: UTF8.self)
  }

  @Test func metricsArePutAndTakenAway() throws {
    let path = "metrics/job/angelx/instance/put"
    _ = try push("angelx_trades 3\nangelx_old 1\n", to: path).done()
    _ = try push("angelx_trades 4\n", to: path).done()
    let text = try metrics()
    #expect(text.contains("angelx_trades{instance=\"put\",job=\"angelx\"} 4"))
    #expect(!text.contains("angelx_old"))
    let answer = try client().answer(to: WebRequest(.delete, address(path))).done()
    #expect(answer.status == 202)
    #expect(try !metrics().contains("angelx_trades{instance=\"put\""))
  }

  @Test(arguments: [
    "angelx_cut 3", "angelx_twice 1\nangelx_twice 2\n", "angelx_timed 1 1795168800\n",
  ])
  func aRefusalIsSaid(text: String) throws {
    let answer = try push(text, to: "metrics/job/angelx/instance/refused")
    #expect(answer.status == 400)
    let error = #expect(throws: TransportError.self) { try answer.done() }
    #expect(error?.exitClass == .unavailable)
  }
}
