/// What a failure means to whoever started the program, one case for each kind of exit status.
///
/// The shell turns a class into a number; nothing below the shell knows the numbers.
package enum ExitClass: Sendable, Equatable {
  /// The input was read but is not what it claims to be.
  case damagedInput
  /// The input is not there, or is not a file.
  case missingInput
  /// The output could not be created.
  case cannotCreate
  /// Reading or writing failed in the middle.
  case inputOutput
  /// The system refused access to the input.
  case noPermission
  /// Something stands in the way that passes by itself, such as another process.
  case tryLater
  /// What was configured cannot be used.
  case configuration
  /// The reader of the output has gone; the program ends quietly.
  case closedPipe
}
