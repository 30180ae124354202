import Foundation
import TestSupport
import Testing

/// `validate-config --test-alerts`, `--online` and `--metrics` beside real servers.
struct NetworkTests {
  private let scratch: Scratch
  private static let password = "pä ss:w0rd€"
  private static let now = "--now 2026-11-27T10:00:00+05:30"

  init() throws {
    scratch = try Scratch()
  }

  /// A configuration with handlers at the test servers; the password is in a file of its owner's.
  private func configure(
    webhook: String? = nil, mail: String? = nil, to recipient: String = "desk", rest: String = "",
    password: String = password
  ) throws {
    var handlers = "{'log': {'enabled': True, 'level': 'WARNING'}"
    if let webhook {
      handlers += ", 'webhook': {'enabled': True, 'url': '\(webhook)', 'retry_attempts': 1}"
    }
    if let mail {
      let port = try TestServers.mail[mail]
      handlers +=
        ", 'email': {'enabled': True, 'from': 'alerts@example.in', 'to': ['\(recipient)@example.in'],"
        + " 'smtp_server': 'localhost', 'smtp_port': \(port), 'rate_limit': 2}"
    }
    let text = """
      CAPITAL = 5_00_000
      MAX_QUANTITY = 520
      BASE_QUANTITY = 260
      CA_FILE = '\(try TestServers.authority)'
      ALERT_HANDLERS = \(handlers)}
      \(rest)
      """
    try scratch.put("angelx.conf", Array(text.utf8), permissions: 0o600)
    let secrets = "SMTP_USER=trader\nSMTP_PASSWORD='\(password)'\n"
    try scratch.put(".env", Array(secrets.utf8), permissions: 0o600)
  }

  private func angelx(_ options: String) throws -> Program.Result {
    let run = try Program.shell(
      "angelx validate-config --home home \(options) \(Self.now)", in: scratch.url)
    // The canary: nowhere, also where something failed, in no file of the home.
    for text in [run.outputText, run.errorText] { #expect(!text.contains("w0rd")) }
    for name in ["angelx.db", "angelx.db-wal", "audit.jsonl"] {
      let bytes = (try? Data(contentsOf: URL(filePath: scratch("home/\(name)")))) ?? Data()
      #expect(bytes.range(of: Data("w0rd".utf8)) == nil, "\(name)")
    }
    return run
  }

  /// What the web server has seen under a key.
  private func bodies(_ key: String) throws -> [String] {
    struct Arrival: Decodable { var body: Data }
    let run = try Program.run(
      "/usr/bin/env",
      [
        "python3", "-c",
        """
        import sys, urllib.request
        print(urllib.request.urlopen(sys.argv[1]).read().decode())
        """, "http://localhost:\(try TestServers.web["plain"])/seen?key=\(key)",
      ], environment: ["PATH": "/usr/bin:/bin:/usr/local/bin"])
    return try JSONDecoder().decode([Arrival].self, from: Data(run.output))
      .map { String(decoding: $0.body, as: UTF8.self) }
  }

  @Test(.enabled(if: TestServers.haveWeb && TestServers.haveMail, "no web or mail server"))
  func alertsReachEveryHandler() throws {
    let port = try TestServers.web["good"]
    try configure(
      webhook: "https://localhost:\(port)/steps?steps=200&key=alerts", mail: "good",
      to: "first")
    let run = try angelx("--test-alerts --format csv")
    #expect(run.status == 0, "\(run.outputText)\(run.errorText)")
    // The log takes warnings and more, and this one all the same.
    let handlers = ["log", "webhook", "email"].map { "alert_test,\($0),sent,,\n" }.joined()
    #expect(run.outputText == "kind,handler,state,problem,fix\n" + handlers)
    #expect(run.errorText.contains("alert 'test' of validate-config"))
    let body = try #require(try bodies("alerts").last)
    let alert = try #require(
      try JSONSerialization.jsonObject(with: Data(body.utf8)) as? [String: Any])
    #expect(alert["id"] as? Int == 1)
    #expect(alert["alert"] as? String == "test" && alert["severity"] as? String == "INFO")
    #expect(alert["ts"] as? String == "2026-11-27T10:00:00+05:30")
    let mail = String(decoding: try TestServers.mail("first@example.in.eml"), as: UTF8.self)
    #expect(mail.contains("Subject: angelx INFO: test (validate-config)"))
  }

  @Test(.enabled(if: TestServers.haveMail, "no mail server"))
  func whatIsBeyondTheLimitWaitsForASummary() throws {
    try configure(mail: "good", to: "second")
    for state in ["sent", "sent", "held"] {
      let run = try angelx("--test-alerts --format csv")
      #expect(run.outputText.contains("alert_test,email,\(state)"), "\(run.outputText)")
    }
    let later = try Program.shell(
      "angelx validate-config --home home --test-alerts --now 2026-11-27T11:00:01+05:30",
      in: scratch.url)
    #expect(later.status == 0)
    let mail = String(decoding: try TestServers.mail("second@example.in.eml"), as: UTF8.self)
    #expect(mail.contains("2 alerts"), "\(mail)")
  }

