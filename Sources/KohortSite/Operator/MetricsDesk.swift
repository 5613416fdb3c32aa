import HTTPTypes
import Hummingbird
import KohortApp
import KohortCore
import KohortWeb
import NIOCore

/// Figures for whoever watches the daemon, on a listener of its own that the public cannot reach.
package struct MetricsDesk: Sendable {
    private let kohort: Kohort
    private let requests: RequestFigures

    package init(_ kohort: Kohort, _ requests: RequestFigures) { (self.kohort, self.requests) = (kohort, requests) }

    package func front() throws -> Front {
        let metrics = Route(.get, "/metrics", .plumbing, for: .api) { _, _ in
            let families = [requests.family] + (try await kohort.figures())
            let text = families.map(\.text).joined()
            return Response(
                status: .ok, headers: [.contentType: "text/plain; version=0.0.4; charset=utf-8"],
                body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
        }
        return Front(try RouteTable([metrics]), clock: kohort.clock)
    }
}
