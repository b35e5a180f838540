import Blueprints
import Console
import Foundation

#if canImport(FoundationNetworking)
import FoundationNetworking
#endif

/// A server that speaks the chat completions of OpenAI. Its key, if it wants one, comes from the
/// environment variable `REPERTOIRE_API_KEY`.
struct ModelEndpoint {
  static let patience = 60.0
  static let mostBytes = 1 << 20

  let url: URL
  let model: String

  /// Nil for what is no address of a web server.
  init?(_ address: String, model: String) {
    guard let url = URL(string: address), let scheme = url.scheme?.lowercased(),
      ["http", "https"].contains(scheme), url.host?.isEmpty == false
    else { return nil }
    let isWhole = url.path.hasSuffix("/chat/completions")
    self.url = isWhole ? url : url.appendingPathComponent("chat/completions")
    self.model = model
  }

  /// The answer to some messages.
  func answer(to messages: [Consultation.Message]) throws -> String {
    let body: [String: Any] = [
      "model": model, "temperature": 0, "stream": false,
      "messages": messages.map { ["role": $0.role.rawValue, "content": $0.text] },
    ]
    var request = URLRequest(url: url, timeoutInterval: Self.patience)
    request.httpMethod = "POST"
    request.setValue("application/json", forHTTPHeaderField: "Content-Type")
    if let key = ProcessInfo.processInfo.environment["REPERTOIRE_API_KEY"] {
      request.setValue("Bearer \(key)", forHTTPHeaderField: "Authorization")
    }
    request.httpBody = try JSONSerialization.data(withJSONObject: body, options: [.sortedKeys])
    return try Self.content(of: ModelReply.fetch(request))
  }

  /// The text of an answer's first choice.
  static func content(of data: Data) throws -> String {
    guard let object = try? JSONSerialization.jsonObject(with: data) as? [String: Any],
      let choices = object["choices"] as? [[String: Any]],
      let message = choices.first?["message"] as? [String: Any],
      let content = message["content"] as? String
    else { throw WorkFailed(description: "the endpoint's answer is no chat completion") }
    return content
  }
}

/// The bytes of one answer as they come in, no more of them than are allowed.
private final class ModelReply: NSObject, URLSessionDataDelegate, @unchecked Sendable {
  private let lock = NSLock()
  private let done = DispatchSemaphore(value: 0)
  private var data = Data()
  private var fault: String?

  /// Waits for the answer to a request.
  static func fetch(_ request: URLRequest) throws -> Data {
    let reply = ModelReply()
    let configuration = URLSessionConfiguration.ephemeral
    configuration.timeoutIntervalForResource = ModelEndpoint.patience
    let session = URLSession(configuration: configuration, delegate: reply, delegateQueue: nil)
    defer { session.invalidateAndCancel() }
    let task = session.dataTask(with: request)
    task.resume()
    if reply.done.wait(timeout: .now() + ModelEndpoint.patience + 1) == .timedOut {
      throw WorkFailed(description: "the endpoint did not answer in time")
    }
    return try reply.lock.withLock {
      if let fault = reply.fault { throw WorkFailed(description: fault) }
      return reply.data
    }
  }

  func urlSession(
    _ session: URLSession, dataTask: URLSessionDataTask, didReceive response: URLResponse,
    completionHandler: @escaping (URLSession.ResponseDisposition) -> Void
  ) {
    let status = (response as? HTTPURLResponse)?.statusCode ?? 0
    if status != 200 { lock.withLock { fault = "the endpoint answered with status \(status)" } }
    completionHandler(status == 200 ? .allow : .cancel)
  }

  func urlSession(_ session: URLSession, dataTask: URLSessionDataTask, didReceive more: Data) {
    lock.withLock {
      data.append(more)
      guard data.count > ModelEndpoint.mostBytes else { return }
      fault = "the endpoint's answer is longer than \(ModelEndpoint.mostBytes) bytes"
      dataTask.cancel()
    }
  }

  func urlSession(
    _ session: URLSession, task: URLSessionTask, didCompleteWithError error: (any Error)?
  ) {
    lock.withLock {
      if let error, fault == nil {
        fault = "the endpoint cannot be reached: \(error.localizedDescription)"
      }
    }
    done.signal()
  }
}
