/// A date of the Gregorian calendar, taken back before its introduction too.
///
/// The year is thought to begin in March, so that the leap day is its last; then the length of the
/// months before one is a straight line, cut off.
struct CivilDate {
  var year: Int
  var month: Int
  var day: Int

  private static let daysInFourCenturies = 146_097
  /// From 0000-03-01 to 1970-01-01.
  private static let daysBefore1970 = 719_468

  init(year: Int, month: Int, day: Int) {
    self.year = year
    self.month = month
    self.day = day
  }

  init(daysSince1970: Int) {
    let days = daysSince1970 + Self.daysBefore1970
    let (cycle, dayOfCycle) = days.flooredQuotientAndRemainder(dividingBy: Self.daysInFourCenturies)
    // Leap days lie 1460 days apart, except that three centuries in four and no cycle end in one.
    let yearOfCycle =
      (dayOfCycle - dayOfCycle / 1460 + dayOfCycle / 36_524 - dayOfCycle / 146_096) / 365
    let dayOfYear = dayOfCycle - (365 * yearOfCycle + yearOfCycle / 4 - yearOfCycle / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    year = 400 * cycle + yearOfCycle + (month <= 2 ? 1 : 0)
  }

  /// The days since 1970-01-01; the date must exist.
  var daysSince1970: Int {
    let yearFromMarch = month <= 2 ? year - 1 : year
    let (cycle, yearOfCycle) = yearFromMarch.flooredQuotientAndRemainder(dividingBy: 400)
    let monthFromMarch = month > 2 ? month - 3 : month + 9
    let dayOfYear = (153 * monthFromMarch + 2) / 5 + day - 1
    let dayOfCycle = 365 * yearOfCycle + yearOfCycle / 4 - yearOfCycle / 100 + dayOfYear
    return cycle * Self.daysInFourCenturies + dayOfCycle - Self.daysBefore1970
  }

  /// Whether there is such a date in the years 1…9999.
  var exists: Bool {
    (1...9999).contains(year) && (1...12).contains(month) && day >= 1 && day <= daysInMonth
  }

  /// How many days the month has; it must be 1…12.
  var daysInMonth: Int {
    if month == 2 {
      let isLeapYear = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
      return isLeapYear ? 29 : 28
    }
    // 31 and 30 take turns, with both July and August at 31.
    return 30 + (month + month / 8) % 2
  }
}

extension FixedWidthInteger {
  /// The quotient rounded down, and the remainder that goes with it, which is never negative.
  ///
  /// The divisor must be positive.
  func flooredQuotientAndRemainder(dividingBy divisor: Self) -> (quotient: Self, remainder: Self) {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
  }
}
