import TestSupport
import Testing

@testable import Files

/// The kinds of disk, and folders that are made.
struct FileSystemTests {
  private static let mounts = """
    22 28 0:21 / /sys rw,nosuid - sysfs sysfs rw
    31 28 253:0 / / rw,relatime shared:1 - ext4 /dev/vda rw
    99 31 0:52 / /home/desk rw,relatime shared:7 master:2 - nfs4 server:/export rw,vers=4.2
    100 31 0:53 / /mnt/odd\\040name rw - fuse.sshfs desk@host: rw
    broken line
    """

  @Test(
    "the list of what is mounted",
    arguments: [
      ("0:21", "sysfs"), ("253:0", "ext4"), ("0:52", "nfs4"), ("0:53", "fuse.sshfs"), ("9:9", nil),
    ])
  func mounted(device: String, name: String?) {
    #expect(FileSystem.name(of: device, in: Self.mounts) == name)
  }

  @Test func aFolderOfThisMachineIsOnNoNetwork() throws {
    #expect(try FileSystem.networkName(of: Scratch().path) == nil)
    #expect(FileSystem.networkName(of: "/no/such/folder") == nil)
  }

  @Test func foldersAreMadeForTheirOwner() throws {
    let scratch = try Scratch()
    let path = scratch("a/b/home")
    try Folder.make(path)
    #expect(try SystemCalls.real.statusOfTarget(path).permissions == 0o700)
    // One that is there stays as it is.
    try Folder.make(scratch("a"))
    #expect(try SystemCalls.real.statusOfTarget(scratch("a")).permissions != 0o700)
    try scratch.put("file", [1])
    #expect(throws: FileError.self) { try Folder.make(scratch("file")) }
    #expect(throws: FileError.self) { try Folder.make(scratch("file/below")) }
  }

  @Test func sharedLocksStandBesideEachOther() throws {
    let scratch = try Scratch()
    let lock = try scratch.put("lock", [])
    let first = try Descriptor(opening: lock, flags: 2, calls: .real)
    let second = try Descriptor(opening: lock, flags: 2, calls: .real)
    try first.lock()
    #expect(throws: Errno.wouldBlock) { try second.lockShared() }
    try first.lockShared()
    try second.lockShared()
    #expect(throws: Errno.wouldBlock) { try second.lock() }
  }

  @Test func aPrivateFileIsItsOwnersAlone() throws {
    let scratch = try Scratch()
    for _ in 0..<2 {
      let file = try AtomicFile(path: scratch("secret"), isPrivate: true)
      try file.commit()
      #expect(try SystemCalls.real.statusOfTarget(scratch("secret")).permissions == 0o600)
    }
  }
}
