import Market
import Scalars
import TestSupport
import Testing

@testable import Configuration

/// What must hold between keys, and beside the market: each rule on both of its sides.
@Suite struct CrossCheckTests {
  /// What a file says, and what is said of it beside what is said of an empty one.
  struct Judged: Sendable, CustomTestStringConvertible {
    let text: String
    let said: [String]

    init(_ text: String, _ said: String...) {
      self.text = text
      self.said = said
    }

    var testDescription: String { text }
  }

  /// Room for reductions, so that nothing is said of lots.
  private static let base = "MAX_QUANTITY = 520\nBASE_QUANTITY = 260\n"

  private func said(
    _ text: String, environment: String = "development", on day: Day? = nil,
    files: [String: Circumstances.FileFacts] = [:], paths: [String: PathFacts] = [:]
  ) -> [String] {
    var reading = SettingsReading(processors: 4)
    reading.add(file: Array(text.utf8), name: "f")
    let today = day ?? Day(year: 2026, month: 11, day: 20) ?? Day(daysSince1970: 0)
    let circumstances = Circumstances(
      environment: environment, today: today, files: files, paths: paths)
    return reading.settings().findings(in: circumstances).map { finding in
      let key = finding.key.map { "\($0): " } ?? ""
      let fix = finding.fix.map { "; \($0)" } ?? ""
      return "\(finding.severity.rawValue): \(key)\(finding.message)\(fix)"
    }
  }

