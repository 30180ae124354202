package import Files
import Records

/// Runs the work of a command over all records of its inputs.
///
/// Several workers take pieces in turn; results leave in the order of the input, so the bytes of the
/// output are the same for any number of them.
package enum RecordStream {
  /// Runs a work over all records and returns what it came to, with the findings of every worker.
  ///
  /// - Parameters:
  ///   - makeWork: makes what is done with each record; every worker has its own.
  ///   - plan: how the records are read and written.
  ///   - output: where the rows go; it is finished, or abandoned when the stream is not whole.
  ///   - rejects: where the rejected records go as they came.
  ///   - listener: who is told what happens.
  package static func run<Work: RecordWork>(
    plan: StreamPlan, to output: consuming Output, rejects: consuming Output?,
    telling listener: any StreamListener, _ makeWork: @escaping @Sendable () -> Work
  ) throws(FileError) -> (totals: StreamTotals, findings: [Work.Findings]) {
    let watched = output.watchable
    let gate = TurnGate()
    let columns = SharedColumns(plan.selection, gate: gate)
    let intake = Intake(
      names: plan.inputs, longestRecord: plan.longestRecord, limits: plan.gzipLimits,
      watching: watched, slots: makeWork().slots)
    let sink = OrderedSink(
      output: output, rejects: rejects, plan: plan, columns: columns, listener: listener)
    let run = StreamRun<Work>(intake: intake, sink: sink, gate: gate, jobs: plan.jobs)
    if plan.head != 0 {
      try run.perform { Worker(makeWork(), plan: plan, columns: columns) }
    }
    return try run.finish()
  }
}
