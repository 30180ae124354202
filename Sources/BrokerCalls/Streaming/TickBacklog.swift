/// What waits for who reads the stream, in room that is bounded whatever comes.
///
/// As long as there is room, all of it waits in its order. Then older ticks give way, those of the same
/// instrument first: of each instrument the last one is never lost. A reader who is behind is given the
/// most wanted instruments first, and of each the older ticks before the newer ones; what came before a
/// gap goes before it, and what came after it after it, whoever reads.
package struct TickBacklog: Sendable {
  /// What is given to the reader.
  package enum Row: Sendable, Equatable {
    case tick(StreamTick)
    case gap(StreamGap)
  }

  /// What goes first where only a part is taken.
  package enum Order: Sendable {
    /// What came first.
    case arrival
    /// The most wanted instruments.
    case wanted
  }

  private struct Node: Sendable {
    var tick: StreamTick
    var number: Int
    /// The next one of the same instrument, or of the free nodes.
    var next = TickBacklog.none
    /// The ones that came before and after it, of whatever instrument.
    var earlier = TickBacklog.none
    var later = TickBacklog.none
  }

  private static let none = -1

  private let capacity: Int
  private var nodes: [Node] = []
  private var free = TickBacklog.none
  /// The first and the last node of each instrument.
  private var heads: [Int]
  private var tails: [Int]
  /// The first and the last node of all.
  private var oldest = TickBacklog.none
  private var newest = TickBacklog.none
  private var gaps: [(number: Int, gap: StreamGap)] = []
  private var nextNumber = 0
  private var ticks = 0
  /// How many ticks were replaced by newer ones.
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

  /// Takes out so many rows at the most, which are in the order of their arrival among themselves.
  package mutating func take(_ most: Int, _ order: Order) -> [Row] {
    switch order {
    case .arrival: takeOldest(most)
    case .wanted: takeWanted(most)
    }
  }

  private mutating func takeOldest(_ most: Int) -> [Row] {
    var rows: [Row] = []
    while rows.count < most, count > 0 {
      if oldest == Self.none || (gaps.first?.number ?? .max) < nodes[oldest].number {
        rows.append(.gap(gaps.removeFirst().gap))
      } else if let node = removeFirst(of: nodes[oldest].tick.place) {
        // The oldest of all is the first of its instrument.
        rows.append(.tick(node.tick))
      }
    }
    return rows
  }

  private mutating func takeWanted(_ most: Int) -> [Row] {
    var rows: [(number: Int, row: Row)] = []
    while rows.count < most, count > 0 {
      let end = gaps.first?.number ?? .max
      for place in heads.indices {
        while rows.count < most, heads[place] != Self.none, nodes[heads[place]].number < end,
          let node = removeFirst(of: place)
        {
          rows.append((node.number, .tick(node.tick)))
        }
        if rows.count >= most || ticks == 0 { break }
      }
      // With room left, all that came before the gap has gone.
      if rows.count < most, !gaps.isEmpty { rows.append((end, .gap(gaps.removeFirst().gap))) }
    }
    return rows.sorted { $0.number < $1.number }.map(\.row)
  }

  // MARK: Nodes

  private mutating func node(_ tick: StreamTick) -> Int {
    let node = Node(tick: tick, number: nextNumber, earlier: newest)
    nextNumber += 1
    let index: Int
    if free == Self.none {
      index = nodes.count
      nodes.append(node)
    } else {
      index = free
      free = nodes[index].next
      nodes[index] = node
    }
    if newest == Self.none { oldest = index } else { nodes[newest].later = index }
    newest = index
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
    if node.earlier == Self.none {
      oldest = node.later
    } else {
      nodes[node.earlier].later = node.later
    }
    if node.later == Self.none {
      newest = node.earlier
    } else {
      nodes[node.later].earlier = node.earlier
    }
    nodes[index].next = free
    free = index
    ticks -= 1
    return node
  }
}
