import Hummingbird
import KohortStore
import KohortWeb
import Tenancy

extension Site {
    var styleguideRoutes: [Route] {
        [page(.get, "/{tenant}/styleguide", .query(ProgrammeList.name), StyleguideDesk.show)]
    }
}

/// Every component of the design, in the consortium's own colours, for those who make pages.
enum StyleguideDesk {
    static func show(_ request: Request, _ visit: Visit) async throws -> Response {
        // Nothing of it is secret; it is the staff's as the programmes are.
        _ = try await visit.fetch(ProgrammeList())
        return try visit.page(StyleguideScreen(visit))
    }
}
