#if !Viewer

import Console
import Foundation

/// What stands in for the viewer where it was left out of the build.
@main
enum Absent {
  static func main() {
    Output.note(
      "error: this build leaves the viewer out; build without --disable-default-traits")
    exit(Failure.workFailed)
  }
}

#endif
