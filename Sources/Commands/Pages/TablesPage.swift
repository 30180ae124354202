import CommandLineKit
import Market

/// The page angelx-tables(5), made from the tables themselves.
enum TablesPage {
  static func page(date: String) -> ManualPage {
    var page = ManualPage(
      "\(programName)-tables", section: 5, date: date,
      summary: "The tables of what exchanges and the state have laid down.")
    page.section("DESCRIPTION")
    description.forEach { page.paragraph($0) }
    page.section("FILES")
    for file in MarketTables.File.allCases {
      page.subsection(file.rawValue)
      page.paragraph(file.meaning)
      page.literal("\(file.sample.header)\n\(file.sample.row)")
    }
    page.seeAlso([.page("angelx-greeks(1)")])
    return page
  }

  private static let description = [
    """
    Holidays, hours, expiries, lots, ticks and charges change, and each holds from a day on. angelx has \
    them as tables with those days, and nothing of it is a constant of the program. Where a table says \
    nothing of a day, angelx says that it does not know.
    """,
    """
    Files of the same names in the folder of --tables are read beside those that come with angelx: a row \
    about the same thing and the same first day takes the place of ours, any other stands beside them. \
    They are CSV with the columns shown, in that order, and are checked when they are read: a mistake is \
    named with its file, line and column. Below each name stand its columns and its first row.
    """,
    """
    source says where a row was found and confidence how sure it is (high, medium, low). Several names \
    in one cell are divided by semicolons.
    """,
  ]
}
