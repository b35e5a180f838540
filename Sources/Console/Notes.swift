import Logging

/// Remarks on the way, through swift-log to standard error: one plain line each.
public enum Notes {
  public static let logger = Logger(label: "repertoire")

  public static func start() {
    LoggingSystem.bootstrap { _ in PlainLogHandler() }
  }
}

/// Writes the message and, unless it is an ordinary remark, how serious it is.
private struct PlainLogHandler: LogHandler {
  var metadata: Logger.Metadata = [:]
  var logLevel = Logger.Level.info

  subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  func log(event: LogEvent) {
    Output.note(event.level <= .notice ? "\(event.message)" : "\(event.level): \(event.message)")
  }
}
