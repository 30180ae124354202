import TestSupport

/// A program of the machine that a test runs, such as a shell; `Program` is the kit's own word.
typealias Tool = TestSupport.Program
