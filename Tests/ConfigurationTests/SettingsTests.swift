import Scalars
import Testing

@testable import Configuration

/// Layers: what goes before what, what is the same key, and what has no meaning.
@Suite struct SettingsTests {
  private func settings(
    _ files: [String] = [], environmentFile: String? = nil, variables: [String: String] = [:]
  ) -> Settings {
    var reading = SettingsReading(processors: 4)
    for (index, text) in files.enumerated() {
      reading.add(file: Array(text.utf8), name: "f\(index + 1)")
    }
    if let environmentFile {
      reading.add(environmentFile: Array(environmentFile.utf8), name: ".env")
    }
    reading.add(variables: variables)
    return reading.settings()
  }

  private func said(_ settings: Settings) -> [String] {
    settings.findings.map { finding in
      let place = finding.place.map { "\($0): " } ?? ""
      let key = finding.key.map { "\($0): " } ?? ""
      let fix = finding.fix.map { "; \($0)" } ?? ""
      return "\(finding.severity.rawValue): \(place)\(key)\(finding.message)\(fix)"
    }
  }

  @Test func laterLayersGoFirst() {
    let found = settings(
      ["CAPITAL = 200000\nMAX_LOTS = 10\nKELLY_CAP = 0.1", "CAPITAL = 300000\nMAX_LOTS = 20"],
      environmentFile: "CAPITAL=400000", variables: ["ANGELX_CAPITAL": "500000", "PATH": "x"])
    #expect(found.findings == [])
    #expect(found.number("CAPITAL") == Number(500_000))
    #expect(found["CAPITAL"].source == .variable("ANGELX_CAPITAL"))
    #expect(found["MAX_LOTS"].source == .file(Place(file: "f2", line: 2, column: 1)))
    #expect(found["KELLY_CAP"].source == .file(Place(file: "f1", line: 3, column: 1)))
    #expect(found["KELLY_FRACTION"].source == .standard)
  }

  @Test func aDefaultFollowsWhatHoldsInTheEnd() {
    #expect(settings().number("DAILY_LOSS_LIMIT") == Number("2000"))
    #expect(settings(["CAPITAL = 500000"]).number("DAILY_LOSS_LIMIT") == Number("10000"))
  }

  @Test func arithmeticKnowsEarlierLayers() {
    let found = settings(["CAPITAL = 300000", "DAILY_LOSS_LIMIT = 0.01 * CAPITAL"])
    #expect(found.number("DAILY_LOSS_LIMIT") == Number("3000"))
    #expect(found.findings == [])
  }

