private import CBuildFacts
private import CZlib

/// What the program was built from and runs with.
package enum BuildFacts {
  /// The commit of the sources.
  package static var commit: String { unsafe String(cString: build_facts_commit()) }

  /// The version of zlib, as the library that is loaded says it.
  package static var zlib: String { unsafe String(cString: zlibVersion()) }
}
