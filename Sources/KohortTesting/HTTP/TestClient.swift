import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import NIOEmbedded
import Synchronization

/// Asks a responder without a socket. Hummingbird's own test client would do, but brings an HTTP client, TLS and HTTP/2
/// along: some 13 % of the first build.
package struct TestClient: Sendable {
    private let respond: @Sendable (Request) async throws -> Response

    package init<Responder: HTTPResponder>(
        _ responder: Responder, logger: Logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
    ) where Responder.Context: InitializableFromSource<ApplicationRequestContextSource> {
        respond = { request in
            let source = ApplicationRequestContextSource(channel: NIOAsyncTestingChannel(), logger: logger)
            return try await responder.respond(to: request, context: Responder.Context(source: source))
        }
    }

    /// The answer, with its body read to the end.
    @discardableResult package func execute(
        uri: String, method: HTTPRequest.Method, headers: HTTPFields = [:], body: ByteBuffer? = nil
    ) async throws -> TestResponse {
        var head = HTTPRequest(
            method: method, scheme: "http", authority: "localhost", path: uri, headerFields: headers)
        if let body { head.headerFields[.contentLength] = String(body.readableBytes) }
        let response = try await respond(Request(head: head, body: .init(asyncSequence: Self.pieces(of: body))))
        let collector = BodyCollector()
        try await response.body.write(collector)
        return TestResponse(status: response.status, headers: response.headers, body: collector.body)
    }

    /// A body as it comes over a line, some at a time.
    private static func pieces(of body: ByteBuffer?) -> AsyncStream<ByteBuffer> {
        AsyncStream { line in
            var rest = body ?? ByteBuffer()
            while let piece = rest.readSlice(length: min(rest.readableBytes, 32 * 1024)), piece.readableBytes > 0 {
                line.yield(piece)
            }
            line.finish()
        }
    }
}

package struct TestResponse: Sendable {
    package let status: HTTPResponse.Status
    package let headers: HTTPFields
    package let body: ByteBuffer
}

private final class BodyCollector: ResponseBodyWriter {
    private let collected = Mutex(ByteBuffer())

    var body: ByteBuffer { collected.withLock { $0 } }

    func write(_ buffer: ByteBuffer) { _ = collected.withLock { $0.writeImmutableBuffer(buffer) } }
    func finish(_ trailers: HTTPFields?) {}
}
