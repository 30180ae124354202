import Files
import Synchronization

/// The calls of the system, of which some fail or after which the program is as good as dead.
final class CallScript: Sendable {
  /// What happens at a position.
  enum Fault: Sendable {
    /// The call fails, and the next ones work again.
    case once(Errno)
    /// Nothing is done any more, as after SIGKILL; a write gets some of its bytes out before.
    case death(partial: Int)
    /// A write takes some of the bytes, and the next one fails.
    case shortWrite(Int, Errno)
    /// All writes and truncations fail from here on.
    case broken(Errno)
  }

  private struct State {
    var log: [String] = []
    var isDead = false
    var failsNext: Errno?
    var bytesRead = 0
    var hit: String?
  }

  private let position: Int?
  private let fault: Fault
  private let state = Mutex(State())

  init(at position: Int? = nil, _ fault: Fault = .once(.inputOutput)) {
    self.position = position
    self.fault = fault
  }

  /// The names of the calls that were made.
  var log: [String] { state.withLock { $0.log } }
  /// The call at which the fault happened.
  var hit: String? { state.withLock { $0.hit } }
  /// How many bytes were read by their place.
  var bytesRead: Int { state.withLock { $0.bytesRead } }

  /// Takes a step: throws where it fails, or says how many bytes a write gets out.
  private func step(_ name: String) throws(Errno) -> Int? {
    let outcome: Result<Int?, Errno> = state.withLock { state in
      if state.isDead { return .failure(.inputOutput) }
      state.log.append(name)
      if name == "write", let reason = state.failsNext {
        state.failsNext = nil
        return .failure(reason)
      }
      guard let position, state.log.count - 1 >= position else { return .success(nil) }
      let isHere = state.log.count - 1 == position
      if isHere { state.hit = name }
      switch fault {
      case .once(let reason): return isHere ? .failure(reason) : .success(nil)
      case .death(let partial):
        state.isDead = true
        return name == "write" && partial > 0 ? .success(partial) : .failure(.inputOutput)
      case .shortWrite(let count, let reason):
        guard isHere, name == "write" else { return .success(nil) }
        state.failsNext = reason
        return .success(count)
      case .broken(let reason):
        return ["write", "truncate"].contains(name) ? .failure(reason) : .success(nil)
      }
    }
    return try outcome.get()
  }

  /// The table.
  var calls: SystemCalls {
    let real = SystemCalls.real
    var calls = real
    calls.open = { [self] path, flags, mode throws(Errno) in
      _ = try step("open")
      return try real.open(path, flags, mode)
    }
    calls.close = { [self] number throws(Errno) in
      try real.close(number)
      _ = try step("close")
    }
    unsafe calls.readAt = { [self] number, buffer, offset throws(Errno) in
      _ = try step("readAt")
      let count = unsafe try real.readAt(number, buffer, offset)
      state.withLock { $0.bytesRead += count }
      return count
    }
    unsafe calls.write = { [self] number, bytes throws(Errno) in
      guard let count = try step("write") else { return unsafe try real.write(number, bytes) }
      let some = unsafe UnsafeRawBufferPointer(rebasing: bytes.prefix(count))
      return unsafe try real.write(number, some)
    }
    calls.truncate = { [self] number, size throws(Errno) in
      _ = try step("truncate")
      try real.truncate(number, size)
    }
    calls.synchronize = { [self] number throws(Errno) in
      _ = try step("synchronize")
      try real.synchronize(number)
    }
    calls.duplicate = { [self] number throws(Errno) in
      _ = try step("duplicate")
      return try real.duplicate(number)
    }
    calls.lock = { [self] number throws(Errno) in
      _ = try step("lock")
      try real.lock(number)
    }
    calls.setPermissions = { [self] number, permissions throws(Errno) in
      _ = try step("setPermissions")
      try real.setPermissions(number, permissions)
    }
    calls.status = { [self] number throws(Errno) in
      _ = try step("status")
      return try real.status(number)
    }
    calls.statusOfName = { [self] path throws(Errno) in
      _ = try step("statusOfName")
      return try real.statusOfName(path)
    }
    calls.rename = { [self] from, to throws(Errno) in
      _ = try step("rename")
      try real.rename(from, to)
    }
    calls.unlink = { [self] path throws(Errno) in
      _ = try step("unlink")
      try real.unlink(path)
    }
    calls.names = { [self] folder, beginning throws(Errno) in
      _ = try step("names")
      return try real.names(folder, beginning)
    }
    return calls
  }
}
