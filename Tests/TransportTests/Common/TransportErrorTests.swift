import Testing
import Transport

@Suite struct TransportErrorTests {
  static let all: [(error: TransportError, exit: TransportExit)] = [
    (.library(.missing), .unavailable), (.library(.tooOld(version: "7.1")), .unavailable),
    (.library(.incomplete), .unavailable), (.badAddress(.scheme), .configuration),
    (.badAddress(.socketScheme), .configuration),
    (.badAddress(.host), .configuration), (.badAddress(.characters), .configuration),
    (.badAddress(.credentials), .configuration), (.badAddress(.plain), .configuration),
    (.unsendable(host: "h", .header), .configuration),
    (.unsendable(host: "h", .mailAddress), .configuration),
    (.unsendable(host: "h", .noRecipient), .configuration),
    (.unsendable(host: "h", .passwordUnencrypted), .configuration),
    (.unsendable(host: "h", .login), .configuration),
    (.unsendable(host: "h", .noWayIn), .configuration),
    (.cannotResolve(host: "h"), .unavailable), (.cannotConnect(host: "h"), .unavailable),
    (.cannotEncrypt(host: "h"), .unavailable), (.timedOut(host: "h", .connecting), .unavailable),
    (.timedOut(host: "h", .answering), .unavailable),
    (.timedOut(host: "h", .sending), .unavailable),
    (.certificateRefused(host: "h", .untrusted), .unavailable),
    (.certificateRefused(host: "h", .unreadableAuthorities), .configuration),
    (.tooLarge(host: "h", .headers, limit: 1), .foreignProtocol),
    (.tooLarge(host: "h", .body, limit: 1), .foreignProtocol),
    (.tooLarge(host: "h", .message, limit: 1), .foreignProtocol),
    (.incomplete(host: "h"), .unavailable), (.ended(host: "h"), .unavailable),
    (.notTheProtocol(host: "h", .redirect(status: 302)), .foreignProtocol),
    (.notTheProtocol(host: "h", .garbage), .foreignProtocol),
    (.notTheProtocol(host: "h", .packing), .foreignProtocol),
    (.notTheProtocol(host: "h", .noSocket(status: 200)), .foreignProtocol),
    (.notTheProtocol(host: "h", .frames(.masked)), .foreignProtocol),
    (.refused(host: "h", .web(status: 404)), .unavailable),
    (.refused(host: "h", .web(status: 429)), .tryLater),
    (.refused(host: "h", .web(status: 503)), .tryLater),
    (.refused(host: "h", .web(status: 451)), .unavailable),
    (.refused(host: "h", .mail(code: 451)), .tryLater),
    (.refused(host: "h", .mail(code: 454)), .tryLater),
    (.refused(host: "h", .mail(code: 550)), .unavailable),
    (.loginRefused(host: "h", .web(status: 401)), .loginRefused),
    (.loginRefused(host: "h", .mail(code: 535)), .loginRefused),
    (.loginRefused(host: "h", .socket(status: 401, reason: "bad token")), .loginRefused),
    (.refused(host: "h", .socket(status: 429, reason: nil)), .tryLater),
    (.refused(host: "h", .socket(status: 400, reason: nil)), .unavailable),
    (.askedToWait(host: "h", seconds: 90), .tryLater), (.interrupted(host: "h"), .tryLater),
    (.failed(host: "h", number: 99, name: "odd"), .unavailable),
  ]

  @Test(arguments: all)
  func saysWhatHappenedAndWhatToDo(error: TransportError, exit: TransportExit) {
    #expect(error.exitClass == exit)
    #expect(!error.problem.isEmpty && !error.remedy.isEmpty && !error.code.isEmpty)
    let start = error.host.map { "\($0): " } ?? ""
    #expect(error.description == "\(start)\(error.problem); \(error.remedy)")
    #expect(!error.description.contains("\n") && !error.problem.hasSuffix("."))
  }

  @Test(arguments: SocketFault.allCases)
  func saysHowFramesBreakTheProtocol(fault: SocketFault) {
    let error = TransportError.notTheProtocol(host: "h", .frames(fault))
    #expect(!error.problem.isEmpty && !error.description.contains("\n"))
  }

  @Test func givesTheReasonOfTheServer() {
    let refusal = Refusal.socket(status: 401, reason: "Invalid Header - Invalid Auth token")
    let error = TransportError.loginRefused(host: "h", refusal)
    #expect(
      error.problem
        == "the login was refused with status 401 (Invalid Header - Invalid Auth token)")
    #expect(
      TransportError.refused(host: "h", .socket(status: 400, reason: nil)).problem
        == "refused with status 400")
  }

  @Test func namesTheLimitThatWasBroken() {
    let error = TransportError.tooLarge(host: "h", .body, limit: 8_388_608)
    #expect(
      "\(error)"
        == "h: an answer of more than 8388608 bytes; check that the address is the one meant")
  }
}
