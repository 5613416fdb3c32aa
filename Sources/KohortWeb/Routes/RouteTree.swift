import HTTPTypes

/// Routes by path, a segment a level. A literal segment comes before a capture, and a path that ends in both belongs to
/// the literal one whatever its methods.
struct RouteTree: Sendable {
    private var routes: [HTTPRequest.Method: Route] = [:]
    private var literals: [Substring: RouteTree] = [:]
    /// One at most; an array because a struct cannot hold itself.
    private var capture: [RouteTree] = []

    mutating func insert(_ route: Route, at segments: ArraySlice<RouteSegment>) throws(RouteClash) {
        let rest = segments.dropFirst()
        switch segments.first {
        case .literal(let text):
            var branch = literals[text] ?? RouteTree()
            try branch.insert(route, at: rest)
            literals[text] = branch
        case .capture:
            if capture.isEmpty { capture.append(RouteTree()) }
            try capture[0].insert(route, at: rest)
        case nil:
            if let other = routes.updateValue(route, forKey: route.method) {
                throw RouteClash(method: route.method.rawValue, patterns: [other.pattern, route.pattern])
            }
        }
    }

    func find(_ segments: ArraySlice<Substring>) -> (routes: [HTTPRequest.Method: Route], captured: [Substring])? {
        guard let segment = segments.first else { return routes.isEmpty ? nil : (routes, []) }
        let rest = segments.dropFirst()
        if let found = literals[segment]?.find(rest) { return found }
        guard !segment.isEmpty, let found = capture.first?.find(rest) else { return nil }
        return (found.routes, [segment] + found.captured)
    }
}
