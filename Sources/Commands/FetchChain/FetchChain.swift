import BrokerCalls
import Brokers
package import CommandLineKit
import Files
import Market
import Scalars
import Streams

/// `angelx fetch-chain`: option chains as rows, from brokers or out of the files that exchanges and
/// brokers publish.
package enum FetchChain: Command {
  package struct Options: Sendable {
    var underlyings: [String] = []
    var sources: [PathArgument] = []
    var brokers: [BrokerID] = []
    var expiries: [ExpiryWish] = []
    var strikes = StrikeCount.all
    var order = StrikeOrder.money
    var changedOnly = false
    var longestAge = TimeSpan(milliseconds: 0)
    var isWarming = false
    var watch: TimeSpan?
    var stream: TimeSpan?
    var since: Moment?
    var until: Moment?
    var record: PathArgument?
    var replay: PathArgument?
    var candles: CandleInterval?
    var listsInstruments = false
    var pattern: String?
    var logsIn = false
    var logsOut = false
    var tellsHealth = false
    var volumeUnit = VolumeUnit.units
    var requiresMatch = false
    var tables: PathArgument?
    var keeping = KeepOptions()
    var records = RecordOptions()
    var common = CommonOptions()

    /// What brokers are asked for.
    enum Task {
      case chains
      case candles(CandleInterval)
      case stream(TimeSpan)
      case instruments, logIn, logOut, health

      /// Whether it is about what is known of brokers here, so that no login is needed.
      var asksNobody: Bool {
        switch self {
        case .logOut, .health: true
        case .chains, .candles, .stream, .instruments, .logIn: false
        }
      }
    }

    var task: Task {
      if logsIn { return .logIn }
      if logsOut { return .logOut }
      if tellsHealth { return .health }
      if listsInstruments { return .instruments }
      if let stream { return .stream(stream) }
      return candles.map { .candles($0) } ?? .chains
    }
  }

  package static let facts = CommandFacts(
    name: "fetch-chain",
    summary: "Fetch option chains from brokers, or read them out of daily files.",
    group: "Market and pricing",
    discussion: [
      """
      Asks Angel One (SmartAPI) or Zerodha (Kite) for the chain of each UNDERLYING: its index, India VIX, \
      the future that expires with the options, and the options, the nearest to the money first. All rows \
      have one time, that at which the last answer came, and age_ms says how old each quote was then. All \
      of it is of one broker; where that fails the next one of BROKERS is asked, and a broker that has \
      failed MAX_BROKER_FAILURES times in a row is left alone for a while. The limits of brokers are kept \
      by all commands of a home together. It logs in by itself where that can be done, and keeps the \
      session for its owner alone; at Kite a person logs in once a morning with --log-in. Angel One wants \
      BROKER_CLIENT_CODE, BROKER_API_KEY, BROKER_PIN and BROKER_TOTP_SECRET, Kite KITE_API_KEY and, \
      for --log-in, KITE_API_SECRET: what is secret stands as KEY=value in a file that only its owner can read, which \
      SECRETS_FILE in angelx.conf names. oi_change is there \
      where the store has the chain as it was at the close of the trading day before: from --keep after the \
      close, or from the daily file of the exchange; a recording has no store and so none of it.
      """,
      """
      With --from it reads files that need no login: the daily files of NSE and BSE (the unified format \
      since July 2024, as zip archive or CSV, and NSE's older one), the lists of instruments of Angel One \
      (JSON) and Zerodha (CSV), and rows of angelx's own. Whatever they are, what comes out are rows of \
      kind quote for options and index for futures, in the order of the files; rows of our own that have \
      their kind and the offset of their time go on as they are. Without UNDERLYING all \
      contracts on indices are written; with names, those on them, which may be stocks. The time of a \
      daily file is the end of trading on its day. A contract that was not traded on the day has no ltp, and neither has one that a broker quotes. Lists of \
      instruments have no prices, and the time is the present or that of --now.
      """,
      """
      With --record every call is kept with its answer, except what sessions are made of, and --replay \
      gives the same answers again, at the times at which they came: the same arguments give the same \
      bytes, without a network, a login or a store. A line that is broken, or an answer that is lost, \
      costs no other; the status is 65 then.
      """,
      """
      --watch 1m --until 15:30 fetches again each minute, by the clock. Failures are reported, the next \
      fetch is made all the same, and the exit code is that of the last failure.
      """,
      """
      --health asks nobody: it writes a row for each broker, with its state by the calls of the last 24 hours, \
      when its session ends and how many calls may be made at once, and ends with status 1 where none may be \
      traded on.
      """,
      """
      --stream 5m writes rows of kind tick as the broker sends them, for five minutes or until Ctrl-C, \
      which ends it as well: what waits is written. At the beginning there is a row of each contract, \
      then one whenever something has changed, at most one of a contract in WS_THROTTLE_MS, which is the \
      latest. Who reads too slowly gets fewer rows and not older ones, and the contracts at the money \
      first. A lost connection is made anew, and a row of kind gap says from when until when nothing \
      came. Where a session does not last, it logs in again. How many ticks were received, written or \
      dropped, and how late they were, is reported at the end on a terminal or with --verbose.
      """,
    ],
    examples: [
      CommandExample(
        "angelx fetch-chain NIFTY --strikes 5 --replay recording",
        shows: "The strikes around the money; without --replay it asks the brokers."),
      CommandExample(
        "angelx fetch-chain NIFTY --strikes 5 --replay recording | angelx greeks --greeks delta",
        shows: "The same with their deltas."),
      CommandExample(
        "angelx fetch-chain NIFTY --candles 5m --since 09:15 --until 10:15 --replay recording",
        shows: "The index in the first hour of a day."),
      CommandExample(
        "angelx fetch-chain --instruments --grep 22650 --replay recording --format csv",
        shows: "What is listed with a strike of 22650."),
      CommandExample(
        "angelx fetch-chain NIFTY --from bhavcopy.csv.zip --expiry nearest",
        shows: "The chain of the week at the close."),
      CommandExample(
        "angelx fetch-chain --from bhavcopy.csv.zip | angelx greeks --price-from ltp --chain-summary",
        shows: "What the chains of a day say as a whole."),
    ],
    exitCodes: [
      .negative, .brokenInput, .missingInput, .unavailable, .cannotCreate, .inputOutput, .tryLater,
      .foreignProtocol, .noPermission, .configuration,
    ],
    seeAlso: ["angelx-greeks(1)", "angelx-config(5)", "angelx-records(5)", "angelx-tables(5)"])

  package static let defaults = Options()

  package static let parameters: [Parameter<Options>] =
    chainParameters + brokerParameters + fileParameters + otherParameters
    + Parameter.embedding(\.records, RecordOptions.parameters)
    + Parameter.embedding(
      \.keeping,
      KeepOptions.parameters(
        leavingOut:
          "rows without any figure of the market, as in lists of instruments, are not kept."))
    + Parameter.embedding(\.common, CommonOptions.parameters)

  package static func run(_ options: Options, in surroundings: Surroundings) throws -> ExitCode {
    let options = try options.sortingWords()
    try OptionCheck(options).check()
    return options.sources.isEmpty
      ? try BrokerFetch(options, surroundings).run() : try FileFetch(options, surroundings).run()
  }
}
