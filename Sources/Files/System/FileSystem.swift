#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// The kind of disk that a path lies on.
package enum FileSystem {
  /// The name of the network protocol by which a path is reached; nil for a disk of this machine, and
  /// where the system does not say.
  package static func networkName(of path: String) -> String? {
    #if canImport(Darwin)
      var facts = statfs()
      guard unsafe statfs(path, &facts) == 0 else { return nil }
      return facts.f_flags & UInt32(MNT_LOCAL) == 0 ? "not local" : nil
    #else
      var status = stat()
      guard unsafe stat(path, &status) == 0,
        let mounts = try? ByteSource.bytes(of: "/proc/self/mountinfo")
      else { return nil }
      let name = name(of: device(status.st_dev), in: String(decoding: mounts, as: UTF8.self))
      return name.flatMap { networks.contains($0) ? $0 : nil }
    #endif
  }

  /// The name of a device's file system in the list of what is mounted, as `proc(5)` describes it.
  package static func name(of device: String, in mounts: String) -> String? {
    for line in mounts.split(separator: "\n") {
      let words = line.split(separator: " ")
      guard words.count > 6, words[2] == device, let dash = words.firstIndex(of: "-"),
        dash + 1 < words.count
      else { continue }
      return String(words[dash + 1])
    }
    return nil
  }

  /// A device's number as the list writes it; its two parts lie in pieces, as in `sys/sysmacros.h`.
  private static func device(_ number: dev_t) -> String {
    let number = UInt64(number)
    let major = number >> 8 & 0xFFF | number >> 32 & ~0xFFF
    let minor = number & 0xFF | number >> 12 & ~0xFF
    return "\(major):\(minor)"
  }

  /// File systems whose files are on other machines.
  private static let networks: Set<String> = [
    "9p", "afs", "beegfs", "ceph", "cifs", "coda", "fuse.ceph", "fuse.glusterfs", "fuse.rclone",
    "fuse.s3fs", "fuse.sshfs", "gfs2", "glusterfs", "lustre", "ncpfs", "nfs", "nfs4", "ocfs2",
    "smb3", "smbfs",
  ]
}
