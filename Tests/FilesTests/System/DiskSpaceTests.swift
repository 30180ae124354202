import TestSupport
import Testing

@testable import Files

/// How full disks are.
struct DiskSpaceTests {
  @Test(
    "of what everybody may use",
    arguments: [
      (100, 100, 100, 0), (100, 0, 0, 100), (100, 20, 20, 80), (100, 50, 0, 100),
      (120, 40, 20, 80), (UInt64.max, UInt64.max, UInt64.max, 0), (UInt64.max, 0, 0, 100),
      // A disk without blocks, and figures that cannot be.
      (0, 0, 0, nil), (10, 10, 0, nil), (10, 11, 1, nil), (10, 5, 6, nil),
    ] as [(UInt64, UInt64, UInt64, Double?)])
  func used(all: UInt64, free: UInt64, available: UInt64, percent: Double?) {
    #expect(DiskSpace(all: all, free: free, available: available).percentUsed == percent)
  }

  @Test func theDiskOfAFolder() throws {
    let scratch = try Scratch()
    let space = try #require(DiskSpace(of: scratch.path))
    let percent = try #require(space.percentUsed)
    #expect((0...100).contains(percent))
    #expect(DiskSpace(of: "/no/such/folder") == nil)
    #expect(DiskSpace(of: "") == nil)
  }
}
