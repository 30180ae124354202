import Foundation
import TestSupport
import Testing

/// What `validate-config --crontab` and `--timers` print, taken at its word.
struct ScheduleTests {
  private let scratch: Scratch

  init() throws {
    scratch = try Scratch()
  }

  /// The lines as cron reads them: the fields of the time, and the command.
  private func lines(_ options: String) throws -> [(times: [String], command: String)] {
    let run = try Program.shell("angelx validate-config --crontab \(options)", in: scratch.url)
    #expect(run.status == 0 && run.errors.isEmpty)
    return run.outputText.split(separator: "\n").filter { $0.contains("* * * *") }.map { line in
      let fields = line.split(separator: " ", maxSplits: 5).map(String.init)
      return (Array(fields[..<5]), fields[5].replacingOccurrences(of: "\\%", with: "%"))
    }
  }

  /// A folder in which `angelx` says that it was started, and `date` knows only the moment that it is given.
  private func surroundings(at moment: String) throws -> [String: String] {
    try scratch.put("bin/angelx", Array("#!/bin/sh\necho \"ran $*\"\n".utf8), permissions: 0o755)
    let date = "#!/bin/sh\nexec /bin/date -d '\(moment)' \"$@\"\n"
    try scratch.put("bin/date", Array(date.utf8), permissions: 0o755)
    return ["PATH": "\(scratch("bin")):/usr/bin:/bin", "TZ": "America/New_York"]
  }

  @Test(
    "the line of 09:00 runs at 09:00 in India and at no other time",
    .enabled(if: Program.isInstalled("flock")),
    arguments: [
      ("2026-11-30T03:30:00Z", true), ("2026-11-30T03:45:00Z", false),
      ("2026-11-30T09:00:00Z", false), ("2026-11-29T03:30:00Z", false),
      ("2026-11-28T03:30:00Z", false), ("2026-12-04T03:30:59Z", true),
      // The Sunday of the budget, on which markets trade.
      ("2026-02-01T03:30:00Z", true), ("2026-02-08T03:30:00Z", false),
    ])
  func runsAtItsTime(moment: String, runs: Bool) throws {
    let home = scratch("a home")
    let line = try #require(
      try lines("--home '\(home)' --now 2026-01-15T08:00:00+05:30").first)
    #expect(line.times == ["0,15,30,45", "*", "*", "*", "*"])
    let run = try Program.run(
      "/bin/sh", ["-c", line.command], environment: surroundings(at: moment))
    #expect(run.status == 0)
    #expect(
      run.outputText == (runs ? "ran validate-config --freeze --home \(home)\n" : ""),
      "\(run.errorText)")
  }

  @Test(.enabled(if: Program.isInstalled("flock")))
  func aJobDoesNotOverlapItself() throws {
    let line = try #require(try lines("--home '\(scratch("home"))'").first)
    let environment = try surroundings(at: "2026-11-30T03:30:00Z")
    try scratch.put("home/validate.lock", [])
    let run = try Program.run(
      "/bin/sh",
      [
        "-c", "exec 9>'\(scratch("home/validate.lock"))'; flock 9; /bin/sh -c \"$1\" 9>&-", "sh",
        line.command,
      ], environment: environment)
    #expect(run.status == 75)
    #expect(run.output.isEmpty)
  }

  @Test(.enabled(if: Program.isInstalled("systemd-analyze")))
  func systemdAcceptsTheUnits() throws {
    let run = try Program.shell(
      "angelx validate-config --timers --home '/var/lib/a 100% $home' --now 2026-01-15T08:00:00+05:30",
      in: scratch.url)
    var name = ""
    var units: [String: String] = [:]
    for line in run.outputText.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("# angelx-") {
        name = String(line.dropFirst(2))
      } else if !name.isEmpty {
        units[name, default: ""] += line + "\n"
      }
    }
    #expect(units.count >= 4)
    for (name, text) in units { try scratch.put(name, Array(text.utf8)) }
    let check = try Program.run(
      try #require(Program.path(of: "systemd-analyze")),
      ["verify", "--man=no"] + units.keys.map { scratch($0) },
      environment: ["PATH": "/usr/bin:/bin"])
    #expect(check.status == 0, "\(check.errorText)")
    let times = units.values.joined().split(separator: "\n").filter { $0.hasPrefix("OnCalendar=") }
    #expect(times.contains("OnCalendar=Mon..Fri 09:00:00 Asia/Kolkata"))
    #expect(times.contains("OnCalendar=2026-02-01 09:00:00 Asia/Kolkata"))
    for time in times {
      let calendar = try Program.run(
        try #require(Program.path(of: "systemd-analyze")),
        ["calendar", String(time.dropFirst("OnCalendar=".count))],
        environment: ["PATH": "/usr/bin:/bin"])
      #expect(calendar.status == 0, "\(time): \(calendar.errorText)")
    }
  }
}
