import Files
import Records

/// One run of a stream: what its workers share.
///
/// Sendable, because the intake is only touched with the lock of the turns held, and the sink only by the
/// worker whose turn it is; turns are handed over in order, so no two threads meet there.
final class StreamRun<Work: RecordWork & ~Copyable>: @unchecked Sendable {
  /// How far the workers are.
  private struct Progress {
    var active: Int
    var findings: [Work.Findings] = []
    /// For each of the chosen fields, whether no record had it.
    var neverSeen: [Bool]?
    var failure: FileError?
    /// Whether the sink has enough: what is still being read no longer matters.
    var isOver = false
  }

  private var intake: Intake
  private var sink: OrderedSink
  private let gate: TurnGate
  /// How many pieces have been handed out; whoever holds its lock may touch the intake.
  private let turns = Monitor(0)
  private let progress: Monitor<Progress>
  private let jobs: Int

  init(intake: consuming Intake, sink: consuming OrderedSink, gate: TurnGate, jobs: Int) {
    self.intake = intake
    self.sink = sink
    self.gate = gate
    self.jobs = jobs
    progress = Monitor(Progress(active: jobs))
  }

  /// Lets the workers work until the inputs are at their end or the sink has enough.
  ///
  /// A worker may be waiting for an input that has nothing to give when another one finds that the
  /// work is over. So none of several works on the caller's thread, and nobody waits for that one:
  /// it ends with the program.
  func perform(_ makeWorker: @escaping @Sendable () -> Worker<Work>) throws(FileError) {
    if jobs == 1 {
      work(makeWorker())
    } else {
      for _ in 0..<jobs where !WorkerThreads.start({ self.work(makeWorker()) }) {
        progress.withLock { $0.active -= 1 }
      }
      if progress.withLock({ $0.active == 0 && $0.findings.isEmpty }) { work(makeWorker()) }
    }
    let failure = progress.withLock(when: { $0.active <= 0 || $0.isOver }, \.failure)
    if let failure { throw failure }
  }

  private func work(_ worker: consuming Worker<Work>) {
    let piece = Piece()
    while let turn = take(piece) {
      do throws(TurnGate.Closed) {
        try worker.handle(piece, turn: turn)
        try gate.wait(for: turn)
      } catch {
        break
      }
      guard deliver(worker.result, of: piece) else { break }
      gate.advance()
    }
    let findings = worker.work.findings
    let neverSeen = worker.neverSeen
    progress.withLock { progress in
      progress.active -= 1
      progress.findings.append(findings)
      progress.neverSeen =
        progress.neverSeen.map { zip($0, neverSeen).map { $0 && $1 } } ?? neverSeen
    }
  }

  /// Takes the next piece of the inputs and its number; nil when there is none.
  private func take(_ piece: Piece) -> Int? {
    turns.withLock { turns in
      guard intake.fill(piece) else { return nil }
      turns += 1
      return turns - 1
    }
  }

  /// Hands a result over, in its turn; false when the work is over.
  private func deliver(_ result: borrowing PieceResult, of piece: Piece) -> Bool {
    do throws(FileError) {
      if try sink.take(result, of: piece) { return true }
      end(with: nil)
    } catch {
      sink.abandon()
      end(with: error)
    }
    return false
  }

  private func end(with failure: FileError?) {
    gate.close()
    progress.withLock { progress in
      progress.isOver = true
      progress.failure = failure
    }
  }

  /// Ends the output and returns what the run came to.
  ///
  /// - Parameter closing: what is written where the records themselves are not.
  func finish(
    _ closing: (StreamTotals, [Work.Findings]) -> String?
  ) throws(FileError) -> StreamOutcome<Work.Findings> {
    let (findings, neverSeen) = progress.withLock { ($0.findings, $0.neverSeen ?? []) }
    try sink.finish { closing($0, findings) }
    return StreamOutcome(totals: sink.totals, findings: findings, neverSeen: neverSeen)
  }
}
