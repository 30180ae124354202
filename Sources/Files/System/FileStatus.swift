#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// What the system says about a file: the few facts that reading and replacing depend on.
package struct FileStatus: Sendable, Equatable {
  /// The kinds of file that are told apart.
  package enum Kind: Sendable, Equatable {
    case regular, folder, link
    /// A pipe, a socket, a terminal or a device: something that data streams through.
    case stream
  }

  package var kind: Kind
  /// Length in bytes; meaningful for regular files only.
  package var size: Int
  /// The nine permission bits.
  package var permissions: UInt16
  /// The number of names the file has; 0 once the last of them was removed.
  package var linkCount: Int

  /// The number of the account that it belongs to.
  package var owner: UInt32

  package init(
    kind: Kind, size: Int = 0, permissions: UInt16 = 0o644, linkCount: Int = 1, owner: UInt32 = 0
  ) {
    self.kind = kind
    self.size = size
    self.permissions = permissions
    self.linkCount = linkCount
    self.owner = owner
  }
}

extension FileStatus {
  init(_ raw: stat) {
    kind =
      switch raw.st_mode & S_IFMT {
      case S_IFREG: .regular
      case S_IFDIR: .folder
      case S_IFLNK: .link
      default: .stream
      }
    size = Int(raw.st_size)
    // Only the nine bits: a set-user-id bit must not be carried over to a file of another owner.
    permissions = UInt16(raw.st_mode & 0o777)
    linkCount = Int(raw.st_nlink)
    owner = raw.st_uid
  }
}
