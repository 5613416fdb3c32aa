import Hummingbird
import KohortCore
import KohortTesting
import KohortWeb
import Logging
import NIOCore
import Synchronization

/// 2011-02-14T12:00:00Z.
let noon = Instant(milliseconds: 1_297_684_800_000)

func front(
    _ routes: [Route], clock: WallClock = WallClock { noon }, steps: [Step] = [],
    linger: Duration = .seconds(5), errorPage: @escaping ErrorPage = PlainErrorPage.render
) throws -> Front {
    Front(try RouteTable(routes), clock: clock, steps: steps, linger: linger, errorPage: errorPage)
}

/// Reaches a front without a socket.
func serve<Value>(
    _ front: Front, logs: LogStore = LogStore(), _ test: (TestClient) async throws -> Value
) async throws -> Value {
    try await test(TestClient(front, logger: logs.logger))
}

/// Lets `work` see one request as a handler does, and gives back what it returns or throws.
func inRequest<Value: Sendable>(
    _ uri: String = "/here", method: HTTPRequest.Method = .post, headers: HTTPFields = [:], body: ByteBuffer? = nil,
    clock: WallClock = WallClock { noon },
    _ work: @escaping @Sendable (Request, KohortContext) async throws -> Value
) async throws -> Value {
    let outcome = Mutex<Result<Value, any Error>?>(nil)
    let route = Route(method, "/here", .plumbing, for: .api) { request, context in
        do {
            let value = try await work(request, context)
            outcome.withLock { $0 = .success(value) }
        } catch { outcome.withLock { $0 = .failure(error) } }
        return Response(status: .noContent)
    }
    try await serve(try front([route], clock: clock)) { client in
        _ = try await client.execute(uri: uri, method: method, headers: headers, body: body)
    }
    guard let result = outcome.withLock({ $0 }) else { throw NoAnswer() }
    return try result.get()
}

struct NoAnswer: Error {}

extension TestResponse {
    var text: String { String(buffer: body) }
}
