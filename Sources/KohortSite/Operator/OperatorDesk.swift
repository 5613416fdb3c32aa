import Foundation
import HTTPTypes
import Hummingbird
import KohortApp
import KohortWeb
import NIOCore

/// The operator's side, on the Unix socket that only the daemon's own user can open: every operator call by its name.
package struct OperatorDesk: Sendable {
    private static let largestCall = 8 << 20
    private let kohort: Kohort

    package init(_ kohort: Kohort) { self.kohort = kohort }

    package func front(isReady: @escaping @Sendable () -> Bool) throws -> Front {
        let calls = Route(.post, "/calls/{name}", .plumbing, for: .api) { request, context in
            try await answer(request, context)
        }
        let ready = Route(.post, "/readyz", .plumbing, for: .api) { _, _ in
            Response(status: isReady() ? .ok : .serviceUnavailable)
        }
        return Front(try RouteTable([calls, ready]), clock: kohort.clock)
    }

    private func answer(_ request: Request, _ context: KohortContext) async throws -> Response {
        let name = try context.parameter("name")
        let body = try await request.bytes(context, limit: Self.largestCall)
        do {
            return try respond(.ok, try await OperatorCalls.answer(name, Data(body.readableBytesView), in: kohort))
        } catch let problem as OperatorProblem {
            return try respond(.conflict, try JSONEncoder().encode(problem))
        }
    }

    private func respond(_ status: HTTPResponse.Status, _ json: Data) throws -> Response {
        Response(
            status: status, headers: [.contentType: "application/json"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: json)))
    }
}
