import CommandLineKit

/// A small program that sells no fruit: every kind of parameter, and texts that need escaping.
let orchard = Program<Basket>(
  facts: ProgramFacts(
    name: "orchard", summary: "Pick and press fruit.",
    discussion: [
      "Fruit is read from crates, one fruit a line. Nothing is ever thrown away.",
      ".hidden crates count as crates, and so does 'C:\\crates'.",
    ],
    examples: [
      CommandExample(
        "orchard pick --fruit pear crate.txt | orchard press juice --size 2K",
        shows: "Juice of the pears of a crate.")
    ],
    environment: [NamedText("NO_COLOR", "Any value keeps colour off the terminal.")],
    files: [NamedText("~/.orchard/trees", "The trees.")], seeAlso: ["orchard-crates(5)"],
    isKey: { _ in true }),
  commands: [Pick.self, Press.self, Tidy.self],
  version: { $0 ? "orchard 1.0\npress 3\n" : "orchard 1.0\n" })

/// What the commands of the orchard write to.
final class Basket {
  var lines: [String] = []
}

/// The options that all commands of the orchard have.
struct CommonOptions: Sendable {
  var config: PathArgument?
  var jobs = 2
  var color = ColorChoice.auto
  var isQuiet = false

  static let parameters: [Parameter<CommonOptions>] = [
    .option("config", "FILE", \.config, "Read the settings from this file.")
      .section(BuiltInOption.section).configuration(nil),
    .option("jobs", short: "j", "N", \.jobs, limits: .within(1...64), "How many hands work.")
      .section(BuiltInOption.section),
    .option("color", "WHEN", \.color, "When to use colour.")
      .section(BuiltInOption.section).hidden(),
    .flag("quiet", short: "q", \.isQuiet, "Say nothing but errors.")
      .section(BuiltInOption.section).configuration("SILENCE"),
  ]
}

enum Fruit: String, CaseIterable, ArgumentValue {
  case apple, pear, plum
}

enum Pick: Command {
  struct Options: Sendable {
    var conditions: [String] = []
    var fruit: Fruit?
    var kinds: [Fruit] = [.apple, .plum]
    var trees: [String] = []
    var head: Int?
    var offset = 0
    var least = 0.5
    var all = false
    var reverse = false
    var crates: [PathArgument] = []
    var common = CommonOptions()
  }

  static let facts = CommandFacts(
    name: "pick", summary: "Pick the fruit that is ripe.", group: "Work",
    discussion: [
      "Each fruit is looked at once. With --all the green ones are picked too."
    ],
    examples: [
      CommandExample(
        "orchard pick --where 'weight > 100' -n 3 crate.txt", shows: "Three heavy fruits."),
      CommandExample(
        "orchard pick --kinds apple,pear < crate.txt", shows: "What is not a plum."),
    ],
    exitCodes: [.brokenInput, .missingInput], seeAlso: ["press", "orchard-crates(5)"])

  static let defaults = Options()

  static let parameters: [Parameter<Options>] =
    [
      .repeated("where", short: "w", "EXPR", \.conditions, "Keep the fruit for which EXPR holds.")
        .explained(
          "Several expressions must all hold.", "Quote it: 'a > b' would write a file [b]."
        )
        .configuration(nil),
      .option("fruit", "FRUIT", \.fruit, "Keep one kind of fruit."),
      .list("kinds", "LIST", \.kinds, "Keep several kinds of fruit."),
      .list("trees", "LIST", \.trees, "Keep the fruit of these trees: names, not numbers.")
        .completing(.dynamic(key: "tree")),
      .option("head", short: "n", "N", \.head, limits: .atLeast(0), "Stop after N fruits.")
        .defaulting(to: "the whole crate"),
      .option("offset", "N", \.offset, "Start N fruits later, or earlier when N is negative."),
      .option("least", "KG", \.least, limits: .above(0), "Leave out what weighs less."),
      .flag("all", short: "a", \.all, "Pick the green ones too."),
      .flag("reverse", short: "r", \.reverse, "Begin with the last."),
      .positionals("CRATE", \.crates, "Where the fruit lies; - or nothing is standard input."),
    ] + Parameter.embedding(\.common, CommonOptions.parameters)

  static func run(_ options: Options, in basket: Basket) throws -> ExitCode {
    basket.lines.append("picked from \(options.crates.map(\.path)) by \(options.common.jobs)")
    return .negative
  }
}

enum Press: Command {
  enum Product: String, CaseIterable, ArgumentValue {
    case juice, cider
  }

  struct Options: Sendable {
    var product = Product.juice
    var tank: String?
    var size = ByteSize(bytes: 0)
    var cellar: PathArgument?
    var label: String?
    var common = CommonOptions()
  }

  static let facts = CommandFacts(
    name: "press", summary: "Press fruit.", group: "Work",
    examples: [CommandExample("orchard press cider --size=64K", shows: "A barrel of cider.")],
    exitCodes: [.tryLater], seeAlso: ["pick"])

  static let defaults = Options()

  static let parameters: [Parameter<Options>] =
    [
      .positional("PRODUCT", \.product, "What to make.").required(),
      .positional("TANK", \.tank, "Where it goes.").completing(.dynamic(key: "tank")),
      .option("size", short: "s", "SIZE", \.size, "How much of it.").required(),
      .option("cellar", "FOLDER", \.cellar, "Where the tanks stand.").completing(.folder),
      .option("label", "TEXT", \.label, "What stands on the bottle, say 50% \"vol\" [x]:y.")
        .environment("BOTTLE_LABEL"),
    ] + Parameter.embedding(\.common, CommonOptions.parameters)

  static func run(_ options: Options, in basket: Basket) throws -> ExitCode {
    guard options.tank != "full" else { throw UsageError.combination("the tank is full") }
    return .success
  }
}

enum Tidy: Command {
  struct Options: Sendable {
    var common = CommonOptions()
  }

  static let facts = CommandFacts(name: "tidy", summary: "Tidy up.", isShown: false)
  static let defaults = Options()
  static let parameters: [Parameter<Options>] = Parameter.embedding(
    \.common, CommonOptions.parameters)

  static func run(_ options: Options, in basket: Basket) throws -> ExitCode { .success }
}
