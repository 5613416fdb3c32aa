import Hummingbird
import KohortWeb
import Tenancy

/// The programmes as their definitions have them, with their versions and what is odd about them (KS06-5).
enum ProgrammesDesk {
    static func show(_ request: Request, _ visit: Visit) async throws -> Response {
        try visit.page(ProgrammesScreen(visit, try await visit.fetch(ProgrammeList())))
    }

    static func versions(_ request: Request, _ visit: Visit) async throws -> Response {
        let slug = try visit.context.slug("programme")
        return try visit.page(ProgrammeVersionsScreen(visit, try await visit.fetch(ProgrammeVersions(slug))))
    }
}