  static let judged = [
    // Capital and limits.
    Judged("CAPITAL = 10000\nMARGIN_METHOD = 'flat'"),
    Judged("CAPITAL = 9999.99", "error: CAPITAL: expected rupees, at least 10000, found 9999.99"),
    Judged("DAILY_LOSS_LIMIT = 10000"),
    Judged(
      "DAILY_LOSS_LIMIT = 10000.01",
      "error: DAILY_LOSS_LIMIT: must not exceed 10 % of CAPITAL, which is 10000.00; found 10000.01"),
    Judged("DAILY_LOSS_LIMIT = 1000"),
    Judged(
      "DAILY_LOSS_LIMIT = 999.99",
      "warning: DAILY_LOSS_LIMIT: one losing trade would end the day: RISK_PER_TRADE_PERCENT of CAPITAL is "
        + "1000.00; raise the limit or lower RISK_PER_TRADE_PERCENT"),
    Judged("DAILY_LOSS_LIMIT_PERCENT = 2"),
    Judged(
      "DAILY_LOSS_LIMIT_PERCENT = 2\nDAILY_LOSS_LIMIT = 2000",
      "error: DAILY_LOSS_LIMIT_PERCENT: is set, and so is DAILY_LOSS_LIMIT; give the limit in rupees or in "
        + "percent"),
    Judged("RISK_PER_TRADE_PERCENT = 5\nDAILY_LOSS_LIMIT = 5000"),
    Judged(
      "RISK_PER_TRADE_PERCENT = 5.01",
      "error: RISK_PER_TRADE_PERCENT: expected a percentage above 0 and at most 5, found 5.01"),
    Judged(
      "RISK_PER_TRADE_PERCENT = 0.02",
      "warning: RISK_PER_TRADE_PERCENT: 0.02 is 0.02 %, as the key is in percent; write 2.00 if 2.00 % is "
        + "meant"),
    Judged("MAX_DAILY_DRAWDOWN_PERCENT = 10"),
    Judged(
      "MAX_DAILY_DRAWDOWN_PERCENT = 10.5",
      "warning: MAX_WEEKLY_DRAWDOWN_PERCENT: stops at 10.0 % before the day's limit of 10.5 % can; raise it "
        + "to at least 10.5"),
    Judged("MAINTENANCE_MARGIN_PERCENT = 15"),
    Judged(
      "MAINTENANCE_MARGIN_PERCENT = 15.1",
      "error: MAINTENANCE_MARGIN_PERCENT: must not exceed INITIAL_MARGIN_PERCENT, which is 15.0; found 15.1"
    ),
    Judged(
      "MAX_TRADES_BY_REGIME = {'LOW': 11}",
      "warning: MAX_TRADES_BY_REGIME: 'LOW' allows 11, and MAX_TRADES_PER_DAY allows 10; the smaller of the "
        + "two holds"),
    Judged(
      "INITIAL_MARGIN_PERCENT = 0.15",
      "warning: INITIAL_MARGIN_PERCENT: 0.15 is 0.15 %, as the key is in percent; write 15.00 if 15.00 % is "
        + "meant"),
    Judged("INITIAL_MARGIN_PERCENT = 5"),
    Judged(
      "RATE = 0.0535",
      "warning: RATE: 0.0535 is 0.0535 %, as the key is in percent; write 5.3500 if 5.3500 % is meant"
    ),
    Judged("BACKTEST_SLIPPAGE_PERCENT = 0.02"),
    Judged(
      "CAPITAL = 40000",
      "warning: CAPITAL: is too little for a short of one lot of NIFTY: even with the index at 5000 it takes "
        + "48750.00"),
    // Sizing.
    Judged("MAX_LOTS = 200"),
    Judged("MAX_LOTS = 201", "error: MAX_LOTS: expected a whole number from 1 to 200, found 201"),
    Judged("MIN_QUANTITY = 260"),
    Judged(
      "MIN_QUANTITY = 261",
      "error: MIN_QUANTITY: must not exceed BASE_QUANTITY, which is 260; found 261"),
    Judged(
      "KELLY_WIN_RATE = 0.4",
      "warning: KELLY_WIN_RATE: with an average win of 400 and loss of 300 there is no edge (f* = -0.050), so "
        + "size gives no lots; check the three numbers, or choose another POSITION_SIZE_METHOD"),
    Judged("KELLY_WIN_RATE = 0.43"),
    Judged(
      "POSITION_SIZE_METHOD = 'fixed'\nFIXED_QUANTITY = 585",
      "warning: FIXED_QUANTITY: is cut to 520 by MAX_QUANTITY; found 585"),
    Judged(
      "POSITION_SIZE_METHOD = 'fixed'\nFIXED_QUANTITY = 260\nKELLY_CAP = 0.1",
      "note: KELLY_CAP: has no effect while POSITION_SIZE_METHOD is 'fixed'"),
    Judged(
      "STREAK_RULE = 'scale'\nSTREAK_MULTIPLIERS = [1, 0.5]",
      "note: STREAK_MULTIPLIERS: has no effect while STREAK_RULE is 'scale'"),
    // Tables.
    Judged(
      "DRAWDOWN_TIERS = [5, 5, 15, 20]", "error: DRAWDOWN_TIERS: must ascend: 5 stands behind 5"),
    Judged(
      "DRAWDOWN_TIERS = [5, 10, 15]",
      "error: DRAWDOWN_TIERS: 3 DRAWDOWN_TIERS need as many multipliers, found 4; give one factor for "
        + "each tier, from its lower edge on"),
    Judged(
      "DRAWDOWN_MULTIPLIERS = [1.0, 0.8, 0.5, 0.25]",
      "error: DRAWDOWN_MULTIPLIERS: the last tier is the stop and must have 0; found 0.25"),
    Judged(
      "STREAK_MULTIPLIERS = [1, 0.5, 0.6]",
      "error: STREAK_MULTIPLIERS: must not rise: 0.6 stands behind 0.5"),
    Judged(
      "IV_MULTIPLIERS = {'HIGH': 1.2}",
      "error: IV_MULTIPLIERS: must not rise with volatility: 1.2 stands behind 1.0"),
    Judged(
      "COOLDOWN_TIERS = [(0, 10), (1, 5)]",
      "error: COOLDOWN_TIERS: must not fall: 5 stands behind 10"),
    Judged(
      "COOLDOWN_TIERS = [(1, 5)]", "error: COOLDOWN_TIERS: must begin at a loss of 0; begins at 1"),
    Judged(
      "MARKET_HALT_RULES = [(20, '09:15', 'close', 'day'), (10, '13:00', '09:15', 45)]",
      "error: MARKET_HALT_RULES: must ascend: 10 % stands behind 20 %",
      "error: MARKET_HALT_RULES: 13:00 to 09:15 ends before it begins"),
    // Times. On 20 November 2026 options trade from 09:15 to 15:40.
    Judged("FILTER_WINDOWS = [('ALL', '09:15', 'close', 1)]\nCONFIDENCE_FACTORS = {'ALL': 0.9}"),
    Judged(
      "FILTER_WINDOWS = [('ALL', '09:15', '15:30', 1)]",
      "warning: FILTER_WINDOWS: 15:30 to the close at 15:40 belongs to no window; end the last window at "
        + "'close'"),
    Judged(
      "FILTER_WINDOWS = [('A', '09:15', '10:00', 1), ('B', '10:15', 'close', 1)]",
      "error: FILTER_WINDOWS: 10:00 to 10:15 belongs to no window; begin 'B' at 10:00"),
    Judged(
      "FILTER_WINDOWS = [('A', '09:15', '10:15', 1), ('B', '10:00', 'close', 1)]",
      "error: FILTER_WINDOWS: 10:00 to 10:15 belongs to two windows; begin 'B' at 10:15"),
    Judged(
      "FILTER_WINDOWS = [('A', '09:15', '15:41', 1)]",
      "error: FILTER_WINDOWS: 'A' ends at 15:41, after the close at 15:40"),
    Judged(
      "TIME_MULTIPLIERS = [('09:15', '10:00', 1), ('11:00', '15:00', 1)]",
      "warning: TIME_MULTIPLIERS: nothing is opened from 10:00 to 11:00, which no span covers"),
    Judged(
      "FILTER_WINDOWS = [('A', '09:15', '10:15', 1), ('A', '10:15', 'close', 1)]",
      "error: FILTER_WINDOWS: 'A' is the name of two windows"),
    Judged(
      "TIME_MULTIPLIERS = []",
      "warning: TIME_MULTIPLIERS: is empty: outside all spans the factor is 0, so nothing is ever opened"
    ),
    Judged(
      "TIME_MULTIPLIERS = [('09:00', '15:00', 1)]",
      "error: TIME_MULTIPLIERS: 09:00 to 15:00 is outside the session, 09:15 to 15:40"),
    Judged("SQUARE_OFF_TIME = '15:40'"),
    Judged(
      "SQUARE_OFF_TIME = '15:41'",
      "error: SQUARE_OFF_TIME: 15:41 is outside the session, 09:15 to 15:40"),
    Judged(
      "LAST_ENTRY_TIME = '15:16'",
      "error: LAST_ENTRY_TIME: must not be after SQUARE_OFF_TIME, which is 15:15; found 15:16"),
    // Stops.
    Judged("REWARD_RISK_RATIO = 1"),
    Judged(
      "REWARD_RISK_RATIO = 0.9",
      "warning: REWARD_RISK_RATIO: is 0.9: the target is nearer than the stop; a ratio of 1 or more wins as "
        + "much as it risks"),
    Judged("TIME_STOP_MINUTES = 360"),
    Judged(
      "TIME_STOP_MINUTES = 361",
      "warning: TIME_STOP_MINUTES: 361 minutes after the open is past SQUARE_OFF_TIME, 15:15: the time stop "
        + "can never act"),
    Judged(
      "TRAILING_STOP_PERCENT = 3",
      "warning: TRAILING_STOP_ACTIVATION_PERCENT: is 2.0 and TRAILING_STOP_PERCENT 3: the first trailing stop "
        + "may lie below the entry; raise it to 3 or more"),
    Judged(
      "STOP_LOSS_TYPE = 'none'\nSTOP_LOSS_PERCENT = 5",
      "warning: STOP_LOSS_TYPE: lets a bought option lose its whole premium; a sold one is refused; choose "
        + "'percent', 'fixed' or 'atr'",
      "note: STOP_LOSS_PERCENT: has no effect while STOP_LOSS_TYPE is 'none'"),
    // Optimistic settings.
    Judged(
      "LIMIT_ORDER_ACCEPTANCE_RATE = 1.0",
      "warning: LIMIT_ORDER_ACCEPTANCE_RATE: is 1: every limit order at the market fills, which flatters the "
        + "result"),
    Judged(
      "SIMULATE_GAPS = False",
      "warning: SIMULATE_GAPS: is False: stops fill at their trigger also where the market jumps past it, "
        + "which flatters the result"),
    Judged(
      "PAPER_SLM = 'native'",
      "warning: PAPER_SLM: exchanges are believed to take no SL-M orders for index options; write 'as_limit', "
        + "as brokers do it"),
    // Signals.
    Judged(
      "BASE_TRAP_THRESHOLD = 0.45\nTRAP_LIMITS = (0.4, 0.95)",
      "warning: TRAP_MIN_CONFIDENCE: is the confidence that a signal is no trap; with 0.45 most that pass may "
        + "be traps; write 0.65, or more, for the least confidence",
      "note: BASE_TRAP_THRESHOLD: is read as TRAP_MIN_CONFIDENCE"),
    Judged(
      "BIAS_LIMITS = (0.9, 0.4)", "error: BIAS_LIMITS: must ascend: 0.4 stands behind 0.9"),
    Judged(
      "CONFIDENCE_FACTORS = {'OPENNING': 0.8}",
      "error: CONFIDENCE_FACTORS: 'OPENNING' is no regime and no window; did you mean 'OPENING'?"),
    Judged(
      "STRATEGIES = {'breakout': 'strike = 24500'}",
      "error: STRATEGIES: 'breakout': at 1:8 of the condition: '=' has no meaning here; use '=='"),
    // The market.
    Judged(
      "UNDERLYINGS = ['BANKNIFTY']\nMAX_QUANTITY2 = 1",
      "error: MAX_QUANTITY2: no key has this name; did you mean 'MAX_QUANTITY'?",
      "note: MAX_QUANTITY: is 520, no multiple of the lot of BANKNIFTY, 30; 510 is traded"),
    Judged(
      "CACHE_PRELOAD_SYMBOLS = ['NIFTY_25JAN26_19000CE', 'RELIANCE', 'NIFTY24NOV2624500CE']",
      "error: CACHE_PRELOAD_SYMBOLS: 'RELIANCE': the symbol begins with no underlying that is known",
      "warning: CACHE_PRELOAD_SYMBOLS: 'NIFTY_25JAN26_19000CE': no contracts on NIFTY expire on 2026-01-25; the "
        + "nearest are 2026-01-20 and 2026-01-27",
      "warning: CACHE_PRELOAD_SYMBOLS: 'NIFTY24NOV2624500CE': no contracts on NIFTY expire on 2026-11-24; the "
        + "nearest are 2026-11-23 and 2026-12-01"),
    // Brokers, alerts, destinations.
    Judged(
      "BROKER_CLIENT_CODE = 'A1'\nBROKER_PIN = '4321'",
      "warning: BROKER_CLIENT_CODE: is set, and logging in needs BROKER_API_KEY, BROKER_TOTP_SECRET too"
    ),
    Judged(
      "SMARTAPI_BASE_URL = 'https://apiconnect.angelbroking.com'",
      "warning: SMARTAPI_BASE_URL: is an address that is no longer in use; write "
        + "'https://apiconnect.angelone.in', or take the line out"),
    Judged(
      "SMARTAPI_BASE_URL = 'http://example.org'",
      "error: SMARTAPI_BASE_URL: http:// is not encrypted; write https://; the other is for 127.0.0.1, [::1] "
        + "and localhost"),
    Judged("SMARTAPI_BASE_URL = 'http://127.0.0.1:8080/x'"),
    Judged("BROKER_NAME = 'kite'\nBROKERS = {'kite': {}}\nBROKER_FAILOVER_ENABLED = False"),
    Judged("BROKER_NAME = 'kite'"),
    Judged(
      "BROKER_NAME = 'kite'\nBROKERS = {'angelone': {}}\nBROKER_FAILOVER_ENABLED = False",
      "warning: BROKER_NAME: is 'kite', which is not among the BROKERS that are asked: it has no effect; "
        + "add it to BROKERS, or take BROKER_NAME out"),
    Judged(
      "PAPER_BROKERS = {'a': {'outages': [('09:15', '09:20'), ('09:20', '09:21')]}, 'b': {'outages': "
        + "[('2026-11-20T10:00:00+05:30', '2026-11-20T10:01:00+05:30')]}}"),
    Judged(
      "PAPER_BROKERS = {'a': {'outages': [('09:20', '09:20')]}}",
      "error: PAPER_BROKERS: the outage 09:20 to 09:20 of 'a' ends before it begins, or begins before the "
        + "one above ends"),
    Judged(
      "PAPER_BROKERS = {'a': {'outages': [('09:15', '09:21'), ('09:20', '09:30')]}}",
      "error: PAPER_BROKERS: the outage 09:20 to 09:30 of 'a' ends before it begins, or begins before the "
        + "one above ends"),
    Judged(
      "PAPER_BROKERS = {'a': {'outages': [('09:15', '2026-11-20T10:01:00+05:30')]}}",
      "error: PAPER_BROKERS: the outage 09:15 to 2026-11-20T10:01:00+05:30 of 'a' is from a time of every "
        + "day to one moment, or the other way"),
    Judged(
      "UNDERLYINGS = ['NIFTY', 'NIFTY']",
      "warning: UNDERLYINGS: names 'NIFTY' twice; take one out"),
    Judged(
      "KITE_BASE_URL = 'https://me:pw@api.kite.trade'",
      "error: KITE_BASE_URL: an address holds no user and no password; there are keys for them"),
    Judged(
      "BROKERS = {'angelone': {'priority': 1}, 'kite': {'priority': 1}}",
      "note: BROKERS: 'angelone' and 'kite' have the same priority; calls are spread over both"),
    Judged(
      "ALERT_HANDLERS = {'webhook': {'enabled': True}, 'email': {'enabled': True, 'to': ['a@b.org']}}",
      "error: ALERT_HANDLERS: 'webhook' is on and has no 'url'",
      "error: ALERT_HANDLERS: 'email' is on and has no 'from', 'smtp_server'"),
    Judged(
      "ALERT_HANDLERS = {'log': {'enabled': False}}",
      "warning: ALERT_HANDLERS: no handler is on: alerts go nowhere; switch one on"),
    Judged(
      "ALERT_HANDLERS = {'email': {'security': 'none', 'smtp_server': 'mail.b.org'}}",
      "error: ALERT_HANDLERS: 'security' is 'none', which is for a mail server on this machine alone; write "
        + "'starttls' or 'tls'",
      "warning: ALERT_HANDLERS: port 587 usually goes with 'starttls', and 'security' is 'none'"),
    Judged(
      "BROKERS = {'angelone': {'rate_limits': {'per_second': 100, 'per_minute': 3}}}\n"
        + "BROKER_FAILOVER_ENABLED = False",
      "error: BROKERS: the 'rate_limits' of 'angelone' allow 100 in a short time and only 3 in a longer one"
    ),
    Judged(
      "BROKERS = {'kite': {'api_key': 'a'}}\nKITE_API_KEY = 'b'\nBROKER_FAILOVER_ENABLED = False",
      "error: BROKERS: the 'api_key' of 'kite' is another than KITE_API_KEY",
      "warning: KITE_API_KEY: is set, and logging in needs KITE_API_SECRET too"),
    Judged(
      "ALERT_DRAWDOWN_THRESHOLD_PERCENT = 5",
      "warning: ALERT_DRAWDOWN_THRESHOLD_PERCENT: is 5: the alert comes no sooner than the stop at 5.0"
    ),
    Judged(
      "METRICS_TEXTFILE = '/var/lib/node/angelx.txt'",
      "error: METRICS_TEXTFILE: a node exporter reads only names that end in .prom"),
    Judged(
      "EXPORT_SCHEDULE = '15:39'",
      "warning: EXPORT_SCHEDULE: is 15:39, before the close at 15:40"),
    Judged(
      "RETAIN_TRADE_DATA_DAYS = 30",
      "warning: RETAIN_TRADE_DATA_DAYS: is 30, and the drawdown of a month needs its trades; keep 31 days or "
        + "more"),
    Judged(
      "CACHE_INVALIDATION_RULES = {'ORDER_FILLED': ['margin']}",
      "warning: CACHE_INVALIDATION_RULES: a fill leaves old answers in the cache: 'ORDER_FILLED' lacks "
        + "positions, cash_balance"),
    Judged(
      "QUIET = True\nVERBOSE = True",
      "error: QUIET: is True, and so is VERBOSE; keep one of them"),
  ]