  @Test func whatALaterLayerChangesIsSaid() {
    let found = settings([
      "CAPITAL = 100000\nDAILY_LOSS_LIMIT = 0.02 * CAPITAL", "CAPITAL = 500000",
    ])
    #expect(found.number("DAILY_LOSS_LIMIT") == Number("2000"))
    #expect(
      said(found) == [
        "warning: f1:2:20: DAILY_LOSS_LIMIT: was worked out with CAPITAL 100000, which is 500000 in the "
          + "end; set DAILY_LOSS_LIMIT below where CAPITAL is set"
      ])
  }

  /// What a file says, and what is said of it.
  struct Judged: Sendable, CustomTestStringConvertible {
    let text: String
    let said: [String]

    init(_ text: String, _ said: String...) {
      self.text = text
      self.said = said
    }

    var testDescription: String { text }
  }

  static let judged = [
    Judged(
      "MAX_LOT = 5", "error: f1:1:1: MAX_LOT: no key has this name; did you mean 'MAX_LOTS'?"),
    Judged(
      "STOP_LOSS = 5",
      "error: f1:1:1: STOP_LOSS: no key has this name; did you mean 'STOP_LOSS_TYPE'?"),
    Judged(
      "API_KEY = 'x'",
      "error: f1:1:1: API_KEY: no key has this name; did you mean 'BROKER_API_KEY'?"),
    Judged(
      "NOTHING_LIKE_IT = 5",
      "error: f1:1:1: NOTHING_LIKE_IT: no key has this name; angelx validate-config --keys lists them all"
    ),
    Judged(
      "MAX_LOTS = 5\nMAX_LOTS = 6",
      "error: f1:2:1: MAX_LOTS: is set again; the first is on line 1; keep one of them"),
    Judged(
      "MAX_LOTS = 5\nMAX_LOTS = 5.0",
      "error: f1:2:1: MAX_LOTS: is set again; the first is on line 1; take one of them out, they say the same"
    ),
    Judged(
      "INITIAL_CAPITAL = 500000", "note: f1:1:1: INITIAL_CAPITAL: is read as CAPITAL"),
    Judged(
      "CAPITAL = 500000\nINITIAL_CAPITAL = 5_00_000",
      "note: f1:2:1: INITIAL_CAPITAL: is read as CAPITAL",
      "note: f1:2:1: INITIAL_CAPITAL: says what CAPITAL says on line 1; one is enough"),
    Judged(
      "CAPITAL = 500000\nINITIAL_CAPITAL = 100000",
      "note: f1:2:1: INITIAL_CAPITAL: is read as CAPITAL",
      "error: f1:2:1: INITIAL_CAPITAL: is the same key as CAPITAL on line 1, and they differ: 100000 and "
        + "500000; keep one of them"),
    Judged(
      "REDIS_PORT = 6379",
      "note: f1:1:1: REDIS_PORT: is no longer used. The cache lives in the store; take the line out"
    ),
    Judged(
      "ENABLE_KILL_SWITCH = False",
      "warning: f1:1:1: ENABLE_KILL_SWITCH: cannot be switched off. The kill switch is always honoured; take the line out"
    ),
    Judged(
      "PAPER_TRADING_ENABLED = False",
      "warning: f1:1:1: PAPER_TRADING_ENABLED: asks for live orders, which angelx never sends; take the line out"
    ),
    Judged(
      "CPU_COUNT = 4",
      "error: f1:1:1: CPU_COUNT: cannot be set; use it on the right side of a line"),
    Judged(
      "ENVIRONMENT = 'production'",
      "note: f1:1:1: ENVIRONMENT: has no effect in a file; use --env, or set ANGELX_ENV in the environment"
    ),
    Judged(
      "BROKER_PIN = 12 34",
      "error: f1:1:17: the value of 'BROKER_PIN' cannot be read; put texts in quotes, each on one line"
    ),
    Judged(
      "BROKER_PIN = 4321",
      "error: f1:1:14: BROKER_PIN: expected a secret without blanks; write it in quotes"
    ),
    Judged(
      "CAPITAL = 100001\nDAILY_LOSS_LIMIT = 0.0333 * CAPITAL",
      "note: f1:2:20: DAILY_LOSS_LIMIT: 3330.0333 rupees are rounded to 3330.03"),
  ]

  @Test(arguments: judged)
  func judgesKeys(_ judged: Judged) {
    #expect(said(settings([judged.text])) == judged.said)
  }

  @Test func aBadValueLeavesTheOneBeforeIt() {
    let found = settings(["MAX_LOTS = 10", "MAX_LOTS = 500"])
    #expect(found["MAX_LOTS"].value.number == Number(10))
    #expect(found.number("MAX_LOTS") == nil, "nothing is concluded from it")
    #expect(
      said(found) == [
        "error: f2:1:12: MAX_LOTS: expected a whole number from 1 to 200, found 500"
      ])
  }

  @Test func variablesAreReadByTheirKeys() {
    let found = settings(variables: [
      "ANGELX_TRAILING_STOP_ENABLED": "no", "ANGELX_UNDERLYINGS": "NIFTY, BANKNIFTY",
      "ANGELX_POSITION_SIZE_METHOD": "FIXED", "ANGELX_DRAWDOWN_TIERS": "[5, 10, 15, 25]",
      "ANGELX_BROKER_PIN": "4321", "ANGELX_KELLY_CAP": "0.1 + 0.1",
      "ANGELX_LAST_ENTRY_TIME": "9:45",
    ])
    #expect(found.findings == [])
    #expect(!found.isOn("TRAILING_STOP_ENABLED"))
    #expect(found.list("UNDERLYINGS").map(\.text) == ["NIFTY", "BANKNIFTY"])
    #expect(found.text("POSITION_SIZE_METHOD") == "fixed")
    #expect(found.list("DRAWDOWN_TIERS").last?.number == Number(25))
    #expect(found.text("BROKER_PIN") == "4321")
    #expect(found["BROKER_PIN"].shown == "(hidden)")
    #expect(found.number("KELLY_CAP") == Number("0.2"))
    #expect(found.text("LAST_ENTRY_TIME") == "09:45")
  }

  @Test func aStrayVariableIsNoError() {
    let found = settings(variables: ["ANGELX_CAPITOL": "5", "ANGELX_MAX_LOTS": "many"])
    #expect(
      said(found) == [
        "warning: $ANGELX_CAPITOL: CAPITOL: no key has this name; did you mean 'CAPITAL'?",
        "error: $ANGELX_MAX_LOTS: MAX_LOTS: expected a whole number from 1 to 200, found the text 'many'",
      ])
  }

  @Test func readsEnvironmentFiles() {
    let text = """
      # from the container
      export ANGELX_CAPITAL=250000
      BROKER_API_KEY="ab # c"   # not this
      BROKER_CLIENT_CODE=A123456 # but this
      MAX_LOTS=
      UNDERLYINGS='NIFTY,SENSEX'
      not a line
      BROKER_PIN='open
      """
    let found = settings(environmentFile: text)
    #expect(found.number("CAPITAL") == Number(250_000))
    #expect(found.text("BROKER_CLIENT_CODE") == "A123456")
    #expect(found.list("UNDERLYINGS").count == 2)
    let lines = found.findings.filter { $0.severity == .error }.compactMap(\.place?.line)
    #expect(Set(lines) == [3, 7, 8])
  }

  @Test(arguments: [
    (#""a\"b""#, "a\"b"), (#""a\\""#, "a\\"), (#"'a\'b'"#, "a'b"), (#"'a"b'"#, "a\"b"),
    (#""a'b""#, "a'b"), (#""a\\b\tc""#, "a\\b\\tc"), (#"'a\nb'"#, "a\\nb"),
    ("\"a\" # not this", "a"),
    (#"a\"b"#, #"a\"b"#),
  ])
  func quotesAreWrittenInQuotes(text: String, expected: String) {
    let found = settings(environmentFile: "SMTP_PASSWORD=\(text)")
    #expect(found.text("SMTP_PASSWORD") == expected, "\(found.findings)")
  }

  @Test func nothingSecretIsEverSaid() {
    let canary = "c4n4ry"
    let lines = [
      "BROKER_PIN = \(canary)", "BROKER_PIN = '\(canary)' '\(canary)'",
      "BROKER_PIN = '\(canary) x'",
      "BROKER_PIN = '\(canary)'\nBROKER_PIN = '\(canary)2'", "BROKER_PINN = \(canary)",
      "BROKER_TOTP_SECRET = '\(canary)-1'", "BROKER_PIN = ['\(canary)']",
      "SMTP_PASSWORD = f'\(canary)'", "BROKER_PIN = '\(canary)", "X_TOKEN = '\(canary)",
      "broker_api_key = \(canary)", "\"BROKER_PIN\" = \"\(canary)\"",
      "A = 1\n- BROKER_PIN: \(canary)",
      "A = 1\n$env:BROKER_PIN='\(canary)'",
      "BROKER_PIN = '\(canary)'\nCAPITAL = BROKER_PIN + 1\nSMTP_USER = BROKER_PIN",
      "SMTP_PASSWORD = '\(canary)'\nALERT_HANDLERS = {'email': {'password': SMTP_PASSWORD}}",
      "ALERT_HANDLERS = {'email': {'password': '\(canary)', 'port': 1}}",
      "ALERT_HANDLERS = {'email': {'password': \(canary)}}",
      "ALERT_HANDLERS = {'email': {'password': '\(canary)'}}\nSTRATEGIES = ALERT_HANDLERS",
      "BROKERS = {'angelone': {'api_key': '\(canary)', 'priority': 0}}",
      "BROKERS = {'angelone': {'api_key': '\(canary) x'}}\nBROKERS = {'angelone': {'api_key': '\(canary)'}}",
    ]
    for line in lines {
      let found = settings(
        [line], environmentFile: line, variables: ["ANGELX_BROKER_PIN": "\(canary) y"])
      #expect(!found.findings.isEmpty, "\(line)")
      for finding in said(found) { #expect(!finding.contains(canary), "\(finding)") }
      for setting in found.all { #expect(!setting.shown.contains(canary), "\(setting.key.name)") }
    }
  }

  @Test func nestedSecretsAreHidden() {
    let found = settings([
      "ALERT_HANDLERS = {'email': {'password': 'c4n4ry', 'smtp_port': 25}}\n"
        + "BROKERS = {'angelone': {'api_key': 'c4n4ry'}}"
    ])
    #expect(found.findings == [])
    #expect(found["ALERT_HANDLERS"].shown.contains("'password': '(hidden)'"))
    #expect(found["ALERT_HANDLERS"].shown.contains("'smtp_port': 25"))
    #expect(found["BROKERS"].shown.contains("'api_key': '(hidden)'"))
  }

  @Test func partsOfAVariableStandWhereItStands() {
    let found = settings(
      environmentFile: "\nCOOLDOWN_TIERS=[(0, 'x')]",
      variables: ["ANGELX_DRAWDOWN_TIERS": "5,abc,15,20", "ANGELX_ALERT_HANDLERS": "{'sms': {}}"])
    #expect(
      found.findings.compactMap(\.place?.description).sorted()
        == ["$ANGELX_ALERT_HANDLERS", "$ANGELX_DRAWDOWN_TIERS", ".env:2:1"])
  }

  @Test func variablesMayReckonWithKeys() {
    let found = settings(
      ["CAPITAL = 200000"],
      variables: ["ANGELX_DAILY_LOSS_LIMIT": "0.02 * CAPITAL", "ANGELX_JOBS": "CPU_COUNT / 2"])
    #expect(found.findings == [])
    #expect(found.number("DAILY_LOSS_LIMIT") == Number(4000))
    #expect(found.number("JOBS") == Number(2))
  }

  @Test func aLaterLayerMayTurnTheDailyLimitIntoPercent() {
    let found = settings(["DAILY_LOSS_LIMIT = 2000", "DAILY_LOSS_LIMIT_PERCENT = 3"])
    #expect(!found["DAILY_LOSS_LIMIT"].isSet)
    #expect(found.number("DAILY_LOSS_LIMIT_PERCENT") == Number(3))
    let back = settings(["DAILY_LOSS_LIMIT_PERCENT = 3", "DAILY_LOSS_LIMIT = 2000"])
    #expect(back.number("DAILY_LOSS_LIMIT_PERCENT") == nil)
  }

  @Test func namesThatAreNoKeysInFiles() {
    let found = settings(["ANGELX_CAPITAL = 5"], environmentFile: "ANGELX_ENV=production\nOTHER=1")
    #expect(
      said(found) == [
        "error: f1:1:1: ANGELX_CAPITAL: no key has this name; write CAPITAL; variables alone have ANGELX_ "
          + "before it",
        "note: .env:1:1: ANGELX_ENV: has no effect in a file; use --env, or set it in the environment",
        "warning: .env:2:1: OTHER: no key has this name; angelx validate-config --keys lists them all",
      ])
  }

  @Test func nothingIsConcludedFromWhatCouldNotBeRead() {
    let found = settings(["CAPITAL = 500\nDAILY_LOSS_LIMIT = 20000"])
    let day = Day(year: 2026, month: 11, day: 20) ?? Day(daysSince1970: 0)
    let all = found.findings(in: Circumstances(environment: "development", today: day))
    #expect(all.filter { $0.severity == .error }.map(\.key) == ["CAPITAL"])
  }
}
