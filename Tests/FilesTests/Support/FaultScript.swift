import Files
import Foundation
import Synchronization

/// Counts system calls and makes one of them fail.
final class FaultScript: Sendable {
  private struct State {
    var log: [String] = []
    var faultHit: String?
  }

  private let position: Int?
  private let reason: Errno
  private let state = Mutex(State())

  /// - Parameters:
  ///   - position: Which call fails, from 0 in the order they are made; nothing for none.
  ///   - reason: What it fails with.
  init(failing position: Int? = nil, with reason: Errno = .inputOutput) {
    self.position = position
    self.reason = reason
  }

  /// The names of the calls that were made.
  var log: [String] {
    state.withLock { $0.log }
  }

  /// The name of the call that was made to fail.
  var faultHit: String? {
    state.withLock { $0.faultHit }
  }

  private func step(_ name: String) throws(Errno) {
    let fails = state.withLock { state in
      state.log.append(name)
      guard state.log.count - 1 == position else { return false }
      state.faultHit = name
      return true
    }
    if fails { throw reason }
  }

  /// The calls of the system, each of which may fail; a failing `close` still closes.
  var calls: SystemCalls {
    let real = SystemCalls.real
    var calls = real
    calls.open = { [self] path, flags, mode throws(Errno) in
      try step("open")
      return try real.open(path, flags, mode)
    }
    calls.close = { [self] number throws(Errno) in
      try real.close(number)
      try step("close")
    }
    unsafe calls.read = { [self] number, buffer throws(Errno) in
      try step("read")
      return unsafe try real.read(number, buffer)
    }
    unsafe calls.write = { [self] number, bytes throws(Errno) in
      try step("write")
      return unsafe try real.write(number, bytes)
    }
    unsafe calls.readAt = { [self] number, buffer, offset throws(Errno) in
      try step("readAt")
      return unsafe try real.readAt(number, buffer, offset)
    }
    calls.truncate = { [self] number, size throws(Errno) in
      try step("truncate")
      try real.truncate(number, size)
    }
    calls.synchronize = { [self] number throws(Errno) in
      try step("synchronize")
      try real.synchronize(number)
    }
    calls.duplicate = { [self] number throws(Errno) in
      try step("duplicate")
      return try real.duplicate(number)
    }
    calls.flags = { [self] number throws(Errno) in
      try step("flags")
      return try real.flags(number)
    }
    calls.lock = { [self] number throws(Errno) in
      try step("lock")
      try real.lock(number)
    }
    calls.setPermissions = { [self] number, permissions throws(Errno) in
      try step("setPermissions")
      try real.setPermissions(number, permissions)
    }
    calls.status = { [self] number throws(Errno) in
      try step("status")
      return try real.status(number)
    }
    calls.statusOfTarget = { [self] path throws(Errno) in
      try step("statusOfTarget")
      return try real.statusOfTarget(path)
    }
    calls.statusOfName = { [self] path throws(Errno) in
      try step("statusOfName")
      return try real.statusOfName(path)
    }
    calls.readLink = { [self] path throws(Errno) in
      try step("readLink")
      return try real.readLink(path)
    }
    calls.rename = { [self] from, to throws(Errno) in
      try step("rename")
      try real.rename(from, to)
    }
    calls.unlink = { [self] path throws(Errno) in
      try step("unlink")
      try real.unlink(path)
    }
    calls.names = { [self] folder, beginning throws(Errno) in
      try step("names")
      return try real.names(folder, beginning)
    }
    calls.wait = { [self] input, output, watched, milliseconds throws(Errno) in
      try step("wait")
      return try real.wait(input, output, watched, milliseconds)
    }
    return calls
  }
}
