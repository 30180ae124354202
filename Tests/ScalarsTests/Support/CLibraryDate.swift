import Foundation

/// The parts of an instant in UTC as the C library has them.
struct CLibraryDate {
  let year, month, day, hour, minute, second: Int
  /// Days after Sunday.
  let weekday: Int

  init(secondsSince1970: Int) {
    var seconds = time_t(secondsSince1970)
    var parts = unsafe tm()
    unsafe gmtime_r(&seconds, &parts)
    year = unsafe Int(parts.tm_year) + 1900
    month = unsafe Int(parts.tm_mon) + 1
    day = unsafe Int(parts.tm_mday)
    hour = unsafe Int(parts.tm_hour)
    minute = unsafe Int(parts.tm_min)
    second = unsafe Int(parts.tm_sec)
    weekday = unsafe Int(parts.tm_wday)
  }
}
