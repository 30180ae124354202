package import Files
import Records

/// Runs the work of a command over all records of its inputs.
///
/// Several workers take pieces in turn; results leave in the order of the input, so the bytes of the
/// output are the same for any number of them.
package enum RecordStream {
  /// Runs a work over all records and returns what it came to.
  ///
  /// - Parameters:
  ///   - makeWork: makes what is done with each record; every worker has its own.
  ///   - plan: how the records are read and written.
  ///   - output: where the rows go; it is finished, or abandoned when the stream is not whole.
  ///   - rejects: where the rejected records go as they came.
  ///   - listener: who is told what happens.
  ///   - closing: what is written at the end by a plan whose form is no record, such as a count; nil where
  ///     there is nothing to be written, and a file that was to be replaced stays as it was.
  package static func run<Work: RecordWork & ~Copyable>(
    plan: StreamPlan, to output: consuming Output, rejects: consuming Output?,
    telling listener: any StreamListener, _ makeWork: @escaping @Sendable () -> Work,
    closing: (StreamTotals, [Work.Findings]) -> String?
  ) throws(FileError) -> StreamOutcome<Work.Findings> {
    let watched = output.watchable
    let gate = TurnGate()
    let columns = SharedColumns(plan.selection, gate: gate)
    let intake = Intake(
      names: plan.inputs, longestRecord: plan.longestRecord, limits: plan.gzipLimits,
      keepsRest: rejects != nil, watching: watched, slots: makeWork().columns,
      grouping: plan.grouping)
    let sink = OrderedSink(
      output: output, rejects: rejects, plan: plan, columns: columns, listener: listener)
    let run = StreamRun<Work>(intake: intake, sink: sink, gate: gate, jobs: plan.jobs)
    if plan.head != 0 {
      try run.perform { Worker(makeWork(), plan: plan, columns: columns) }
    }
    return try run.finish(closing)
  }
}

/// What a stream came to.
package struct StreamOutcome<Findings: Sendable>: Sendable {
  /// The counts.
  package let totals: StreamTotals
  /// What the work of every worker found out.
  package let findings: [Findings]
  /// For each of the chosen fields, whether no record that was written had it.
  package let neverSeen: [Bool]
}
