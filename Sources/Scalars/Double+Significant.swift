extension Double {
  /// The number rounded to so many significant digits, where powers of ten that are exact suffice for it;
  /// else the number itself.
  public func rounded(toSignificant digits: Int) -> Double {
    guard isFinite, self != 0 else { return self }
    var decimals = digits - 1
    var leading = magnitude
    while leading >= 10, decimals > -22 {
      leading /= 10
      decimals -= 1
    }
    while leading < 1, decimals <= 22 {
      leading *= 10
      decimals += 1
    }
    guard (0...22).contains(decimals) else { return self }
    var power = 1.0
    for _ in 0..<decimals { power *= 10 }
    return (self * power).rounded() / power
  }
}
