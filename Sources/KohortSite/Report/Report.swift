import HTTPTypes
import KohortStore
import KohortWeb
import Reporting

extension Pages {
    static let reportRoom: [any Page.Type] = [ResultsScreen.self]
}

extension Site {
    /// What the committee reads.
    var reportRoutes: [Route] {
        [
            page(.get, "/{tenant}/report", .query(ResultsReport.name), ResultsDesk.show),
            page(.get, "/{tenant}/report/results.csv", .query(ResultsReport.name), ResultsDesk.csv),
        ]
    }
}
