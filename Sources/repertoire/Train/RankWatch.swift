import Foundation
import Training

/// Says what to do where a process waits in vain for one that is gone.
///
/// When a process of a group dies, MPI's launcher tells the others to end, and soon kills them. They
/// may be waiting inside MPI for the dead one, where nothing can be saved any more: a thread of its
/// own then names the command that goes on from the last checkpoint. Where there was nobody dead but
/// only an order to end, the round is finished and saved as always.
enum RankWatch {
  /// Seconds that a round in progress may take to notice the signal: MPI waits for one.
  private static let patience = 0.6
  /// Seconds after which a process that is still there will never end by itself.
  private static let limit = 90.0

  /// Watches for as long as the process lives.
  ///
  /// - Parameter advice: the command that goes on.
  static func begin(_ ranks: Ranks, advice: String) {
    guard ranks.count > 1 else { return }
    Thread.detachNewThread {
      while !Interruption.isRequested { Thread.sleep(forTimeInterval: 0.05) }
      Thread.sleep(forTimeInterval: patience)
      // The first may be the one that died.
      if ranks.index < 2 {
        Output.note(
          "error: the job was told to end, or one of its \(ranks.count) processes died; "
            + "if nothing follows, the last checkpoint stands; go on with: \(advice)")
      }
      Thread.sleep(forTimeInterval: limit)
      _exit(Failure.workFailed)
    }
  }
}
