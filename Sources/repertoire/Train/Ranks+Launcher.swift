import ArgumentParser
import Console
import Foundation
import Training

extension Ranks {
  /// The processes that the launcher started together with this one, or this one alone.
  ///
  /// Throws `WorkFailed` where a launcher started several and the program knows nothing of MPI:
  /// each would train alone and write over the others.
  static func launched() throws -> Ranks {
    let environment = ProcessInfo.processInfo.environment
    // Open MPI, PMI (MPICH, Intel and Slurm's own) and Slurm say how many there are.
    let names = ["OMPI_COMM_WORLD_SIZE", "PMI_SIZE"]
    let count = names.compactMap { environment[$0].flatMap(Int.init) }.first ?? 1
    guard isBuilt else {
      guard count > 1 else { return .alone }
      throw WorkFailed(
        description: "\(count) processes were started together, but this program was built without "
          + "MPI; build it with `swift build -c release --traits MPI`")
    }
    let isUnderSlurm = environment["SLURM_STEP_ID"] != nil && environment["PMIX_RANK"] != nil
    return count > 1 || isUnderSlurm ? join() : .alone
  }

  /// Throws `WorkFailed`, in the first process only, where several were started for work that one
  /// does alone; the others end without a word.
  func requireOne(for work: String) throws {
    guard count > 1 else { return }
    leave()
    guard isFirst else { throw ExitCode(Failure.workFailed) }
    throw WorkFailed(
      description:
        "\(work) is learned by one process, which uses the machine's cores by --threads; "
        + "\(count) processes were started")
  }

  /// Whether any of the processes says yes.
  func any(_ answer: Bool) -> Bool {
    gather([answer ? 1 : 0]).contains { $0 > 0 }
  }
}
