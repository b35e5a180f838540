import Foundation
import Testing

/// A language model's service on this machine that gives the same answers every time: to each
/// request the next one.
final class ModelService: @unchecked Sendable {
  let url: String
  private let socket: Int32
  private let lock = NSLock()
  private var replies: [(status: Int, body: String)]
  private var received: [String] = []

  /// - Parameter replies: whole bodies, with their statuses.
  init(_ replies: [(status: Int, body: String)]) throws {
    self.replies = replies
    let socket = Foundation.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    try #require(socket >= 0)
    self.socket = socket
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isBound = unsafe withUnsafeMutablePointer(to: &address) { pointer in
      unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        unsafe bind(socket, $0, length) == 0 && listen(socket, 8) == 0
          && getsockname(socket, $0, &length) == 0
      }
    }
    try #require(isBound)
    url = "http://127.0.0.1:\(UInt16(bigEndian: address.sin_port))/v1"
    Thread.detachNewThread { [self] in serve() }
  }

  /// What a model says, as a chat completion.
  static func completion(_ text: String) -> (status: Int, body: String) {
    let message: [String: Any] = ["role": "assistant", "content": text]
    let root: [String: Any] = ["choices": [["index": 0, "message": message]]]
    let data = (try? JSONSerialization.data(withJSONObject: root)) ?? Data()
    return (200, String(decoding: data, as: UTF8.self))
  }

  /// The requests so far, heads and bodies.
  var requests: [String] { lock.withLock { received } }

  func stop() { close(socket) }

  private func serve() {
    while true {
      let connection = accept(socket, nil, nil)
      guard connection >= 0 else { return }
      let request = Self.read(connection)
      let reply = lock.withLock {
        received.append(request)
        return replies.isEmpty ? (status: 500, body: "") : replies.removeFirst()
      }
      let head = "HTTP/1.1 \(reply.status) X\r\nContent-Length: \(reply.body.utf8.count)\r\n"
      let bytes = Array((head + "Connection: close\r\n\r\n" + reply.body).utf8)
      var sent = 0
      while sent < bytes.count {
        let count = unsafe bytes[sent...].withUnsafeBytes {
          unsafe send(connection, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
        }
        guard count > 0 else { break }
        sent += count
      }
      close(connection)
    }
  }

  /// The request, as long as its head says.
  private static func read(_ connection: Int32) -> String {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = unsafe recv(connection, &buffer, buffer.count, 0)
      guard count > 0 else { break }
      bytes += buffer[..<count]
      let text = String(decoding: bytes, as: UTF8.self)
      guard let end = text.range(of: "\r\n\r\n") else { continue }
      let length = text[..<end.lowerBound].lowercased().split(separator: "\r\n")
        .first { $0.hasPrefix("content-length:") }
        .flatMap { Int($0.dropFirst(15).trimmingCharacters(in: .whitespaces)) }
      if text[end.upperBound...].utf8.count >= length ?? 0 { return text }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
