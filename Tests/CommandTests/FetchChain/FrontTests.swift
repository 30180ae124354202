import TestSupport
import Testing

/// `fetch-chain` by way of a real web server, as brokers have one.
@Suite(.enabled(if: TestServers.haveFront, "nginx is not installed"))
struct FrontTests {
  @Test func aChainComesPackedOverOneConnectionOfTheSecondProtocol() throws {
    let desk = try ChainDesk(isBehindFront: true)
    try desk.brokers.limit(false)
    let result = try desk.run("angelx fetch-chain NIFTY --broker angelone NOW")
    #expect(result.status == 0, "\(result.errorText)")
    #expect(try result.rows.count > 200)
    let served = try desk.brokers.served()
    #expect(served.count >= 7)
    #expect(served.allSatisfy { $0[4] == "200" }, "\(served)")
    let quotes = served.filter { $0[5].contains("quote") }
    let list = served.filter { $0[5].hasSuffix("OpenAPIScripMaster.json") }
    #expect(quotes.count >= 5 && list.count == 1)
    // What must not be made twice, as a login, goes over a connection of its own.
    for line in quotes + list {
      #expect(line[0] == "HTTP/2.0", "\(line)")
      #expect(line[3] == "gzip", "\(line)")
    }
    #expect(Set(quotes.map { $0[1] }).count == 1, "\(quotes)")
    #expect(Set(quotes.map { $0[2] }).count == quotes.count, "it is used again and again")
  }
}
