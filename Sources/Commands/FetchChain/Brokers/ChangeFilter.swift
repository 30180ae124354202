import Market
import Scalars
import Store

/// Lets only those rows through that differ from the last ones of their contract.
///
/// What was let through is remembered in the store, where there is one, for the next command; from time
/// to time everything is let through, so that who lost a row has it again.
struct ChangeFilter {
  private let cache: Cache?
  private let key: String
  /// After so long everything is let through.
  private let longest: TimeSpan
  private var known: [String: String] = [:]
  private var completeAt: Timestamp?

  /// Opens the memory of rows of an underlying.
  init(of underlying: String, in cache: Cache?, longest: TimeSpan, at now: Timestamp) throws {
    self.cache = cache
    self.longest = longest
    key = "fetch-chain --changed \(underlying)"
    if let kept = try cache?.answer(.other, key, at: now) { recall(kept.body) }
  }

  private mutating func recall(_ bytes: [UInt8]) {
    var lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")[...]
    guard let first = lines.popFirst(), let time = Int64(first) else { return }
    completeAt = Timestamp(milliseconds: time)
    for line in lines {
      let parts = line.split(separator: "\t", maxSplits: 1).map(String.init)
      if parts.count == 2 { known[parts[0]] = parts[1] }
    }
  }

  /// The rows that are let through, which are remembered from now on.
  mutating func changed(_ rows: [MarketRow], at now: Timestamp) throws -> [MarketRow] {
    let isComplete = completeAt.map { now < $0 || now - $0 >= longest } ?? true
    if isComplete {
      known = [:]
      completeAt = now
    }
    let changed = rows.filter { known[$0.symbol] != $0.market }
    for row in changed { known[row.symbol] = row.market }
    return changed
  }

  /// Remembers all of it for the next command.
  func keep(at now: Timestamp) throws {
    guard let cache, let completeAt else { return }
    var text = "\(completeAt.milliseconds)\n"
    for (symbol, market) in known.sorted(by: { $0.key < $1.key }) {
      text += "\(symbol)\t\(market)\n"
    }
    try cache.keep(Array(text.utf8), .other, key, at: now)
  }
}

extension MarketRow {
  /// All that the market says of it, and not when.
  fileprivate var market: String {
    let amounts = [spot, forward, last, bid, ask, previousClose].map { $0?.paise }
    let counts = [bidQuantity, askQuantity, volume, openInterest]
    return ([source] + (amounts + counts).map { $0.map { String($0) } ?? "" })
      .joined(separator: " ")
  }
}
