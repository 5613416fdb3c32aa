import Foundation
import KohortCore

extension Instant {
    /// A fixed time for tests: `2026-09-01T10:00:00Z`.
    package static func at(_ text: String) -> Instant {
        let date = (try? Date(text, strategy: .iso8601)) ?? .distantPast
        return Instant(milliseconds: Int64(date.timeIntervalSince1970 * 1000))
    }
}
