import Files
import Foundation
import Synchronization
import TestSupport
import Testing

/// Reading from something that grows.
@Suite(.timeLimit(.minutes(15))) struct ByteSourceFollowTests {
  @Test func returnsWhatThereIsWithoutWaitingForMore() throws {
    let pipe = Pipe()
    var source = try ByteSource(path: "pipe", calls: pipe.inputCalls)
    var buffer = [UInt8](repeating: 0, count: 4096)
    for text in ["twenty bytes of text", "x", "and more\n"] {
      pipe.send(text)
      let count = try source.read(into: &buffer)
      #expect(buffer.prefix(count).elementsEqual(text.utf8))
    }
    pipe.closeWriting()
    #expect(try source.read(into: &buffer) == 0)
    #expect(source.size == nil)
  }

  @Test func inflatesWhatThereIsWithoutWaitingForMore() throws {
    let pipe = Pipe()
    var source = try ByteSource(path: "pipe", calls: pipe.inputCalls)
    var buffer = [UInt8](repeating: 0, count: 4096)
    for text in ["first member\n", "second\n"] {
      let member = gzipMember(Array(text.utf8))
      #expect(unsafe write(pipe.writing, member, member.count) == member.count)
      let count = try source.read(into: &buffer)
      #expect(buffer.prefix(count).elementsEqual(text.utf8))
    }
    pipe.closeWriting()
    #expect(try source.read(into: &buffer) == 0)
  }

  @Test func knowsWhetherReadingWouldWait() throws {
    let pipe = Pipe()
    var source = try ByteSource(path: "pipe", calls: pipe.inputCalls)
    #expect(try !source.isReady())
    pipe.send("text")
    #expect(try source.isReady())
    var buffer = [UInt8](repeating: 0, count: 4096)
    #expect(try source.read(into: &buffer) == 4)
    #expect(try !source.isReady())
    pipe.closeWriting()
    #expect(try source.isReady())
  }

  @Test func waitsForAnInputThatDoesNotBlock() throws {
    let pipe = Pipe()
    setNonBlocking(pipe.reading)
    var source = try ByteSource(path: "pipe", calls: pipe.inputCalls)
    let writer = SideThread {
      usleep(20_000)
      pipe.send("late")
      usleep(20_000)
      pipe.send("r")
      pipe.closeWriting()
    }
    let reading = Reading(&source)
    writer.join()
    #expect(reading == Reading(bytes: Array("later".utf8)))
  }

  @Test func endsWhenTheReaderOfTheOutputHasGone() throws {
    let (input, output) = (Pipe(), Pipe())
    var source = try ByteSource(path: "pipe", watching: output.writing, calls: input.inputCalls)
    output.closeReading()
    let reading = Reading(&source)
    #expect(reading == Reading(error: .closedPipe(path: "<stdout>")))
    #expect(reading.error?.exitClass == .closedPipe)
  }

  @Test func wakesUpWhenTheReaderOfTheOutputGoes() throws {
    let (input, output) = (Pipe(), Pipe())
    var source = try ByteSource(path: "pipe", watching: output.writing, calls: input.inputCalls)
    input.send("first line\n")
    let reader = SideThread {
      usleep(50_000)
      output.closeReading()
    }
    let reading = Reading(&source)
    reader.join()
    #expect(reading.bytes.elementsEqual("first line\n".utf8))
    #expect(reading.error == .closedPipe(path: "<stdout>"))
  }

  @Test func goesOnWhileTheWatchedOutputIsRead() throws {
    let (input, output) = (Pipe(), Pipe())
    var source = try ByteSource(path: "pipe", watching: output.writing, calls: input.inputCalls)
    input.send("text")
    input.closeWriting()
    #expect(Reading(&source) == Reading(bytes: Array("text".utf8)))
  }

  @Test func doesNotWatchWhileItReadsAFile() throws {
    let scratch = try Scratch()
    let output = Pipe()
    output.closeReading()
    let script = FaultScript()
    var source = try ByteSource(
      path: try scratch.put("file", "text"), watching: output.writing, calls: script.calls)
    #expect(Reading(&source) == Reading(bytes: Array("text".utf8)))
    #expect(!script.log.contains("wait"))
  }

  @Test(arguments: 0..<12)
  func carriesOnAfterASignalInAnyCall(position: Int) throws {
    let (input, output) = (Pipe(), Pipe())
    let stream = gzipMember(Array("text".utf8))
    #expect(unsafe write(input.writing, stream, stream.count) == stream.count)
    input.closeWriting()
    let script = FaultScript(failing: position, with: .interrupted)
    var calls = script.calls
    let open = calls.open
    calls.open = { [input] path, flags, mode throws(Errno) in
      _ = try open("/dev/null", flags, mode)
      return try SystemCalls.real.duplicate(input.reading)
    }
    var source = try ByteSource(path: "pipe", watching: output.writing, calls: calls)
    #expect(Reading(&source) == Reading(bytes: Array("text".utf8)))
  }
}
