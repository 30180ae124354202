package import Configuration
internal import Files
internal import Transport

/// Where metrics go: a file for a node exporter, a push gateway, or both.
package struct MetricsDestinations {
  /// One of the places.
  package enum Place: Sendable, Equatable {
    case textfile(String)
    case gateway(String)
  }

  private let settings: Settings
  private let userAgent: String
  private let instance: String
  private let random: any RandomNumberGenerator

  /// Reads the places of a configuration.
  ///
  /// - Parameter instance: what tells this machine from others at the gateway.
  package init(
    _ settings: Settings, userAgent: String, instance: String, random: any RandomNumberGenerator
  ) {
    self.settings = settings
    self.userAgent = userAgent
    self.instance = instance
    self.random = random
  }

  /// The places that are set.
  package var places: [Place] {
    guard settings.isOn("PROMETHEUS_ENABLED") else { return [] }
    return [
      settings.text("METRICS_TEXTFILE").map { .textfile($0) },
      settings.text("METRICS_PUSH_URL").map { .gateway($0) },
    ].compactMap(\.self)
  }

  /// Puts a page in its place, for all to read.
  package func write(_ page: MetricsPage, to place: Place) throws {
    let bytes = Array(page.text.utf8)
    switch place {
    case .textfile(let path):
      // Under another ending until it is whole: an exporter reads whatever ends in .prom.
      let file = try AtomicFile(path: path)
      try file.write(bytes.span)
      try file.commit()
    case .gateway(let url): try push(bytes, to: url)
    }
  }

  private func push(_ bytes: [UInt8], to url: String) throws(TransportError) {
    var base = url
    while base.hasSuffix("/") { base.removeLast() }
    let address = try WebAddress("\(base)/metrics/job/angelx/instance/\(Self.encoded(instance))")
    var rules = WebRules(settings, userAgent: userAgent)
    // The configuration allows it on this machine alone.
    rules.allowsPlain = !address.isEncrypted
    let body = WebRequest.Body(bytes, type: "text/plain; version=0.0.4")
    let request = WebRequest(.put, address, body: body, mayRepeat: true)
    _ = try WebClient(rules, random: random).answer(to: request).done()
  }

  /// A name as a part of a path.
  private static func encoded(_ name: String) -> String {
    name.utf8.reduce(into: "") { text, byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"):
        text.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        text += "%" + (digits.count < 2 ? "0" : "") + digits
      }
    }
  }
}
