import HTTPTypes
import KohortWeb

/// One line of the API: where it is, what it enters by, what a reader is told of it, and what it does.
struct Endpoint: Sendable {
    let method: HTTPRequest.Method
    /// Below `API.root`.
    let path: String
    let entry: Route.Entry
    let operation: Operation
    let handler: VisitHandler

    init(
        _ method: HTTPRequest.Method, _ path: String, _ entry: Route.Entry, _ operation: Operation,
        _ handler: @escaping VisitHandler
    ) {
        (self.method, self.path, self.entry) = (method, path, entry)
        (self.operation, self.handler) = (operation, handler)
    }

    /// The names of the captures in the path.
    var captures: [String] {
        path.split(separator: "/").filter { $0.hasPrefix("{") }.map { String($0.dropFirst().dropLast()) }
    }
}
