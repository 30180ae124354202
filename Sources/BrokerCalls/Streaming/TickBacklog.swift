/// What waits for who reads the stream, in room that is bounded whatever comes.
///
/// As long as there is room, all of it waits in its order. Then older ticks give way, those of the same
/// instrument first: of each instrument the last one is never lost. A reader who takes only a part is
/// given the most wanted instruments first, and of each the older ticks before the newer ones.
package struct TickBacklog: Sendable {
  /// What is given to the reader.
  package enum Row: Sendable, Equatable {
    case tick(StreamTick)
    case gap(StreamGap)
  }

  private struct Node: Sendable {
    var tick: StreamTick
    var number: Int
    /// The next one of the same instrument, or of the free nodes.
    var next = TickBacklog.none
  }

  private static let none = -1

  private let capacity: Int
  private var nodes: [Node] = []
  private var free = TickBacklog.none
  /// The first and the last node of each instrument.
  private var heads: [Int]
  private var tails: [Int]
  private var gaps: [(number: Int, gap: StreamGap)] = []
  private var nextNumber = 0
  private var ticks = 0
  /// How many ticks gave way to newer ones.
  package private(set) var superseded = 0

  /// Makes room for so many ticks, or for one of each instrument where those are more.
  package init(count: Int, capacity: Int) {
    self.capacity = max(capacity, count, 1)
    heads = Array(repeating: Self.none, count: count)
    tails = heads
  }

  /// How much waits.
  package var count: Int { ticks + gaps.count }

  /// Adds a tick behind all others.
  package mutating func add(_ tick: StreamTick) {
    if ticks == capacity { makeRoom(for: tick.place) }
    let index = node(tick)
    if heads[tick.place] == Self.none {
      heads[tick.place] = index
    } else {
      nodes[tails[tick.place]].next = index
    }
    tails[tick.place] = index
    ticks += 1
  }

  /// Adds a gap behind all ticks; it never gives way.
  package mutating func add(_ gap: StreamGap) {
    gaps.append((nextNumber, gap))
    nextNumber += 1
  }

  /// Takes out so many rows at the most.
  package mutating func take(_ most: Int) -> [Row] {
    var rows = gaps.prefix(most).map { (number: $0.number, row: Row.gap($0.gap)) }
    gaps.removeFirst(rows.count)
    for place in heads.indices {
      while rows.count < most, let node = removeFirst(of: place) {
        rows.append((node.number, .tick(node.tick)))
      }
      if rows.count >= most || ticks == 0 { break }
    }
    return rows.sorted { $0.number < $1.number }.map(\.row)
  }

  // MARK: Nodes

  private mutating func node(_ tick: StreamTick) -> Int {
    let node = Node(tick: tick, number: nextNumber)
    nextNumber += 1
    guard free != Self.none else {
      nodes.append(node)
      return nodes.count - 1
    }
    let index = free
    free = nodes[index].next
    nodes[index] = node
    return index
  }

  /// Lets an older tick go: one of the same instrument, or else of the least wanted that has several.
  private mutating func makeRoom(for place: Int) {
    let poor =
      heads[place] != Self.none
      ? place : heads.indices.last { heads[$0] != Self.none && heads[$0] != tails[$0] }
    // There is room for one of each, so where all is full somebody has two.
    guard let poor else { preconditionFailure("one instrument has several ticks") }
    _ = removeFirst(of: poor)
    superseded += 1
  }

  private mutating func removeFirst(of place: Int) -> Node? {
    let index = heads[place]
    guard index != Self.none else { return nil }
    let node = nodes[index]
    heads[place] = node.next
    nodes[index].next = free
    free = index
    ticks -= 1
    return node
  }
}
