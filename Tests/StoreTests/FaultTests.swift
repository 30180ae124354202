import Foundation
import TestSupport
import Testing

@testable import Store

/// What was acknowledged is there, whatever happens to the writer or to the disk.
struct FaultTests {
  private let place: Place

  init() throws {
    place = try Place()
  }

  /// Opens the store as the next command would and counts: whole batches, and all that were acknowledged.
  private func expectNothingLost(
    _ acknowledged: [String: Int], _ note: Comment
  ) throws {
    let store = try place.open(.creating)
    #expect(try store.database.texts("PRAGMA integrity_check", name: "test") == ["ok"], note)
    for (name, count) in acknowledged {
      let rows = try store.number("SELECT count(*) FROM ticks WHERE symbol = '\(name)'") ?? -1
      #expect(rows % 20 == 0, note)
      #expect(rows >= count * 20, note)
      #expect(rows <= (count + 1) * 20, note)
    }
  }

  @Test("failing at each call that changes a file", arguments: Writer.Fault.allCases)
  func eachCall(fault: Writer.Fault) throws {
    let calls = try #require(try Writer(["calls", "store", place.path, "W", "3"]).calls)
    for call in 1...calls {
      for ending in ["", "-wal", "-shm", ".lock"] {
        try? FileManager.default.removeItem(atPath: place.path + ending)
      }
      let writer = try Writer(["store", place.path, "W", "3"], failing: fault, at: call)
      #expect([0, 74, 137].contains(writer.status), "call \(call): \(writer.status)")
      #expect(writer.status == 0 || fault == .kill || !writer.errors.isEmpty)
      try expectNothingLost(["W": writer.acknowledged.count], "call \(call)")
    }
  }

  @Test func twoHundredKills() throws {
    var random = SplitMix64(seed: 20)
    var acknowledged: [String: Int] = [:]
    for round in 0..<200 {
      let name = "R\(round)"
      // The moment is a call of its own, anywhere in the first batches.
      let call = Int.random(in: 1...400, using: &random)
      let writer = try Writer(["store", place.path, name, "30"], failing: .kill, at: call)
      #expect(writer.status == 137 || writer.status == 0, "\(writer.errors)")
      acknowledged[name] = writer.acknowledged.count
    }
    try expectNothingLost(acknowledged, "all rounds")
    #expect(acknowledged.values.reduce(0, +) > 200)
  }

  @Test func twelveAtOnce() throws {
    let line = """
      for name in A B C D E F G H I J K L; do
        "$1" store "$2" $name 15 >"$2.$name" 2>&1 &
      done
      wait
      """
    let run = try Program.run("/bin/sh", ["-c", line, "sh", Writer.path, place.path])
    #expect(run.status == 0)
    var counts: [String: Int] = [:]
    for name in "ABCDEFGHIJKL".map(String.init) {
      let said = try String(contentsOfFile: "\(place.path).\(name)", encoding: .utf8)
      counts[name] = said.split(separator: "\n").compactMap { Int($0) }.count
      #expect(counts[name] == 15, "\(said)")
    }
    try expectNothingLost(counts, "twelve writers")
  }

  /// A disk that becomes full at each of many sizes, a real one in memory.
  @Test(.enabled(if: SmallDisk.isPossible, "needs the right to mount a disk in memory"))
  func fullDisks() throws {
    var stopped = 0
    for kilobytes in stride(from: 8, through: 900, by: 28) {
      let run = try SmallDisk.run(
        kilobytes: kilobytes, Writer.path, ["store", "angelx.db", "W", "60"], keepingIn: place.path)
      let acknowledged = run.outputText.split(separator: "\n").count
      #expect(run.status == 0 || run.status == 74, "\(kilobytes) kB: \(run.errorText)")
      if run.status == 74 {
        stopped += 1
        #expect(run.errorText.contains("space"), "\(kilobytes) kB: \(run.errorText)")
      }
      try expectNothingLost(["W": acknowledged], "\(kilobytes) kB")
      for ending in ["", "-wal", "-shm", ".lock"] {
        try? FileManager.default.removeItem(atPath: place.path + ending)
      }
    }
    #expect(stopped > 10)
  }
}

/// A disk of a given size, in a world of its own that ends with the program.
enum SmallDisk {
  /// Whether this user may have one.
  static let isPossible: Bool = {
    let line = "mount -t tmpfs -o size=64k none \"$1\""
    guard let scratch = try? Scratch(), let unshare = Program.path(of: "unshare") else {
      return false
    }
    let run = try? Program.run(
      unshare, ["-m", "/bin/sh", "-c", line, "sh", scratch.path],
      environment: ["PATH": "/usr/sbin:/usr/bin:/sbin:/bin"])
    return run?.status == 0
  }()

  /// Runs a program in the folder of a small disk, and copies what is on the disk in the end.
  static func run(
    kilobytes: Int, _ program: String, _ arguments: [String], keepingIn target: String
  ) throws -> Program.Result {
    let scratch = try Scratch()
    // The files are copied as they are after the program has ended.
    let line = """
      mount -t tmpfs -o size=\(kilobytes)k none "$1" || exit 99
      cd "$1"; target="$2"; shift 2
      "$@"; status=$?
      for file in angelx.db*; do [ -e "$file" ] && cp "$file" "$target${file#angelx.db}"; done
      exit $status
      """
    return try Program.run(
      Program.path(of: "unshare") ?? "unshare",
      ["-m", "/bin/sh", "-c", line, "sh", scratch.path, target, program] + arguments,
      environment: ["PATH": "/usr/sbin:/usr/bin:/sbin:/bin"])
  }
}
