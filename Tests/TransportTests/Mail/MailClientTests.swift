import Foundation
import Scalars
import TestSupport
import Testing
import Transport

@Suite(.needsMail) struct MailClientTests {
  static let password = "pä ss:w0rd€"

  private func server(
    _ name: String = "good", _ encryption: MailServer.Encryption = .startTLS,
    user: String? = "trader", password: String = password, total: Duration = .seconds(5)
  ) throws -> MailServer {
    MailServer(
      host: "localhost", port: try TestServers.mail[name], encryption: encryption,
      login: user.map { MailServer.Login(user: Secret($0), password: Secret(password)) },
      authorities: try TestServers.authority, limits: TimeLimits(total: total))
  }

  private func mail(
    to recipients: [String], subject: String = "angelx: daily report", text: String = "fine\n"
  ) -> Mail {
    var random = SplitMix64(seed: 5)
    let date = Timestamp(milliseconds: 1_795_168_800_000)
    return Mail(
      from: "alerts@example.in", to: recipients, subject: subject, text: text, date: date,
      identifier: MailIdentifier(date: date, using: &random))
  }

  private func failure(
    of mail: Mail, at server: MailServer, _ location: SourceLocation = #_sourceLocation
  ) throws -> TransportError {
    let error = try #require(throws: TransportError.self, sourceLocation: location) {
      try MailClient(server).send(mail)
    }
    Canary.expectNone(in: error, location)
    #expect(!"\(error)".contains(Self.password) && !"\(error)".contains("trader"))
    return error
  }

  /// What the server has kept, as Python reads it.
  private struct Kept: Decodable {
    var headers: [[String]]
    var text: String
  }

  private func kept(_ recipient: String) throws -> Kept {
    let code = """
      import email, email.policy, json, sys
      m = email.message_from_bytes(sys.stdin.buffer.read(), policy=email.policy.default)
      print(json.dumps({"headers": [[k, str(v)] for k, v in m.items()], "text": m.get_content()}))
      """
    let result = try Program.run(
      "/usr/bin/env", ["python3", "-c", code], input: try TestServers.mail("\(recipient).eml"),
      environment: ["PATH": "/usr/bin:/bin:/usr/local/bin"])
    return try JSONDecoder().decode(Kept.self, from: Data(result.output))
  }

  @Test(arguments: [
    ("good", MailServer.Encryption.startTLS, true), ("implicit", .implicit, true),
    ("plain", .none, false),
  ])
  func handsOverAMail(name: String, encryption: MailServer.Encryption, isSafe: Bool) throws {
    let recipients = ["\(name)-one@example.in", "\(name)-two@example.in"]
    let server = try server(name, encryption, user: isSafe ? "trader" : nil)
    try MailClient(server).send(mail(to: recipients))
    for recipient in recipients {
      let facts = try JSONSerialization.jsonObject(
        with: Data(try TestServers.mail("\(recipient).json")))
      let envelope = try #require(facts as? [String: Any])
      #expect(envelope["from"] as? String == "alerts@example.in")
      #expect(envelope["to"] as? [String] == recipients)
      #expect((envelope["login"] as? Bool ?? false) == isSafe)
    }
    let headers = try kept(recipients[0]).headers
    #expect(headers.contains(["Subject", "angelx: daily report"]))
    #expect(headers.contains(["Date", "Fri, 20 Nov 2026 15:30:00 +0530"]))
    #expect(headers.contains(["From", "alerts@example.in"]))
    #expect(headers.contains(["To", recipients.joined(separator: ", ")]))
  }

  @Test(arguments: [
    ("dots", "angelx", ".\n..\n.hidden\nfine\n.\n"),
    (
      "rupee", "Loss of ₹12,34,567.00: सावधान, the limit of ₹10 L is broken — stop trading now",
      "₹1,00,000\n"
    ),
    (
      "long", String(repeating: "ab ", count: 400) + "end",
      String(repeating: "x", count: 5000) + "\n"
    ),
    ("blanks", "a =?utf-8?B?eA==?= b", "ends in a blank \nand a tab\t\n= equals =3D\n"),
    ("lines", "lines", "one\r\ntwo\n\n\nlast without end"), ("empty", "", ""),
  ])
  func bringsEveryTextUnchanged(name: String, subject: String, text: String) throws {
    let recipient = "text-\(name)@example.in"
    try MailClient(try server()).send(mail(to: [recipient], subject: subject, text: text))
    let kept = try kept(recipient)
    #expect(kept.headers.first { $0[0] == "Subject" }?[1] == subject)
    let wanted = text.replacing("\r\n", with: "\n")
    #expect(
      kept.text.replacing("\r\n", with: "\n")
        == (wanted.isEmpty || wanted.hasSuffix("\n") ? wanted : wanted + "\n"))
    let raw = try TestServers.mail("\(recipient).eml")
    #expect(raw.allSatisfy { $0 < 0x80 })
    #expect(raw.split(separator: 0x0A).allSatisfy { $0.count < 999 && $0.last == 0x0D })
  }

  @Test(arguments: [
    ("trader", "wrong\(Canary.text)"), ("nobody", password), ("trader", ""),
  ])
  func aWrongLoginIsRefused(user: String, password: String) throws {
    let error = try failure(
      of: mail(to: ["a@example.in"]), at: server(user: user, password: password))
    let host = "localhost:\(try TestServers.mail["good"])"
    #expect(error == .loginRefused(host: host, .mail(code: 535)))
    #expect(error.exitClass == .loginRefused)
  }

  @Test func aLoginThatIsMissingIsSaid() throws {
    let error = try failure(of: mail(to: ["a@example.in"]), at: server(user: nil))
    #expect(error.code == "login-refused", "\(error)")
  }

  @Test(arguments: [
    ("plain", "cannot-encrypt"), ("breaks-its-word", "cannot-encrypt"), ("unknown", "certificate"),
    ("other-host", "certificate"), ("busy", "refused"),
    ("no-login", "unsendable"), ("tired", "refused"),
    ("gone", "answer-incomplete"),
  ])
  func aServerThatCannotBeTrustedGetsNothing(name: String, code: String) throws {
    let error = try failure(
      of: mail(to: ["\(name)-untrusted@example.in"]), at: server(name))
    #expect(error.code == code, "\(error)")
    #expect(throws: (any Error).self) {
      try TestServers.mail("\(name)-untrusted@example.in.eml")
    }
  }

  @Test(arguments: [
    ("hangs", MailServer.Encryption.startTLS), ("silent", .startTLS), ("silent", .implicit),
    ("web", .startTLS),
  ])
  func aServerThatHangsIsLeft(name: String, encryption: MailServer.Encryption) throws {
    let error = try failure(
      of: mail(to: ["a@example.in"]), at: server(name, encryption, total: .milliseconds(600)))
    #expect(error.code == "timed-out", "\(error)")
  }

  @Test func aServerThatHasTakenTheMailNeedNotSayGoodbye() throws {
    for (name, encryption) in [("plain", MailServer.Encryption.none), ("good", .startTLS)] {
      let server = try server(name, encryption, user: name == "good" ? "trader" : nil)
      let passed = try ContinuousClock().measure {
        try MailClient(server).send(mail(to: ["staying@example.in"]))
      }
      #expect(passed < .seconds(5), "\(passed)")
    }
  }

  @Test func aServerThatIsNotThereIsSaid() throws {
    var server = try server()
    server.port = 1
    #expect(
      try failure(of: mail(to: ["a@example.in"]), at: server)
        == .cannotConnect(host: "localhost:1"))
  }

  @Test(arguments: [
    ("nobody@example.in", 550, TransportExit.unavailable), ("later@example.in", 451, .tryLater),
    ("spam@example.in", 554, .unavailable),
  ])
  func aRefusalHasItsNumber(recipient: String, code: Int, exit: TransportExit) throws {
    let error = try failure(of: mail(to: ["b@example.in", recipient]), at: server())
    let host = "localhost:\(try TestServers.mail["good"])"
    #expect(error == .refused(host: host, .mail(code: code)))
    #expect(error.exitClass == exit)
  }

  @Test func noPasswordGoesOutUnencrypted() throws {
    let error = try failure(of: mail(to: ["a@example.in"]), at: server("plain", .none))
    #expect(
      error
        == .unsendable(
          host: "localhost:\(try TestServers.mail["plain"])", .passwordUnencrypted))
  }

  @Test(arguments: [("tra\0der", password), ("trader", "\0")])
  func aLoginThatWouldBeCutIsRefused(user: String, password: String) throws {
    let error = try failure(
      of: mail(to: ["a@example.in"]), at: server(user: user, password: password))
    #expect(error == .unsendable(host: "localhost:\(try TestServers.mail["good"])", .login))
  }

  @Test(arguments: ["localhost/x", "a b", "user@host", "", "a\r\nb", "host?x"])
  func aHostThatIsNoneIsRefused(host: String) throws {
    var server = try server()
    server.host = host
    let error = try failure(of: mail(to: ["a@example.in"]), at: server)
    #expect(error.code == "bad-address")
  }
}
