#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif
private import Synchronization

/// The temporary files that must go when a signal ends the program.
///
/// The list lives in memory that is allocated once and never freed, so the signal handler can walk
/// it whatever the program was doing: it allocates nothing, takes no lock and calls only unlink(2).
/// A file that finds no free place is not listed; it is then removed like the leftovers of a
/// program that was killed.
@safe
enum PendingRemovals {
  private static let capacity = 16
  private static let longestPath = Int(PATH_MAX)

  /// Who may touch a place.
  ///
  /// It is moved on by exchange only, so the handler never sees half a path and never unlinks one
  /// that was taken back.
  private enum State {
    static let free = 0
    static let changing = 1
    static let listed = 2
    static let handled = 3
  }

  private struct Place: ~Copyable {
    let state = Atomic(State.free)
  }

  /// The states, and behind each the bytes of its path.
  @safe
  private struct Table: @unchecked Sendable {
    // Sendable, because the addresses never change, the states are atomic, and the bytes of a path
    // belong to whoever moved its state to `changing`.
    let places: UnsafeMutablePointer<Place>
    let paths: UnsafeMutablePointer<CChar>

    init() {
      unsafe places = .allocate(capacity: capacity)
      for index in 0..<capacity { unsafe (places + index).initialize(to: Place()) }
      // Nothing is written there before a path is listed: it would cost the system a page for each.
      unsafe paths = .allocate(capacity: capacity * longestPath)
    }

    func path(_ index: Int) -> UnsafeMutablePointer<CChar> {
      unsafe paths + index * longestPath
    }
  }

  private static let table = Table()

  /// Allocates the list; to be called before a handler that uses it is installed.
  static func prepare() {
    // A step that finds nothing to do, so that the handler is not the first to run this code: the
    // language's runtime may allocate then.
    _ = move(0, from: State.handled, to: State.listed)
  }

  /// Lists a path and returns its place, or nothing when the list is full or the path too long.
  static func add(_ path: String) -> Int? {
    let bytes = path.utf8CString
    guard bytes.count <= longestPath else { return nil }
    for index in 0..<capacity where move(index, from: State.free, to: State.changing) {
      for (offset, byte) in bytes.enumerated() {
        unsafe (table.path(index) + offset).initialize(to: byte)
      }
      _ = move(index, from: State.changing, to: State.listed)
      return index
    }
    return nil
  }

  /// Takes a path off the list, unless the handler already has it.
  static func withdraw(_ place: Int) {
    _ = move(place, from: State.listed, to: State.free)
  }

  /// Removes every listed file; safe to call in a signal handler.
  static func removeAll() {
    for index in 0..<capacity where move(index, from: State.listed, to: State.handled) {
      _ = unsafe unlink(table.path(index))
    }
  }

  private static func move(_ index: Int, from: Int, to: Int) -> Bool {
    unsafe table.places[index].state.compareExchange(
      expected: from, desired: to, ordering: .acquiringAndReleasing
    ).exchanged
  }
}
