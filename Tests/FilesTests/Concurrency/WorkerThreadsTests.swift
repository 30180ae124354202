import Files
import Foundation
import Testing

@Suite(.timeLimit(.minutes(15))) struct WorkerThreadsTests {
  @Test(arguments: [1, 2, 8])
  func runsEveryJobOnce(count: Int) {
    let seen = Monitor([Int]())
    for job in 0..<count {
      #expect(WorkerThreads.start { seen.withLock { $0.append(job) } })
    }
    let jobs = seen.withLock(when: { $0.count == count }) { $0 }
    #expect(jobs.sorted() == Array(0..<count))
  }

  @Test func runsThemAtTheSameTimeAndBesideTheCaller() {
    let arrived = Monitor(0)
    for _ in 0..<3 {
      #expect(
        WorkerThreads.start {
          arrived.withLock { $0 += 1 }
          // Nobody leaves before all have come, the caller among them.
          arrived.withLock(when: { $0 >= 4 }) { $0 += 1 }
        })
    }
    arrived.withLock { $0 += 1 }
    #expect(arrived.withLock(when: { $0 == 7 }) { $0 } == 7)
  }

  #if os(Linux)
    @Test func saysWhenTheSystemGivesNoThreads() async {
      await #expect(processExitsWith: .exitCode(7)) {
        // The limit does not hold for root.
        if geteuid() == 0 { #expect(setuid(65_534) == 0) }
        var limit = rlimit(rlim_cur: 0, rlim_max: 0)
        unsafe setrlimit(__rlimit_resource_t(__RLIMIT_NPROC.rawValue), &limit)
        let isStarted = WorkerThreads.start {}
        // Without the work that other libraries do at an exit, which may need a thread.
        _exit(isStarted ? 8 : 7)
      }
    }
  #endif
}
