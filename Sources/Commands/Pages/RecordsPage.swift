import CommandLineKit
import Records

/// The page angelx-records(5), made from the declarations of records.
enum RecordsPage {
  static func page(date: String) -> ManualPage {
    var page = ManualPage(
      "\(programName)-records", section: 5, date: date,
      summary: "The records that commands read and write.")
    page.section("DESCRIPTION")
    description.forEach { page.paragraph($0) }
    page.section("KINDS OF RECORDS")
    for kind in RecordKind.all {
      page.subsection(kind.name)
      page.paragraph("\(kind.meaning) Made by: \(kind.madeBy).")
      page.paragraph("It has \(list(kind.required)).")
      if !kind.optional.isEmpty { page.paragraph("It may have \(list(kind.optional)).") }
      if !kind.added.isEmpty { page.paragraph("Commands add \(list(kind.added)).") }
      if !kind.recognisedBy.isEmpty {
        page.paragraph("Without the field kind it is recognised by \(list(kind.recognisedBy)).")
      }
    }
    page.section("FIELDS")
    page.terms(Field.all.map { ([.literal($0.name)], [text(of: $0)]) })
    page.seeAlso([.page("angelx(1)"), .page("angelx-expressions(5)")])
    return page
  }

  private static let description = [
    """
    A record is one JSON object on a line, in UTF-8. Columns of CSV and TSV files have the names of \
    the fields. Inputs are recognised by content: JSON lines, a JSON array, CSV or TSV with a header, \
    and any of them compressed by gzip.
    """,
    """
    Fields that a command does not know go through untouched, byte for byte and in order. What a \
    command adds stands behind them; a field that it computes anew gets its value in its old place.
    """,
    """
    A command checks the fields that it reads against their declaration. A number may be written as \
    a text of plain digits, as brokers do. A time needs its offset from UTC, unless --assume-ist is \
    given; seconds and milliseconds since 1970 are taken too. Prices and money are rupees in whole \
    paise, quantities are units, percents are percents (14.2 is 14.2 %).
    """,
    """
    Some fields have other names. They are read in records of a kind that has the field; in records \
    of another kind they are your own, and the field is null. In a record whose kind is neither named \
    nor recognised all of them are read, except type: that is the right of an option only where there \
    is a strike.
    """,
    """
    A text that a spreadsheet would take for a formula is written to CSV and TSV with a ' before it.
    """,
  ]

  private static func list(_ names: [String]) -> String {
    names.joined(separator: ", ")
  }

  private static func text(of field: Field) -> String {
    var text = field.meaning + " " + sentence(field.type.wanted, unit: field.unit)
    if case .choice(let choices) = field.type {
      let spellings = choices.flatMap(\.spellings)
      if !spellings.isEmpty { text += " Read also from \(list(spellings))." }
    }
    if !field.aliases.isEmpty { text += " Other names: \(list(field.aliases))." }
    return text
  }

  private static func sentence(_ wanted: String, unit: String) -> String {
    let first = wanted.prefix(1).uppercased() + wanted.dropFirst()
    return unit.isEmpty ? "\(first)." : "\(first), in \(unit)."
  }
}
