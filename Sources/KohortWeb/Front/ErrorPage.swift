import HTTPTypes
import Hummingbird
import Logging
import NIOCore

/// Renders a whole HTML page that says what went wrong with a request and what to do.
package typealias ErrorPage = @Sendable (Problem, Request, KohortContext) async throws -> ByteBuffer

/// The page that needs nothing: no template, no text, no tenant.
package enum PlainErrorPage {
    package static let render: ErrorPage = { problem, _, context in text(problem, context) }

    static func text(_ problem: Problem, _ context: KohortContext) -> ByteBuffer {
        let title = HTMLEscape.escaped("\(problem.status.code) \(problem.title)")
        return ByteBuffer(
            string: """
                <!doctype html>
                <html lang="en"><head><meta charset="utf-8"><title>\(title)</title></head>
                <body><main><h1>\(title)</h1><p>Request \(context.requestID)</p></main></body></html>

                """)
    }
}

extension Problem {
    func page(_ request: Request, _ context: KohortContext, _ render: ErrorPage) async -> Response {
        let body: ByteBuffer
        do { body = try await render(self, request, context) } catch {
            context.logger.error("error page failed", metadata: ["error": "\(error)"])
            body = PlainErrorPage.text(self, context)
        }
        return .html(body, status: status, headers: headers)
    }
}

extension Response {
    /// A page, UTF-8.
    package static func html(
        _ bytes: ByteBuffer, status: HTTPResponse.Status = .ok, headers: HTTPFields = [:]
    ) -> Response {
        var headers = headers
        headers[.contentType] = "text/html; charset=utf-8"
        return Response(status: status, headers: headers, body: ResponseBody(byteBuffer: bytes))
    }
}
