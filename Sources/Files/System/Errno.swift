#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// The number by which the operating system names the reason of a failed call.
package struct Errno: Error, Equatable, Sendable {
  /// The number as `errno.h` defines it on this platform.
  package let code: Int32

  package init(_ code: Int32) {
    self.code = code
  }

  /// A signal came in before the call had done anything.
  package static let interrupted = Errno(EINTR)
  /// The descriptor does not block, and there is nothing to do on it now.
  package static let wouldBlock = Errno(EAGAIN)
  package static let isFolder = Errno(EISDIR)
  package static let notPermitted = Errno(EPERM)
  package static let missing = Errno(ENOENT)
  package static let exists = Errno(EEXIST)
  package static let brokenPipe = Errno(EPIPE)
  package static let closedDescriptor = Errno(EBADF)
  package static let inputOutput = Errno(EIO)
  package static let outOfMemory = Errno(ENOMEM)
  package static let full = Errno(ENOSPC)
  package static let linkLoop = Errno(ELOOP)

  /// Whether the system refused access.
  package var isPermission: Bool {
    code == EACCES || code == EPERM
  }

  /// Whether a path leads to no file: nothing there, a folder, or a chain of links without end.
  package var isBadPath: Bool {
    [ENOENT, ENOTDIR, EISDIR, ELOOP, ENAMETOOLONG, EBADF].contains(code)
  }

  /// Whether the disk, or the share of it that the user may fill, is full.
  package var isFull: Bool {
    [ENOSPC, EDQUOT, EFBIG].contains(code)
  }

  /// Whether the file system takes no changes at all.
  package var isReadOnly: Bool { code == EROFS }

  /// Whether the file system has no such operation at all, as opposed to the operation having
  /// failed.
  package var isUnsupported: Bool {
    [EINVAL, ENOTSUP, EOPNOTSUPP, ENOSYS].contains(code)
  }
}

extension Errno: CustomStringConvertible {
  /// The reason in plain words, without a full stop.
  package var description: String {
    switch code {
    case EACCES, EPERM: "permission denied"
    case EBADF: "it is closed"
    case EDQUOT: "the disk quota is used up"
    case EFBIG: "the file would be larger than the system allows"
    case EIO: "the device reported an input/output error"
    case EISDIR: "it is a folder"
    case ELOOP: "its symbolic links lead in a circle"
    case EMFILE, ENFILE: "too many files are open"
    case ENAMETOOLONG: "the name is too long"
    case ENODEV, ENXIO: "there is nothing at its other end"
    case ENOENT: "no such file or folder"
    case ENOMEM: "memory is used up"
    case ENOSPC: "no space is left on the disk"
    case ENOTDIR: "a part of the path is not a folder"
    case EPIPE: "its reader has gone"
    case EROFS: "the file system is read-only"
    case ETXTBSY: "it is a program that is running"
    default: "system error \(code), \(systemText)"
    }
  }

  /// The text of the C library, for numbers that are too rare to have words of our own.
  private var systemText: String {
    guard let text = unsafe strerror(code) else { return "unknown" }
    return unsafe String(cString: text)
  }
}
