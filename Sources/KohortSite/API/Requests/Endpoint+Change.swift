import Hummingbird
import KohortStore
import KohortWeb

extension Endpoint {
    /// A POST that performs a command.
    init<C: Command>(
        post path: String, _ command: C.Type, _ operation: Operation,
        _ handler: @escaping @Sendable (Change) async throws -> Response
    ) {
        self.init(.post, path, .command(C.name), operation) { request, visit in
            try await handler(try await Change(request, visit, operation))
        }
    }
}
