internal import CCurl

extension EasyHandle {
  /// Reads into a buffer until that is full or nothing more has come, and says why it ended.
  func receive(into buffer: inout [UInt8], count: inout Int) -> LineOutcome {
    unsafe buffer.withUnsafeMutableBytes { bytes in
      PipeSignal.withheld {
        while count < bytes.count {
          var step = 0
          let rest = unsafe UnsafeMutableRawBufferPointer(rebasing: bytes[count...])
          let code = unsafe receive(rest, &step)
          if code == CURLE_AGAIN { return .blocked }
          guard code == CURLE_OK, step > 0 else { return .ended }
          count += step
        }
        return .done
      }
    }
  }

  /// Writes until all is written or no more is taken, and moves the place behind what was.
  func send(_ bytes: [UInt8], from place: inout Int) -> LineOutcome {
    unsafe bytes.withUnsafeBytes { bytes in
      PipeSignal.withheld {
        while place < bytes.count {
          var step = 0
          let code = unsafe send(UnsafeRawBufferPointer(rebasing: bytes[place...]), &step)
          if code == CURLE_AGAIN { return .blocked }
          guard code == CURLE_OK else { return .ended }
          place += step
        }
        return .done
      }
    }
  }
}