  @Test(
    "a handler that fails is told and keeps no other from working",
    .enabled(if: TestServers.haveWeb && TestServers.haveMail, "no web or mail server"),
    arguments: ["unknown", "expired", "other-host", "nobody"])
  func failing(server: String) throws {
    try configure(
      webhook: "https://localhost:\(try TestServers.web[server])/x?token=kanarie", mail: "good")
    let run = try angelx("--test-alerts --format jsonl")
    #expect(run.status == 69)
    let lines = run.outputText.split(separator: "\n")
    #expect(lines.contains { $0.contains("\"handler\":\"webhook\",\"state\":\"failed\"") })
    #expect(lines.last?.contains("\"handler\":\"email\",\"state\":\"sent\"") == true)
    #expect(!run.outputText.contains("kanarie") && !run.errorText.contains("kanarie"))
  }

  @Test(.enabled(if: TestServers.haveMail, "no mail server"))
  func aWrongPasswordIsTold() throws {
    try configure(mail: "good", password: "other w0rd")
    let run = try angelx("--test-alerts --format jsonl")
    #expect(run.status == 69)
    #expect(run.outputText.contains("failed") && run.outputText.contains("login"))
    let online = try angelx("--online")
    #expect(online.status == 69 && online.outputText.contains("error: ALERT_HANDLERS"))
  }

  @Test(.enabled(if: TestServers.haveWeb && TestServers.haveMail, "no web or mail server"))
  func serversAreAsked() throws {
    try configure(
      webhook: "https://localhost:\(try TestServers.web["good"])/hook?token=kanarie", mail: "good",
      rest: "SMARTAPI_BASE_URL = 'https://localhost:\(try TestServers.web["good"])/rest'")
    let run = try angelx("--online --verbose")
    #expect(run.status == 0, "\(run.outputText)")
    #expect(run.outputText.contains("localhost answered and took the login"))
    #expect(run.outputText.contains("answered in"))
    #expect(!run.outputText.contains("kanarie"))
    try configure(
      webhook: "https://localhost:\(try TestServers.web["nobody"])/hook",
      rest: "SMARTAPI_BASE_URL = 'https://localhost:\(try TestServers.web["good"])/rest'")
    #expect(try angelx("--online").status == 69)
  }

  @Test(.enabled(if: TestServers.haveGateway, "no gateway"))
  func metricsReachTheGatewayAndTheFile() throws {
    let gateway = try TestServers.gateway["web"]
    try configure(
      rest: "METRICS_TEXTFILE = 'angelx.prom'\nMETRICS_PUSH_URL = 'http://127.0.0.1:\(gateway)'")
    #expect(try angelx("--freeze").status == 0)
    let run = try angelx("--metrics")
    #expect(run.status == 0, "\(run.errorText)")
    let page = try String(contentsOfFile: scratch("angelx.prom"), encoding: .utf8)
    #expect(page.contains("\nangelx_kill_switch 0\n"))
    #expect(page.contains("# TYPE angelx_store_bytes gauge\n"))
    let answer = try Program.run(
      "/usr/bin/env",
      [
        "python3", "-c",
        "import sys, urllib.request; print(urllib.request.urlopen(sys.argv[1]).read().decode())",
        "http://127.0.0.1:\(gateway)/metrics",
      ], environment: ["PATH": "/usr/bin:/bin:/usr/local/bin"])
    #expect(answer.outputText.contains("angelx_kill_switch{instance="))
    // Printed where it goes nowhere. The switch is on as well where it was set by hand.
    try configure()
    try scratch.put("home/KILL", [])
    #expect(try angelx("--metrics").outputText.contains("\nangelx_kill_switch 1\n"))
    #expect(try angelx("--metrics").outputText.contains("# HELP angelx_kill_switch"))
  }

  @Test(
    "a real node exporter serves the file",
    .enabled(if: Program.isInstalled("prometheus-node-exporter"), "no node exporter"))
  func theNodeExporterServesTheFile() throws {
    try configure(rest: "METRICS_TEXTFILE = 'text/angelx.prom'")
    try scratch.put("text/.keep", [])
    #expect(try angelx("--freeze").status == 0)
    #expect(try angelx("--metrics").status == 0)
    let line = """
      prometheus-node-exporter --web.listen-address=127.0.0.1:19143 --collector.disable-defaults \
        --collector.textfile --collector.textfile.directory="$1/text" >/dev/null 2>&1 &
      for try in 1 2 3 4 5 6 7 8 9 10; do
        python3 -c "import urllib.request as u; print(u.urlopen('http://127.0.0.1:19143/metrics').read().decode())" \
          2>/dev/null && break
        sleep 0.3
      done
      kill $!
      """
    let run = try Program.run(
      "/bin/sh", ["-c", line, "sh", scratch.path],
      environment: ["PATH": "/usr/sbin:/usr/bin:/bin:/usr/local/bin"])
    #expect(run.outputText.contains("\nangelx_kill_switch 0\n"), "\(run.outputText.suffix(2000))")
    #expect(run.outputText.contains("node_textfile_scrape_error 0"))
  }
}
