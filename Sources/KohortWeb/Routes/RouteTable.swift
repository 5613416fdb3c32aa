import HTTPTypes
import Hummingbird

/// Two lines of the route table that answer the same method at the same path.
package struct RouteClash: Error, Hashable, Sendable {
    package let method: String
    package let patterns: [String]
}

/// All that can be asked for. Hummingbird's router knows no 405 and does not say whom a path serves, so paths are
/// matched here.
package struct RouteTable: Sendable {
    package let routes: [Route]
    private let tree: RouteTree

    package init(_ routes: [Route]) throws(RouteClash) {
        var tree = RouteTree()
        for route in routes { try tree.insert(route, at: route.segments[...]) }
        (self.routes, self.tree) = (routes, tree)
    }

    /// The route and what its captures hold, not percent-decoded. GET answers HEAD too. Throws `noSuchPath`,
    /// or `methodNotAllowed` where the path is known.
    func match(_ method: HTTPRequest.Method, _ path: String) throws -> (route: Route, parameters: Parameters) {
        guard path.utf8.first == UInt8(ascii: "/"), let found = tree.find(RouteSegment.split(path)[...]) else {
            throw WebProblem.noSuchPath
        }
        let wanted = method == .head && found.routes[.head] == nil ? .get : method
        guard let route = found.routes[wanted] else { throw WebProblem.methodNotAllowed(allowed(found.routes)) }
        return (route, Parameters(zip(route.captures, found.captured).map { ($0, $1) }))
    }

    /// Whom errors at a path are written for: by its route, or where there is none by whether it lies under `api`.
    func audience(of path: String) -> Route.Audience {
        let segments = RouteSegment.split(path)
        if let route = tree.find(segments[...])?.routes.values.first { return route.audience }
        return segments.prefix(2).contains("api") ? .api : .page
    }

    private func allowed(_ routes: [HTTPRequest.Method: Route]) -> [HTTPRequest.Method] {
        let methods = Set(routes.keys).union(routes[.get] == nil ? [] : [.head])
        return methods.sorted { $0.rawValue < $1.rawValue }
    }
}