  @Test(arguments: judged)
  func judges(_ judged: Judged) {
    let said = said(Self.base + judged.text)
    #expect(said.count == judged.said.count, "\(said)")
    for (line, expected) in zip(said, judged.said) { #expect(line == expected) }
  }

  @Test func whatFollowsAnotherKeyNeverContradictsIt() {
    let keys = [
      "MAX_QUANTITY = 65", "INITIAL_MARGIN_PERCENT = 5", "API_TIMEOUT_SECONDS = 3",
      "ALERT_MARGIN_USAGE_THRESHOLD_PERCENT = 70",
    ]
    for key in keys { #expect(!said(key).contains { $0.hasPrefix("error") }, "\(said(key))") }
    #expect(
      said(Self.base + "MIN_QUANTITY = 100\nDRAWDOWN_TIERS = (5, 10)").filter {
        $0.hasPrefix("error")
      }
        == [
          "error: DRAWDOWN_TIERS: 2 DRAWDOWN_TIERS need as many multipliers, found 4; give one factor for each "
            + "tier, from its lower edge on"
        ])
  }

  @Test func whatNobodyChoseIsNoMistake() {
    #expect(said("").allSatisfy { $0.hasPrefix("note") }, "\(said(""))")
    #expect(said("MAX_QUANTITY = 150").contains { $0.hasPrefix("warning: MAX_QUANTITY") })
    #expect(said("UNDERLYINGS = ['NIFTY']").contains { $0.hasPrefix("warning: MAX_QUANTITY") })
  }

  @Test func aSmallMostAndASmallBaseAreSaid() {
    #expect(
      said("MAX_QUANTITY = 64\nBASE_QUANTITY = 50")
        == [
          "warning: MAX_QUANTITY: is 64, less than a lot of NIFTY, 65: nothing can ever trade; raise it to 260 "
            + "or more"
        ])
    #expect(said("MAX_QUANTITY = 260\nBASE_QUANTITY = 260") == [])
    #expect(
      said("MAX_QUANTITY = 1950\nBASE_QUANTITY = 260")
        == ["note: MAX_QUANTITY: is 1950; orders on NIFTY above 1800 are cut into slices"])
  }

  @Test(arguments: [
    (2026, 11, 21, "note: NSE does not trade on 2026-11-21: Saturday"),
    (2026, 11, 23, "note: the monthly contracts of NIFTY expire on 2026-11-23"),
    (2026, 11, 24, "note: NSE does not trade on 2026-11-24: Prakash Gurpurb"),
    (2026, 12, 1, "note: the weekly contracts of NIFTY expire on 2026-12-01"),
    (2026, 12, 28, "warning: whether NSE has a holiday is not known for 2027-01-11"),
  ])
  func theDayIsLookedAt(year: Int, month: Int, day: Int, expected: String) throws {
    let date = try #require(Day(year: year, month: month, day: day) as Day?)
    let said = said(Self.base, on: date)
    #expect(said.count == 1)
    #expect(said.first?.hasPrefix(expected) == true, "\(said)")
  }

  @Test func productionIsStricter() {
    let text = Self.base + "DEBUG = True\nALERTS_ENABLED = False\nS3_ACCESS_KEY_ID = 'changeme'\n"
    let severities = said(text, environment: "production").map { $0.prefix { $0 != ":" } }
    #expect(severities == ["error", "warning", "warning", "note"])
    #expect(said(text).map { $0.prefix { $0 != ":" } } == ["warning", "note"])
  }

  @Test func pathsAreWhatTheyAreNeededFor() {
    let paths = [
      "/nothing": PathFacts(.nothing, isReadable: false, isWritable: false),
      "/new.prom": PathFacts(.nothing, isReadable: false, isWritable: true),
      "/folder": PathFacts(.folder, isReadable: true, isWritable: true),
      "/file": PathFacts(.file, isReadable: true, isWritable: true),
      "/closed": PathFacts(.file, isReadable: false, isWritable: false),
    ]
    let cases = [
      ("CA_FILE", "/file", ""), ("CA_FILE", "/nothing", "'/nothing' does not exist"),
      ("CA_FILE", "/folder", "'/folder' is a folder, and a file is needed"),
      ("CA_FILE", "/closed", "'/closed' may not be read; chmod u+r '/closed'"),
      ("TABLES", "/folder", ""), ("TABLES", "/file", "'/file' is a file, and a folder is needed"),
      ("METRICS_TEXTFILE", "/new.prom", ""), ("LOG_FILE", "/file", ""),
      ("LOG_FILE", "/nothing", "'/nothing' cannot be written; make its folder, or name another"),
      ("LOG_FILE", "/closed", "'/closed' cannot be written; chmod u+w '/closed'"),
      ("ARCHIVE_DESTINATION", "/folder", ""),
      ("ARCHIVE_DESTINATION", "/file", "'/file' is a file, and a folder is needed"),
    ]
    for (key, path, expected) in cases {
      let said = said(Self.base + "\(key) = '\(path)'", paths: paths)
      #expect(said == (expected.isEmpty ? [] : ["error: \(key): \(expected)"]))
    }
  }

  @Test func secretsInFilesThatOthersCanReadAreRefused() {
    let open = Circumstances.FileFacts(isReadableByOthers: true, isWritableByOthers: false)
    let text =
      Self.base + "SMTP_PASSWORD = 'a b'\n"
      + "ALERT_HANDLERS = {'email': {'username': 'me', 'password': 'x'}}\n"
    #expect(
      said(text, files: ["f": open])
        == [
          "error: SMTP_PASSWORD: is a secret in a file that others can read; chmod 600 'f'",
          "error: ALERT_HANDLERS: is a secret in a file that others can read; chmod 600 'f'",
        ])
    #expect(said(text) == [])
    #expect(said(Self.base, files: ["f": open]) == [])
  }
}
