/// The answer to a request for a socket: status and headers, taken as they come.
struct UpgradeAnswer {
  /// The most bytes of all of it.
  private let limit: Int
  private var size = 0
  private var line: [UInt8] = []
  /// Nil before the first line.
  private(set) var status: Int?
  private(set) var fields = HeaderFields()

  init(limit: Int) {
    self.limit = limit
  }

  /// Reads on in some bytes, moves the place behind what it has read, and says whether that was all;
  /// what follows are frames.
  mutating func take(
    _ bytes: [UInt8], from place: inout Int, to end: Int, host: String
  ) throws(TransportError) -> Bool {
    while place < end {
      let byte = bytes[place]
      place += 1
      size += 1
      guard size <= limit else { throw .tooLarge(host: host, .headers, limit: limit) }
      guard byte == 0x0A else {
        line.append(byte)
        continue
      }
      if line.last == 0x0D { line.removeLast() }
      if try takeLine(host: host) { return true }
      line.removeAll(keepingCapacity: true)
    }
    return false
  }

  /// Takes a line without its end, and says whether it was the last.
  private mutating func takeLine(host: String) throws(TransportError) -> Bool {
    guard let status else {
      guard let status = Self.status(line) else { throw .notTheProtocol(host: host, .garbage) }
      self.status = status
      return false
    }
    guard line.isEmpty else {
      fields.append(line: line)
      return false
    }
    // A notice comes before the answer, and is none.
    guard status == 101 || !(100..<200).contains(status) else {
      self.status = nil
      fields = HeaderFields()
      return false
    }
    return true
  }

  /// The status of a line such as `HTTP/1.1 101 Switching Protocols`.
  private static func status(_ line: [UInt8]) -> Int? {
    guard line.count >= 12, line.starts(with: "HTTP/1.".utf8), (0x30...0x31).contains(line[7]),
      line[8] == 0x20, line.count == 12 || line[12] == 0x20
    else { return nil }
    let digits = line[9..<12]
    guard digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    let status = digits.reduce(0) { $0 * 10 + Int($1 & 0x0F) }
    return (100..<600).contains(status) ? status : nil
  }
}
