import Control
import Training

extension PolicyManifest.Training {
  /// The command that goes on with this training.
  func resumption(by ranks: Ranks) -> String {
    let own = command.contains("--resume") ? command : command + " --resume"
    return ranks.count > 1 ? "mpirun -n \(ranks.count) \(own)" : own
  }
}
