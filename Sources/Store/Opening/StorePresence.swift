internal import Files

#if canImport(Glibc)
  private import Glibc
#elseif canImport(Darwin)
  private import Darwin
#endif

/// The sign that a process has a store open: the shared lock of a file beside it.
///
/// Who finds nobody there and yet a log that was not brought into the store knows that the last one to use
/// it did not come to its end. The lock goes with its process, and the file is never removed.
struct StorePresence: ~Copyable {
  /// Whether the last process to use the store was stopped in the middle.
  let wasUnclean: Bool
  private let lock: Descriptor?

  private init(wasUnclean: Bool, lock: consuming Descriptor?) {
    self.wasUnclean = wasUnclean
    self.lock = lock
  }

  /// That of a store that no other process can open.
  static var ofNobodyElse: StorePresence { StorePresence(wasUnclean: false, lock: nil) }

  /// Signs in, beside everybody else.
  ///
  /// - Parameter leavingSign: whether the file for it is made where it is not there.
  static func signIn(
    to path: String, leavingSign: Bool = true, calls: SystemCalls = .real
  ) throws(StoreError) -> StorePresence {
    do throws(Errno) {
      let file = try Descriptor(
        opening: path + ".lock", flags: O_RDWR | O_NOFOLLOW | (leavingSign ? O_CREAT : 0),
        permissions: 0o600, calls: calls)
      let wasUnclean = try isAlone(file) && hasLog(path, calls)
      try? file.lockShared()
      return StorePresence(wasUnclean: wasUnclean, lock: file)
    } catch .missing where !leavingSign {
      return .ofNobodyElse
    } catch {
      // Who may only read cannot sign in, and cannot repair anything either.
      if error.isPermission || error.isReadOnly {
        return StorePresence(wasUnclean: false, lock: nil)
      }
      throw .cannotOpen(path: path, reason: error)
    }
  }

  private static func isAlone(_ file: borrowing Descriptor) throws(Errno) -> Bool {
    do throws(Errno) {
      try file.lock()
      return true
    } catch .wouldBlock {
      return false
    } catch {
      // A file system without locks; SQLite will say so.
      return false
    }
  }

  private static func hasLog(_ path: String, _ calls: SystemCalls) -> Bool {
    guard let status = try? calls.statusOfTarget(path + "-wal") else { return false }
    return status.size > 0
  }
}
