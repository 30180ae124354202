package import Scalars

/// Answers of brokers, kept for their lifetime and shared by all processes.
///
/// They lie in the store; the last few are also in hand. When an answer was used, and how often there was
/// one, is put down by ``finish(at:)``, so that reading writes nothing.
package final class Cache {
  private let store: Store
  private let rules: CacheRules
  private var memory = CacheMemory()
  private var uses: [CacheRules.Kind: CacheUses] = [:]
  private var used: [CacheMemory.Key: Timestamp] = [:]

  /// Creates the cache of a store.
  package init(in store: Store, _ rules: CacheRules) {
    self.store = store
    self.rules = rules
  }

  /// The answer to a question, where there is a fresh one.
  package func answer(
    _ kind: CacheRules.Kind, _ key: String, at now: Timestamp
  ) throws -> CachedAnswer? {
    guard rules.isOn else { return nil }
    let place = CacheMemory.Key(kind: kind, key: key)
    memory.adopt(version: try version())
    guard let found = try memory.answer(place) ?? stored(place), found.isFresh(at: now) else {
      uses[kind, default: CacheUses()].misses += 1
      return nil
    }
    memory.keep(found, for: place)
    uses[kind, default: CacheUses()].hits += 1
    used[place] = max(now, used[place] ?? now)
    return found
  }

  /// An answer that has just come.
  package struct NewAnswer: Sendable {
    let body: [UInt8]
    let place: CacheMemory.Key
    let at: Timestamp

    /// Names the question and when it was answered.
    package init(_ body: [UInt8], _ kind: CacheRules.Kind, _ key: String, at time: Timestamp) {
      self.body = body
      place = CacheMemory.Key(kind: kind, key: key)
      at = time
    }
  }

  /// Keeps an answer; of two to one question the newer stays.
  package func keep(
    _ body: [UInt8], _ kind: CacheRules.Kind, _ key: String, at now: Timestamp
  ) throws {
    try keep([NewAnswer(body, kind, key, at: now)])
  }

  /// Keeps answers together; of two to one question the newer stays.
  package func keep(_ answers: [NewAnswer]) throws {
    let lasting = answers.compactMap { answer in
      rules.end(of: answer.place.kind, storedAt: answer.at).map { (answer, end: $0) }
    }
    if lasting.isEmpty { return }
    try store.transaction {
      for (answer, end) in lasting {
        try store.change(CacheTable.put) { statement in
          try statement.bind(1, answer.place.kind.rawValue)
          try statement.bind(2, answer.place.key)
          try statement.bind(3, answer.at.milliseconds)
          try statement.bind(4, end.milliseconds)
          try statement.bind(5, bytes: answer.body.span)
        }
        try makeRoom(for: answer.place.kind, at: answer.at)
      }
    }
    memory.adopt(version: try version())
    let places = Set(lasting.map(\.0.place))
    memory.remove { places.contains($0) }
  }

  /// Ends the answers that an event makes wrong, in all processes.
  ///
  /// - Returns: how many there were.
  @discardableResult
  package func end(because event: CacheRules.Event) throws -> Int {
    let kinds = CacheRules.Kind.allCases.filter { rules.endedBy[event]?.contains($0) == true }
    if kinds.isEmpty { return 0 }
    memory.remove { kinds.contains($0.kind) }
    return try store.transaction {
      var count = 0
      for kind in kinds {
        let ended = try store.change(CacheTable.invalidate) { try $0.bind(1, kind.rawValue) }
        uses[kind, default: CacheUses()].invalidations += ended
        count += ended
      }
      return count
    }
  }

  /// Puts down what was used and how often, and sweeps what is too old.
  package func finish(at now: Timestamp) throws {
    if used.isEmpty, uses.isEmpty { return }
    try store.transaction {
      try sweep(at: now)
      for (place, time) in used {
        try store.change(CacheTable.use) { statement in
          try statement.bind(1, place.kind.rawValue)
          try statement.bind(2, place.key)
          try statement.bind(3, time.milliseconds)
        }
      }
      for (kind, count) in uses { try add(count, to: kind) }
    }
    uses = [:]
    used = [:]
  }

  // MARK: In the store

  private func version() throws -> Int64 {
    try store.with(CacheTable.version) { try $0.step() ? $0.whole(0) : 0 }
  }

  private func stored(_ place: CacheMemory.Key) throws -> CachedAnswer? {
    try store.with(CacheTable.find) { statement in
      try statement.bind(1, place.kind.rawValue)
      try statement.bind(2, place.key)
      guard try statement.step() else { return nil }
      return CachedAnswer(
        body: statement.bytes(2), storedAt: Timestamp(milliseconds: statement.whole(0)),
        expiresAt: Timestamp(milliseconds: statement.whole(1)))
    }
  }

  /// Removes what is beyond the limit: first what is too old, then what was longest not used.
  private func makeRoom(for kind: CacheRules.Kind, at now: Timestamp) throws {
    func count() throws -> Int {
      try store.with(CacheTable.count) { try $0.step() ? Int($0.whole(0)) : 0 }
    }
    guard try count() > rules.most else { return }
    try sweep(at: now)
    let excess = try count() - rules.most
    guard excess > 0 else { return }
    uses[kind, default: CacheUses()].evictions +=
      try store.change(CacheTable.evict) { try $0.bind(1, excess) }
  }

  private func sweep(at now: Timestamp) throws {
    for kind in CacheRules.Kind.allCases {
      let swept = try store.change(CacheTable.sweep) { statement in
        try statement.bind(1, kind.rawValue)
        try statement.bind(2, now.milliseconds)
      }
      if swept > 0 { uses[kind, default: CacheUses()].expiries += swept }
    }
  }

  private func add(_ count: CacheUses, to kind: CacheRules.Kind) throws {
    try store.change(CacheUsesTable.add) { statement in
      try statement.bind(1, kind.rawValue)
      try statement.bind(2, count.hits)
      try statement.bind(3, count.misses)
      try statement.bind(4, count.evictions)
      try statement.bind(5, count.expiries)
      try statement.bind(6, count.invalidations)
    }
  }
}

extension Store {
  /// How often the cache had an answer, by kind, as all processes put it down.
  package func cacheUses() throws -> [CacheRules.Kind: CacheUses] {
    try with(CacheUsesTable.read) { statement in
      var uses: [CacheRules.Kind: CacheUses] = [:]
      while try statement.step() {
        // A kind of another version is none of ours.
        guard let kind = CacheRules.Kind(rawValue: statement.text(0)) else { continue }
        uses[kind] = CacheUses(
          hits: Int(statement.whole(1)), misses: Int(statement.whole(2)),
          evictions: Int(statement.whole(3)), expiries: Int(statement.whole(4)),
          invalidations: Int(statement.whole(5)))
      }
      return uses
    }
  }
}
