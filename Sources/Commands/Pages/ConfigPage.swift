import CommandLineKit
import Configuration

/// The page angelx-config(5), made from the declarations of the keys.
enum ConfigPage {
  static func page(date: String) -> ManualPage {
    var page = ManualPage(
      "\(programName)-config", section: 5, date: date, summary: "The configuration of angelx.")
    page.section("DESCRIPTION")
    description.forEach { page.paragraph($0) }
    page.section("LANGUAGE")
    language.forEach { page.paragraph($0) }
    page.literal(example)
    page.paragraph(foreign)
    page.section("LAYERS")
    layers.forEach { page.paragraph($0) }
    page.section("KEYS")
    page.paragraph(
      "Of each key stand here its default, what it may hold, and what it does. A frozen key may not change "
        + "during a trading day.")
    for group in KeyGroup.all where !group.keys.isEmpty {
      page.subsection(group.title)
      page.terms(group.keys.map(entry))
    }
    page.section("KEYS NO LONGER USED")
    page.paragraph(
      "Settings of the system that angelx replaces. They are read and noted, so that its files can be checked "
        + "as they stand.")
    for group in KeyGroup.all where !group.retired.isEmpty {
      page.subsection(group.title)
      page.terms(group.retired.map { (term: [.literal($0.name)], paragraphs: [$0.instead]) })
    }
    page.seeAlso([.page("angelx-validate-config(1)"), .page("angelx-expressions(5)")])
    return page
  }

  private static func entry(_ key: Key) -> ManualPage.Entry {
    let unit = key.shape.unit.isEmpty ? "" : " (\(key.shape.unit))"
    let frozen = key.isFrozen ? " Frozen." : ""
    let others =
      key.otherNames.isEmpty ? "" : " Also read: \(key.otherNames.joined(separator: ", "))."
    let members = key.shape.allMembers.map { "\($0.path): \(MemberText.text(of: $0.member))" }
    return (
      term: [.literal(key.name), .text("= \(key.standard)")],
      paragraphs: [
        key.meaning, "Expected: \(key.shape.wanted)\(unit).\(frozen)\(others)",
      ] + members
    )
  }

  private static let description = [
    """
    A configuration is text: lines of KEY = value. Every command reads it, and angelx \
    validate-config says what is wrong with it. Keys are the upper-case names of the system that angelx \
    replaces, whose files can be checked as they stand.
    """
  ]

  private static let language = [
    """
    A value is a number (100000, 1_00_000, 2.5), a text in either quotes, True, False, None, a list \
    [1, 2], a tuple (1, 2), a dictionary {'name': value}, or arithmetic with + - * / and min, max, abs, \
    round, floor and ceil over numbers and the keys above. CPU_COUNT stands for the number of processors. \
    Between brackets a value may go over several lines. Numbers are exact decimals. A comment begins with \
    #; a text between three quotes that stands for itself is a comment as well.
    """
  ]

  private static let example = """
    CAPITAL = 5_00_000
    DAILY_LOSS_LIMIT = 0.02 * CAPITAL    # ₹10,000
    POSITION_SIZE_METHOD = 'fixed'
    TIME_MULTIPLIERS = [
        ('09:15', '10:15', 0.7),
        ('10:15', '14:30', 1.0),
    ]
    """

  private static let foreign = """
    Anything else of Python is named with its place and what to write instead: imports, calls, \
    conditions, f-strings. Nothing is ever run. In .env and in the environment a text stands without \
    quotes, and a list may be written with commas alone: ANGELX_UNDERLYINGS=NIFTY,SENSEX.
    """

  private static let layers = [
    """
    Each layer overrides those before it: the built-in defaults, angelx.conf, the file of the environment \
    such as angelx.production.conf, .env beside them, the file of SECRETS_FILE, variables such as \
    ANGELX_CAPITAL, and options of the command line.
    """,
    """
    The environment is named by --env, by ANGELX_ENV or by ENVIRONMENT; it is development otherwise. \
    angelx.conf is looked for at ANGELX_CONFIG, in the working folder, and in angelx below \
    XDG_CONFIG_HOME or ~/.config.
    """,
    """
    A value that is arithmetic is worked out where it stands. Where a later layer changes a key that it \
    used, that is a warning, for the value does not follow.
    """,
  ]
}
