import Operations
import Scalars
import TestSupport
import Testing

/// The figures of the machine, each edge from both sides.
@Suite struct HealthCheckTests {
  @Test(
    "thresholds of the keys",
    arguments: zip(HealthCheck.Subject.allCases, [80, 85, 90, 500] as [Int64]))
  func thresholds(subject: HealthCheck.Subject, threshold: Int64) {
    let limit = Number(threshold)
    #expect(
      HealthCheck.all(MachineFigures(), settings())
        .first { $0.subject == subject }?.threshold == limit)
    let edge = Double(threshold)
    for (figure, state) in [
      (0, .sound), (edge - 0.1, .sound), (edge, .sound), (edge + 0.04, .sound),
      (edge + 0.06, .warning), (edge + 0.1, .warning), (edge * 10, .warning),
      (nil, .unknown), (-0.1, .unknown), (.nan, .unknown), (.infinity, .unknown),
    ] as [(Double?, HealthCheck.State)] {
      let check = HealthCheck(subject, figure, threshold: limit)
      #expect(check.state == state, "\(check)")
      #expect((check.value == nil) == (state == .unknown))
    }
  }

  @Test func everyKeyIsHeardAndEveryFigureLookedAt() {
    var figures = MachineFigures()
    (figures.disk, figures.memory, figures.load, figures.peak) = (10.5, 20.5, 30.5, 40.5)
    let checks = HealthCheck.all(
      figures,
      settings(
        """
        DISK_SPACE_WARNING_PERCENT = 10.5
        MEMORY_USAGE_WARNING_PERCENT = 20.4
        CPU_USAGE_WARNING_PERCENT = 30.5
        MEMORY_ALERT_THRESHOLD_MB = 40

        """))
    #expect(checks.map(\.state) == [.sound, .warning, .sound, .warning])
    #expect(
      checks.map(\.description) == [
        "disk: 10.5 % of the disk of the home folder is used (warns above 10.5 %)",
        "memory: 20.5 % of the memory of the machine is in use, more than 20.4 % "
          + "(MEMORY_USAGE_WARNING_PERCENT)",
        "processors: 30.5 % load of the processors in the last minute (warns above 30.5 %)",
        "peak_memory: 40.5 MiB of memory at most in this run, more than 40 MiB "
          + "(MEMORY_ALERT_THRESHOLD_MB)",
      ])
    #expect(
      HealthCheck.all(MachineFigures(), settings("DISK_SPACE_WARNING_PERCENT = 'full'\n"))
        .map(\.description) == [
          "disk: not known here (warns above 80 %)", "memory: not known here (warns above 85 %)",
          "processors: not known here (warns above 90 %)",
          "peak_memory: not known here (warns above 500 MiB)",
        ])
  }

  @Test func thisMachine() throws {
    let scratch = try Scratch()
    let home = try #require(Home(named: scratch.path) { _ in nil })
    let figures = MachineFigures(home: home)
    #expect(figures.disk.map { (0...100).contains($0) } == true)
    #expect(figures.peak.map { $0 > 1 } == true)
    let missing = try #require(Home(named: scratch("missing")) { _ in nil })
    #expect(MachineFigures(home: missing).disk == nil)
  }
}
