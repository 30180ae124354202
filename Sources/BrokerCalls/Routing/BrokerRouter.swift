package import Brokers
package import Operations
private import Scalars

/// Picks the broker that is asked, and another one where that fails.
package final class BrokerRouter {
  /// A broker that may be asked.
  package struct Route {
    package let line: BrokerLine
    /// The lowest is asked first.
    package let priority: Int
    /// How its calls of late went.
    var history: CallHistory

    /// Creates a route.
    ///
    /// - Parameter history: how its calls of late went.
    package init(_ line: BrokerLine, priority: Int, _ history: CallHistory) {
      self.line = line
      self.priority = priority
      self.history = history
    }

    var id: BrokerID { line.broker.id }
  }

  /// How the next broker is picked.
  package struct Policy: Sendable {
    /// Whether another broker is asked where one fails.
    package var failsOver = true
    /// Whether those of equal priority take turns by what is left of their budgets.
    package var balances = true

    /// Creates the usual one.
    package init() {}
  }

  private var routes: [Route]
  private let policy: Policy
  private let notes: CallNotes
  private let say: (CallFailure) -> Void
  /// How many of the notes have gone into the histories.
  private var seen = 0

  /// Creates a router.
  ///
  /// - Parameters:
  ///   - notes: how the calls of this run went.
  ///   - say: is told of the failure of a broker after which another one is asked.
  package init(
    _ routes: [Route], _ policy: Policy, _ notes: CallNotes,
    saying say: @escaping (CallFailure) -> Void
  ) {
    self.routes = routes
    self.policy = policy
    self.notes = notes
    self.say = say
  }

  /// Has a broker do something, and the next one where that fails.
  ///
  /// - Parameters:
  ///   - group: gives the calls by whose budget brokers of equal priority are told apart.
  ///   - body: asks a broker; all of it is done by one.
  package func ask<Result>(
    _ group: (any Broker) -> LimitGroup, _ body: (BrokerLine) throws -> Result
  ) throws -> Result {
    let order = try order(group)
    // That it does not list what was asked for is the answer of a broker which is well: it is the one to
    // give where no other broker has a better one.
    var unlisted: CallFailure?
    for (index, line) in order.enumerated() {
      do {
        let result = try body(line)
        if let unlisted { say(unlisted) }
        return result
      } catch let failure as CallFailure where failure.isOfOneBroker && policy.failsOver {
        let isLast = index + 1 == order.count
        if failure.kind == .notListed {
          unlisted = unlisted ?? failure
        } else if isLast, unlisted == nil {
          throw failure
        } else {
          say(failure)
        }
        if isLast, let unlisted { throw unlisted }
      }
    }
    preconditionFailure("the last broker answers or fails")
  }

  /// The brokers that may be asked now, the first one first.
  private func order(_ group: (any Broker) -> LimitGroup) throws -> [BrokerLine] {
    learn()
    var ranked: [(rank: (Int, Int, Int), line: BrokerLine)] = []
    for route in routes where !route.isOpen {
      let left = policy.balances ? try route.line.left(of: group(route.line.broker)) : 0
      let failures = policy.balances ? route.history.recentFailures : 0
      ranked.append(((route.priority, failures, -left), route.line))
    }
    // Equal ones stay in the order of the configuration.
    let sorted = ranked.enumerated().sorted {
      $0.element.rank != $1.element.rank
        ? $0.element.rank < $1.element.rank : $0.offset < $1.offset
    }
    if sorted.isEmpty { throw pause }
    let lines = sorted.map(\.element.line)
    return policy.failsOver ? lines : Array(lines.prefix(1))
  }

  /// All of them have failed too often.
  private var pause: CallFailure {
    let ends = routes.compactMap { route in route.history.pauseEnd.map { (route, $0) } }
    guard let (route, end) = ends.min(by: { $0.1 < $1.1 }) else {
      return CallFailure(.configuration, nil, "no broker is enabled", remedy: "see BROKERS")
    }
    return CallFailure(
      .tryLater, route.id,
      "left alone until \(end), after \(route.history.failuresInRow) failed calls in a row",
      remedy: "try again then")
  }

  /// Takes in how the calls went since the last time.
  private func learn() {
    for note in notes.all.dropFirst(seen) {
      guard let index = routes.firstIndex(where: { $0.id == note.broker }) else { continue }
      routes[index].history.note(note.call)
    }
    seen = notes.all.count
  }
}

extension BrokerRouter.Route {
  /// Whether the circuit to it is open: it has failed too often, and its pause is not over.
  fileprivate var isOpen: Bool { history.pauseEnd.map { line.now < $0 } ?? false }
}
