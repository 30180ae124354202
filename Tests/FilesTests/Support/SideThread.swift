import Foundation

/// A thread that runs beside a test until it is joined.
final class SideThread: Sendable {
  private let hasEnded = DispatchSemaphore(value: 0)

  init(_ run: @escaping @Sendable () -> Void) {
    let thread = Thread { [hasEnded] in
      run()
      hasEnded.signal()
    }
    thread.start()
  }

  func join() {
    hasEnded.wait()
  }
}
