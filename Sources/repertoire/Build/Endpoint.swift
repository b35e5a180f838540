import Blueprints
import Console
import Foundation
import FoundationNetworking

/// A language model behind the chat interface that OpenAI made common (`/chat/completions`), as
/// llama.cpp, Ollama, vLLM and the large services speak it.
struct Endpoint {
  /// The part of the address before `/chat/completions`.
  let url: URL
  let model: String
  let seed: UInt64

  /// Bytes of an answer beyond which it is not read.
  static let mostBytes = 1 << 20
  /// Seconds to wait for an answer.
  static let patience = 120.0
  /// Where the key of a service is taken from. It is sent to the endpoint and stored nowhere.
  static let keyVariable = "OPENAI_API_KEY"

  /// Throws `WorkFailed` where the address is none of the web's.
  init(_ address: String, model: String, seed: UInt64) throws {
    guard let url = URL(string: address), ["http", "https"].contains(url.scheme), url.host != nil
    else {
      throw WorkFailed(
        description: "`\(address)` is no address; expected one such as http://localhost:8080/v1")
    }
    self.url = url
    self.model = model
    self.seed = seed
  }

  /// What is asked, as the interface wants it.
  private func question(_ messages: [PlanCorrespondence.Message]) -> String {
    JSON.object([
      ("model", .text(model)),
      (
        "messages",
        .list(
          messages.map {
            .object([("role", .text($0.role.rawValue)), ("content", .text($0.text))])
          })
      ), ("temperature", .whole(0)), ("seed", .whole(Int(truncatingIfNeeded: seed & 0x7fff_ffff))),
    ]).text
  }

  /// Asks, and waits for the answer. Throws `WorkFailed` in one line where none comes.
  func answer(to messages: [PlanCorrespondence.Message]) throws -> String {
    var request = URLRequest(url: url.appendingPathComponent("chat/completions"))
    request.httpMethod = "POST"
    request.timeoutInterval = Self.patience
    request.setValue("application/json", forHTTPHeaderField: "Content-Type")
    if let key = ProcessInfo.processInfo.environment[Self.keyVariable], !key.isEmpty {
      request.setValue("Bearer \(key)", forHTTPHeaderField: "Authorization")
    }
    request.httpBody = Data(question(messages).utf8)
    let letterbox = Letterbox(limit: Self.mostBytes)
    let session = URLSession(configuration: .ephemeral, delegate: letterbox, delegateQueue: nil)
    defer { session.invalidateAndCancel() }
    session.dataTask(with: request).resume()
    guard let (status, body) = letterbox.wait(seconds: Self.patience) else {
      throw failure("gave no answer: \(letterbox.reason)")
    }
    guard status == 200 else { throw failure("answered with status \(status)") }
    guard let text = Self.content(of: body) else {
      throw failure("answered with something else than a chat completion")
    }
    return text
  }

  private func failure(_ what: String) -> WorkFailed {
    WorkFailed(description: "\(url.absoluteString) \(what)")
  }

  /// `choices[0].message.content` of an answer.
  private static func content(of body: Data) -> String? {
    let root = try? JSONSerialization.jsonObject(with: body) as? [String: Any]
    let choice = (root?["choices"] as? [Any])?.first as? [String: Any]
    return (choice?["message"] as? [String: Any])?["content"] as? String
  }
}

/// Collects an answer as it comes, up to a limit, and wakes whoever waits for it.
private final class Letterbox: NSObject, URLSessionDataDelegate, @unchecked Sendable {
  // Guarded by `lock`; the session calls from a queue of its own.
  private let lock = NSLock()
  private let isDone = DispatchSemaphore(value: 0)
  private let limit: Int
  private var body = Data()
  private var status: Int?
  private var problem = "it took too long"

  init(limit: Int) { self.limit = limit }

  /// Why there was no answer.
  var reason: String { lock.withLock { problem } }

  /// The status and the body; nil if there is none in time.
  func wait(seconds: Double) -> (Int, Data)? {
    guard isDone.wait(timeout: .now() + seconds) == .success else { return nil }
    return lock.withLock { status.map { ($0, body) } }
  }

  func urlSession(_ session: URLSession, dataTask: URLSessionDataTask, didReceive data: Data) {
    let isFull = lock.withLock {
      body.append(data)
      if body.count > limit { problem = "it is longer than \(limit) bytes" }
      return body.count > limit
    }
    if isFull { dataTask.cancel() }
  }

  func urlSession(
    _ session: URLSession, task: URLSessionTask, didCompleteWithError error: (any Error)?
  ) {
    lock.withLock {
      if error == nil {
        status = (task.response as? HTTPURLResponse)?.statusCode
      } else if body.count <= limit, let error {
        problem = error.localizedDescription
      }
    }
    isDone.signal()
  }

  // An answer from elsewhere than the address that was named is none.
  func urlSession(
    _ session: URLSession, task: URLSessionTask,
    willPerformHTTPRedirection response: HTTPURLResponse, newRequest request: URLRequest,
    completionHandler: @escaping (URLRequest?) -> Void
  ) { completionHandler(nil) }
}
