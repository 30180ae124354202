import Commands

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

exit(Shell.run(Array(CommandLine.arguments.dropFirst())))
