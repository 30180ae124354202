import Configuration
import Scalars
import Store
import TestSupport
import Testing

@testable import Operations

/// Alerts on their way from the desk to the handlers.
struct AlertDeskTests {
  /// A handler that keeps what it is given, or fails.
  private final class Keeping: AlertHandler {
    let name: String
    let leastSeverity: AlertRecord.Severity
    let budget: RateBudget?
    let mostAtOnce = 100
    var isBroken = false
    private(set) var told: [[String]] = []

    init(
      _ name: String, from severity: AlertRecord.Severity = .info, perHour: Int? = nil
    ) {
      self.name = name
      leastSeverity = severity
      budget = perHour.map { RateBudget(name, [.init($0, inMilliseconds: 3_600_000)]) }
    }

    func deliver(_ alerts: [AlertRecord], at time: Timestamp) throws(AlertFailure) {
      if isBroken { throw AlertFailure("it is broken", remedy: "mend it") }
      told.append(alerts.map(\.subject))
    }
  }

  private let scratch: Scratch
  private let store: Store

  init() throws {
    scratch = try Scratch()
    store = try Store(path: scratch("angelx.db"), access: .creating)
  }

  private func settings(_ text: String = "") -> Settings {
    var reading = SettingsReading(processors: 2)
    reading.add(file: Array(text.utf8), name: "f")
    return reading.settings()
  }

  private func time(_ minutes: Int64) -> Timestamp {
    Timestamp(milliseconds: 1_800_000_000_000 + minutes * 60_000)
  }

  @Test func onceForEachCrossing() {
    let handler = Keeping("h")
    let desk = AlertDesk(store, [handler], settings())
    for minute in 0..<3 as Range<Int64> {
      desk.raise(.drawdown, "A", "deep", value: 3, threshold: 2, at: time(minute))
    }
    #expect(handler.told == [["A"]])
    desk.end(.drawdown, "A", at: time(4))
    desk.raise(.drawdown, "A", "deep", at: time(5))
    #expect(handler.told.count == 2)
  }

  @Test func aHandlerThatFailsKeepsNothingFromGoingOn() {
    let (broken, sound) = (Keeping("broken"), Keeping("sound"))
    broken.isBroken = true
    let outcomes = AlertDesk(store, [broken, sound], settings())
      .raise(.systemError, "A", "no", at: time(0))
    #expect(outcomes.map(\.state) == [.failed, .sent])
    #expect(outcomes[0].failure == AlertFailure("it is broken", remedy: "mend it"))
    #expect(sound.told == [["A"]])
  }

  @Test func whatIsTooMuchOrFailedIsToldLater() throws {
    let handler = Keeping("h", perHour: 1)
    let desk = AlertDesk(store, [handler], settings())
    let states = ["A", "B", "C"].flatMap { desk.raise(.tradeEntry, $0, "in", at: time(0)) }
    #expect(states.map(\.state) == [.sent, .held, .held])
    handler.isBroken = true
    #expect(desk.raise(.tradeEntry, "D", "in", at: time(61)).map(\.state) == [.failed])
    handler.isBroken = false
    #expect(desk.deliver(at: time(122)).map(\.state) == [.sent])
    #expect(handler.told == [["A"], ["B", "C", "D"]])
    #expect(desk.deliver(at: time(200)) == [])
  }

  @Test func whatKeepsFailingIsGivenUp() {
    let handler = Keeping("h")
    handler.isBroken = true
    let desk = AlertDesk(store, [handler], settings())
    desk.raise(.lossLimit, "A", "stop", at: time(0))
    let minutes = (1..<2000 as Range<Int64>).filter { !desk.deliver(at: time($0)).isEmpty }
    #expect(minutes == (1...10).map { (1 << $0) - 1 })
    handler.isBroken = false
    #expect(desk.deliver(at: time(5000)) == [])
  }

  @Test func givingUpIsTold() throws {
    let handler = Keeping("h")
    handler.isBroken = true
    let desk = AlertDesk(store, [handler], settings())
    desk.raise(.lossLimit, "A", "stop", at: time(0))
    let problems = (1..<2000 as Range<Int64>).flatMap { desk.deliver(at: time($0)) }
      .compactMap(\.failure?.problem)
    #expect(problems.count == 10)
    #expect(problems.dropLast().allSatisfy { $0 == "it is broken" })
    #expect(problems.last == "it is broken; an alert is given up after many tries")
  }

