/// Requests that are still to begin, for the first time or once more, and when they may.
struct RequestQueue {
  /// A request among others.
  struct Entry {
    let index: Int
    /// How often it was tried.
    var tries = 0
    /// What came of the last try.
    var outcome: Result<WebAnswer, TransportError>?
    /// When it may begin, as far as is known.
    var earliest = Duration.zero
  }

  /// What may be done with a request.
  enum Turn {
    /// It begins now.
    case begin(Entry)
    /// There is no time left for it.
    case expired(Entry)
  }

  private let deadline: Duration
  /// Those that never began, which begin in order: the last is the first.
  private var fresh: [Entry]
  /// Those that begin once more, the one that waited longest first.
  private var again: [Entry] = []

  init(_ indices: [Int], until deadline: Duration) {
    fresh = indices.reversed().map { Entry(index: $0) }
    self.deadline = deadline
  }

  /// When something may begin; nil where nothing is left to begin.
  var earliest: Duration? {
    (again.map(\.earliest) + (fresh.last.map { [$0.earliest] } ?? [])).min()
  }

  /// The next whose turn it is, if one may begin now.
  ///
  /// Neither a request that begins once more nor the first of the others holds up the other.
  ///
  /// - Parameter admission: Says of a request how long it still has to wait, or zero.
  mutating func next(
    now: Duration, admission: (Int) throws -> Duration
  ) rethrows -> Turn? {
    for place in again.indices {
      guard let turn = try Self.turn(of: &again[place], now, deadline, admission) else {
        continue
      }
      again.remove(at: place)
      return turn
    }
    guard let last = fresh.indices.last,
      let turn = try Self.turn(of: &fresh[last], now, deadline, admission)
    else { return nil }
    fresh.removeLast()
    return turn
  }

  /// Takes a request back, to begin once more when it may.
  mutating func add(_ entry: Entry) { again.append(entry) }

  /// All that are left, in order.
  mutating func removeAll() -> [Entry] {
    defer { (fresh, again) = ([], []) }
    return again + fresh.reversed()
  }

  private static func turn(
    of entry: inout Entry, _ now: Duration, _ deadline: Duration,
    _ admission: (Int) throws -> Duration
  ) rethrows -> Turn? {
    guard now < deadline else { return .expired(entry) }
    guard entry.earliest <= now else { return nil }
    let wait = try admission(entry.index)
    guard wait > .zero else { return .begin(entry) }
    entry.earliest = now + wait
    return entry.earliest < deadline ? nil : .expired(entry)
  }
}
