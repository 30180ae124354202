internal import Brokers
private import Records
package import Scalars
package import Store

/// Answers of brokers that may be given again, as they came and with the time at which they did.
package final class AnswerCache {
  private let cache: Cache
  private let longestAge: TimeSpan
  /// Answers that are not in the store yet: each by itself would be a wait for the disk.
  private var fresh: [Cache.NewAnswer] = []

  /// Opens the cache of a store.
  ///
  /// - Parameter longestAge: the greatest age of an answer that is given again.
  package init(in store: Store, _ rules: CacheRules, longestAge: TimeSpan) {
    cache = Cache(in: store, rules)
    self.longestAge = longestAge
  }

  /// The answer that was given to a call, where it is young enough.
  func report(for call: OutgoingCall, at now: Timestamp) throws -> CallReport? {
    guard longestAge.milliseconds > 0, let kind = call.request.limit.cacheKind,
      let found = try cache.answer(kind, key(of: call), at: now), now >= found.storedAt,
      now - found.storedAt <= longestAge
    else { return nil }
    return CallReport(
      at: found.storedAt, microseconds: 0,
      result: .success(
        WireAnswer(status: 200, type: "application/json", body: found.body)),
      isFromCache: true)
  }

  /// Notes the answer to a call, which was read and found good, to be kept with others.
  func note(_ report: CallReport, for call: OutgoingCall) {
    guard !report.isFromCache, let kind = call.request.limit.cacheKind,
      case .success(let answer) = report.result
    else { return }
    fresh.append(Cache.NewAnswer(answer.body, kind, key(of: call), at: report.at))
  }

  /// Keeps what was noted; where that cannot be done it is asked for again later, and nothing else is
  /// lost.
  func keepNoted() {
    try? cache.keep(fresh)
    fresh = []
  }

  /// Puts down what was used.
  package func finish(at now: Timestamp) throws { try cache.finish(at: now) }

  private func key(of call: OutgoingCall) -> String {
    let question = RecordedCall.Question(call)
    return "\(question.broker.rawValue) \(question.method) \(question.path) \(question.sent)"
  }
}

extension LimitGroup {
  /// What answers to such calls are kept as; nil for what is never kept.
  fileprivate var cacheKind: CacheRules.Kind? {
    switch self {
    case LimitGroup.AngelOne.quotes, LimitGroup.Kite.quotes: .marketData
    case LimitGroup.AngelOne.candles, LimitGroup.AngelOne.openInterest, LimitGroup.Kite.history:
      .history
    case LimitGroup.AngelOne.greeks: .greeks
    default: nil
    }
  }
}