  @Test func whatAProcessTookOnAndLeftIsTakenUp() throws {
    let handler = Keeping("h")
    let desk = AlertDesk(store, [handler], settings())
    let alert = AlertRecord(
      kind: "loss_limit", subject: "A", severity: .critical, message: "stop", raisedAt: time(0))
    _ = try store.raise(alert, stands: true, for: ["h"])
    #expect(try store.takeDeliveries(by: "h", atMost: 9, at: time(0)).map(\.subject) == ["A"])
    // While it is on its way nobody else tells of it.
    #expect(desk.deliver(at: time(9)) == [])
    #expect(desk.deliver(at: time(10)).map(\.state) == [.sent])
  }

  @Test func whatIsLessGraveIsNotTold() {
    let handler = Keeping("h", from: .alert)
    let desk = AlertDesk(store, [handler], settings())
    desk.raise(.drawdown, "A", "deep", at: time(0))
    desk.raise(.marginCall, "B", "pay", at: time(0))
    #expect(handler.told == [["B"]])
  }

  @Test(
    "switches",
    arguments: [
      ("ALERTS_ENABLED = False", AlertKind.drawdown, false),
      ("ALERTS_ENABLED = False", .test, true),
      ("ALERT_ON_TRADE_ENTRY = False", .tradeEntry, false),
      ("ALERT_ON_TRADE_ENTRY = False", .tradeExit, true),
      ("ALERT_ON_MARGIN_CALL = False", .marginUsage, false),
      ("", .brokerDisconnect, true),
    ])
  func switches(text: String, kind: AlertKind, isTold: Bool) {
    let handler = Keeping("h")
    AlertDesk(store, [handler], settings(text)).raise(kind, "A", "m", at: time(0))
    #expect(handler.told.isEmpty == !isTold)
  }

  @Test func everySwitchIsAKey() {
    for kind in AlertKind.allCases {
      if let key = kind.switchKey { #expect(Key.named(key) != nil, "\(kind)") }
    }
  }

  @Test func thresholdsRaiseAndEnd() {
    let handler = Keeping("h")
    let settings = settings()
    let desk = AlertDesk(store, [handler], settings)
    let thresholds = AlertThresholds(settings)
    func judge(_ figures: AlertThresholds.Figures, _ minute: Int64) -> Int {
      let before = handler.told.count
      _ = desk.judge(thresholds.standings(of: figures), of: "A", at: time(minute))
      return handler.told.count - before
    }
    #expect(judge(.init(drawdownPercent: 1.99), 0) == 0)
    #expect(judge(.init(drawdownPercent: 2.0), 1) == 1)
    #expect(judge(.init(drawdownPercent: 2.5), 2) == 0)
    #expect(judge(.init(drawdownPercent: 1.0), 3) == 0)
    #expect(judge(.init(drawdownPercent: 2.0), 4) == 1)
    // Warned of margin, and alerted; half of the daily loss, and all of it.
    #expect(judge(.init(marginUsagePercent: 80), 5) == 2)
    #expect(judge(.init(marginUsagePercent: 80, dailyLossPercent: 100), 6) == 2)
  }

  @Test func aStoreThatFailsIsToldAndTheAlertGoesOut() throws {
    try store.transaction {
      let other = try Store(
        path: scratch("angelx.db"), limits: StoreLimits(busyMilliseconds: 10))
      let handler = Keeping("h")
      let outcomes = AlertDesk(other, [handler], settings())
        .raise(.marginCall, "A", "pay", at: time(0))
      #expect(outcomes.map(\.handler) == ["store", "h"])
      #expect(handler.told == [["A"]])
    }
  }

  @Test func textIsForMachinesAndForPeople() {
    let alert = AlertRecord(
      kind: "drawdown", subject: "desk \"1\"", severity: .warning, message: "line\nbreak ₹",
      value: 2.5, threshold: 2, raisedAt: time(0))
    #expect(
      AlertText.json(alert)
        == #"{"kind":"alert","id":0,"ts":"2027-01-15T13:30:00+05:30","alert":"drawdown","#
        + #""subject":"desk \"1\"","severity":"WARNING","message":"line\nbreak ₹","#
        + #""value":2.5,"threshold":2}"#)
    #expect(AlertText.subject([alert]) == "angelx WARNING: drawdown (desk \"1\"): line\nbreak ₹")
    #expect(AlertText.body([alert, alert]).hasSuffix("\n"))
  }
}
