import CommandLineKit
import Expressions

/// The page angelx-expressions(5), made from the reference of the language.
enum ExpressionsPage {
  static func page(date: String) -> ManualPage {
    var page = ManualPage(
      "\(programName)-expressions", section: 5, date: date,
      summary: "The language of conditions and arithmetic.")
    page.section("DESCRIPTION")
    description.forEach { page.paragraph($0) }
    page.section("VALUES")
    page.terms(ExpressionReference.literals.map(entry))
    page.section("OPERATORS")
    page.paragraph("Those that bind tightest stand first.")
    for operators in ExpressionReference.operators { page.terms(operators.map(entry)) }
    page.section("FUNCTIONS")
    page.terms(ExpressionReference.functions.map(entry))
    page.section("NULL")
    null.forEach { page.paragraph($0) }
    page.seeAlso([.page("angelx-filter(1)"), .page("angelx-records(5)")])
    return page
  }

  private static let description = [
    """
    An expression is written with the names of fields, values, operators and functions. A name may \
    be a path into a nested object, such as checks.bias; a name of other characters stands in \
    backquotes.
    """,
    """
    Numbers are exact decimals of up to 18 digits: 0.1 + 0.2 == 0.3 holds. Where no exact result \
    fits, it is the nearest double. A time or a day is compared with a text that is one, such as \
    ts > "2026-11-20T09:30:00+05:30" or expiry == "2026-11-26".
    """,
    """
    The types of declared fields are known, and the words of those that hold one of a few, so most \
    mistakes are found before any record is read: right == "CALL" is refused, for records hold "CE", \
    however it was written in the input.
    """,
  ]

  private static let null = [
    """
    A field that a record does not have is null. == and != and in always answer: null is equal to \
    null only. Arithmetic, orderings and functions of null come to null; so do a division by zero and \
    a result that is out of range.
    """,
    """
    and, or and not know three values: false and null is false, true or null is true, everything \
    else with null is null. A condition that comes to null does not hold.
    """,
  ]

  private static func entry(_ entry: ExpressionReference.Entry) -> ManualPage.Entry {
    ([.literal(entry.form)], [entry.summary])
  }
}
