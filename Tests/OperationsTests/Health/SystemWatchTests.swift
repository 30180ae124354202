import Operations
import Scalars
import Store
import Testing

/// The states, each edge from both sides.
@Suite struct SystemWatchTests {
  @Test func whatEachStateAllows() {
    #expect(
      SystemState.allCases.map(\.rawValue)
        == ["CRITICAL", "PAUSED", "RECOVERING", "DEGRADED", "HEALTHY"])
    #expect(SystemState.allCases.filter(\.allowsEntries) == [.degraded, .healthy])
    #expect(SystemState.allCases.filter(\.allowsExits) == SystemState.allCases)
    #expect(SystemState.allCases.filter(\.cancelsEntries) == [.critical])
  }

  @Test func nothingIsWrongAtFirst() {
    let watch = SystemWatch(StateRules())
    #expect(watch.state(0) == .healthy)
    #expect(watch.staleSymbols(at: moment(0)) == [])
  }

  @Test(
    "failures in a row",
    arguments: [
      (0, SystemState.healthy), (1, .degraded), (2, .degraded), (3, .paused), (4, .paused),
    ])
  func failures(count: Int, state: SystemState) {
    var watch = SystemWatch()
    for number in 0..<count { watch.fail(Int64(number)) }
    #expect(watch.state(10) == state)
  }

  @Test(
    "the pause from its last failure",
    arguments: [
      (1000, SystemState.paused), (30_999, .paused), (31_000, .recovering), (31_001, .recovering),
      (99_000_000, .recovering),
    ] as [(Int64, SystemState)])
  func pause(time: Int64, state: SystemState) {
    var watch = SystemWatch()
    watch.fail(0, 500, 1000)
    #expect(watch.state(time) == state)
  }

  @Test func aFailureInThePauseLengthensItAndIsNoRecovery() {
    var watch = SystemWatch()
    watch.fail(0, 0, 0, 29_999)
    #expect(watch.calls.failedRecoveries == 0)
    #expect(watch.state(59_998) == .paused)
    #expect(watch.state(59_999) == .recovering)
  }

  @Test func theThirdRecoveryThatFailsStopsEverything() {
    var watch = SystemWatch()
    watch.fail(0, 0, 0)
    for attempt in 1...3 as ClosedRange<Int64> {
      #expect(watch.state(attempt * 30_000) == .recovering)
      watch.fail(attempt * 30_000)
      #expect(watch.calls.failedRecoveries == Int(attempt))
      #expect(watch.state(attempt * 30_000) == (attempt < 3 ? .paused : .critical))
    }
    // It is latched: neither time nor a success ends it.
    watch.note(.callSucceeded, 500_000)
    #expect(watch.state(900_000) == .critical)
    watch.note(.released, 900_000)
    #expect(watch.state(900_000) == .degraded)
  }

  @Test func aReleaseIsNoSuccess() {
    var watch = SystemWatch()
    watch.fail(0, 0, 0, 30_000, 60_000, 90_000)
    watch.note(.released, 100_000)
    #expect(watch.state(119_999) == .paused)
    #expect(watch.state(120_000) == .recovering)
    // The recoveries are counted from the beginning.
    watch.fail(120_000, 150_000)
    #expect(watch.state(150_000) == .paused)
    watch.fail(180_000)
    #expect(watch.state(180_000) == .critical)
  }

  @Test func aSuccessForgetsFailuresInARowAndRecoveries() {
    var watch = SystemWatch()
    watch.fail(0, 0, 0, 30_000, 60_000)
    watch.note(.callSucceeded, 90_000)
    #expect(watch.calls.failuresInRow == 0)
    #expect(watch.calls.failedRecoveries == 0)
    #expect(watch.state(90_000) == .degraded)
    watch.fail(90_001, 90_002)
    #expect(watch.state(90_002) == .degraded)
    watch.fail(90_003)
    #expect(watch.state(90_003) == .paused)
  }

  @Test(
    "the latest five calls", arguments: [(0, SystemState.degraded), (4, .degraded), (5, .healthy)])
  func window(successes: Int, state: SystemState) {
    for failures in 1...4 as ClosedRange<Int64> {
      var watch = SystemWatch()
      for number in 0..<failures { watch.fail(number) }
      for number in 0..<Int64(successes) { watch.note(.callSucceeded, 10 + number) }
      let expected = successes == 0 && failures > 2 ? .paused : state
      #expect(watch.state(20) == expected, "\(failures) failures")
    }
  }

  @Test func manyFailuresThatDoNotFollowEachOtherAreDegraded() {
    var watch = SystemWatch()
    watch.fail(0, 1)
    watch.note(.callSucceeded, 2)
    watch.fail(3, 4)
    #expect(watch.calls.recentFailures == 4)
    #expect(watch.state(5) == .degraded)
  }

  @Test(
    "the age of prices",
    arguments: [(0, false), (9999, false), (10_000, false), (10_001, true), (99_999, true)]
      as [(Int64, Bool)])
  func staleness(age: Int64, isStale: Bool) {
    var watch = SystemWatch("OLD", "NEW")
    watch.note(.age(of: "NEW", TimeSpan(milliseconds: 0)), age)
    #expect(watch.staleSymbols(at: moment(age)) == (isStale ? ["OLD"] : []))
    #expect(watch.state(age) == (isStale ? .degraded : .healthy))
    #expect(watch.allowsEntry(in: ["NEW"], at: moment(age)))
    #expect(watch.allowsEntry(in: ["NEW", "OLD"], at: moment(age)) == !isStale)
    watch.note(.unsubscribed("NEW"), age)
    #expect(watch.state(age) == (isStale ? .paused : .healthy))
    #expect(watch.allowsEntry(in: ["OLD"], at: moment(age)) == !isStale)
    #expect(!watch.allowsEntry(in: ["NEW"], at: moment(age)))
  }

  @Test func agesAreReadAsTheyAreTold() {
    var watch = SystemWatch()
    // An age of what nobody subscribed to says nothing.
    watch.note(.age(of: "A", TimeSpan(milliseconds: 99_999)), 0)
    #expect(watch.state(0) == .healthy)
    watch.note(.subscribed("A"), 0)
    #expect(watch.state(0) == .paused, "no price has come yet")
    watch.note(.age(of: "A", TimeSpan(milliseconds: 4000)), 0)
    #expect(watch.state(6000) == .healthy)
    #expect(watch.state(6001) == .paused)
    // One that was overtaken on its way makes it no older; subscribing twice changes nothing.
    watch.note(.age(of: "A", TimeSpan(milliseconds: 9000)), 1000)
    watch.note(.subscribed("A"), 1000)
    #expect(watch.state(6000) == .healthy)
    // A clock ahead of ours makes nothing fresher than now.
    watch.note(.age(of: "A", TimeSpan(milliseconds: -500_000)), 7000)
    #expect(watch.state(17_000) == .healthy)
    #expect(watch.state(17_001) == .paused)
  }

  @Test(
    "the age of the session",
    arguments: [(14_399_999, false), (14_400_000, false), (14_400_001, true)] as [(Int64, Bool)])
  func session(age: Int64, isOld: Bool) {
    var watch = SystemWatch()
    watch.note(.sessionAge(TimeSpan(milliseconds: age)), 0)
    #expect(watch.state(0) == (isOld ? .degraded : .healthy))
    #expect(watch.state(2) == (age >= 14_399_999 ? .degraded : .healthy))
    watch.note(.sessionAge(TimeSpan(milliseconds: 0)), 5)
    #expect(watch.state(5) == .healthy)
    watch.note(.sessionAge(TimeSpan(milliseconds: age)), 6)
    watch.note(.sessionEnded, 7)
    #expect(watch.state(7) == .healthy)
  }

  @Test func theKillSwitchStopsUntilItIsReleased() {
    var watch = SystemWatch("A")
    watch.note(.killSwitch(isOn: true), 0)
    #expect(watch.ground(at: moment(0)) == .killSwitch)
    #expect(!watch.allowsEntry(in: ["A"], at: moment(0)))
    // A release while it is on changes nothing, nor does its file going away.
    watch.note(.released, 1)
    watch.note(.killSwitch(isOn: false), 2)
    #expect(watch.ground(at: moment(2)) == .unreleasedKillSwitch)
    #expect(watch.state(2) == .critical)
    watch.note(.released, 3)
    #expect(watch.state(3) == .healthy)
    #expect(watch.allowsEntry(in: ["A"], at: moment(3)))
  }

  @Test func theGraverStateGoesFirst() {
    var watch = SystemWatch("A", "B")
    watch.note(.sessionAge(TimeSpan(milliseconds: 99_000_000)), 0)
    #expect(watch.ground(at: moment(0)) == .oldSession(TimeSpan(milliseconds: 99_000_000)))
    watch.fail(0)
    #expect(watch.ground(at: moment(0)) == .recentFailures(1))
    watch.note(.age(of: "B", TimeSpan(milliseconds: 0)), 20_000)
    #expect(watch.ground(at: moment(20_000)) == .stale(["A"]))
    watch.fail(20_000, 20_000)
    #expect(
      watch.ground(at: moment(20_000)) == .failures(3, pausedUntil: moment(50_000)))
    watch.note(.age(of: "B", TimeSpan(milliseconds: 0)), 50_000)
    #expect(watch.ground(at: moment(50_000)) == .noSuccessYet(failedRecoveries: 0))
    // Nothing fresh is a pause, also where that of the broker is over; what fails then counts.
    #expect(watch.ground(at: moment(70_000)) == .nothingFresh(["A", "B"]))
    watch.fail(70_000, 100_000, 130_000)
    #expect(watch.ground(at: moment(130_000)) == .failedRecoveries(3))
    watch.note(.killSwitch(isOn: true), 130_000)
    #expect(watch.ground(at: moment(130_000)) == .killSwitch)
    watch.note(.killSwitch(isOn: false), 130_000)
    #expect(watch.ground(at: moment(130_000)) == .failedRecoveries(3))
  }

  @Test func timeNeverGoesBack() {
    var watch = SystemWatch()
    watch.fail(1000, 1000, 0)
    #expect(watch.state(0) == .paused)
    #expect(watch.state(30_999) == .paused)
    #expect(watch.state(31_000) == .recovering)
    watch.note(.subscribed("A"), at: Timestamp(milliseconds: .max / 2))
    watch.note(.age(of: "A", TimeSpan(milliseconds: .max)), at: Timestamp(milliseconds: 0))
    watch.note(.age(of: "A", TimeSpan(milliseconds: .min)), at: Timestamp(milliseconds: 0))
    #expect(watch.state(at: Timestamp(milliseconds: .min)) == .recovering)
  }
}
