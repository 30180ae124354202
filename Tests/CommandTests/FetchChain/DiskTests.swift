import Foundation
import TestSupport
import Testing

extension ChainTests {
  /// Readers that go, and disks that are full.
  @Suite struct DiskTests {
    private let desk: ChainDesk

    init() throws {
      desk = try ChainDesk.shared.get()
      try desk.begin()
    }

    @Test(arguments: ["jsonl", "table"])
    func aReaderThatGoesEndsItQuietly(form: String) throws {
      let result = try desk.run(
        "{ angelx fetch-chain NIFTY --format \(form) NOW; echo $? >&2; } | head -n 1")
      #expect(result.outputText.split(separator: "\n").count == 1)
      // Whoever is quick has written all of it before.
      #expect(result.errorText == "141\n" || result.errorText == "0\n", "\(result.errorText)")
    }

    @Test func aFullDiskIsAnError() throws {
      let result = try desk.run("angelx fetch-chain NIFTY --strikes 1 NOW > /dev/full")
      #expect(result.status == 74)
      #expect(result.errorLines.count == 1)
      #expect(result.errorText.contains("<stdout>: cannot write: no space is left"))
    }

    @Test(
      .enabled(if: geteuid() == 0, "only root can mount a small disk"),
      arguments: ["--home disk/home", "--record disk/day", "--output disk/rows"])
    func aFullDiskForFilesIsAnErrorToo(place: String) throws {
      let mounted = try desk.run("mkdir -p disk && mount -t tmpfs -o size=64k none disk")
      try #require(mounted.status == 0, "\(mounted.errorText)")
      defer { _ = try? desk.run("umount disk") }
      let result = try desk.run("angelx fetch-chain NIFTY \(place) NOW")
      #expect(result.status == 74, "\(result.errorText)")
      #expect(result.errorText.contains("no space is left"), "\(result.errorText)")
      #expect(result.errorLines.count == 1)
      #expect(!FileManager.default.fileExists(atPath: desk.home("disk/rows")))
    }
  }
}
