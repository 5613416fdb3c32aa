import Hummingbird
import KohortCore
import KohortTesting
import Testing

@testable import KohortWeb

struct RequestFiguresTests {
    @Test func `requests are counted by route, and never by path`() async throws {
        let figures = RequestFigures()
        let route = Route(.get, "/{tenant}/round", .plumbing, for: .api) { _, _ in Response(status: .ok) }
        let front = Front(try RouteTable([route]), figures: figures)
        _ = try await serve(front) { client in
            _ = try await client.execute(uri: "/ks/round", method: .get)
            _ = try await client.execute(uri: "/romerike/round", method: .get)
            _ = try await client.execute(uri: "/ks/round", method: .post)
            return try await client.execute(uri: "/secret-token", method: .get)
        }
        let counts = figures.family.text.split(separator: "\n").filter { $0.contains("_count") }
        #expect(
            counts == [
                #"kohort_http_request_duration_seconds_count{method="",route="",status="404"} 1"#,
                #"kohort_http_request_duration_seconds_count{method="",route="",status="405"} 1"#,
                #"kohort_http_request_duration_seconds_count{method="GET",route="/{tenant}/round",status="200"} 2"#,
            ])
        #expect(!figures.family.text.contains("secret-token"))
    }
}
