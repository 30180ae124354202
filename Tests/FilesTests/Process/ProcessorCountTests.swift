import Files
import Foundation
import Testing

@Suite struct ProcessorCountTests {
  @Test func findsAtLeastOneAndNoMoreThanThereAre() {
    #expect((1...ProcessInfo.processInfo.processorCount).contains(ProcessorCount.available))
  }
}
