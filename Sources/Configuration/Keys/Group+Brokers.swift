extension KeyGroup {
  static let brokers = KeyGroup(
    "Brokers",
    [
      Key(
        "BROKER_NAME",
        .choice(.init("angelone", alsoRead: "angel_one"), .init("kite", alsoRead: "zerodha")),
        default: "'angelone'",
        "The broker that is asked where BROKERS names none."),
      Key(
        "BROKER_API_KEY", .optional(.text(.secret)),
        "The API key of the SmartAPI app. Blanks around it are a known cause of the broker's "
          + "'invalid token'."),
      Key(
        "BROKER_CLIENT_CODE", .optional(.text(.code)),
        "The client code of the account at Angel One. It is not a secret."),
      Key(
        "BROKER_PIN", .optional(.text(.secret)),
        "The MPIN of the account at Angel One, with which angelx logs in. It is not the password "
          + "of the website."),
      Key(
        "BROKER_TOTP_SECRET", .optional(.text(.base32)),
        "The secret of the authenticator app in Base32, from which the six digits for the login at "
          + "Angel One are made; blanks in it and '=' at its end do not matter."),
      Key(
        "SECRETS_FILE", .optional(.text(.path)),
        "A file of lines KEY = value that holds the secrets, so that no other file does. It is "
          + "refused when others can read it."),
      Key("KITE_API_KEY", .optional(.text(.secret)), "The API key of the Kite Connect app."),
      Key(
        "KITE_API_SECRET", .optional(.text(.secret)),
        "The secret of the Kite Connect app, with which the session of the day is made from a "
          + "request token."),
      Key(
        "SMARTAPI_BASE_URL", .text(.url(["https"])), default: "'https://apiconnect.angelone.in'",
        "The address of SmartAPI. The older apiconnect.angelbroking.com is warned about."),
      Key(
        "SMARTAPI_FEED_URL", .text(.url(["wss"])),
        default: "'wss://smartapisocket.angelone.in/smart-stream'",
        "The address of SmartAPI's stream of ticks. There is none at feedapi.angelbroking.com, "
          + "which is warned about."),
      Key(
        "SMARTAPI_INSTRUMENTS_URL", .text(.url(["https"])),
        default:
          "'https://margincalculator.angelone.in/OpenAPI_File/files/OpenAPIScripMaster.json'",
        "The address of Angel One's list of instruments."),
      Key(
        "KITE_BASE_URL", .text(.url(["https"])), default: "'https://api.kite.trade'",
        "The address of Kite Connect."),
      Key(
        "KITE_FEED_URL", .text(.url(["wss"])), default: "'wss://ws.kite.trade'",
        "The address of Kite's stream of ticks."),
      Key(
        "KITE_LOGIN_URL", .text(.url(["https"])),
        default: "'https://kite.zerodha.com/connect/login'",
        "The address that a person opens each morning to log in at Kite."),
      Key(
        "SMARTAPI_CLIENT_LOCAL_IP", .text(.host), default: "'127.0.0.1'",
        "The address of this machine that SmartAPI is told in X-ClientLocalIP; it must be there "
          + "but is not checked for reading."),
      Key(
        "SMARTAPI_CLIENT_PUBLIC_IP", .text(.host), default: "'127.0.0.1'",
        "The public address that SmartAPI is told in X-ClientPublicIP; it must be there but is not "
          + "checked for reading."),
      Key(
        "SMARTAPI_CLIENT_MAC", .text(.hardwareAddress), default: "'00:00:00:00:00:00'",
        "The hardware address that SmartAPI is told in X-MACAddress; it must be there but is not "
          + "checked for reading."),
      Key(
        "BROKERS", .brokers, default: "{'angelone': {'priority': 1}}",
        "The brokers that are asked, each with its priority, addresses, batch sizes and rate "
          + "limits; the lowest priority is asked first. What a broker leaves out has its usual "
          + "value. Where nobody sets it, BROKER_NAME alone is asked."),
      Key(
        "BROKER_FAILOVER_ENABLED", .boolean, default: "True",
        "Whether the next broker is asked when one is down or out of budget. With False the first "
          + "one's failure is the command's."),
      Key(
        "BROKER_LOAD_BALANCE", .boolean, default: "True",
        "Whether calls are spread over healthy brokers of equal priority by what is left of their "
          + "budgets. With False the first one is used as long as it can answer."),
      Key(
        "BROKER_SWITCH_BAND_PERCENT", .number(.percent("%", .above(0, upTo: 100))), default: "1",
        "How far spot and a few liquid strikes of two brokers may lie apart when angelx goes from "
          + "one to the other; beyond it the answer is refused."),
      Key(
        "RATE_BUDGET_FRACTION", .number(.fraction("of the broker's limit", .above(0, upTo: 1))),
        default: "0.7",
        "The part of each rate limit that angelx allows itself; the rest is for whatever else uses "
          + "the account."),
      Key(
        "API_TIMEOUT_SECONDS", .number(.number("s", .above(0, upTo: 600))), default: "30",
        "How long one call to a broker may take in all.",
        otherNames: ["API_RESPONSE_TIMEOUT"]),
      Key(
        "API_CONNECT_TIMEOUT_SECONDS", .number(.number("s", .above(0))),
        default: "min(5, API_TIMEOUT_SECONDS)",
        "How long it may take to reach a broker; it is part of API_TIMEOUT_SECONDS."),
      Key(
        "API_RETRY_ATTEMPTS", .number(.integer("tries", .within(1...10))), default: "3",
        "How often a call that only reads is tried in all; 1 never repeats it."),
      Key(
        "API_RETRY_DELAY_SECONDS", .number(.number("s", .within(0...60))), default: "2",
        "The wait before the second try; it doubles with every further one and varies by a fifth "
          + "either way. A broker's Retry-After of up to 60 s overrides it."),
      Key(
        "COMMAND_DEADLINE_SECONDS", .number(.number("s", .above(0))), default: "60",
        "How long a command may spend on the network in all before it gives up with status 69 or "
          + "75; --stream adds its own time."),
      Key(
        "CA_FILE", .optional(.text(.path)),
        "Certificates in PEM form that are trusted instead of those of the system, for a proxy or a "
          + "test. Checking cannot be switched off."),
      Key(
        "PROXY_URL", .optional(.text(.url(["http", "https"]))),
        "The proxy for all calls, without a user and a password; none is taken from the "
          + "environment."),
      Key(
        "MAX_BROKER_FAILURES", .number(.integer("failed calls in a row", .atLeast(1))),
        default: "3",
        "How many calls in a row must fail before a broker, or trading with it, is paused.",
        isFrozen: true),
      Key(
        "RECOVERY_WAIT_SECONDS", .number(.number("s", .atLeast(0))), default: "30",
        "How long the pause after MAX_BROKER_FAILURES lasts from the last failure; at exactly this "
          + "age it is over.",
        isFrozen: true),
      Key(
        "MAX_RECOVERY_ATTEMPTS", .number(.integer("attempts", .atLeast(1))), default: "3",
        "How many recoveries in a row may fail before the state is CRITICAL, which only an "
          + "explicit release ends.",
        isFrozen: true),
      Key(
        "SESSION_REFRESH_INTERVAL", .number(.number("min", .within(1...1440))), default: "240",
        "The age at which a broker's session is refreshed; beyond it the state is DEGRADED. A "
          + "session also ends when the broker says so.",
        isFrozen: true),
    ],
    retired: [
      RetiredKey(
        "BROKER_ACCESS_TOKEN",
        "angelx logs in with BROKER_PIN and BROKER_TOTP_SECRET and keeps the session in its home "
          + "folder."),
      RetiredKey(
        "BROKER_FEED_TOKEN",
        "angelx gets the token of the stream when it logs in and keeps it with the session."),
      RetiredKey("MAX_BROKERS", "angelx asks the brokers that BROKERS or --broker names."),
      RetiredKey(
        "RATE_LIMIT_ENABLED",
        "The brokers' rate budgets are always kept, shared by all processes; BROKERS sets them.",
        risk: .protects),
      RetiredKey(
        "FAILOVER_ENABLED",
        "System states, freshness checks and the refresh of sessions are always on; "
          + "BROKER_FAILOVER_ENABLED says whether another broker is asked.", risk: .protects),
      RetiredKey(
        "BROKER_CONNECTION",
        "angelx only reads from brokers, so there is no live connection to choose.", risk: .trades),
      RetiredKey(
        "CONNECTION_POOL",
        "A section of YAML: write API_TIMEOUT_SECONDS, API_RETRY_ATTEMPTS and "
          + "API_RETRY_DELAY_SECONDS instead."),
    ])
}
