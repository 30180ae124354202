/// Frames of the brokers' streams, with ticks that follow from a seed.
enum MadeFrames {
  /// The kinds of ticks that there are.
  enum Form: String, CaseIterable {
    case smartLast = "SmartAPI LTP"
    case smartQuote = "SmartAPI Quote"
    case smartSnapshot = "SmartAPI SnapQuote"
    case smartDepth = "SmartAPI Depth20"
    case kiteLast = "Kite ltp"
    case kiteQuote = "Kite quote"
    case kiteFull = "Kite full"

    var isOfKite: Bool {
      switch self {
      case .kiteLast, .kiteQuote, .kiteFull: true
      case .smartLast, .smartQuote, .smartSnapshot, .smartDepth: false
      }
    }

    /// How many bytes a tick has.
    fileprivate var length: Int {
      switch self {
      case .smartLast: 51
      case .smartQuote: 123
      case .smartSnapshot: 379
      case .smartDepth: 443
      case .kiteLast: 8
      case .kiteQuote: 44
      case .kiteFull: 184
      }
    }

    /// The nanoseconds that the bytes of a tick took to be copied on the machine on which the
    /// requirement was set.
    var referenceNanoseconds: Double {
      switch self {
      case .smartLast, .smartQuote: 34
      case .smartSnapshot, .smartDepth: 32
      case .kiteLast: 0.45
      case .kiteQuote: 1
      case .kiteFull: 5
      }
    }
  }

  /// Kite puts what changed together into one frame.
  private static let ticksOfKite = 64

  /// Frames of so many ticks.
  static func frames(_ count: Int, of form: Form) -> [[UInt8]] {
    var draws = SeededDraws(seed: 20_261_120)
    let ticks = (0..<count).map { _ in
      form.isOfKite ? kite(form, &draws) : smartAPI(form, &draws)
    }
    guard form.isOfKite else { return ticks }
    return stride(from: 0, to: count, by: ticksOfKite).map { start in
      let packets = ticks[start..<min(start + ticksOfKite, count)]
      return packets.reduce(into: bigEndian(packets.count, 2)) { frame, packet in
        frame += bigEndian(packet.count, 2) + packet
      }
    }
  }

  /// A tick of SmartAPI: every number that is read is at its place, and the rest is anything.
  private static func smartAPI(_ form: Form, _ draws: inout SeededDraws) -> [UInt8] {
    var bytes = (0..<form.length).map { _ in UInt8.random(in: 0...255, using: &draws) }
    func put(_ number: Int, _ width: Int, at place: Int) {
      for index in 0..<width {
        bytes[place + index] = UInt8(truncatingIfNeeded: number >> (8 * index))
      }
    }
    let mode = [.smartLast, .smartQuote, .smartSnapshot, .smartDepth].firstIndex(of: form) ?? 0
    (bytes[0], bytes[1]) = (UInt8(mode + 1), form == .smartDepth ? 1 : 2)
    for place in 2..<27 { bytes[place] = 0 }
    let digits = String(Int.random(in: 10_000...99_999, using: &draws)).utf8
    bytes.replaceSubrange(2..<2 + digits.count, with: digits)
    let time = 1_795_167_900_000
    if form == .smartDepth {
      put(time, 8, at: 27)
      for level in 0..<40 {
        put(Int.random(in: 1...9000, using: &draws), 4, at: 43 + 10 * level)
        put(Int.random(in: 1...90_000, using: &draws), 4, at: 47 + 10 * level)
      }
      return bytes
    }
    put(time, 8, at: 35)
    for place in [43, 67, 131] where place + 8 <= form.length {
      put(Int.random(in: 1...90_000, using: &draws), 8, at: place)
    }
    guard form == .smartSnapshot else { return bytes }
    for level in 0..<10 {
      let start = 147 + 20 * level
      put(level < 5 ? 1 : 0, 2, at: start)
      put(Int.random(in: 1...9000, using: &draws), 8, at: start + 2)
      put(Int.random(in: 1...90_000, using: &draws), 8, at: start + 10)
    }
    return bytes
  }

  /// A packet of Kite, whose numbers have four bytes each.
  private static func kite(_ form: Form, _ draws: inout SeededDraws) -> [UInt8] {
    let token = Int.random(in: 40_000...90_000, using: &draws) << 8 | 2
    var bytes = bigEndian(token, 4)
    while bytes.count < form.length {
      bytes += bigEndian(Int.random(in: 1...90_000, using: &draws), 4)
    }
    if form == .kiteFull { bytes.replaceSubrange(60..<64, with: bigEndian(1_795_167_900, 4)) }
    return bytes
  }

  private static func bigEndian(_ number: Int, _ width: Int) -> [UInt8] {
    (0..<width).map { UInt8(truncatingIfNeeded: number >> (8 * (width - 1 - $0))) }
  }
}
