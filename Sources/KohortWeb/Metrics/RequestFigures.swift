import HTTPTypes
import KohortCore
import Synchronization

/// How long requests took until their answer's head, by the route's pattern: a path would name persons and tenants.
package final class RequestFigures: Sendable {
    private struct Key: Hashable {
        let method: String
        let route: String
        let status: Int
    }

    private let counts = Mutex<[Key: Histogram.Counts]>([:])

    package init() {}

    /// `route` is nil where no route matched; methods that no route has are counted as one, for senders make up names.
    func add(_ method: HTTPRequest.Method, _ route: String?, _ status: HTTPResponse.Status, _ duration: Duration) {
        let method = route == nil ? "" : method.rawValue
        let key = Key(method: method, route: route ?? "", status: status.code)
        counts.withLock { $0[key, default: Histogram.Counts()].add(duration) }
    }

    package var family: MetricFamily {
        var family = MetricFamily(
            "kohort_http_request_duration_seconds", .histogram, "Time to the head of the answer, by route.")
        let all = counts.withLock { $0 }
        for (key, counts) in all.sorted(by: { ($0.key.route, $0.key.status) < ($1.key.route, $1.key.status) }) {
            family.add(
                counts, [.init("method", key.method), .init("route", key.route), .init("status", "\(key.status)")])
        }
        return family
    }
}
