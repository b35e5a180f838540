import Arena

/// Policies that differ only in their parameters: each file in the family's folder is one. A file
/// holds the key `summary` and the parameters that differ from the defaults of their type.
public struct PolicyFamily: Sendable {
  /// The world they are for: `table-tennis`.
  public let world: String
  public let kind: PolicyEntry.Kind
  /// Where the files lie inside the project.
  public let folder: String
  private let entry: @Sendable (String, String, Tree, String) throws -> PolicyEntry

  /// - Parameters:
  ///   - check: throws `SetupError` for parameters that nobody could play with; its path is a
  ///     path in the file.
  ///   - seatDefaults: what the setup should say under the name of the seat.
  ///   - make: builds a policy from its parameters.
  public init<Parameters: Configuration>(
    _ kind: PolicyEntry.Kind, world: String, folder: String,
    seatSetup: [(key: String, value: String)] = [], parameters type: Parameters.Type,
    check: @escaping @Sendable (Parameters) throws -> Void = { _ in },
    seatDefaults: @escaping @Sendable (Parameters) throws -> Tree = { _ in .empty },
    make: @escaping @Sendable (Parameters, PolicyRequest) throws -> any Policy
  ) {
    self.world = world
    self.kind = kind
    self.folder = folder
    entry = { name, summary, tree, file in
      // Decoding here finds mistakes in the family's own files with their own line numbers.
      let parameters = try StrictDecoder.decode(Parameters.self, from: tree, file: file)
      do {
        try check(parameters)
      } catch let error as SetupError {
        throw ContentError(error, under: "", in: tree, file: file)
      }
      return PolicyEntry(
        name, kind, world: world, seatSetup: seatSetup, summary, parameters: Parameters.self,
        defaults: try TreeEncoder.tree(of: parameters), seatDefaults: seatDefaults
      ) { parameters, request in
        try check(parameters)
        return try make(parameters, request)
      }
    }
  }

  /// The policy that a file describes, called `name`.
  public func entry(name: String, file: String) throws -> PolicyEntry {
    var tree = try Project.tree(of: file)
    let summary = tree["summary"]?.text ?? ""
    tree["summary"] = nil
    return try entry(name, summary, tree, file)
  }

  /// All members whose files lie in the project.
  public func entries(in project: Project) throws -> [PolicyEntry] {
    try project.names(in: folder, suffix: ".yaml").map { name in
      try entry(name: name, file: project.path("\(folder)/\(name).yaml"))
    }
  }
}
