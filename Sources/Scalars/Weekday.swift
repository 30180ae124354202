/// A day of the week, numbered as in ISO 8601: Monday is 1.
@frozen
public enum Weekday: Int, Sendable, Hashable, CaseIterable {
  case monday = 1
  case tuesday
  case wednesday
  case thursday
  case friday
  case saturday
  case sunday
}
