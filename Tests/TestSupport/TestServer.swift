import Foundation

/// A server that runs beside the tests, from its first use to their end.
///
/// It ends with its standard input, which the system closes with this process, however that ends.
package final class TestServer: @unchecked Sendable {
  // Sendable, because nothing but the ports is used once it runs.
  private let program: RunningProgram
  /// The ports that it listens at, by what is to be found there.
  package let ports: [String: Int]

  /// Starts a server and reads its ports from the line for which a reading of it gives some.
  init(
    _ path: String, _ arguments: [String], readingPorts: (String) -> [String: Int]?
  ) throws {
    program = try RunningProgram(path, arguments, environment: TestServers.environment)
    while let line = program.line(within: 20) {
      guard let ports = readingPorts(line) else { continue }
      self.ports = ports
      return
    }
    throw CocoaError(.executableLoad)
  }

  /// Starts one of the scripts, which print their ports as JSON.
  convenience init(python: String, _ script: String, _ arguments: [String]) throws {
    // Nothing of Python's own is left beside the scripts.
    try self.init(python, ["-B", TestServers.script(script)] + arguments) { line in
      try? JSONDecoder().decode([String: Int].self, from: Data(line.utf8))
    }
  }

  /// The port of that name.
  package subscript(_ name: String) -> Int { ports[name] ?? 0 }
}

/// The servers that tests share, each of them started when first used.
package enum TestServers {
  /// Where a script is.
  static func script(_ name: String) -> String {
    Checkout.root.appending(path: "Tests/TestSupport/Servers/\(name)").path
  }

  /// What every one of them is started with.
  static let environment = ["PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"]

  /// The Python of the system, whose packages bring the mail server, or another.
  static let pythons =
    ["/usr/bin/python3"].filter {
      FileManager.default.isExecutableFile(atPath: $0)
    } + [Program.path(of: "python3")].compactMap { $0 }

  private static let mailPython = python(with: "aiosmtpd")
  private static let secondPython = python(with: "h2")
  private static let socketPython = python(with: "websockets.legacy.server")

  private static func python(with module: String) -> String? {
    pythons.first { python in
      let result = try? Program.run(python, ["-c", "import \(module)"], environment: environment)
      return result?.status == 0
    }
  }

  /// Whether the web server can run here.
  package static let haveWeb = !pythons.isEmpty && Program.isInstalled("openssl")

  /// Whether the web server of HTTP/2 can run here.
  package static let haveSecondWeb = secondPython != nil && Program.isInstalled("openssl")

  /// Whether the servers of web sockets can run here.
  package static let haveSockets = socketPython != nil && Program.isInstalled("openssl")

  /// Whether the fake of both brokers can run here.
  package static let haveBrokers = haveSockets

  /// Starts a fake of both brokers at a time of its own.
  static func brokers(at time: String, rows: Int?) throws -> TestServer {
    guard let python = socketPython else { throw CocoaError(.fileNoSuchFile) }
    let size = rows.map { ["--master-rows", "\($0)"] } ?? []
    return try TestServer(
      python: python, "broker", [try certificates.get().path, "--clock", time] + size)
  }

  /// Where nginx is installed; nil where it is not.
  static let nginx = Program.path(of: "nginx") ?? Program.path(of: "nginx", in: "/usr/sbin")

  /// Whether nginx can run in front of the fake of both brokers.
  package static let haveFront = haveBrokers && nginx != nil

  /// Starts nginx in front of servers at some ports; what it serves it writes down in a folder.
  static func front(of ports: [Int], in folder: Scratch) throws -> TestServer {
    guard let python = pythons.first, let nginx else { throw CocoaError(.fileNoSuchFile) }
    return try TestServer(
      python: python, "front.py",
      [nginx, try certificates.get().path, folder.path] + ports.map { String($0) })
  }

  /// Holds the fake of both brokers against what is published of them.
  package static func brokerSelfCheck() throws -> Program.Result {
    guard let python = socketPython else { throw CocoaError(.fileNoSuchFile) }
    return try Program.run(
      python, ["-B", script("broker"), "--self-check"], environment: environment)
  }

  /// Whether the mail servers can run here.
  package static let haveMail = mailPython != nil && Program.isInstalled("openssl")

  /// Whether the gateway of metrics can run here.
  package static let haveGateway = Program.isInstalled("prometheus-pushgateway")

  private static let certificates = Result {
    let folder = try Scratch()
    let made = try Program.run(
      "/bin/sh", [script("certificates.sh")], environment: environment, in: folder.url)
    guard made.status == 0 else { throw CocoaError(.fileNoSuchFile) }
    return folder
  }

  /// The file with the authority that the certificates of these servers are from.
  package static var authority: String {
    get throws { try certificates.get()("authority.pem") }
  }

  /// Web servers, well certified and otherwise, that answer as they are asked to.
  package static var web: TestServer {
    get throws { try startedWeb.get() }
  }

  private static let startedWeb = Result {
    guard let python = pythons.first else { throw CocoaError(.fileNoSuchFile) }
    return try TestServer(python: python, "web.py", [try certificates.get().path])
  }

  /// A web server of HTTP/2.
  package static var secondWeb: TestServer {
    get throws { try startedSecondWeb.get() }
  }

  private static let startedSecondWeb = Result {
    guard let python = secondPython else { throw CocoaError(.fileNoSuchFile) }
    return try TestServer(python: python, "web2.py", [try certificates.get().path])
  }

  /// Servers of web sockets, a real one and one that fails.
  package static var sockets: TestServer {
    get throws { try startedSockets.get() }
  }

  private static let startedSockets = Result {
    guard let python = socketPython else { throw CocoaError(.fileNoSuchFile) }
    return try TestServer(python: python, "sockets.py", [try certificates.get().path])
  }

  /// Mail servers.
  package static var mail: TestServer {
    get throws { try startedMail.get() }
  }

  private static let mails = Result { try Scratch() }

  private static let startedMail = Result {
    guard let python = mailPython else { throw CocoaError(.fileNoSuchFile) }
    let folders = [try certificates.get().path, try mails.get().path]
    return try TestServer(python: python, "mail.py", folders)
  }

  /// What the mail servers have kept of a mail, as they call it.
  package static func mail(_ name: String) throws -> [UInt8] {
    try mails.get().bytes(name)
  }

  /// A gateway that metrics are pushed to.
  package static var gateway: TestServer {
    get throws { try startedGateway.get() }
  }

  private static let startedGateway = Result {
    // The program itself would run on when its standard input ends.
    let line = """
      prometheus-pushgateway --web.listen-address=127.0.0.1:0 2>&1 & read -r _; kill $!
      """
    return try TestServer("/bin/sh", ["-c", line]) { line in
      let address = line.firstMatch(of: /msg="Listening on" address=127\.0\.0\.1:(\d+)/)
      return (address?.1).flatMap { Int($0) }.map { ["web": $0] }
    }
  }
}
