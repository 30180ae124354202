#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Which file a path names.
package enum FileIdentity {
  /// Whether writing to one path would take the place of what is at the other.
  ///
  /// Devices and pipes are no such places: any number of writers may share them.
  package static func areOneFile(_ first: String, _ second: String) -> Bool {
    let (found, otherFound) = (status(first), status(second))
    guard let one = found, let other = otherFound else {
      return found == nil && otherFound == nil && wouldBeOneFile(first, second)
    }
    let isRegular = one.st_mode & S_IFMT == S_IFREG
    return isRegular && one.st_dev == other.st_dev && one.st_ino == other.st_ino
  }

  /// Whether two paths to nothing would lead to the same file once it is there.
  private static func wouldBeOneFile(_ first: String, _ second: String) -> Bool {
    guard first != second else { return true }
    guard let one = try? TargetPath.following(first, calls: .real),
      let other = try? TargetPath.following(second, calls: .real), one.name == other.name,
      let folder = status(one.folder), let otherFolder = status(other.folder)
    else { return false }
    return folder.st_dev == otherFolder.st_dev && folder.st_ino == otherFolder.st_ino
  }

  /// What is at a path itself, links not followed; nil where nothing is, or nobody may look.
  package static func nature(of path: String) -> FileNature? {
    var status = stat()
    guard unsafe lstat(path, &status) == 0 else { return nil }
    return switch status.st_mode & S_IFMT {
    case S_IFREG: .file
    case S_IFDIR: .folder
    case S_IFIFO: .pipe
    case S_IFSOCK: .socket
    case S_IFLNK: exists(path) ? .link : .linkToNothing
    default: .device
    }
  }

  /// Whether a path still names the file that is open.
  static func isStillNamed(_ path: String, _ open: borrowing Descriptor) -> Bool {
    var status = stat()
    guard unsafe fstat(open.number, &status) == 0, let named = Self.status(path) else {
      return false
    }
    return named.st_dev == status.st_dev && named.st_ino == status.st_ino
  }

  /// Whether there is anything at a path.
  package static func exists(_ path: String) -> Bool { status(path) != nil }

  private static func status(_ path: String) -> stat? {
    var status = stat()
    return unsafe stat(path, &status) == 0 ? status : nil
  }
}
