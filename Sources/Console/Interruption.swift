import Foundation
import Synchronization

/// Ctrl-C and the polite signal to end: work looks at the flag and stops at the next good moment.
public enum Interruption {
  private static let flag = Atomic<Bool>(false)

  /// Whether somebody wants the program to end.
  public static var isRequested: Bool { flag.load(ordering: .relaxed) }

  /// Throws `Interrupted` if somebody wants the program to end.
  public static func check() throws {
    if isRequested { throw Interrupted() }
  }

  public static func watch() {
    // Touches the flag, so that the handler does not have to set it up.
    _ = isRequested
    for signalNumber in [SIGINT, SIGTERM] { signal(signalNumber, handle) }
    // A file that may not grow further is an error of the write, as a full disk is.
    signal(SIGXFSZ, SIG_IGN)
  }

  /// A second signal ends the program at once.
  private static let handle: @convention(c) (Int32) -> Void = { _ in
    if Interruption.flag.exchange(true, ordering: .relaxed) { _exit(Failure.interrupted) }
  }
}
